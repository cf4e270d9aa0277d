//! The expected responses: made from the catalogue's cells, without any code that errcat generated.

use serde::Deserialize;
use serde_json::Value;
use serde_yaml::Mapping;

use crate::{FIELDS, METADATA};

const CATALOGUE: &str = include_str!("../../../errors.yaml");

/// A wire format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    /// That of go-kratos.
    Kratos,
    /// That of RFC 9457.
    Problem,
}

impl Wire {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Kratos, Self::Problem];

    /// The first part of the server's paths.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Kratos => "kratos",
            Self::Problem => "problem",
        }
    }

    /// The content type of its bodies.
    #[must_use]
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Kratos => "application/json",
            Self::Problem => "application/problem+json",
        }
    }
}

/// A code, as in the catalogue.
#[derive(Debug)]
pub struct Code {
    /// Its name.
    pub name: String,
    /// What else the catalogue says about it.
    pub cells: Cells,
}

/// The cells of a code.
#[derive(Debug, Deserialize)]
pub struct Cells {
    /// The status of its responses.
    pub http_status: u16,
    message: String,
    description: String,
}

/// All codes, in the catalogue's order.
///
/// # Panics
///
/// The catalogue is not as expected.
#[must_use]
pub fn codes() -> Vec<Code> {
    let mut catalogue: Mapping = serde_yaml::from_str(CATALOGUE).expect("the catalogue is a map");
    let codes: Mapping = serde_yaml::from_value(catalogue.remove("codes").expect("the catalogue has codes"))
        .expect("the codes are a map");
    let code = |(name, cells)| Code {
        name: serde_yaml::from_value(name).expect("a name is a text"),
        cells: serde_yaml::from_value(cells).expect("a code has all cells"),
    };
    codes.into_iter().map(code).collect()
}

impl Code {
    /// Whether the code's message names fields.
    #[must_use]
    pub fn has_fields(&self) -> bool {
        self.cells.message.contains("{{.fields}}")
    }

    /// The rendered message.
    #[must_use]
    pub fn message(&self) -> String {
        self.cells.message.replace("{{.fields}}", &FIELDS.join(", "))
    }

    /// The body of the response with the code's error.
    #[must_use]
    pub fn body(&self, wire: Wire) -> String {
        let text = |text: &str| Value::from(text).to_string();
        let (name, message) = (text(&self.name), text(&self.message()));
        let status = self.cells.http_status;
        let fields = self.has_fields().then(|| match wire {
            Wire::Kratos => text(&FIELDS.join(", ")),
            Wire::Problem => format!("[{}]", FIELDS.map(text).join(",")),
        });
        let fields = fields.map(|fields| format!("\"fields\":{fields}"));
        let metadata = METADATA.map(|(key, value)| format!("{}:{}", text(key), text(value)));
        let more = fields.into_iter().chain(metadata).collect::<Vec<_>>().join(",");
        match wire {
            Wire::Kratos => format!(r#"{{"code":{status},"reason":{name},"message":{message},"metadata":{{{more}}}}}"#),
            Wire::Problem => {
                let title = text(&self.cells.description);
                let members = format!(r#""title":{title},"status":{status},"detail":{message},"code":{name}"#);
                format!(r#"{{"type":"about:blank",{members},{more}}}"#)
            }
        }
    }
}
