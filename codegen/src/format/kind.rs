//! The kinds of values.

use std::fmt;

use super::Map;

/// The kind of value that a key has.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// The version of the format.
    Version,
    Text,
    /// A name on the wire, such as a code's.
    Name,
    Boolean,
    /// A colour such as `#0a7d5a`.
    Colour,
    HttpStatus,
    /// A whole number that fits into an `i64`.
    Number,
    /// A folder, relative to the catalogue's file.
    Folder,
    /// A file, relative to the folder of this one.
    File,
    /// The name of a variant in Rust.
    Variant,
    /// The name of a member of a JSON object.
    Member,
    /// The names of members that lead to an object.
    MemberPath,
    /// The name of something that the catalogue declares.
    Reference(Declared),
    /// One of these words.
    Word(fn() -> Vec<&'static str>),
    /// A value of the attribute it belongs to.
    AttributeValue,
    List(&'static Self),
    Map(&'static Map),
    /// A map with the names of something as its keys.
    Named(Declared, &'static Self),
    /// Any of these.
    Either(&'static [Self]),
}

/// What has a name in a catalogue.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Declared {
    Param,
    Attribute,
    Value,
    Lint,
    Group,
    Operation,
    Code,
    CodeOrGroup,
}

impl fmt::Display for Declared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Param => "a param",
            Self::Attribute => "an attribute",
            Self::Value => "a value",
            Self::Lint => "a lint",
            Self::Group => "a group",
            Self::Operation => "an operation",
            Self::Code => "a code",
            Self::CodeOrGroup => "a code or a group",
        })
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version => f.write_str("the number 1"),
            Self::Text => f.write_str("a text"),
            Self::Name => f.write_str("a name"),
            Self::Boolean => f.write_str("true or false"),
            Self::Colour => f.write_str("a colour in hexadecimal digits, such as `\"#0a7d5a\"`"),
            Self::HttpStatus => f.write_str("an HTTP status"),
            Self::Number => f.write_str("a whole number from -2^63 to 2^63 - 1"),
            Self::Folder => f.write_str("a folder, relative to the catalogue's file"),
            Self::File => f.write_str("a file, relative to the folder of this one"),
            Self::Variant => f.write_str("a PascalCase name"),
            Self::Member => f.write_str("the name of a member"),
            Self::MemberPath => f.write_str("names of members, such as `error`, `a.b` or `\"errors[0]\"`"),
            Self::Reference(what) => write!(f, "the name of {what}"),
            Self::Word(words) => write!(f, "one of {}", words().join(", ")),
            Self::AttributeValue => f.write_str("a value of the attribute"),
            Self::List(element) => write!(f, "a list, each element {element}"),
            Self::Map(map) => write!(f, "a map with the keys {}", map.key_names().collect::<Vec<_>>().join(", ")),
            Self::Named(what, value) => write!(f, "a map from the name of {what} to {value}"),
            Self::Either(kinds) => {
                let kinds: Vec<_> = kinds.iter().map(ToString::to_string).collect();
                f.write_str(&kinds.join(", or "))
            }
        }
    }
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
