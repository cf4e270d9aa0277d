//! The lints that generated code is exempt from, with the reasons.

use proc_macro2::TokenStream;
use quote::quote;

/// What the names and texts of a catalogue can trip, in a crate that asks for clippy's pedantic lints too: the arguments of
/// one `allow` for each reason.
pub(super) fn allows() -> Vec<TokenStream> {
    vec![
        quote!(dead_code, reason = "not every catalogue needs all of it"),
        quote!(deprecated, reason = "deprecated codes are in the tables, too"),
        quote! {
            clippy::disallowed_names,
            clippy::enum_variant_names,
            clippy::iter_not_returning_iterator,
            clippy::len_without_is_empty,
            clippy::many_single_char_names,
            clippy::new_without_default,
            clippy::self_named_constructors,
            clippy::should_implement_trait,
            clippy::similar_names,
            clippy::upper_case_acronyms,
            clippy::wrong_self_convention,
            reason = "the names are the catalogue's"
        },
        quote! {
            clippy::deprecated_semver,
            clippy::doc_markdown,
            clippy::unicode_not_nfc,
            rustdoc::broken_intra_doc_links,
            reason = "the texts are the catalogue's"
        },
        quote! {
            clippy::fn_params_excessive_bools,
            clippy::match_single_binding,
            clippy::too_many_arguments,
            clippy::too_many_lines,
            reason = "the catalogue says how many there are"
        },
        quote! {
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a number in the tables fits the type that the catalogue gives it"
        },
        quote! {
            clippy::enum_glob_use,
            clippy::let_and_return,
            reason = "the compiler takes less time so"
        },
    ]
}

/// The same for a module, whose user may need less of it than the users of a crate do.
pub(super) fn allows_of_module() -> Vec<TokenStream> {
    let unused = quote!(unreachable_pub, unused_imports, reason = "not every crate needs all of it, or shows it");
    allows().into_iter().chain([unused]).collect()
}
