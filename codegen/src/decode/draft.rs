//! A catalogue as written: texts with their spans, and references by name.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use super::{Field, Spanned};
use crate::catalogue::{Acceptance, GrpcCode, Numbers, Outputs, ParamType, ScalarType, Wire};
use crate::rules::{Level, RuleId};
use crate::source::Span;
use crate::yaml::Node;

/// A name or a text, and its span.
pub(crate) type SpannedText<'t> = Spanned<Cow<'t, str>>;

/// A catalogue whose references are not yet resolved.
#[derive(Default)]
pub(crate) struct Draft<'n, 't> {
    pub(crate) head: Head<'t>,
    pub(crate) outputs: Outputs,
    pub(crate) params: Field<Vec<ParamDraft<'t>>>,
    pub(crate) attributes: Field<Vec<AttributeDraft<'n, 't>>>,
    pub(crate) reserved: Vec<SpannedText<'t>>,
    /// Those of the reserved names that are numbers.
    pub(crate) reserved_numbers: Vec<Spanned<i64>>,
    /// Only in the first file.
    pub(crate) accepted: Vec<Acceptance>,
    /// The levels of lints that the catalogue sets.
    pub(crate) levels: Vec<(RuleId, Level)>,
    pub(crate) groups: Field<Vec<GroupDraft<'t>>>,
    pub(crate) operations: Field<Vec<OperationDraft<'t>>>,
    /// Whether there is a `codes`, readable or not.
    pub(crate) has_codes: bool,
    pub(crate) codes: Vec<CodeDraft<'n, 't>>,
}

impl Draft<'_, '_> {
    /// Whether codes may share their numbers.
    pub(crate) fn numbers(&self) -> Numbers {
        self.head.numbers.as_ref().map_or_else(Numbers::default, |numbers| numbers.value)
    }
}

/// The settings of the catalogue as a whole.
#[derive(Default)]
pub(crate) struct Head<'t> {
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) docs_url: Option<String>,
    pub(crate) http_status: Field<Spanned<u16>>,
    pub(crate) numbers: Option<Spanned<Numbers>>,
    pub(crate) domain: Option<String>,
    pub(crate) wire: WireDraft,
    pub(crate) fallback: FallbackDraft<'t>,
}

/// The format of errors on the wire.
#[derive(Default)]
pub(crate) struct WireDraft {
    pub(crate) wire: Wire,
    /// The name of the member with the code's number.
    pub(crate) number: Option<Span>,
}

/// The codes to use for received codes that are not in the catalogue.
#[derive(Default)]
pub(crate) struct FallbackDraft<'t> {
    /// Those for some HTTP statuses, in any order.
    pub(crate) by_status: Vec<(RangeInclusive<u16>, SpannedText<'t>)>,
    /// Whether the catalogue names none.
    pub(crate) is_missing: bool,
    /// The one for everything else.
    pub(crate) other: Option<SpannedText<'t>>,
}

pub(crate) struct ParamDraft<'t> {
    pub(crate) name: SpannedText<'t>,
    pub(crate) kind: ParamType,
    pub(crate) description: Option<String>,
    pub(crate) sensitive: bool,
}

pub(crate) struct AttributeDraft<'n, 't> {
    pub(crate) name: SpannedText<'t>,
    pub(crate) description: Option<String>,
    pub(crate) kind: AttributeKind<'t>,
    /// Not yet checked against the type. Broken if the declaration is: whether there is a default is then unknown.
    pub(crate) default: Field<&'n Node<'t>>,
}

pub(crate) enum AttributeKind<'t> {
    /// Each with its meaning.
    Words(Vec<(SpannedText<'t>, Option<String>)>),
    Scalar(ScalarType),
}

pub(crate) struct GroupDraft<'t> {
    pub(crate) name: SpannedText<'t>,
    /// Names of codes and of other groups.
    pub(crate) errors: Field<Vec<SpannedText<'t>>>,
}

pub(crate) struct OperationDraft<'t> {
    pub(crate) name: SpannedText<'t>,
    pub(crate) description: Option<String>,
    /// Names of codes and of groups.
    pub(crate) errors: Field<Vec<SpannedText<'t>>>,
    pub(crate) exhaustive: bool,
}

pub(crate) struct CodeDraft<'n, 't> {
    pub(crate) name: SpannedText<'t>,
    pub(crate) http_status: Field<Spanned<u16>>,
    pub(crate) message: Field<SpannedText<'t>>,
    pub(crate) description: Field<SpannedText<'t>>,
    pub(crate) help: Option<String>,
    /// Where the code is said to be internal.
    pub(crate) internal: Option<Span>,
    pub(crate) params: Field<Vec<SpannedText<'t>>>,
    pub(crate) attributes: Field<Vec<GivenAttribute<'n, 't>>>,
    pub(crate) deprecated: Option<DeprecationDraft<'t>>,
    pub(crate) aliases: Vec<SpannedText<'t>>,
    pub(crate) number: Field<Spanned<i64>>,
    pub(crate) docs_url: Option<String>,
    pub(crate) rust_name: Option<SpannedText<'t>>,
    pub(crate) grpc: Option<GrpcCode>,
    /// The lints that the code switches off.
    pub(crate) allow: Vec<RuleId>,
}

/// A code's value of an attribute.
pub(crate) struct GivenAttribute<'n, 't> {
    pub(crate) name: SpannedText<'t>,
    /// Not yet checked against the attribute's type; `None` if nothing is written.
    pub(crate) value: Option<&'n Node<'t>>,
}

pub(crate) struct DeprecationDraft<'t> {
    pub(crate) since: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) replaced_by: Option<SpannedText<'t>>,
}

impl CodeDraft<'_, '_> {
    /// The span for a finding about the code's name in Rust.
    pub(crate) fn rust_name_span(&self) -> Span {
        self.rust_name.as_ref().map_or(self.name.span, |name| name.span)
    }

    /// Whether the code's params are known.
    pub(crate) fn has_known_params(&self) -> bool {
        matches!(self.message, Field::Given(_)) && !self.params.is_broken()
    }
}
