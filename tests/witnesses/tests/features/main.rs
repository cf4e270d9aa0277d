//! What errcat says to break Rust breaks for rustc, and nothing else does, with all Cargo features of generated code.

mod by_hand;
mod pairs;
mod rustc;

use std::collections::BTreeSet;
use std::fmt::Write;

use errcat::{Breaks, Catalogue, diff};
use pairs::{Pairs, programs_of_all_items};
use rustc::{Workshop, failing};

/// A program, and the version whose Rust it uses.
type Use<'p> = (usize, &'p str);

/// Compiles the Rust of all versions.
fn compile(workshop: &Workshop, versions: &[Catalogue]) {
    let mut root = "#![allow(dead_code, deprecated, unused)]\n".to_owned();
    for (index, version) in versions.iter().enumerate() {
        workshop.write(&format!("v{index}.rs"), &errcat::render_module(version));
        let _ = writeln!(root, "pub mod v{index};");
    }
    workshop.write("catalogues.rs", &root);
    assert_eq!(workshop.check_with_frameworks("catalogues", &[]), "");
}

/// The programs that compile. rustc doesn't look for some errors as long as there are others.
fn compiling<'p>(workshop: &Workshop, mut uses: BTreeSet<Use<'p>>) -> BTreeSet<Use<'p>> {
    loop {
        let mut root = "#![allow(dead_code, deprecated)]\n".to_owned();
        for (index, (version, program)) in uses.iter().enumerate() {
            workshop.write(&format!("w{index}.rs"), &format!("use catalogues::v{version} as errors;\n{program}"));
            let _ = writeln!(root, "mod w{index};");
        }
        workshop.write("programs.rs", &root);
        let errors = workshop.check_with_frameworks("programs", &["catalogues"]);
        let failing = failing(&errors);
        if failing.is_empty() {
            assert_eq!(errors, "");
            return uses;
        }
        let mut index = 0..;
        uses.retain(|_| !index.next().is_some_and(|index| failing.contains(&index)));
    }
}

#[test]
fn what_a_rule_says_is_what_rustc_says_with_all_features() {
    let Pairs { versions, pairs } = &Pairs::read();
    let workshop = Workshop::new();
    compile(&workshop, versions);
    let of_items: Vec<_> = versions.iter().map(programs_of_all_items).collect();
    let by_hand = || by_hand::PROGRAMS.iter().copied();
    let mut uses: BTreeSet<Use> =
        (0..versions.len()).flat_map(|version| by_hand().map(move |program| (version, program))).collect();
    for (_, [old, new]) in pairs {
        uses.extend(of_items[*old].iter().flat_map(|program| [(*old, &**program), (*new, &**program)]));
    }
    let compiling = compiling(&workshop, uses);

    let mut broken_by_hand = BTreeSet::new();
    for (name, [old, new]) in pairs {
        let changes = diff(&versions[*old], &versions[*new]);
        let broken: BTreeSet<_> =
            changes.changes().iter().flat_map(|change| changes.witness(change).programs).collect();
        for program in &of_items[*old] {
            assert!(compiling.contains(&(*old, &**program)), "{name}: it doesn't compile before:\n{program}");
            let (said, does) = (broken.contains(program), !compiling.contains(&(*new, &**program)));
            assert_eq!(said, does, "{name}: whether it is said to break, and whether it does:\n{program}");
        }
        let lost =
            by_hand().filter(|program| compiling.contains(&(*old, *program)) && !compiling.contains(&(*new, *program)));
        let lost: BTreeSet<_> = lost.collect();
        let breaks_rust = changes.changes().iter().any(|change| change.breaks().contains(&Breaks::RustApi));
        assert!(lost.is_empty() || breaks_rust, "{name}: nothing is said to break these:\n{lost:#?}");
        broken_by_hand.extend(lost);
    }
    for program in by_hand() {
        assert!(
            (0..versions.len()).any(|version| compiling.contains(&(version, program))),
            "it never compiles:\n{program}"
        );
    }
    assert!(broken_by_hand.len() > 20, "only {broken_by_hand:#?}");
}
