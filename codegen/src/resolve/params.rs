//! References to params.

use std::collections::HashMap;

use crate::catalogue::{Param, ParamId};
use crate::decode::{Draft, ParamDraft};
use crate::diagnostics::Sink;
use crate::diagnostics::suggest::suggestion;
use crate::render::rust::ident;
use crate::rules::RuleId;
use crate::source::Span;

pub(super) fn resolve(draft: &Draft<'_, '_>) -> Vec<Param> {
    let drafts = draft.params.as_ref().given().into_iter().flatten();
    let param = |draft: &ParamDraft<'_>| Param {
        name: draft.name.value.clone().into_owned(),
        kind: draft.kind,
        description: draft.description.clone(),
        sensitive: draft.sensitive,
    };
    drafts.map(param).collect()
}

/// The declared params by their names.
pub(super) struct Params<'d> {
    by_name: HashMap<&'d str, ParamId>,
    /// In the order of the declarations.
    declared: Vec<&'d ParamDraft<'d>>,
    /// Whether the declarations can't be read; any name may then be declared.
    is_broken: bool,
}

impl<'d> Params<'d> {
    pub(super) fn of(draft: &'d Draft<'_, '_>) -> Self {
        let declared: Vec<_> = draft.params.as_ref().given().into_iter().flatten().collect();
        let names = declared.iter().map(|param| &*param.name.value);
        let by_name = names.enumerate().map(|(index, name)| (name, ParamId::new(index))).collect();
        Self { by_name, declared, is_broken: draft.params.is_broken() }
    }

    pub(super) fn find(&self, name: &str) -> Option<ParamId> {
        self.by_name.get(name).copied()
    }

    pub(super) fn declaration(&self, param: ParamId) -> &'d ParamDraft<'d> {
        self.declared[param.index()]
    }

    /// Reports an unknown param. Returns the param that was probably meant, which doesn't count as unused.
    pub(super) fn report_unknown(&self, name: &str, span: Span, sink: &mut Sink) -> Option<ParamId> {
        if self.is_broken {
            return None;
        }
        let meant = sink.nearest(name, self.declared.iter().map(|param| &*param.name.value));
        let help = match meant {
            Some(meant) => suggestion(meant),
            None if ident::is_snake(name) => format!("declare it under `params:`, as `{name}: string`"),
            None => "declare it under `params:`, with a name in snake_case".to_owned(),
        };
        sink.report(RuleId::UnknownParam, span, format!("there is no param `{name}`")).help = Some(help);
        meant.and_then(|name| self.find(name))
    }

    /// The params whose names occur as words in a text.
    pub(super) fn mentioned(&self, text: &str) -> impl Iterator<Item = ParamId> {
        text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).filter_map(|word| self.find(word))
    }
}
