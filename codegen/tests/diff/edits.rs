//! A random sequence of known edits has exactly the changes of these edits.

use std::collections::BTreeSet;

use errcat::{Catalogue, Change, diff};
use random_catalogues::{
    AttributeType, AttributeValue, Choices, Code, Deprecation, Operation, Param, Piece, Random, Taste,
};

/// An edit of a code whose name is given, and the changes that it is.
type Edit = fn(&mut Edited, usize);

/// A catalogue that is edited, with the keys of the changes so far.
struct Edited {
    catalogue: random_catalogues::Catalogue,
    expected: BTreeSet<String>,
    /// How many names have been planted.
    planted: u32,
}

const EDITS: &[(&str, Edit)] = &[
    ("status", |it, at| {
        let code = &mut it.catalogue.codes[at];
        code.http_status = if code.http_status == 418 { 451 } else { 418 };
        it.expect("status-changed", at);
    }),
    ("grpc", |it, at| {
        let code = &mut it.catalogue.codes[at];
        code.grpc = if code.grpc == Some("ABORTED") { None } else { Some("ABORTED") };
        it.expect("grpc-changed", at);
    }),
    ("description", |it, at| {
        it.catalogue.codes[at].description = Some("Planted.".to_owned());
        it.expect("description-changed", at);
    }),
    ("help", |it, at| {
        it.catalogue.codes[at].help = Some("Planted.".to_owned());
        it.expect("help-changed", at);
    }),
    ("page", |it, at| {
        it.catalogue.codes[at].docs_url = Some("https://planted.example/".to_owned());
        it.expect("docs-url-changed", at);
    }),
    ("text", |it, at| {
        it.catalogue.codes[at].message.push(Piece::Text(" planted".to_owned()));
        it.expect("message-reworded", at);
    }),
    ("shown param", |it, at| {
        let name = it.declare_param();
        it.catalogue.codes[at].message.push(Piece::param(&name));
        it.expect("placeholder-moved", at);
        it.expect_of("code-param-added", at, &name);
    }),
    ("listed param", |it, at| {
        let name = it.declare_param();
        it.catalogue.codes[at].params.push(name.clone());
        it.expect_of("code-param-added", at, &name);
    }),
    ("alias", |it, at| {
        let name = it.planted("Planted");
        it.catalogue.codes[at].aliases.push(name.clone());
        it.expect_of("alias-added", at, &name);
    }),
    ("no aliases", |it, at| {
        for alias in std::mem::take(&mut it.catalogue.codes[at].aliases) {
            it.expect_of("alias-removed", at, &alias);
            it.expected.insert(format!("name-not-reserved:{alias}"));
        }
    }),
    ("new name", |it, at| {
        it.expect("code-renamed", at);
        let name = it.planted("Planted");
        let code = &mut it.catalogue.codes[at];
        code.aliases.push(std::mem::replace(&mut code.name, name));
    }),
    ("spelling", |it, at| {
        it.expect("code-case-changed", at);
        let code = &mut it.catalogue.codes[at];
        code.aliases.push(code.name.clone());
        code.name = code.name.to_lowercase();
    }),
    ("rust name", |it, at| {
        it.catalogue.codes[at].rust_name = Some(it.planted("Planted"));
        it.expect("rust-item-changed", at);
    }),
    ("number", |it, at| {
        let number = 1_000_000 + u32::try_from(at).expect("there are few codes");
        if let Some(was) = it.catalogue.codes[at].number.replace(number) {
            it.expect("number-changed", at);
            it.expected.insert(format!("number-not-reserved:{was}"));
        } else {
            it.catalogue.codes[at].number = None;
        }
    }),
    ("deprecation", |it, at| {
        let code = &mut it.catalogue.codes[at];
        let is_deprecated = code.deprecated.is_some();
        let note = Deprecation { note: Some("Planted.".to_owned()), ..Deprecation::default() };
        code.deprecated = (!is_deprecated).then_some(note);
        it.expect(if is_deprecated { "deprecation-removed" } else { "deprecation-added" }, at);
    }),
    ("attribute value", |it, at| {
        let Some(attribute) = it.catalogue.attributes.first().cloned() else { return };
        let code = &it.catalogue.codes[at];
        let (_, value) = it.catalogue.values_of(code).next().expect("it has a value of each attribute");
        let other = match (&attribute.kind, value) {
            (AttributeType::Words(words), AttributeValue::Text(was)) => {
                let Some(other) = words.iter().find(|word| *word != was) else { return };
                AttributeValue::Text(other.clone())
            }
            (_, AttributeValue::Text(was)) => AttributeValue::Text(format!("{was}x")),
            (_, AttributeValue::Integer(was)) => AttributeValue::Integer(was ^ 1),
            (_, AttributeValue::Unsigned(was)) => AttributeValue::Unsigned(was ^ 1),
            (_, AttributeValue::Boolean(was)) => AttributeValue::Boolean(!was),
        };
        let code = &mut it.catalogue.codes[at];
        code.attributes.retain(|(name, _)| *name != attribute.name);
        code.attributes.push((attribute.name.clone(), other));
        it.expect_of("attribute-value-changed", at, &attribute.name);
    }),
    ("removal", |it, at| {
        it.expect("code-removed", at);
        let code = it.catalogue.codes[at].clone();
        for name in code.aliases.iter().chain([&code.name]) {
            it.expected.insert(format!("name-not-reserved:{name}"));
        }
        it.expected.extend(code.number.map(|number| format!("number-not-reserved:{number}")));
        // It is removed at the end, so that the others stay where they are.
        it.catalogue.codes[at].name.clear();
    }),
    ("addition", |it, at| {
        let code = Code { name: it.planted("Planted"), number: it.number(), ..plain(&it.catalogue.codes[at]) };
        it.expected.insert(format!("code-added:{}", code.name));
        it.catalogue.codes.push(code);
    }),
    ("operation", |it, at| {
        let (name, code) = (it.planted("planted"), it.catalogue.codes[at].name.clone());
        it.expected.insert(format!("operation-added:{name}"));
        let exhaustive = None;
        it.catalogue.operations.push(Operation { name, description: None, errors: vec![code], exhaustive });
    }),
    ("nothing", |_, _| {}),
];

impl Edited {
    /// A catalogue with a code for each edit, apart from those that others refer to.
    fn new(choices: &mut Choices) -> Self {
        let Random { mut catalogue, spare } = random_catalogues::Catalogue::random(choices, Taste::Clean);
        catalogue.lints.clear();
        let mut edited = Self { catalogue, expected: BTreeSet::new(), planted: 0 };
        for _ in EDITS {
            let name = edited.planted("Base");
            let aliases = if choices.chance(50) { vec![edited.planted("Alias")] } else { Vec::new() };
            let code = Code { name, aliases, number: spare.number.and_then(|_| edited.number()), ..plain(&spare) };
            edited.catalogue.codes.push(code);
        }
        edited
    }

    /// A name that nothing has.
    fn planted(&mut self, start: &str) -> String {
        self.planted += 1;
        format!("{start}{}", self.planted)
    }

    /// A number that nothing has, if codes have numbers.
    fn number(&mut self) -> Option<u32> {
        self.planted += 1;
        let have_numbers = self.catalogue.codes.iter().any(|code| code.number.is_some());
        have_numbers.then_some(2_000_000 + self.planted)
    }

    fn declare_param(&mut self) -> String {
        let name = self.planted("planted");
        self.expected.insert(format!("param-added:{name}"));
        self.catalogue.params.push(Param { name: name.clone(), kind: "string", description: None, sensitive: None });
        name
    }

    fn expect(&mut self, rule: &str, code: usize) {
        self.expected.insert(format!("{rule}:{}", self.catalogue.codes[code].name));
    }

    fn expect_of(&mut self, rule: &str, code: usize, part: &str) {
        self.expected.insert(format!("{rule}:{}:{part}", self.catalogue.codes[code].name));
    }
}

/// A code without what must be unique.
fn plain(code: &Code) -> Code {
    Code { rust_name: None, aliases: Vec::new(), number: None, internal: None, deprecated: None, ..code.clone() }
}

fn parsed(catalogue: &random_catalogues::Catalogue) -> Catalogue {
    let yaml = catalogue.yaml();
    Catalogue::parse("errors.yaml", yaml.as_bytes()).unwrap_or_else(|mistakes| panic!("{yaml}\n{mistakes}"))
}

#[test]
fn known_edits_are_exactly_what_is_found() {
    let mut found = BTreeSet::new();
    for seed in 0..100 {
        let mut choices = Choices::of_seed(seed);
        let mut edited = Edited::new(&mut choices);
        let before = edited.catalogue.clone();
        let first = before.codes.len() - EDITS.len();
        let mut edits: Vec<_> = EDITS.iter().enumerate().filter(|_| choices.chance(40)).collect();
        choices.shuffle(&mut edits);
        for (at, (_, edit)) in &edits {
            edit(&mut edited, first + at);
        }
        edited.catalogue.codes.retain(|code| !code.name.is_empty());
        let (old, new) = (parsed(&before), parsed(&edited.catalogue));
        let changes = diff(&old, &new);
        let keys: Vec<_> = changes.changes().iter().map(Change::key).collect();
        let unique: BTreeSet<_> = keys.iter().cloned().collect();
        let names: Vec<_> = edits.iter().map(|(_, (name, _))| name).collect();
        assert_eq!(unique, edited.expected, "seed {seed}: {names:?}");
        assert_eq!(keys.len(), unique.len(), "seed {seed}: reported twice");
        found.extend(changes.changes().iter().map(|change| change.rule().id()));
    }
    assert!(found.len() > 20, "only {found:?}");
}
