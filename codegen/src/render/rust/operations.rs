//! The module `operations`: for each operation a type that stands for it, its error, and its constructors.

mod groups;
mod sets;

use syn::{Fields, ImplItem, Item, ItemEnum, ItemImpl, Variant, parse_quote};

use self::groups::Groups;
use self::sets::Sets;
use super::code::deprecated;
use super::constructors::{Signatures, mentions_cow, mentions_violations};
use super::ident::ident;
use super::names::OperationNames;
use super::{NamedCatalogue, ast, blocks, docs, print};
#[cfg(feature = "diff")]
use crate::catalogue::Catalogue;
use crate::catalogue::{Code, CodeId, Operation};

/// For each operation the others whose errors `?` turns into errors of it.
#[cfg(feature = "diff")]
pub(crate) fn subsets(catalogue: &Catalogue) -> Vec<Vec<usize>> {
    Sets::new(catalogue).subsets(catalogue)
}

/// For each group the operations that have its trait.
#[cfg(feature = "diff")]
pub(crate) fn operations_of_groups(catalogue: &Catalogue) -> Vec<Vec<usize>> {
    Groups::new(catalogue, &Sets::new(catalogue)).operations
}

/// For each group the codes whose constructors all operations with its trait have.
#[cfg(feature = "diff")]
pub(crate) fn constructors_of_groups(catalogue: &Catalogue) -> Vec<Vec<CodeId>> {
    Groups::new(catalogue, &Sets::new(catalogue)).constructors(catalogue)
}

/// The module's text; empty if the catalogue has no operations.
pub(super) fn text(catalogue: &NamedCatalogue<'_>) -> String {
    let model = catalogue.model;
    if model.operations.is_empty() {
        return String::new();
    }
    let (signatures, sets) = (Signatures::new(), Sets::new(model));
    let groups = Groups::new(model, &sets);
    let operations = model.operations.iter().zip(&catalogue.names.operations).zip(sets.subsets(model)).enumerate();
    let operations = operations.map(|(index, ((operation, names), subsets))| {
        let mut items: Vec<_> = types(operation, names).into();
        items.push(facts(operation, names, catalogue));
        items.extend(groups.implemented_by(index, catalogue));
        items.extend(conversions(names, &subsets, catalogue));
        items.extend(names.code.iter().flat_map(|code| exhaustive(code, operation, names, catalogue)));
        items.extend(constructors(names, &groups.codes_besides(index, catalogue), catalogue, &signatures));
        print(items)
    });
    let texts = [print(uses(catalogue)), print(groups.items(catalogue, &signatures))].into_iter().chain(operations);
    let head = format!("//! The operations of {}, and the error type of each.\n", docs::line(&model.name));
    [head].into_iter().chain(texts).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

fn uses(catalogue: &NamedCatalogue<'_>) -> Vec<Item> {
    let model = catalogue.model;
    let codes = model.operations.iter().flat_map(|operation| &operation.errors).map(|&id| &model[id]);
    let mut uses = Vec::new();
    if mentions_cow(codes.clone(), model) {
        uses.push(parse_quote!(
            use super::alloc::borrow::Cow;
        ));
    }
    uses.extend::<[Item; 4]>([
        parse_quote!(
            use super::code::ErrorCode;
        ),
        parse_quote!(
            use super::error::Error;
        ),
        parse_quote!(
            use super::operation::error_of;
        ),
        parse_quote!(
            pub use super::operation::{ErrorOf, HasOnlyCodesOf, Operation};
        ),
    ]);
    if mentions_violations(codes, model) {
        uses.push(parse_quote!(
            use super::violation::Violation;
        ));
    }
    uses
}

/// The type that stands for an operation, and the type of its errors.
fn types(operation: &Operation, names: &OperationNames) -> [Item; 2] {
    let (rust_type, error) = (ident(&names.rust_type), ident(&names.error));
    let lead = format!("The operation {}", docs::code_span(&operation.name));
    let about = match operation.description.as_deref().unwrap_or_default() {
        "" => vec![format!("{lead}.")],
        description => blocks::lines_after(&lead, description),
    };
    let about = about.iter().map(|line| ast::doc(line));
    let about_error =
        format!(" An error of the operation [`{}`]: its constructors are those of its codes.", names.rust_type);
    [
        parse_quote! {
            #(#about)*
            pub enum #rust_type {}
        },
        parse_quote! {
            #[doc = #about_error]
            pub type #error = ErrorOf<#rust_type>;
        },
    ]
}

/// What the catalogue says about an operation.
fn facts(operation: &Operation, names: &OperationNames, catalogue: &NamedCatalogue<'_>) -> Item {
    let (rust_type, name) = (ident(&names.rust_type), &operation.name);
    let codes = operation.errors.iter().map(|&id| ast::path(&["ErrorCode", &catalogue.code(id).1.variant]));
    parse_quote! {
        impl Operation for #rust_type {
            const NAME: &'static str = #name;
            const CODES: &'static [ErrorCode] = &[#(#codes),*];
        }
    }
}

/// The errors of other operations that `?` turns into errors of this one.
fn conversions(names: &OperationNames, subsets: &[usize], catalogue: &NamedCatalogue<'_>) -> Vec<Item> {
    let error = ident(&names.error);
    let conversion = |&other: &usize| {
        let other = ident(&catalogue.names.operations[other].error);
        parse_quote!(impl HasOnlyCodesOf<#error> for #other {})
    };
    subsets.iter().map(conversion).collect()
}

/// The enum of an operation's codes, which other crates can match without a `_`.
fn exhaustive(code: &str, operation: &Operation, names: &OperationNames, catalogue: &NamedCatalogue<'_>) -> [Item; 3] {
    let (code, error) = (ident(code), ident(&names.error));
    let codes: Vec<_> = operation.errors.iter().map(|&id| catalogue.code(id)).collect();
    let variants = codes.iter().map(|(_, names)| Variant {
        attrs: vec![ast::doc(&format!("[`ErrorCode::{}`]", names.variant))],
        ident: ident(&names.variant),
        fields: Fields::Unit,
        discriminant: None,
    });
    let doc =
        format!(" The codes of a [`{error}`], for a `match` without a `_`: `match {code}::from(&error) {{ … }}`.");
    let empty: ItemEnum = parse_quote! {
        #[doc = #doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum #code {}
    };
    let idents: Vec<_> = codes.iter().map(|(_, names)| ident(&names.variant)).collect();
    // An error of the operation has one of its codes.
    let (last, others) = idents.split_last().expect("an operation has at least one code");
    [
        Item::Enum(ItemEnum { variants: variants.collect(), ..empty }),
        parse_quote! {
            impl From<&#error> for #code {
                #[inline]
                fn from(error: &#error) -> Self {
                    match error.code() {
                        #(ErrorCode::#others => Self::#others,)*
                        _ => Self::#last,
                    }
                }
            }
        },
        parse_quote! {
            impl From<#code> for ErrorCode {
                #[inline]
                fn from(code: #code) -> Self {
                    match code {
                        #(#code::#idents => Self::#idents,)*
                    }
                }
            }
        },
    ]
}

fn constructors(
    names: &OperationNames,
    codes: &[CodeId],
    catalogue: &NamedCatalogue<'_>,
    signatures: &Signatures,
) -> Option<Item> {
    let error = ident(&names.error);
    let mut block: ItemImpl = parse_quote!(impl #error {});
    block.items = codes.iter().map(|&code| constructor(code, catalogue, signatures)).collect();
    (!codes.is_empty()).then_some(Item::Impl(block))
}

/// The constructor on `Error`, for an error of the operation.
fn constructor(id: CodeId, catalogue: &NamedCatalogue<'_>, signatures: &Signatures) -> ImplItem {
    let (code, names): (&Code, _) = catalogue.code(id);
    let signature = signatures.of(code, catalogue.model);
    let arguments = signature.arguments.iter().map(|argument| ast::path(&[argument]));
    let error = ast::call(&["Error", &names.constructor], arguments);
    let body = ast::call(&["error_of"], [error].into_iter());
    let message = docs::code_span(code.message.as_str());
    let link = format!("[`Error::{}`] (HTTP {})", names.constructor, code.http_status);
    let mut attrs = vec![ast::doc(&if message.is_empty() { link } else { format!("{link}: {message}") })];
    attrs.extend(code.deprecated.as_ref().map(|deprecation| deprecated(deprecation, catalogue.model)));
    attrs.extend(signature.inline);
    ast::function(attrs, None, &names.constructor, signature.inputs, signature.output, body)
}
