//! The planters: each makes one mistake and marks its span.

mod declarations;
mod keys;
mod lints;
mod names;
mod operations;
mod templates;
mod values;
mod wire;

use random_catalogues::{Choices, Node};

use crate::catalogue::Catalogue;

/// A kind of mistake.
pub struct Planter {
    /// The id of the finding.
    pub id: &'static str,
    /// The mistake, in words.
    pub what: &'static str,
    /// Plants the mistake in a catalogue; `None` if that isn't possible, and then the catalogue is not used.
    pub plant: fn(&mut Catalogue, &mut Choices) -> Option<()>,
}

pub fn all() -> Vec<&'static Planter> {
    let all =
        [keys::ALL, values::ALL, wire::ALL, names::ALL, declarations::ALL, templates::ALL, operations::ALL, lints::ALL];
    all.into_iter().flatten().collect()
}

/// A shorthand for the tables.
const fn planter(
    id: &'static str,
    what: &'static str,
    plant: fn(&mut Catalogue, &mut Choices) -> Option<()>,
) -> Planter {
    Planter { id, what, plant }
}

impl Catalogue {
    fn codes(&mut self) -> Option<&mut Vec<(Node, Node)>> {
        self.root.get("codes")?.entries_mut()
    }

    /// One of the codes: its name and its map.
    fn code(&mut self, choices: &mut Choices) -> Option<&mut (Node, Node)> {
        let codes = self.codes()?;
        let at = choices.below(codes.len());
        codes.get_mut(at)
    }

    /// One of the codes that have a key.
    fn code_with(&mut self, key: &str, choices: &mut Choices) -> Option<&mut (Node, Node)> {
        let mut codes: Vec<_> = self.codes()?.iter_mut().filter(|(_, code)| code.has(key)).collect();
        let at = choices.below(codes.len().max(1));
        (at < codes.len()).then(|| codes.swap_remove(at))
    }

    /// Two codes, in any order.
    fn two_codes(&mut self, choices: &mut Choices) -> Option<[&mut (Node, Node); 2]> {
        let codes = self.codes()?;
        let first = choices.below(codes.len());
        let second = (first + 1 + choices.below(codes.len().max(2) - 1)) % codes.len();
        codes.get_disjoint_mut([first, second]).ok()
    }

    /// Adds the spare code, anywhere.
    fn add_spare(&mut self, choices: &mut Choices) -> Option<()> {
        let spare = self.spare.clone();
        let codes = self.codes()?;
        codes.insert(choices.below(codes.len() + 1), spare);
        Some(())
    }

    /// The part of the catalogue with this key, added if it is missing.
    fn section(&mut self, key: &str, choices: &mut Choices) -> Option<&mut Node> {
        if !self.root.has(key) {
            self.root.insert(key, Node::map::<&str>([]), choices)?;
        }
        self.root.get(key)
    }

    /// Declares an attribute that every code gives.
    fn declare_attribute(&mut self, name: &str, about: Node, value: &Node, choices: &mut Choices) -> Option<()> {
        self.section("attributes", choices)?.insert(name, about, choices)?;
        let Self { root, spare: (_, spare) } = self;
        let codes = root.get("codes")?.entries_mut()?.iter_mut().map(|(_, code)| code);
        for code in codes.chain([spare]) {
            if !code.has("attributes") {
                code.insert("attributes", Node::map::<&str>([]), choices)?;
            }
            code.get("attributes")?.insert(name, value.clone(), choices)?;
        }
        Some(())
    }

    /// Declares a param that one code uses.
    fn declare_param(&mut self, name: impl Into<Node>, about: Node, choices: &mut Choices) -> Option<()> {
        let name = name.into();
        let used = name.text()?.into();
        self.section("params", choices)?.insert(name, about, choices)?;
        self.code(choices)?.1.insert_item("params", used, choices)
    }
}

/// A name with a typo.
fn misspelt(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    format!("{first}{}", rest.chars().skip(1).collect::<String>())
}

/// A name that is not a code, marked.
fn missing_code(it: &mut Catalogue, choices: &mut Choices) -> Option<Node> {
    let real = it.code(choices)?.0.text()?.to_owned();
    Some(Node::from(choices.pick(&["NoSuchCode".to_owned(), "A b".to_owned(), misspelt(&real)])).marked())
}
