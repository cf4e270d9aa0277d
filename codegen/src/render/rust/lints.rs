//! The lints that generated code is exempt from, with the reasons.

use proc_macro2::TokenStream;
use quote::quote;

/// The lints that the names and texts of a catalogue can trigger, even in a crate with clippy's pedantic lints: the
/// arguments of one `allow` for each reason.
pub(super) fn allows() -> Vec<TokenStream> {
    vec![
        quote!(dead_code, reason = "not every catalogue needs everything"),
        quote!(deprecated, reason = "deprecated codes are in the tables too"),
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
            reason = "names come from the catalogue"
        },
        quote! {
            clippy::deprecated_semver,
            clippy::doc_markdown,
            clippy::unicode_not_nfc,
            rustdoc::broken_intra_doc_links,
            reason = "texts come from the catalogue"
        },
        quote! {
            clippy::fn_params_excessive_bools,
            clippy::match_single_binding,
            clippy::too_many_arguments,
            clippy::too_many_lines,
            reason = "their number depends on the catalogue"
        },
        quote! {
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "numbers in the tables fit their types in the catalogue"
        },
        quote! {
            clippy::enum_glob_use,
            clippy::let_and_return,
            reason = "compiles faster"
        },
    ]
}

/// The same for a module, of which its crate may use only a part.
pub(super) fn allows_of_module() -> Vec<TokenStream> {
    let unused = quote!(unreachable_pub, unused_imports, reason = "not every crate uses or exports everything");
    allows().into_iter().chain([unused]).collect()
}
