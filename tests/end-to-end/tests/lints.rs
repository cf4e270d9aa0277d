//! Generated code in other people's builds: under every lint, in every edition, beside macros with the names of the
//! prelude's.

mod foreign;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use end_to_end_tests::{repository, skip, succeed};

use self::foreign::{Finding, Workspace};

/// The names of all lints that the installed rustc and clippy have; those that aren't stable yet do nothing.
fn lints() -> Option<BTreeSet<String>> {
    let help = Command::new("clippy-driver").args(["-W", "help"]).output().ok()?;
    let help = succeed(&help);
    let lints = help.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        let (name, level) = (words.next()?, words.next()?);
        ["allow", "warn", "deny"].contains(&level).then(|| name.replace('-', "_"))
    });
    // The lint `unknown_lints` reports those that aren't stable; `warnings` is the group of all that warn.
    Some(lints.filter(|lint| lint != "unknown_lints" && lint != "warnings").collect())
}

/// The lints that the documentation says generated code allows.
fn documented() -> BTreeSet<String> {
    let text = fs::read_to_string(repository().join("docs/lints.md")).expect("the page is there");
    let rows = text.lines().filter(|line| line.starts_with("| "));
    let spans = rows.flat_map(|row| row.split('`').skip(1).step_by(2).map(ToOwned::to_owned).collect::<Vec<_>>());
    spans.collect()
}

/// The lints in the text's `allow` attributes.
fn allowed(text: &str) -> BTreeSet<String> {
    let attributes = text.split("[allow(").skip(1).filter_map(|rest| rest.split_once("reason"));
    let names = attributes.flat_map(|(names, _)| names.split(','));
    names.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

/// How often each lint found something, and the first that it found.
fn summary<'f>(findings: impl Iterator<Item = &'f Finding>) -> String {
    let mut by_lint = BTreeMap::<&str, Vec<&Finding>>::new();
    for finding in findings {
        by_lint.entry(&finding.code).or_default().push(finding);
    }
    let lines =
        by_lint.iter().map(|(lint, found)| format!("{lint}: {} places, first\n{}", found.len(), found[0].shown));
    lines.collect()
}

#[test]
fn no_lint_of_rustc_or_clippy_finds_anything_in_any_edition_beside_macros_with_the_same_names() {
    let Some(lints) = lints() else { return skip("clippy is not installed, so no lint is tried") };
    for lint in ["unreachable_pub", "unused_results", "unnameable_types", "clippy::implicit_return", "clippy::use_self"]
    {
        assert!(lints.contains(lint), "{lint} is not among {lints:?}");
    }
    let levels: Vec<_> = lints.iter().map(|lint| format!("-W{lint}")).chain(["-Aunknown_lints".to_owned()]).collect();
    let findings = Workspace::new("every-lint").clippy(&["--workspace"], &levels);
    let found = summary(findings.iter().filter(|finding| finding.is_error || finding.is_generated()));
    assert!(
        found.is_empty(),
        "Mend the generated code, or name the lint in codegen/src/render/rust/lints.rs and docs/lints.md.\n\n{found}"
    );
    // The lints are on: what the user wrote isn't clean.
    for lint in ["clippy::pub_use", "clippy::missing_docs_in_private_items"] {
        assert!(findings.iter().any(|finding| !finding.is_generated() && finding.code == lint), "{lint}");
    }
}

#[test]
fn a_crate_can_forbid_every_lint_but_the_documented_ones() {
    let Some(lints) = lints() else { return skip("clippy is not installed, so no lint is forbidden") };
    let documented = documented();
    let workspace = Workspace::new("forbidden");
    let allowed = allowed(&fs::read_to_string(workspace.path("kratos.rs")).expect("it was generated"));
    let differing: Vec<_> = documented.symmetric_difference(&allowed).collect();
    assert!(differing.is_empty(), "in docs/lints.md or the generated code, not in both: {differing:?}");
    // Forbidding these is what people do.
    for lint in ["unsafe_code", "missing_docs", "clippy::unwrap_used", "clippy::expect_used", "clippy::panic"] {
        assert!(lints.contains(lint) && !documented.contains(lint), "{lint}");
    }
    // What the user wrote is only there for the test.
    let users = ["unused_macros", "unused_macro_rules"].map(ToOwned::to_owned);
    let forbidden = lints.iter().filter(|lint| !documented.contains(*lint) && !users.contains(lint));
    let levels: Vec<_> = forbidden.map(|lint| format!("-F{lint}")).collect();
    let findings = workspace.clippy(&["--package=edition-2021"], &levels);
    let found = summary(findings.iter().filter(|finding| finding.is_error && finding.is_generated()));
    assert!(found.is_empty(), "Do without the lint's `allow`, or name it in docs/lints.md.\n\n{found}");

    let forbidden = workspace.clippy(&["--package=edition-2021"], &["-Fclippy::indexing_slicing".to_owned()]);
    assert!(forbidden.iter().any(|finding| finding.code == "E0453"), "`forbid` no longer conflicts with `allow`");
}
