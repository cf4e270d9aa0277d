//! The records of the kinds of changes.

use super::rules::Breaks::{Behaviour, RustApi, Text, Wire};
use super::rules::Bump::{self, Major, Minor, Patch};
use super::rules::{Breaks, ChangeRule};

/// Declares the records, and an enum to refer to them.
macro_rules! rules {
    ($($variant:ident $id:literal: $name:literal, $breaks:expr, $bump:expr, $about:literal;)*) => {
        /// A reference to one of the records.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(super) enum RuleId { $($variant),* }

        pub(super) static RULES: &[ChangeRule] = &[$(record($id, $name, $breaks, $bump, $about)),*];
    };
}

const fn record(
    id: &'static str,
    name: &'static str,
    breaks: &'static [Breaks],
    bump: Bump,
    about: &'static str,
) -> ChangeRule {
    ChangeRule { id, name, breaks, bump, about }
}

impl RuleId {
    pub(super) fn rule(self) -> &'static ChangeRule {
        &RULES[self as usize]
    }
}

rules! {
    CodeAdded "code-added": "there is a new code", &[RustApi, Wire], Minor,
        "A client from before reads the new code as the `fallback` of its catalogue. It breaks the wire if there is no \
         `fallback`, since such a client can't read the error at all, or if the client takes the new name or number for \
         another code. It breaks Rust if `outputs.rust.exhaustive` is set: each `match` without a `_` needs a new arm.";
    CodeRemoved "code-removed": "a code is gone", &[RustApi, Wire], Major,
        "Its variant and its constructor are gone, and a new client reads an error of a server from before as its fallback or \
         not at all, unless the code was internal. Mark the code as `deprecated` first, and remove it in the next major version. If it has another name \
         now, keep the old one under `aliases`.";
    CodeRenamed "code-renamed": "a code has another name", &[RustApi, Wire], Minor,
        "If the old name is an alias of the new one, new clients understand servers from before; if only its number and its \
         message show that it is the same code, they don't: add the alias. Clients from before don't \
         know the new name: for them it is a new code. Rust breaks because the variant and the constructor have other names, \
         unless `rust_name` keeps the variant's.";
    CodeCaseChanged "code-case-changed": "a code's name is written in another way", &[RustApi, Wire], Minor,
        "Names on the wire are compared byte by byte, so `sold_out` and `SoldOut` are two codes there, though they may be one \
         variant in Rust. Keep the old spelling, or add it to `aliases` and announce the new one.";
    NameNotReserved "name-not-reserved": "a name that was used or reserved is free", &[], Patch,
        "A later code could take the name, and clients from before would mistake it for the old code. List the name under \
         `reserved`.";
    NumberNotReserved "number-not-reserved": "a number that was used or reserved is free", &[], Patch,
        "A later code could take the number, and clients from before would mistake it for the old code. List the number \
         under `reserved`.";
    NameReused "name-reused": "a name stands for another code", &[Wire], Major,
        "The name was that of another code, an alias of one, or reserved. Programs from before read it as what it was, and \
         stored errors and logs have it with its old meaning. Choose a name that was never used.";
    NumberReused "number-reused": "a number stands for another code", &[Wire, Behaviour], Major,
        "The number was that of another code, or reserved. Programs that store or compare numbers read it as what it was. \
         Choose a number that was never used. A code with another name and the same number that says the same, whatever its params, \
         is the same code, renamed; if it says something else too, write its old name under `aliases`.";
    NumberChanged "number-changed": "a code has another number", &[Wire, Behaviour], Major,
        "`number()` returns another value. If the envelope has the number, clients from before don't understand it.";
    NumberingChanged "numbering-changed": "numbers are added, removed, shared or no longer shared", &[RustApi], Minor,
        "With the numbers, `ErrorCode::number` and `ErrorCode::from_number` come and go. With `numbers: shared`, `from_number` \
         returns a slice instead of an `Option`.";
    StatusChanged "status-changed": "a code has another HTTP status", &[Behaviour], Major,
        "Clients, proxies and monitors that look at the status treat the error differently: a 4xx is not retried, a 5xx \
         counts as an outage.";
    GrpcChanged "grpc-changed": "a code has another gRPC code", &[Behaviour], Major,
        "gRPC clients decide by this code whether to retry.";
    CodeParamAdded "code-param-added": "a code has one more param", &[RustApi], Minor,
        "The constructor takes another argument, so each call of it has to be changed. Clients see the param as additional \
         metadata.";
    CodeParamRemoved "code-param-removed": "a code has one param less", &[RustApi, Wire], Major,
        "The constructor takes an argument less, and clients that show or use the value no longer receive it. Breaks only \
         Rust if the param is sensitive: those are never sent.";
    CodeParamsReordered "code-params-reordered": "a code's params are in another order", &[RustApi, Behaviour], Major,
        "The arguments of the constructor changed places. Where the types differ, calls no longer compile. Where they are the \
         same, calls compile and swap the values, which is worse. Keep the order of the code's `params`.";
    MessageReworded "message-reworded": "a message has another text", &[Wire, Text], Patch,
        "People read another text. It breaks the wire only if the format has no member for params: then clients take them out \
         of the message, which those from before can no longer do.";
    PlaceholderMoved "placeholder-moved": "a message shows its params differently", &[Wire, Text], Patch,
        "A placeholder was added, removed or moved. It breaks the wire only if the format has no member for params: then \
         clients take them out of the message, and those from before can mistake one for another.";
    DescriptionChanged "description-changed": "a code has another description", &[Text], Patch,
        "Documents, and problems of RFC 9457 as their `title`, show another text.";
    HelpChanged "help-changed": "a code has another help", &[Text], Patch,
        "Documents show another text.";
    CodeMadeInternal "code-made-internal": "a code is no longer published", &[Wire, Text], Major,
        "Servers send the fallback in its place, so clients no longer learn about it, and documents no longer have it.";
    CodePublished "code-published": "an internal code is published", &[Text], Minor,
        "Servers send it to clients, where they sent the fallback before, and documents show it.";
    AliasAdded "alias-added": "a code has a new alias", &[], Minor,
        "The name is now read as this code.";
    AliasRemoved "alias-removed": "a code has an alias less", &[Wire], Major,
        "Errors with the old name, from servers from before or out of storage, are no longer read as this code. Keep aliases \
         as long as anything can still send the name.";
    AttributeAdded "attribute-added": "there is a new attribute", &[], Minor,
        "`ErrorCode` has a new method.";
    AttributeRemoved "attribute-removed": "an attribute is gone", &[RustApi], Major,
        "The method of `ErrorCode` is gone, and with it the attribute's type if it had words.";
    AttributeRetyped "attribute-retyped": "an attribute has another type", &[RustApi], Major,
        "The method of `ErrorCode` returns another type.";
    AttributeDescriptionChanged "attribute-description-changed": "an attribute has another description", &[Text], Patch,
        "Documents and rustdoc show another text.";
    AttributeDefaultChanged "attribute-default-changed": "an attribute has another default", &[Behaviour], Patch,
        "Every code without a value of its own has another one now, and clients that look at the attribute treat it \
         differently. Breaks nothing if each code has its own.";
    AttributeValueAdded "attribute-value-added": "an attribute can have one more value", &[RustApi], Minor,
        "The attribute's enum has a new variant: each `match` on it needs a new arm.";
    AttributeValueRemoved "attribute-value-removed": "an attribute can have one value less", &[RustApi], Major,
        "The attribute's enum has lost a variant.";
    AttributeValuesReordered "attribute-values-reordered": "an attribute's values are in another order", &[Behaviour], Major,
        "The attribute's enum is `Ord` in the order of its values, so comparisons and sorted lists come out differently.";
    AttributeValueChanged "attribute-value-changed": "a code has another value of an attribute", &[Behaviour], Major,
        "Programs that look at the attribute, such as one that says whether to retry, treat the error differently.";
    ParamAdded "param-added": "a new param is declared", &[RustApi], Minor,
        "`Error` has a new method. It breaks Rust only if it is the first param of the type `float`: then `Error` is no \
         longer `Eq`.";
    ParamRemoved "param-removed": "a param is no longer declared", &[RustApi], Major,
        "The method of `Error` that returns its value is gone.";
    ParamRetyped "param-retyped": "a param has another type", &[RustApi, Wire], Major,
        "Constructors take another type, the method of `Error` returns another one, and clients from before may not be able \
         to read the value.";
    ParamMadeSensitive "param-made-sensitive": "a param is sensitive now", &[Wire], Major,
        "Clients no longer receive the value, and see `[redacted]` in the message.";
    ParamMadePublic "param-made-public": "a param is no longer sensitive", &[Behaviour], Major,
        "Values that stayed inside the program are now sent to every client and shown in messages and logs. Make sure that \
         this is meant.";
    ParamDescriptionChanged "param-description-changed": "a param has another description", &[Text], Patch,
        "Documents and rustdoc show another text.";
    FallbackAdded "fallback-added": "there is a fallback now", &[RustApi], Minor,
        "A received code that is not in the catalogue is read as the fallback. With the features `http` and `tonic` reading \
         can no longer fail, so the functions return an `Error` where they returned a `Result`.";
    FallbackRemoved "fallback-removed": "there is no fallback any more", &[RustApi, Wire], Major,
        "An error with a code that is not in the catalogue can no longer be read. With the features `http` and `tonic` the \
         functions return a `Result` where they returned an `Error`.";
    FallbackChanged "fallback-changed": "the fallback is another code", &[Behaviour], Major,
        "A received code that is not in the catalogue is read as another code than before, with other attributes.";
    WireChanged "wire-changed": "errors have another format on the wire", &[Wire], Major,
        "Clients from before look for the code in another place. Clients of the generated Rust read `kratos` and `problem` \
         whichever the catalogue says, but other clients don't.";
    DomainChanged "domain-changed": "the domain of the codes is another one", &[Wire], Major,
        "gRPC clients from before take an `ErrorInfo` of another domain for that of another service, and don't look at its \
         code. Without `domain`, the catalogue's `name` is the domain.";
    CatalogueNameChanged "catalogue-name-changed": "the catalogue has another name", &[Text], Patch,
        "Documents and rustdoc show another name. (If there is no `domain`, it is a `domain-changed` too.)";
    CatalogueDescriptionChanged "catalogue-description-changed": "the catalogue has another description", &[Text], Patch,
        "Documents and rustdoc show another text.";
    DocsUrlChanged "docs-url-changed": "the page of a code or of all codes is another one", &[Wire, Text], Patch,
        "Links lead elsewhere. It breaks the wire if errors are problems of RFC 9457: the page is their `type`, by which \
         clients tell them apart.";
    DeprecationAdded "deprecation-added": "a code is deprecated", &[], Minor,
        "rustc warns where the code is used.";
    DeprecationRemoved "deprecation-removed": "a code is no longer deprecated", &[Text], Patch,
        "rustc no longer warns where the code is used.";
    DeprecationChanged "deprecation-changed": "the note of a deprecated code is another one", &[Text], Patch,
        "rustc and documents show another text.";
    CodesReordered "codes-reordered": "codes are in another order", &[Behaviour], Major,
        "`ErrorCode` is `Ord` in the order of the catalogue, so comparisons, sorted lists and `ErrorCode::ALL` come out \
         differently. New codes may be anywhere; those that were there should keep their order.";
    OperationAdded "operation-added": "there is a new operation", &[], Minor,
        "The module `operations` has new types.";
    OperationRemoved "operation-removed": "an operation is gone", &[RustApi], Major,
        "Its types are gone from the module `operations`.";
    OperationWidened "operation-widened": "an operation can answer with one more code", &[RustApi, Behaviour], Major,
        "Callers that handle each code of the operation meet one that they don't know. It breaks Rust if the operation is \
         `exhaustive`, or if `?` turned its errors into those of an operation that doesn't have the code.";
    OperationNarrowed "operation-narrowed": "an operation can answer with one code less", &[RustApi], Major,
        "The constructor of the operation's error type is gone, and `?` no longer takes the errors of operations that have \
         the code.";
    OperationDescriptionChanged "operation-description-changed": "an operation has another description", &[Text], Patch,
        "Documents and rustdoc show another text.";
    GroupAdded "group-added": "there is a new group", &[], Minor,
        "The module `operations` may have a new trait.";
    GroupRemoved "group-removed": "a group is gone", &[RustApi], Minor,
        "If it had a trait in the module `operations`, that is gone.";
    GroupChanged "group-changed": "a group has other codes", &[RustApi], Minor,
        "Operations that don't have all its codes no longer have its trait, and functions for any operation with the trait \
         have other constructors.";
    ExhaustiveChanged "exhaustive-changed": "a `match` needs a `_` where it didn't, or the reverse", &[RustApi], Minor,
        "`exhaustive` was set or removed, for the catalogue or for an operation. Without it, a `match` that names every code \
         needs a `_`, and an operation has no enum of its codes.";
    FeatureAdded "feature-added": "there is a new Cargo feature", &[], Minor,
        "The generated code can do more.";
    FeatureRemoved "feature-removed": "a Cargo feature is gone", &[RustApi], Major,
        "Packages that ask for the feature no longer build.";
    RustItemChanged "rust-item-changed": "something has another name in Rust", &[RustApi], Major,
        "The catalogue says the same, but an item of the generated code is gone or has another name: `rust_name` changed, or \
         a name has to make way for a new one.";
}
