//! What editors offer where something is named.

use super::{Schema, one_of};
use crate::catalogue::Catalogue;
use crate::format::kind::Declared;
use crate::rules::RuleId;

/// One of these words, of which some have a meaning, or else this.
pub(super) fn offered(words: Vec<(&str, Option<&str>)>, schema: Schema) -> Schema {
    if words.is_empty() {
        return schema;
    }
    let mut any_of = if words.iter().any(|(_, meaning)| meaning.is_some()) {
        words.into_iter().map(|(word, meaning)| constant(word, meaning)).collect()
    } else {
        vec![one_of(words.into_iter().map(|(word, _)| word).collect())]
    };
    any_of.push(schema);
    Schema { any_of, ..Schema::default() }
}

fn constant(word: &str, meaning: Option<&str>) -> Schema {
    Schema { only: Some(word.into()), description: meaning.map(ToOwned::to_owned), ..Schema::default() }
}

/// What the catalogue declares, with what it says about it.
pub(super) fn names(catalogue: &Catalogue, declared: Declared) -> Vec<(&str, Option<&str>)> {
    fn plain(name: &str) -> (&str, Option<&str>) {
        (name, None)
    }
    let codes = || catalogue.codes().iter().map(|code| plain(&code.name));
    let groups = || catalogue.groups().iter().map(|group| plain(&group.name));
    match declared {
        Declared::Param => {
            catalogue.params().iter().map(|param| (param.name.as_str(), param.description.as_deref())).collect()
        }
        Declared::Attribute => {
            let attributes = catalogue.attributes().iter();
            attributes.map(|attribute| (attribute.name.as_str(), attribute.description.as_deref())).collect()
        }
        // Values are those of an attribute; the catalogue as a whole has none.
        Declared::Value => Vec::new(),
        Declared::Lint => RuleId::lints().map(|lint| plain(lint.rule().id())).collect(),
        Declared::Group => groups().collect(),
        Declared::Operation => catalogue.operations().iter().map(|operation| plain(&operation.name)).collect(),
        Declared::Code => codes().collect(),
        Declared::CodeOrGroup => groups().chain(codes()).collect(),
    }
}
