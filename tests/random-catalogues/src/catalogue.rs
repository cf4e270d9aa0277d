//! A catalogue as a typed value: the content of a file, independent of its form.

use crate::code::Code;

/// A catalogue. An absent entry is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    /// `catalogue.name`.
    pub name: String,
    /// `catalogue.description`.
    pub description: Option<String>,
    /// `catalogue.docs_url`.
    pub docs_url: Option<String>,
    /// `catalogue.domain`.
    pub domain: Option<String>,
    /// `catalogue.wire`.
    pub wire: Option<Wire>,
    /// `catalogue.fallback`.
    pub fallback: Option<Fallback>,
    /// `attributes`.
    pub attributes: Vec<Attribute>,
    /// `params`.
    pub params: Vec<Param>,
    /// `groups`: the name of each and what it lists.
    pub groups: Vec<(String, Vec<String>)>,
    /// `operations`.
    pub operations: Vec<Operation>,
    /// `codes`.
    pub codes: Vec<Code>,
    /// `reserved`.
    pub reserved: Vec<String>,
    /// `lints`: the name of each and its level.
    pub lints: Vec<(&'static str, &'static str)>,
    /// `outputs.rust`.
    pub rust: Option<RustOutput>,
}

/// `catalogue.wire`.
#[derive(Clone, Debug, PartialEq)]
pub enum Wire {
    /// A word, such as `kratos`.
    Word(&'static str),
    /// An envelope: its keys, such as `code`, each with its value.
    Envelope(Vec<(&'static str, String)>),
}

/// `catalogue.fallback`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fallback {
    /// The statuses or classes, such as `429` and `5xx`, each with the name of a code.
    pub by_status: Vec<(String, String)>,
    /// The name of the code for everything else.
    pub other: String,
}

/// `outputs.rust`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RustOutput {
    /// The folder of a crate.
    pub path: Option<String>,
    /// The integrations.
    pub features: Vec<&'static str>,
    /// Whether a `match` needs no `_`.
    pub exhaustive: Option<bool>,
}

/// An operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// The name.
    pub name: String,
    /// What it does.
    pub description: Option<String>,
    /// Codes and groups.
    pub errors: Vec<String>,
    /// Whether Rust gets an enum of its codes.
    pub exhaustive: Option<bool>,
}

/// A declared param.
#[derive(Clone, Debug, PartialEq)]
pub struct Param {
    /// The name.
    pub name: String,
    /// The type, such as `string`.
    pub kind: &'static str,
    /// What it means.
    pub description: Option<String>,
    /// Whether it stays inside the program.
    pub sensitive: Option<bool>,
}

/// A declared attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribute {
    /// The name.
    pub name: String,
    /// What it means.
    pub description: Option<String>,
    /// The type of its values.
    pub kind: AttributeType,
    /// The value of codes that give none.
    pub default: Option<AttributeValue>,
}

/// The type of an attribute's values.
#[derive(Clone, Debug, PartialEq)]
pub enum AttributeType {
    /// One of these words.
    Words(Vec<String>),
    /// Any text.
    String,
    /// An `i64`.
    Integer,
    /// A `u64`.
    Unsigned,
    /// A boolean.
    Boolean,
}

/// The value of an attribute.
#[derive(Clone, Debug, PartialEq)]
pub enum AttributeValue {
    /// A word or any text.
    Text(String),
    /// A number of the type `integer`.
    Integer(i64),
    /// A number of the type `unsigned`.
    Unsigned(u64),
    /// A boolean.
    Boolean(bool),
}

impl Catalogue {
    /// The codes that a list of codes and groups stands for.
    #[must_use]
    pub fn codes_in<'c>(&'c self, errors: &'c [String]) -> Vec<&'c str> {
        let mut codes: Vec<&str> = Vec::new();
        for name in errors {
            let group = self.groups.iter().find(|(group, _)| group == name);
            for code in group.map_or_else(|| vec![&**name], |(_, errors)| self.codes_in(errors)) {
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
        }
        codes
    }

    /// The values of all attributes for a code, defaults included.
    ///
    /// # Panics
    ///
    /// The code has no value for an attribute without a default, so the catalogue is not valid.
    pub fn values_of<'c>(&'c self, code: &'c Code) -> impl Iterator<Item = (&'c Attribute, &'c AttributeValue)> {
        self.attributes.iter().map(|attribute| {
            let given = code.attributes.iter().find(|(name, _)| *name == attribute.name).map(|(_, value)| value);
            (attribute, given.or(attribute.default.as_ref()).expect("a code gives every attribute without a default"))
        })
    }
}
