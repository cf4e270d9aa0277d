//! Mistakes that a schema finds.

/// Wrong lines of a catalogue, and the places that the schema rejects.
pub const WRONG: &[(&str, &str)] = &[
    ("errcat: 2", "/errcat"),
    ("catalogue: {}", "/catalogue"),
    ("catalogue: {name: Test, wire: kratoss}", "/catalogue/wire"),
    ("catalogue: {name: Test, http_status: 99}", "/catalogue/http_status"),
    ("catalogue: {name: Test, numbers: many}", "/catalogue/numbers"),
    ("catalogue: {name: Test, fallback: {else: A, 302: A}}", "/catalogue/fallback"),
    ("codess: {}", ""),
    ("include: a.yaml", "/include"),
    ("outputs: {rust: {features: [axxum]}}", "/outputs/rust/features/0"),
    ("outputs: {rust: {exhaustive: yes}}", "/outputs/rust/exhaustive"),
    ("outputs: {markdown: {file: a.md}}", "/outputs/markdown"),
    ("params: {left: int}", "/params/left"),
    ("params: {Left: integer}", "/params"),
    ("params: {left: {type: integer, secret: true}}", "/params/left"),
    ("attributes: {retry: {values: never}}", "/attributes/retry"),
    ("lints: {similar-code: deny}", "/lints"),
    ("lints: {similar-codes: error}", "/lints/similar-codes"),
    ("groups: {common: A}", "/groups/common"),
    ("operations: {create: [A]}", "/operations/create"),
    ("reserved: [a b]", "/reserved/0"),
    ("codes: {A: {http_status: 400}}", "/codes/A"),
    ("codes: {A: {http_status: '400', message: a}}", "/codes/A/http_status"),
    ("codes: {A: {http_status: 600, message: a}}", "/codes/A/http_status"),
    ("codes: {A: {http_status: 400, message: [a]}}", "/codes/A/message"),
    ("codes: {A: {http_status: 400, mesage: a}}", "/codes/A"),
    ("codes: {A: {http_status: 400, message: a, params: left}}", "/codes/A/params"),
    ("codes: {A: {http_status: 400, message: a, grpc: not-found}}", "/codes/A/grpc"),
    ("codes: {A: {http_status: 400, message: a, number: 1.5}}", "/codes/A/number"),
    ("codes: {A: {http_status: 400, message: a, rust_name: an_error}}", "/codes/A/rust_name"),
    ("codes: {A: {http_status: 400, message: a, allow: [unknown-code]}}", "/codes/A/allow/0"),
    ("codes: {A: {http_status: 400, message: a, deprecated: {replaced: A}}}", "/codes/A/deprecated"),
    ("codes: {A B: {http_status: 400, message: a}}", "/codes"),
];

/// The catalogue with a wrong line in place of its own.
pub fn catalogue(line: &str) -> String {
    let (key, _) = line.split_once(':').expect("it is a key with a value");
    let rest = ["errcat: 1", "catalogue: {name: Test}", "codes: {A: {http_status: 400, message: a}}"];
    let rest = rest.into_iter().filter(|other| other.split(':').next() != Some(key));
    rest.chain([line]).collect::<Vec<_>>().join("\n")
}
