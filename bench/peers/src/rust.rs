//! The common parts of the peers' sources.

use crate::catalogue::{Catalogue, Code};

/// A text of each code, one after another.
pub(crate) fn each(catalogue: &Catalogue, text: impl FnMut(&Code) -> String) -> String {
    catalogue.codes.iter().map(text).collect()
}

/// The arms of a `match` over codes.
pub(crate) fn arms(catalogue: &Catalogue, value: impl Fn(&Code) -> String) -> String {
    each(catalogue, |code| format!("            Self::{} => {},\n", code.name, value(code)))
}

/// The fields of an error's variant as declared: ` { key: String }` or nothing.
pub(crate) fn fields(code: &Code) -> String {
    let fields: Vec<_> = code.params().map(|param| format!("{param}: String")).collect();
    if fields.is_empty() { String::new() } else { format!(" {{ {} }}", fields.join(", ")) }
}

/// The enum of errors: each variant with its docs, the attribute from `attribute`, and its params.
pub(crate) fn error_enum(catalogue: &Catalogue, attribute: impl Fn(&Code) -> String) -> String {
    let variants = each(catalogue, |code| {
        format!("    /// {}\n{}    {}{},\n", code.description, attribute(code), code.name, fields(code))
    });
    format!("pub enum Error {{\n{variants}}}\n")
}

/// `Error::code`.
pub(crate) fn code_of_error(catalogue: &Catalogue) -> String {
    let arms = each(catalogue, |Code { name, message, .. }| {
        let rest = if message.len() > 1 { " { .. }" } else { "" };
        format!("            Self::{name}{rest} => ErrorCode::{name},\n")
    });
    format!(
        "impl Error {{\n    pub fn code(&self) -> ErrorCode {{\n        match self {{\n{arms}        }}\n    }}\n}}\n"
    )
}

/// The enum of codes: each variant with its docs and the attribute from `attribute`.
pub(crate) fn code_enum(catalogue: &Catalogue, attribute: impl Fn(&Code) -> String) -> String {
    let variants =
        each(catalogue, |code| format!("    /// {}\n{}    {},\n", code.description, attribute(code), code.name));
    format!("pub enum ErrorCode {{\n{variants}}}\n")
}

/// `ErrorCode::http_status` and `ErrorCode::description`.
pub(crate) fn status_and_description(catalogue: &Catalogue) -> String {
    let statuses = arms(catalogue, |code| code.http_status.to_string());
    let descriptions = arms(catalogue, |code| format!("{:?}", code.description));
    format!(
        "    pub fn http_status(self) -> u16 {{\n        match self {{\n{statuses}        }}\n    }}\n    \
         pub fn description(self) -> &'static str {{\n        match self {{\n{descriptions}        }}\n    }}\n"
    )
}

/// An enum of codes that strum parses and prints.
pub(crate) fn strum_codes(catalogue: &Catalogue) -> String {
    let names = code_enum(catalogue, |Code { name, alias, .. }| {
        let attribute = |alias| format!("    #[strum(to_string = {name:?}, serialize = {alias:?})]\n");
        alias.as_ref().map(attribute).unwrap_or_default()
    });
    format!(
        "#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\n\
         #[derive(strum::EnumString, strum::IntoStaticStr, strum::VariantArray)]\n\
         {names}\
         impl ErrorCode {{\n    \
         pub const ALL: &'static [Self] = <Self as strum::VariantArray>::VARIANTS;\n    \
         pub fn as_str(self) -> &'static str {{ self.into() }}\n\
         {}}}\n",
        status_and_description(catalogue)
    )
}

/// An enum of codes without dependencies, except for the lookup by name.
pub(crate) fn plain_codes(catalogue: &Catalogue) -> String {
    format!(
        "#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\n{}impl ErrorCode {{\n    \
         pub const ALL: &'static [Self] = &[\n{}    ];\n    \
         pub fn as_str(self) -> &'static str {{\n        match self {{\n{}        }}\n    }}\n{}}}\n",
        code_enum(catalogue, |_| String::new()),
        each(catalogue, |code| format!("        Self::{},\n", code.name)),
        arms(catalogue, |code| format!("{:?}", code.name)),
        status_and_description(catalogue)
    )
}

/// An enum of errors that implements `Display` without dependencies.
pub(crate) fn plain_errors(catalogue: &Catalogue) -> String {
    let arms = each(catalogue, |code| {
        let name = &code.name;
        let params: Vec<_> = code.params().collect();
        if params.is_empty() {
            let text: String = code.format_string().replace("{{", "{").replace("}}", "}");
            format!("            Self::{name} => f.write_str({text:?}),\n")
        } else {
            format!("            Self::{name} {{ {} }} => write!(f, {:?}),\n", params.join(", "), code.format_string())
        }
    });
    format!(
        "#[derive(Debug, Clone, PartialEq, Eq)]\n{}impl std::error::Error for Error {{}}\n\
         impl std::fmt::Display for Error {{\n    \
         fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{\n        match self {{\n{arms}        \
         }}\n    }}\n}}\n{}",
        error_enum(catalogue, |_| String::new()),
        code_of_error(catalogue)
    )
}
