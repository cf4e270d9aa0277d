//! The front page of a generated crate's documentation.

use proc_macro2::TokenStream;
use quote::quote;

use super::names::CodeNames;
use super::{NamedCatalogue, blocks, docs};
use crate::catalogue::{Catalogue, Code, Feature, Param, ParamId, ParamType, Piece, REDACTED};

/// The values of the page's `#![doc = …]` attributes.
pub(super) fn lines(catalogue: &NamedCatalogue<'_>) -> Vec<TokenStream> {
    let model = catalogue.model;
    let mut lines = vec![format!("{}: error codes.", docs::line(&model.name))];
    if let Some(description) = &model.description {
        lines.push(String::new());
        lines.extend(blocks::lines(description));
    }
    lines.push(String::new());
    lines.push(
        "An [`Error`] is a code with the values that its message shows. [`ErrorCode`] has what the catalogue says about each code."
            .to_owned(),
    );
    lines.push(String::new());
    lines.push("```".to_owned());
    let mut lines: Vec<_> = lines.iter().map(|line| doc(line)).collect();
    // The name of the crate is up to its package.
    lines.push(quote!(concat!("use ", module_path!(), "::{Error, ErrorCode};")));
    let rest = [example(catalogue), next_steps(catalogue), features(model)].concat();
    lines.extend(rest.iter().map(|line| doc(line)));
    lines
}

fn doc(line: &str) -> TokenStream {
    let line = if line.is_empty() { String::new() } else { format!(" {line}") };
    quote!(#line)
}

/// The rest of the example, which is run as a doctest.
fn example(catalogue: &NamedCatalogue<'_>) -> Vec<String> {
    let model = catalogue.model;
    let (code, CodeNames { variant, constructor }) = example_code(catalogue);
    let arguments: Vec<_> = code.params.iter().map(|&param| argument(&model[param])).collect();
    vec![
        String::new(),
        format!("let error = Error::{constructor}({});", arguments.join(", ")),
        format!("assert_eq!(error.to_string(), {:?});", message(code, model)),
        format!("assert_eq!(error.code(), ErrorCode::{variant});"),
        format!("assert_eq!(error.http_status(), {});", code.http_status),
        format!("assert_eq!({:?}.parse(), Ok(ErrorCode::{variant}));", code.name),
        "```".to_owned(),
    ]
}

/// The code that makes the best example: if possible, one with params that may be shown.
fn example_code<'c>(catalogue: &'c NamedCatalogue<'_>) -> (&'c Code, &'c CodeNames) {
    let is_ascii = |code: &Code| code.message.as_str().bytes().all(|byte| matches!(byte, b' '..=b'~'));
    let is_sensitive = |param: &ParamId| catalogue.model[*param].sensitive;
    let worth = |code: &Code| {
        let has_params = (1..=3).contains(&code.params.len());
        let is_usual = code.deprecated.is_none() && is_ascii(code) && !code.params.iter().any(is_sensitive);
        (is_usual, has_params)
    };
    let mut codes = catalogue.codes();
    let first = codes.next().expect("a catalogue has at least one code");
    codes.fold(first, |best, other| if worth(other.0) > worth(best.0) { other } else { best })
}

/// A value for a param, as an argument.
fn argument(param: &Param) -> String {
    match param.kind {
        ParamType::String => format!("{:?}", param.name),
        ParamType::Integer | ParamType::Unsigned => "3".to_owned(),
        ParamType::Float => "1.5".to_owned(),
        ParamType::Boolean => "true".to_owned(),
        ParamType::List => "[\"one\", \"two\"]".to_owned(),
        ParamType::Violations => "[(\"one\", \"is missing\"), (\"two\", \"is too long\")]".to_owned(),
    }
}

/// The message with these values.
fn message(code: &Code, catalogue: &Catalogue) -> String {
    let shown = |param: &Param| {
        match param.kind {
            _ if param.sensitive => REDACTED,
            ParamType::String => &param.name,
            ParamType::Integer | ParamType::Unsigned => "3",
            ParamType::Float => "1.5",
            ParamType::Boolean => "true",
            ParamType::List | ParamType::Violations => "one, two",
        }
        .to_owned()
    };
    let pieces = code.message.pieces().map(|piece| match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Param(param) => shown(&catalogue[param]),
    });
    pieces.collect()
}

/// What to do with an error.
fn next_steps(catalogue: &NamedCatalogue<'_>) -> Vec<String> {
    let lines = ["", "# What to do with an error", "", "- [`Error::code`] is what to `match` on."];
    let attributes = catalogue.attributes().flat_map(|(attribute, names)| {
        let link = format!("[`ErrorCode::{}`]", names.accessor);
        blocks::item("- ", &link, attribute.description.as_deref().unwrap_or_default())
    });
    let attachments = [
        "- [`Error::with_source`] attaches the cause, for logs only. [`ResultExt::or_error`] makes an error from its cause.",
        "- [`Error::with_metadata`] attaches information for the recipient, such as a trace id.",
        "- [`Error::with_retry_after`] says how long the recipient should wait before a retry.",
    ];
    lines.into_iter().map(String::from).chain(attributes).chain(attachments.map(String::from)).collect()
}

/// The features, and what they are for.
fn features(catalogue: &Catalogue) -> Vec<String> {
    if catalogue.features().is_empty() {
        return Vec::new();
    }
    let head = ["", "# Features", "", "For sending errors, and for reading received ones:", ""];
    let features =
        catalogue.features().iter().map(|&feature| format!("- `{}`: {}", feature.as_str(), purpose(feature)));
    head.map(String::from).into_iter().chain(features).collect()
}

fn purpose(feature: Feature) -> &'static str {
    match feature {
        Feature::Serde => "`Serialize` and `Deserialize`, for any self-describing format.",
        Feature::Http => "`http::Response` from an error, and `Error::from_response` for clients.",
        Feature::HttpBody => "`Error::from_response_body`, which reads at most 64 KiB. Turns `http` on.",
        Feature::Axum => "`IntoResponse`, so that handlers return errors. Turns `http` on.",
        Feature::ActixWeb => "`ResponseError`, so that handlers return errors.",
        Feature::Tonic => "`tonic::Status` from an error and back.",
        Feature::Utoipa => "`IntoResponses` and `ErrorComponents`: the error responses in a service's OpenAPI.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example_of(declarations: &str) -> Vec<String> {
        let yaml = format!("errcat: 1\ncatalogue: {{name: T}}\n{declarations}");
        let catalogue = Catalogue::parse("errors.yaml", yaml.as_bytes()).unwrap_or_else(|found| panic!("{found}"));
        let lines = example(&NamedCatalogue::new(&catalogue));
        assert!(
            syn::parse_str::<syn::Block>(&format!("{{{}}}", lines[..lines.len() - 1].join("\n"))).is_ok(),
            "{lines:?}"
        );
        lines
    }

    #[test]
    fn a_code_with_params_is_the_example() {
        let lines = example_of(
            "params: {article: string, left: integer, tags: list, now: boolean}\ncodes:\n  \
             Plain: {http_status: 400, message: plain}\n  \
             Old: {http_status: 400, message: '{{.article}}', deprecated: x}\n  \
             SoldOut: {http_status: 409, message: '{{.left}}, {{.tags}}', params: [now]}\n",
        );
        assert_eq!(lines[1], r#"let error = Error::sold_out(true, 3, ["one", "two"]);"#);
    }

    #[test]
    fn any_code_can_be_the_example() {
        let lines = example_of(
            "params: {token: {type: string, sensitive: true}}\ncodes:\n  \
             type: {http_status: 400, message: \"{{.token}} ``` \\\" \\\\ \\u202e\\n# a é\", deprecated: x}\n",
        );
        assert_eq!(
            lines[1..4],
            [
                r#"let error = Error::type_("token");"#,
                r#"assert_eq!(error.to_string(), "[redacted] ``` \" \\ \u{202e}\n# a é");"#,
                "assert_eq!(error.code(), ErrorCode::Type);",
            ]
        );
    }
}
