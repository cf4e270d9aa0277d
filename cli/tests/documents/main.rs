//! The documents that `errcat generate` writes, read with parsers of their formats.

#[path = "../support/mod.rs"]
mod support;

mod catalogues;
mod files;
mod guide;
mod hostile;
mod hostile_texts;
mod html;
mod html_page;
mod html_selector;
mod internal;
mod json;
mod markdown;
mod markdown_page;
mod openapi;
mod random;
