//! The lints that generated code is exempt from, with the reasons.
//!
//! Every lint is named, never a group: a crate that forbids a lint doesn't compile with a module that allows it, even as
//! part of a group. So nothing is here that generated code can do without, such as a panic or an `unwrap`.

use proc_macro2::TokenStream;
use quote::quote;

/// The arguments of one `allow` for each reason.
pub(super) fn allows() -> Vec<TokenStream> {
    of_catalogue().into_iter().chain(of_compiler()).chain([of_style()]).collect()
}

/// The same for a module, of which its crate may use only a part.
pub(super) fn allows_of_module() -> Vec<TokenStream> {
    let mut allows = allows();
    allows.push(quote! {
        unnameable_types,
        unreachable_pub,
        unused_imports,
        reason = "not every crate uses or exports everything"
    });
    allows
}

/// For the re-export of a module's items.
pub(super) fn allows_of_reexport() -> TokenStream {
    quote! {
        unknown_lints,
        unreachable_pub,
        unused_imports,
        clippy::allow_attributes,
        clippy::pub_use,
        reason = "not every crate uses or exports everything"
    }
}

/// What depends on the catalogue.
fn of_catalogue() -> [TokenStream; 6] {
    [
        quote!(dead_code, reason = "not every catalogue needs everything"),
        quote!(deprecated, reason = "deprecated codes are in the tables too"),
        quote! {
            clippy::disallowed_names,
            clippy::enum_variant_names,
            clippy::iter_not_returning_iterator,
            clippy::len_without_is_empty,
            clippy::many_single_char_names,
            clippy::min_ident_chars,
            clippy::new_ret_no_self,
            clippy::new_without_default,
            clippy::same_name_method,
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
            clippy::doc_paragraphs_missing_punctuation,
            clippy::non_ascii_literal,
            clippy::unicode_not_nfc,
            rustdoc::broken_intra_doc_links,
            reason = "texts come from the catalogue"
        },
        quote! {
            clippy::fn_params_excessive_bools,
            clippy::match_single_binding,
            clippy::multiple_inherent_impl,
            clippy::too_many_arguments,
            clippy::too_many_lines,
            reason = "their number depends on the catalogue"
        },
        quote! {
            clippy::arithmetic_side_effects,
            clippy::as_conversions,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::indexing_slicing,
            clippy::integer_division,
            clippy::integer_division_remainder_used,
            clippy::little_endian_bytes,
            clippy::string_slice,
            reason = "positions and numbers are from the tables, or were just found"
        },
    ]
}

/// What compilers and crates differ in.
fn of_compiler() -> [TokenStream; 2] {
    [
        quote!(
            redundant_imports,
            unknown_lints,
            reason = "crates differ in their edition, and compilers in their lints"
        ),
        quote! {
            missing_copy_implementations,
            missing_debug_implementations,
            clippy::enum_glob_use,
            clippy::let_and_return,
            clippy::missing_const_for_fn,
            clippy::missing_inline_in_public_items,
            clippy::single_call_fn,
            reason = "compiles faster"
        },
    ]
}

/// What is a matter of style; other lints ask for the opposite of some.
fn of_style() -> TokenStream {
    quote! {
        unused_results,
        clippy::absolute_paths,
        clippy::allow_attributes,
        clippy::arbitrary_source_item_ordering,
        clippy::error_impl_error,
        clippy::exhaustive_enums,
        clippy::exhaustive_structs,
        clippy::field_scoped_visibility_modifiers,
        clippy::impl_trait_in_params,
        clippy::implicit_return,
        clippy::missing_docs_in_private_items,
        clippy::missing_trait_methods,
        clippy::option_if_let_else,
        clippy::or_fun_call,
        clippy::pattern_type_mismatch,
        clippy::pub_use,
        clippy::pub_with_shorthand,
        clippy::question_mark_used,
        clippy::redundant_pub_crate,
        clippy::renamed_function_params,
        clippy::shadow_reuse,
        clippy::shadow_unrelated,
        clippy::single_char_lifetime_names,
        clippy::str_to_string,
        clippy::unused_trait_names,
        clippy::use_debug,
        clippy::wildcard_enum_match_arm,
        reason = "a matter of style"
    }
}
