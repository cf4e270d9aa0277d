//! The body of an error, as the generated crate writes it.

mod example;
mod value;

use std::borrow::Cow;

pub(crate) use example::Example;
#[cfg(feature = "documents")]
pub use example::render_example;
pub(crate) use value::Value;
#[cfg(feature = "documents")]
pub(crate) use value::value;

use crate::catalogue::{Envelope, Param, ParamType, PathStep, Wire};

/// The members of a body, in the order in which they are written.
pub(crate) struct Layout<'c> {
    /// The way from the body to the object with the members.
    pub(crate) at: &'c [PathStep],
    pub(crate) members: Vec<(Cow<'c, str>, Part<'c>)>,
}

/// What a member says.
#[derive(Clone, Copy)]
pub(crate) enum Part<'c> {
    /// The HTTP status.
    Status,
    /// The code's number.
    Number,
    /// The code's name.
    Name,
    Message,
    /// The code's page.
    Page,
    /// The code's description, or else its name.
    Title,
    /// Params and metadata, in an object of texts.
    Texts,
    /// Params and metadata, in an object of values.
    Values,
    /// A param.
    Param(&'c Param),
}

/// The members of a problem that RFC 9457 defines, and the name of the code.
const OF_PROBLEM: [&str; 6] = ["type", "title", "status", "detail", "instance", "code"];

/// The member of a problem that has the violations.
const VIOLATIONS: &str = "errors";

impl<'c> Layout<'c> {
    /// The members of a body whose error has these params.
    pub(crate) fn of(wire: &'c Wire, params: impl Iterator<Item = &'c Param>) -> Self {
        match wire {
            Wire::Kratos => {
                let members = [
                    ("code", Part::Status),
                    ("reason", Part::Name),
                    ("message", Part::Message),
                    ("metadata", Part::Texts),
                ];
                Self { at: &[], members: members.map(|(name, part)| (name.into(), part)).into() }
            }
            Wire::Problem => {
                let members = [
                    ("type", Part::Page),
                    ("title", Part::Title),
                    ("status", Part::Status),
                    ("detail", Part::Message),
                    ("code", Part::Name),
                ];
                let members = members.map(|(name, part)| (name.into(), part)).into_iter();
                let params = params.map(|param| (member_of_problem(param), Part::Param(param)));
                Self { at: &[], members: members.chain(params).collect() }
            }
            Wire::Envelope(envelope) => Self { at: &envelope.at, members: members_of_envelope(envelope) },
        }
    }
}

/// The name of a param in a problem.
fn member_of_problem(param: &Param) -> Cow<'_, str> {
    let name = param.name.trim_end_matches('_');
    if param.kind == ParamType::Violations {
        VIOLATIONS.into()
    } else if OF_PROBLEM.contains(&name) || name == VIOLATIONS {
        format!("{}_", param.name).into()
    } else {
        (&*param.name).into()
    }
}

fn members_of_envelope(envelope: &Envelope) -> Vec<(Cow<'_, str>, Part<'_>)> {
    let members = [
        (&envelope.status, Part::Status),
        (&envelope.number, Part::Number),
        (&envelope.code, Part::Name),
        (&envelope.message, Part::Message),
        (&envelope.params, Part::Values),
    ];
    members.into_iter().filter_map(|(name, part)| Some((Cow::from(name.as_deref()?), part))).collect()
}
