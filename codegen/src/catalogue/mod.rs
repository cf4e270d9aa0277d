//! The model: a catalogue without mistakes, which is all that the renderers read.
//!
//! Everything in it is parsed: a message is a [`Template`], a reference is an id, and an omitted value is `None`.

mod accepted;
mod attribute;
mod code;
mod ids;
mod operation;
mod outputs;
mod param;
#[cfg(any(feature = "diff", feature = "documents"))]
mod parts;
mod template;
mod wire;

use std::borrow::Cow;
use std::ops::Index;
use std::path::{Path, PathBuf};

pub use accepted::Acceptance;
pub(crate) use attribute::ScalarType;
pub use attribute::{Attribute, AttributeType, AttributeValue};
pub use code::{Code, Deprecation, GrpcCode, Numbers};
pub use ids::{AttributeId, CodeId, GroupId, OperationId, ParamId, WordId};
pub use operation::{Group, Operation};
pub use outputs::{Colour, Document, DocumentFormat, Feature, OpenApiVersion};
pub(crate) use outputs::{Outputs, RustOutput};
pub(crate) use param::REDACTED;
pub use param::{Param, ParamType};
#[cfg(any(feature = "diff", feature = "documents"))]
pub(crate) use parts::values;
pub use template::{Piece, Template};
pub(crate) use template::{ProblemKind, Shown};
pub(crate) use wire::StandardWire;
pub use wire::{Envelope, Fallback, PathStep, Wire};

use crate::diagnostics::Diagnostics;

/// A checked catalogue of error codes: the code rendered from it compiles.
///
/// ```
/// let text = "errcat: 1\ncatalogue: {name: Shop}\ncodes:\n  SoldOut: {http_status: 409, message: sold out}\n";
/// let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes())?;
/// let [code] = catalogue.codes() else { panic!("one code") };
/// assert_eq!((&*code.name, code.http_status, code.message.as_str()), ("SoldOut", 409, "sold out"));
/// assert_eq!(code.description, None);
/// # Ok::<(), errcat::Diagnostics>(())
/// ```
#[derive(Debug, Default)]
pub struct Catalogue {
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) docs_url: Option<String>,
    pub(crate) numbers: Numbers,
    pub(crate) domain: Option<String>,
    pub(crate) wire: Wire,
    pub(crate) fallback: Option<CodeId>,
    pub(crate) fallbacks: Vec<Fallback>,
    pub(crate) outputs: Outputs,
    pub(crate) params: Vec<Param>,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) reserved: Vec<String>,
    pub(crate) reserved_numbers: Vec<i64>,
    pub(crate) accepted: Vec<Acceptance>,
    pub(crate) groups: Vec<Group>,
    pub(crate) operations: Vec<Operation>,
    pub(crate) codes: Vec<Code>,
    pub(crate) files: Vec<PathBuf>,
    /// The texts of the files, to find the places of changes in.
    #[cfg(feature = "diff")]
    pub(crate) sources: crate::source::SourceMap,
    pub(crate) warnings: Option<Diagnostics>,
}

impl Catalogue {
    /// The name of the catalogue.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the catalogue is about.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.description.as_deref()
    }

    /// The domain of the codes, which tells them from those of other services: the catalogue's own, or else its name.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.domain.as_deref().unwrap_or(&self.name)
    }

    /// The format of errors on the wire.
    #[must_use]
    pub fn wire(&self) -> &Wire {
        &self.wire
    }

    /// Whether codes may share their numbers.
    #[must_use]
    pub fn numbers(&self) -> Numbers {
        self.numbers
    }

    /// The code to use for a received code that is not in the catalogue, unless [`fallbacks`](Self::fallbacks) has one for
    /// the status.
    #[must_use]
    pub fn fallback(&self) -> Option<CodeId> {
        self.fallback
    }

    /// The codes to use instead of [`fallback`](Self::fallback) for some HTTP statuses: first those for one status each,
    /// in the order of the statuses. The first one that has a status counts.
    #[must_use]
    pub fn fallbacks(&self) -> &[Fallback] {
        &self.fallbacks
    }

    /// The code for received codes that are not in the catalogue, and for internal ones that are sent.
    #[cfg(any(feature = "diff", feature = "documents", feature = "openapi"))]
    pub(crate) fn fallback_for(&self, status: u16) -> Option<CodeId> {
        let by_status = self.fallbacks.iter().find(|fallback| fallback.statuses.contains(&status));
        by_status.map(|fallback| fallback.code).or(self.fallback)
    }

    /// The code that is sent in place of an internal one: the fallback for its status.
    #[cfg(any(feature = "diff", feature = "documents", feature = "openapi"))]
    pub(crate) fn stand_in(&self, code: &Code) -> Option<CodeId> {
        if code.internal { self.fallback_for(code.http_status) } else { None }
    }

    /// The code that is sent for a code: itself, or the one in its place.
    #[cfg(any(feature = "documents", feature = "openapi"))]
    pub(crate) fn sent(&self, id: CodeId) -> CodeId {
        self.stand_in(&self[id]).unwrap_or(id)
    }

    /// The params, in the order of their declarations.
    #[must_use]
    pub fn params(&self) -> &[Param] {
        &self.params
    }

    /// The attributes, in the order of their declarations.
    #[must_use]
    pub fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }

    /// The names that must never be used again.
    #[must_use]
    pub fn reserved(&self) -> &[String] {
        &self.reserved
    }

    /// The numbers that must never be used again: those of the reserved names that are numbers.
    #[must_use]
    pub fn reserved_numbers(&self) -> &[i64] {
        &self.reserved_numbers
    }

    /// The changes since an earlier version that are meant.
    #[must_use]
    pub fn accepted(&self) -> &[Acceptance] {
        &self.accepted
    }

    /// The groups of codes, in the catalogue's order.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The operations, in the catalogue's order.
    ///
    /// ```
    /// let text = "
    /// errcat: 1
    /// catalogue: {name: Shop, http_status: 409}
    /// groups: {common: [Busy]}
    /// operations: {buy: {errors: [SoldOut, common]}}
    /// codes: {SoldOut: {message: sold out}, Busy: {message: busy}}
    /// ";
    /// let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes())?;
    /// let [buy] = catalogue.operations() else { panic!("one operation") };
    /// let errors: Vec<_> = buy.errors.iter().map(|&code| &*catalogue[code].name).collect();
    /// assert_eq!((&*buy.name, &*errors), ("buy", &["SoldOut", "Busy"][..]));
    /// # Ok::<(), errcat::Diagnostics>(())
    /// ```
    #[must_use]
    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// The operations that can answer with a code.
    pub fn operations_with(&self, code: CodeId) -> impl Iterator<Item = &Operation> {
        self.operations.iter().filter(move |operation| operation.errors.contains(&code))
    }

    /// The codes, in the catalogue's order.
    #[must_use]
    pub fn codes(&self) -> &[Code] {
        &self.codes
    }

    /// The code with this name or alias.
    #[must_use]
    pub fn code(&self, name: &str) -> Option<CodeId> {
        let is_named = |code: &Code| code.name == name || code.aliases.iter().any(|alias| alias == name);
        self.codes.iter().position(is_named).map(CodeId::new)
    }

    /// Where a code is documented: its own page, or the catalogue's page at the code's name.
    #[must_use]
    pub fn docs_url_of<'c>(&'c self, code: &'c Code) -> Option<Cow<'c, str>> {
        let page = || self.docs_url.as_ref().map(|page| Cow::Owned(format!("{page}#{}", code.name)));
        code.docs_url.as_deref().map(Cow::Borrowed).or_else(page)
    }

    /// The integrations to generate.
    #[must_use]
    pub fn features(&self) -> &[Feature] {
        &self.outputs.rust.features
    }

    /// The folder for the sources of a whole crate (`outputs.rust.path`), relative to the catalogue's file. `None` if
    /// the generated code is a module in the user's crate.
    #[must_use]
    pub fn rust_path(&self) -> Option<&Path> {
        self.outputs.rust.path.as_deref().map(Path::new)
    }

    /// Whether other crates can match all codes without a `_` (`outputs.rust.exhaustive`).
    #[must_use]
    pub fn is_exhaustive(&self) -> bool {
        self.outputs.rust.exhaustive
    }

    /// The documents to generate. Without the Cargo feature `documents` they are not generated.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        &self.outputs.documents
    }

    /// The files that the catalogue was read from: first its own, then those that it includes.
    #[must_use]
    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }

    /// The lints' findings that don't keep the catalogue from being used; `None` if there are none.
    #[must_use]
    pub fn warnings(&self) -> Option<&Diagnostics> {
        self.warnings.as_ref()
    }
}

impl Index<CodeId> for Catalogue {
    type Output = Code;

    fn index(&self, id: CodeId) -> &Code {
        &self.codes[id.index()]
    }
}

impl Index<GroupId> for Catalogue {
    type Output = Group;

    fn index(&self, id: GroupId) -> &Group {
        &self.groups[id.index()]
    }
}

impl Index<OperationId> for Catalogue {
    type Output = Operation;

    fn index(&self, id: OperationId) -> &Operation {
        &self.operations[id.index()]
    }
}

impl Index<ParamId> for Catalogue {
    type Output = Param;

    fn index(&self, id: ParamId) -> &Param {
        &self.params[id.index()]
    }
}

impl Index<AttributeId> for Catalogue {
    type Output = Attribute;

    fn index(&self, id: AttributeId) -> &Attribute {
        &self.attributes[id.index()]
    }
}
