//! The documents that `errcat generate` writes, read with parsers of their formats.

#[path = "../support/mod.rs"]
mod support;

mod catalogues;
mod files;
mod guide;
mod hostile;
mod internal;
mod json;
mod markdown;
mod markdown_page;
mod random;
