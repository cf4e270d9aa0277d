//! From draft to catalogue: resolves references to ids, and checks that names and numbers are unique.

mod arguments;
mod attributes;
mod codes;
mod fallback;
mod operations;
mod params;
mod unique;

use std::collections::HashMap;

use crate::catalogue::{Catalogue, CodeId};
use crate::decode::{Draft, SpannedText};
use crate::diagnostics::Sink;
use crate::format::{Key, deprecated};
use crate::render::rust::names::Names;
use crate::rules::RuleId;
use crate::source::SourceMap;
use attributes::Attributes;
use params::Params;

#[cfg(feature = "import")]
pub(crate) use arguments::MAX_PARAMS;

/// Resolves a draft. Mistakes are reported and replaced with some value: the catalogue can be linted, but not used.
pub(crate) fn resolve(draft: &Draft<'_, '_>, sources: &SourceMap, sink: &mut Sink) -> (Catalogue, Names) {
    let params = Params::of(draft);
    let attributes = Attributes::resolve(draft, sink);
    let code_ids = CodeIds::of(draft);
    let mut codes = codes::Resolver { head: &draft.head, params: &params, attributes: &attributes, sources, sink };
    let mut codes: Vec<_> = draft.codes.iter().map(|code| codes.resolve(code)).collect();
    for (draft, code) in draft.codes.iter().zip(&mut codes) {
        if let (Some(draft), Some(deprecation)) = (&draft.deprecated, &mut code.deprecated) {
            let replacement = draft.replaced_by.as_ref();
            deprecation.replaced_by =
                replacement.and_then(|name| code_ids.resolve(name, &deprecated::REPLACED_BY, sink));
        }
    }
    let (fallback, fallbacks) = fallback::resolve(&draft.head.fallback, &code_ids, sink);
    fallback::check_internal(draft, &code_ids, &codes, sink);
    let (groups, operations) = operations::resolve(draft, &code_ids, sink);
    let catalogue = Catalogue {
        name: draft.head.name.clone(),
        description: draft.head.description.clone(),
        docs_url: draft.head.docs_url.clone(),
        numbers: draft.numbers(),
        domain: draft.head.domain.clone(),
        wire: draft.head.wire.wire.clone(),
        fallback,
        fallbacks,
        outputs: draft.outputs.clone(),
        params: params::resolve(draft),
        attributes: attributes.list,
        reserved: draft.reserved.iter().map(|name| name.value.clone().into_owned()).collect(),
        reserved_numbers: draft.reserved_numbers.iter().map(|number| number.value).collect(),
        accepted: draft.accepted.clone(),
        groups,
        operations,
        codes,
        files: Vec::new(),
        #[cfg(feature = "diff")]
        sources: SourceMap::default(),
        warnings: None,
    };
    unique::check_names(draft, sink);
    unique::check_numbers(draft, sink);
    unique::check_sent_numbers(draft, sink);
    let (names, collisions) = Names::of(&catalogue);
    unique::report_collisions(draft, &catalogue, collisions, sink);
    (catalogue, names)
}

/// The codes by their names.
struct CodeIds<'d> {
    by_name: HashMap<&'d str, CodeId>,
    /// In the catalogue's order.
    names: Vec<&'d str>,
}

impl<'d> CodeIds<'d> {
    fn of(draft: &'d Draft<'_, '_>) -> Self {
        let names: Vec<_> = draft.codes.iter().map(|code| &*code.name.value).collect();
        let by_name = names.iter().enumerate().map(|(index, name)| (*name, CodeId::new(index))).collect();
        Self { by_name, names }
    }

    fn resolve(&self, name: &SpannedText<'_>, key: &Key, sink: &mut Sink) -> Option<CodeId> {
        let code = self.by_name.get(&*name.value).copied();
        // Without codes any name may be meant; that the catalogue has none is already reported.
        if code.is_none() && !self.names.is_empty() {
            let help = sink.did_you_mean(&name.value, self.names.iter().copied());
            let message = format!("there is no code `{}` for {key}", name.value);
            sink.report(RuleId::UnknownCode, name.span, message).help = help;
        }
        code
    }
}
