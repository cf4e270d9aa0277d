//! What is judged across codes: names on the wire, numbers, and names in Rust.

use std::collections::HashMap;

use super::Checker;
use super::codes::Draft;
use crate::catalogue::{Catalogue, CodeId};
use crate::diagnostics::Id;
use crate::document::Node;
use crate::render::rust::ident;
use crate::render::rust::names::{Collision, Names, Owner};

const MAX_NAME: usize = 128;

impl<'n, 't> Checker<'n, 't> {
    /// A text that can be a name on the wire.
    pub(super) fn name(&mut self, node: &'n Node<'t>, what: &str) -> Option<String> {
        let name = self.text(node, what)?;
        self.valid_name(node, &name, what);
        Some(name.into_owned())
    }

    pub(super) fn valid_name(&mut self, node: &'n Node<'t>, name: &str, what: &str) {
        let is_valid = |b: u8| b.is_ascii_alphanumeric() || b"_-.:".contains(&b);
        let has_letter = name.bytes().any(|b| b.is_ascii_alphanumeric());
        if name.len() > MAX_NAME || !has_letter || !name.bytes().all(is_valid) {
            let rule = "ASCII letters, digits, `_`, `-`, `.` and `:`, at least one a letter or digit";
            let message = format!("{what} must be 1 to {MAX_NAME} {rule}");
            self.report(Id::InvalidName, node, message);
        }
    }

    /// The nodes of a list of names, with the names.
    pub(super) fn names(&mut self, node: &'n Node<'t>, what: &str) -> Vec<(String, &'n Node<'t>)> {
        let nodes = self.list(node, what);
        nodes.iter().filter_map(|node| Some((self.name(node, "a name")?, node))).collect()
    }

    /// No name is two codes', an alias's of another, or a reserved one.
    pub(super) fn unique_names(&mut self, drafts: &[Draft<'n, 't>], reserved: &[(String, &'n Node<'t>)]) {
        let codes = drafts.iter().map(|draft| (&*draft.code.name, draft.key));
        let aliases = drafts
            .iter()
            .flat_map(|draft| draft.code.aliases.iter().map(|name| &**name).zip(draft.aliases.iter().copied()));
        let reserved = reserved.iter().map(|(name, node)| (&**name, *node));
        let mut seen = HashMap::new();
        for (name, node) in codes.chain(aliases).chain(reserved) {
            let first = *seen.entry(name).or_insert(node);
            if first.id != node.id {
                self.report_second(Id::DuplicateName, [first, node], format!("the name `{name}` is already taken"));
            }
        }
    }

    /// All codes have a number of their own, or none has.
    pub(super) fn numbering(&mut self, drafts: &[Draft<'n, 't>]) {
        if drafts.iter().all(|draft| draft.number.is_none()) {
            return;
        }
        let mut seen = HashMap::new();
        for draft in drafts {
            match (draft.number, draft.code.number) {
                (None, _) if !draft.is_map => {}
                (None, _) => {
                    let message = format!("`{}` has no number, though other codes have", draft.code.name);
                    self.report(Id::MissingNumber, draft.key, message);
                }
                (Some(node), Some(number)) => {
                    let first = *seen.entry(number).or_insert(node);
                    if first.id != node.id {
                        self.report_second(Id::DuplicateNumber, [first, node], format!("{number} is already taken"));
                    }
                }
                (Some(_), None) => {}
            }
        }
    }

    /// What refers to a code refers to one that is there.
    pub(super) fn references(
        &mut self,
        drafts: &mut [Draft<'n, 't>],
        fallback: Option<&'n Node<'t>>,
    ) -> Option<CodeId> {
        let names: Vec<_> = drafts.iter().map(|draft| draft.code.name.clone()).collect();
        let known: HashMap<_, _> =
            names.iter().enumerate().map(|(index, name)| (&**name, CodeId::new(index))).collect();
        for draft in &mut *drafts {
            let code = draft.replaced_by.and_then(|node| self.reference(node, "`replaced_by`", &known, &names));
            if let Some(deprecation) = &mut draft.code.deprecated {
                deprecation.replaced_by = code;
            }
        }
        fallback.and_then(|node| self.reference(node, "`fallback`", &known, &names))
    }

    fn reference(
        &mut self,
        node: &'n Node<'t>,
        what: &str,
        known: &HashMap<&str, CodeId>,
        names: &[String],
    ) -> Option<CodeId> {
        let name = self.text(node, what)?;
        // Without codes any name may be meant: that there are none has been told.
        if known.is_empty() {
            return None;
        }
        let code = known.get(&*name).copied();
        if code.is_none() {
            // Suggestions go by the catalogue's order, which a map has not.
            let help = self.did_you_mean(&name, names.iter().map(|name| &**name));
            self.report(Id::UnknownCode, node, format!("there is no code `{name}`")).help = help;
        }
        code
    }

    /// The name that the author wants for a variant.
    pub(super) fn rust_name(&mut self, node: &'n Node<'t>) -> Option<String> {
        let name = self.text(node, "`rust_name`")?;
        if !ident::is_pascal(&name) {
            let finding = self.report(Id::InvalidName, node, format!("`rust_name` must be PascalCase, found `{name}`"));
            finding.help = Some(format!("write `{}`", ident::variant(&name, "Code")));
        }
        Some(name.into_owned())
    }

    /// No two things get the same Rust name. `word_nodes` are those of the attributes' words.
    pub(super) fn unique_rust_names(
        &mut self,
        catalogue: &Catalogue,
        attributes: &[(&'n Node<'t>, &'n [Node<'t>])],
        codes: &[&'n Node<'t>],
    ) {
        let (_, collisions) = Names::of(catalogue);
        let node = |owner| match owner {
            Owner::Code(code) => codes[code.index()],
            Owner::Attribute(attribute) => attributes[attribute.index()].0,
            Owner::Word(attribute, word) => &attributes[attribute.index()].1[word.index()],
        };
        for Collision { first, second, what, name } in collisions {
            let message = format!("the {what} `{name}` in Rust is already another's");
            let finding = self.report_second(Id::DuplicateRustName, [node(first), node(second)], message);
            finding.help = Some("give one of them another name; a code can have a `rust_name`".to_owned());
        }
    }
}
