//! An example of a body.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::value::Value;
use super::{Layout, Part};
#[cfg(feature = "documents")]
use crate::catalogue::CodeId;
use crate::catalogue::{Catalogue, Code, Param, PathStep, Piece, REDACTED};

/// An example of the body of an error.
pub(crate) struct Example<'c> {
    catalogue: &'c Catalogue,
    /// The code that is sent.
    code: &'c Code,
    /// Under which name.
    name: &'c str,
    /// The params that are sent. The fallback of an internal code has none.
    params: Vec<&'c Param>,
    is_internal: bool,
    value: fn(&Param) -> Value<'_>,
}

impl<'c> Example<'c> {
    /// The body of an error with this code, and with an example of each of its params.
    #[cfg(feature = "documents")]
    pub(crate) fn of(catalogue: &'c Catalogue, id: CodeId) -> Self {
        let sent = &catalogue[catalogue.sent(id)];
        Self::new(catalogue, sent, catalogue[id].internal, super::value)
    }

    /// The same of a code that is sent, perhaps in place of an internal one, with these values of params.
    pub(crate) fn new(
        catalogue: &'c Catalogue,
        code: &'c Code,
        is_internal: bool,
        value: fn(&Param) -> Value<'_>,
    ) -> Self {
        let params = code.params.iter().map(|&param| &catalogue[param]);
        let params = params.filter(|param| !is_internal && !param.sensitive).collect();
        Self { catalogue, code, name: &code.name, params, is_internal, value }
    }

    /// Sent under another name.
    #[cfg(feature = "diff")]
    pub(crate) fn named(self, name: &'c str) -> Self {
        Self { name, ..self }
    }

    /// The params that are sent.
    #[cfg(feature = "diff")]
    pub(crate) fn params(&self) -> &[&'c Param] {
        &self.params
    }

    /// The message.
    pub(crate) fn message(&self) -> String {
        let pieces = self.code.message.pieces().map(|piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Param(param) => self.shown(&self.catalogue[param]),
        });
        pieces.collect()
    }

    /// What the message shows for a param.
    pub(crate) fn shown(&self, param: &Param) -> String {
        match (self.value)(param) {
            _ if param.sensitive => REDACTED.to_owned(),
            _ if self.is_internal => format!("<{}>", param.name),
            Value::Violations(found) => found.into_iter().map(|(field, _)| field).collect::<Vec<_>>().join(", "),
            value => value.to_text(),
        }
    }

    fn object<S: Serializer>(&self, members: &[(Cow<'_, str>, Part<'_>)], serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(members.len()))?;
        for (name, part) in members {
            match *part {
                Part::Status => map.serialize_entry(name, &self.code.http_status),
                Part::Number => map.serialize_entry(name, &self.code.number),
                Part::Name => map.serialize_entry(name, self.name),
                Part::Message => map.serialize_entry(name, &self.message()),
                Part::Page => map.serialize_entry(name, &*self.page()),
                Part::Title => map.serialize_entry(name, title(self.code)),
                Part::Texts => map.serialize_entry(name, &Params { example: self, are_texts: true }),
                Part::Values => map.serialize_entry(name, &Params { example: self, are_texts: false }),
                Part::Param(param) => map.serialize_entry(name, &(self.value)(param)),
            }?;
        }
        map.end()
    }

    fn page(&self) -> Cow<'c, str> {
        self.catalogue.docs_url_of(self.code).unwrap_or("about:blank".into())
    }
}

/// The title of a code in a problem.
fn title(code: &Code) -> &str {
    code.description.as_deref().filter(|description| !description.is_empty()).unwrap_or(&code.name)
}

impl Serialize for Example<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Layout { at, members } = Layout::of(self.catalogue.wire(), self.params.iter().copied());
        Step { example: self, at, members: &members }.serialize(serializer)
    }
}

/// The object with what is around it.
struct Step<'e> {
    example: &'e Example<'e>,
    at: &'e [PathStep],
    members: &'e [(Cow<'e, str>, Part<'e>)],
}

impl Serialize for Step<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.at {
            [] => self.example.object(self.members, serializer),
            [PathStep::First, at @ ..] => serializer.collect_seq([Step { at, ..*self }]),
            [PathStep::Member(name), at @ ..] => serializer.collect_map([(name, Step { at, ..*self })]),
        }
    }
}

struct Params<'e> {
    example: &'e Example<'e>,
    are_texts: bool,
}

impl Serialize for Params<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let values = self.example.params.iter().map(|param| (&param.name, (self.example.value)(param)));
        if self.are_texts {
            serializer.collect_map(values.map(|(name, value)| (name, value.to_text())))
        } else {
            serializer.collect_map(values)
        }
    }
}

/// An example of the body that a server sends for an error with this code, as JSON: that of an error with an example of
/// each param. For an internal code it is that of the fallback, as the generated crate sends it.
///
/// ```
/// let text = "errcat: 1\ncatalogue: {name: Shop}\nparams: {article: string}\n\
///             codes:\n  SoldOut: {http_status: 409, message: '{{.article}} is sold out'}\n";
/// let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes())?;
/// let code = catalogue.code("SoldOut").expect("it is there");
/// assert_eq!(
///     errcat::render_example(&catalogue, code),
///     r#"{"code":409,"reason":"SoldOut","message":"article is sold out","metadata":{"article":"article"}}"#,
/// );
/// # Ok::<(), errcat::Diagnostics>(())
/// ```
///
/// # Panics
///
/// The code is one of another catalogue, whose position this one doesn't have.
#[cfg(feature = "documents")]
#[must_use]
pub fn render_example(catalogue: &Catalogue, code: CodeId) -> String {
    serde_json::to_string(&Example::of(catalogue, code)).expect("all keys are texts")
}
