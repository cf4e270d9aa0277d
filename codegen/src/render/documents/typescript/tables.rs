//! The tables that the module looks things up in.

use std::collections::BTreeMap;

use super::text::{is_exact, literal};
use crate::catalogue::{Catalogue, Code, CodeId, Envelope, Param, ParamType, PathStep, Piece, Wire};
use crate::render::documents::Published;

pub(super) fn render(published: Published<'_>) -> String {
    let catalogue = published.catalogue;
    let name = |code: CodeId| literal(&catalogue[code].name);
    let none = || "undefined".to_owned();
    let params = || published.params();
    let types = params().filter(|param| !param.sensitive);
    let types = types.map(|param| format!("[{}, {}]", literal(&param.name), literal(param.kind.as_str())));
    let secrets = params().filter(|param| param.sensitive).map(|param| literal(&param.name));
    let is_secret = |code: &Code| code.params.iter().any(|&param| catalogue[param].sensitive);
    let secret_codes = published.codes().filter(|(_, code)| is_secret(code)).map(|(_, code)| literal(&code.name));
    let secret_violations = params().find(|param| param.sensitive && param.kind == ParamType::Violations);
    let aliases = published.codes().flat_map(|(_, code)| {
        code.aliases.iter().map(|alias| format!("[{}, {}]", literal(alias), literal(&code.name)))
    });
    let fallbacks = catalogue.fallbacks().iter().map(|fallback| {
        format!("[{}, {}, {}]", fallback.statuses.start(), fallback.statuses.end(), name(fallback.code))
    });
    let envelope = if let Wire::Envelope(envelope) = catalogue.wire() { self::envelope(envelope) } else { none() };
    let kinds = ["string", "integer", "unsigned", "float", "boolean", "list", "violations"].map(literal).join(" | ");
    let pairs = "ReadonlyMap<string, ErrorCode>";
    let constants = [
        ("types", "ReadonlyMap<string, ParamType>", format!("new Map([{}])", list(types))),
        ("sensitive", "ReadonlySet<string>", format!("new Set([{}])", list(secrets))),
        ("secretCodes", "ReadonlySet<ErrorCode>", format!("new Set([{}])", list(secret_codes))),
        ("secretViolations", "string | undefined", optional(secret_violations.map(|param: &Param| &*param.name))),
        ("aliases", pairs, format!("new Map([{}])", list(aliases))),
        ("numbers", "ReadonlyMap<number, ErrorCode>", format!("new Map([{}])", list(numbers(published).into_iter()))),
        ("fallback", "ErrorCode | undefined", catalogue.fallback().map_or_else(none, name)),
        ("fallbacks", "readonly (readonly [number, number, ErrorCode])[]", format!("[{}]", list(fallbacks))),
        ("writesProblems", "boolean", (*catalogue.wire() == Wire::Problem).to_string()),
        ("envelope", "Envelope | undefined", envelope),
        ("domain", "string", literal(catalogue.domain())),
        ("docsUrl", "string | undefined", optional(catalogue.docs_url.as_deref())),
    ];
    let constants = constants.map(|(name, kind, value)| {
        // A literal type would make some comparisons constant.
        let value = if value == "undefined" || value.starts_with('"') { format!("{value} as {kind}") } else { value };
        format!("const {name}: {kind} = {value};\n")
    });
    let members =
        ["code", "number", "message", "params", "status"].map(|name| format!("  readonly {name}?: string;\n"));
    let envelope = format!("interface Envelope {{\n  readonly at: readonly string[];\n{}}}\n\n", members.concat());
    format!("type ParamType = {kinds};\n\n{envelope}{}\n", constants.concat())
}

fn list(elements: impl Iterator<Item = String>) -> String {
    elements.collect::<Vec<_>>().join(", ")
}

fn optional(text: Option<&str>) -> String {
    text.map_or_else(|| "undefined".to_owned(), literal)
}

/// The numbers and their codes, without those that JavaScript can't tell from others.
fn numbers(published: Published<'_>) -> Vec<String> {
    if !matches!(published.catalogue.wire(), Wire::Envelope(Envelope { number: Some(_), .. })) {
        return Vec::new();
    }
    let numbers = published.codes().filter_map(|(_, code)| Some((code.number?, &code.name)));
    let numbers: BTreeMap<_, _> = numbers.filter(|(number, _)| is_exact((*number).into())).collect();
    numbers.into_iter().map(|(number, name)| format!("[{number}, {}]", literal(name))).collect()
}

fn envelope(envelope: &Envelope) -> String {
    let at = envelope.at.iter().map(|step| match step {
        PathStep::Member(name) => literal(name),
        PathStep::First => literal("0"),
    });
    let members = [
        ("code", &envelope.code),
        ("number", &envelope.number),
        ("message", &envelope.message),
        ("params", &envelope.params),
        ("status", &envelope.status),
    ];
    let members =
        members.into_iter().filter_map(|(name, member)| Some(format!("{name}: {}", literal(member.as_deref()?))));
    format!("{{ {} }}", list([format!("at: [{}]", list(at))].into_iter().chain(members)))
}

/// The pieces of a message, adjacent texts joined.
pub(super) fn pieces(catalogue: &Catalogue, code: &Code) -> String {
    let (mut pieces, mut text) = (Vec::new(), String::new());
    for piece in code.message.pieces() {
        match piece {
            Piece::Text(part) => text.push_str(part),
            Piece::Param(param) => {
                if !text.is_empty() {
                    pieces.push(literal(&std::mem::take(&mut text)));
                }
                pieces.push(format!("{{ param: {} }}", literal(&catalogue[param].name)));
            }
        }
    }
    if !text.is_empty() {
        pieces.push(literal(&text));
    }
    format!("[{}]", pieces.join(", "))
}
