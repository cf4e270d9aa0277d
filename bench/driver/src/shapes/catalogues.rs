//! Catalogues that are made to take long.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::{Counts, SIZES};
use crate::cargo::{artifact, workspace};
use crate::packages::repository;
use crate::valgrind;

const HEAD: &str = "errcat: 1\ncatalogue: {name: T}\n";
const CODE: &str = "http_status: 400, message: m, description: d";

/// A name, and how to make such a catalogue of about this size.
type Shape = (&'static str, fn(usize) -> String);

const SHAPES: [Shape; 15] = [
    ("codes", |size| codes(size, |at| format!("  Name{at}: {{{CODE}}}\n"))),
    ("a long name and a long reference", |size| {
        let (name, other) = ("a".repeat(size / 2), "b".repeat(size / 2));
        format!("{HEAD}codes:\n  ? {name}\n  : {{{CODE}, deprecated: {{replaced_by: {other}}}}}\n")
    }),
    ("a long fallback among many codes", |size| {
        let head = format!("errcat: 1\ncatalogue: {{name: T, fallback: {}}}\n", "c".repeat(size / 2));
        codes(size / 2, |at| format!("  Name{at}: {{{CODE}}}\n")).replace(HEAD, &head)
    }),
    ("tagged texts on one line", |size| list("!x a", size)),
    ("lists in place of texts", |size| list("[]", size)),
    ("tags without an end", |size| list("!<a", size)),
    ("wide characters on one line", |size| list("\u{e9}", size)),
    ("duplicates in reverse on one line", |size| {
        let names = || 0..size / 16;
        let names: Vec<_> = names().chain(names().rev()).map(|at| format!("n{at}")).collect();
        format!("{HEAD}codes: {{A: {{{CODE}, aliases: [{}]}}}}\n", names.join(","))
    }),
    ("duplicate keys", |size| codes(size, |_| format!("  A: {{{CODE}}}\n"))),
    ("misspelt references", |size| {
        codes(size, |at| format!("  Name{at}: {{{CODE}, deprecated: {{replaced_by: Nmae{at}}}}}\n"))
    }),
    ("misspelt keys", |size| codes(size, |at| format!("  Name{at}: {{http_staus: 400, mesage: m}}\n"))),
    ("params in one message", |size| {
        let params = || 0..size / 30;
        let declared: Vec<_> = params().map(|at| format!("p{at}: string")).collect();
        let shown = params().fold(String::new(), |shown, at| shown + &format!("{{{{.p{at}}}}}"));
        format!("{HEAD}params: {{{}}}\ncodes: {{A: {{http_status: 400, message: '{shown}'}}}}\n", declared.join(", "))
    }),
    ("attributes", |size| {
        let attributes = |text: &str| (0..size / 50).fold(String::new(), |all, at| all + &format!("a{at}: {text}, "));
        let (declared, given) = (attributes("{type: string}"), attributes("v"));
        format!("{HEAD}attributes: {{{declared}}}\ncodes: {{A: {{{CODE}, attributes: {{{given}}}}}}}\n")
    }),
    ("anchors and aliases", |size| {
        codes(size, |at| format!("  Name{at}: {{http_status: 400, message: &m{at} m, docs_url: *m{at}}}\n"))
    }),
    ("escapes in one message", |size| {
        format!("{HEAD}codes: {{A: {{http_status: 400, message: \"{}\"}}}}\n", "\\t{{.x}}".repeat(size / 8))
    }),
];

/// A catalogue with codes up to this size.
fn codes(size: usize, code: impl Fn(usize) -> String) -> String {
    let mut text = format!("{HEAD}codes:\n");
    for at in 0.. {
        if text.len() >= size {
            break;
        }
        text += &code(at);
    }
    text
}

/// A catalogue with a list of this on one line.
fn list(item: &str, size: usize) -> String {
    format!("{HEAD}codes: {{A: {{{CODE}, aliases: [{}]}}}}\n", vec![item; size / (item.len() + 1)].join(","))
}

/// The instructions for checking a catalogue of each shape, in all sizes.
pub fn count() -> Result<Vec<Counts>> {
    let build = ["build", "--locked", "--quiet", "--release", "--package", "errcat-cli"];
    let errcat = artifact(&mut workspace(&repository(), &build), "bin")?;
    let file = repository().join("bench/target/shape.yaml");
    let counts = SHAPES.iter().map(|(name, shape)| {
        let of_sizes = SIZES.iter().map(|&size| check(&errcat, &file, &shape(size)));
        Ok(Counts { name: (*name).to_owned(), of_sizes: of_sizes.collect::<Result<_>>()? })
    });
    counts.collect()
}

fn check(errcat: &Path, file: &Path, text: &str) -> Result<f64> {
    fs::write(file, text).with_context(|| file.display().to_string())?;
    let mut command = Command::new(errcat);
    command.arg("check").arg(file);
    // Most of them have mistakes.
    Ok(valgrind::instructions(&command, &[0, 1])?.0)
}
