//! Changes between two versions of a catalogue: pairs of them in `pairs/`, at least one for each rule, with all that is
//! found in each in `expected.txt`. `ERRCAT_BLESS=1 cargo test` rewrites that file, for a person to review.

mod edits;
mod pairs;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use errcat::{Breaks, Bump, Catalogue, Change, ChangeRule, Location, change_rules, diff};
use pairs::{Pair, all};

/// The changes of a pair in both directions, each with what it breaks and both of its places.
fn found(pair: &Pair) -> String {
    let mut text = format!("## {}\n", pair.name);
    for (direction, old, new) in [("there", &pair.old, &pair.new), ("back", &pair.new, &pair.old)] {
        let _ = writeln!(text, "{direction}:");
        for change in diff(old, new).changes() {
            let _ = writeln!(text, "  {}", line(change));
        }
    }
    text
}

fn line(change: &Change) -> String {
    let place = |location: Option<&Location>| {
        location.map_or_else(|| "-".to_owned(), |location| format!("{}:{}", location.line, location.column))
    };
    let breaks: Vec<_> = change.breaks().iter().map(|breaks| breaks.as_str()).collect();
    let (key, bump, message) = (change.key(), change.bump().as_str(), change.message());
    let places = [change.old_location(), change.new_location()].map(place).join(" ");
    format!("{key} [{}] {bump} {places}\n    {message}", breaks.join(", "))
}

#[test]
fn every_pair_has_the_expected_changes() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff/expected.txt");
    let text: Vec<_> = all().iter().map(found).collect();
    let text = text.join("\n");
    if std::env::var_os("ERRCAT_BLESS").is_some() {
        fs::write(&golden, &text).expect("the file can be written");
    }
    let expected = fs::read_to_string(&golden).expect("the golden file can be read");
    for (found, expected) in text.split("\n\n").zip(expected.split("\n\n")) {
        assert_eq!(found, expected, "look at it, then run with ERRCAT_BLESS=1");
    }
    assert_eq!(text.len(), expected.len(), "look at it, then run with ERRCAT_BLESS=1");
}

/// A pair is named after the rule that it is about.
#[test]
fn every_pair_is_named_after_one_of_its_changes() {
    for pair in all() {
        let changes = |old, new| diff(old, new).changes().iter().map(|change| change.rule().id()).collect::<Vec<_>>();
        let ids = [changes(&pair.old, &pair.new), changes(&pair.new, &pair.old)].concat();
        let is_named = |id: &&str| pair.name.starts_with(id);
        let others = ["code-merged", "code-param-replaced", "code-params-swapped", "numbering-shared"];
        let others = others.contains(&&*pair.name)
            || ["attribute-default", "group-"].iter().any(|start| pair.name.starts_with(start));
        assert!(others || ids.iter().any(is_named), "{}: {ids:?}", pair.name);
    }
}

#[test]
fn every_rule_breaks_in_some_pair_what_it_can_break_and_nothing_else() {
    let mut shown: BTreeMap<&str, BTreeSet<Breaks>> = BTreeMap::new();
    for pair in all() {
        for (old, new) in [(&pair.old, &pair.new), (&pair.new, &pair.old)] {
            for change in diff(old, new).changes() {
                shown.entry(change.rule().id()).or_default().extend(change.breaks());
                let needed = change.breaks().iter().map(|breaks| breaks.bump()).max();
                assert_eq!(Some(change.bump()), needed.max(Some(change.rule().bump())), "{}", change.key());
            }
        }
    }
    let claimed: BTreeMap<_, BTreeSet<_>> =
        change_rules().map(|rule| (rule.id(), rule.breaks().iter().copied().collect())).collect();
    assert_eq!(shown, claimed);
}

#[test]
fn a_catalogue_does_not_differ_from_itself() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut count = 0;
    let mut check = |name: &str, catalogue: &Catalogue| {
        let changes: Vec<_> = diff(catalogue, catalogue).changes().iter().map(Change::key).collect();
        assert!(changes.is_empty(), "{name}: {changes:?}");
        count += 1;
    };
    for pair in all() {
        check(&pair.name, &pair.old);
        check(&pair.name, &pair.new);
    }
    for path in pairs::catalogues_in(&root) {
        if let Ok(catalogue) = Catalogue::load(&path) {
            check(&path.display().to_string(), &catalogue);
        }
    }
    assert!(count > 2 * all().len() + 10, "only {count} catalogues");
}

/// What is found the other way round.
const MIRRORS: &[(&str, &str)] = &[
    ("code-added", "code-removed"),
    ("code-param-added", "code-param-removed"),
    ("code-made-internal", "code-published"),
    ("alias-added", "alias-removed"),
    ("attribute-added", "attribute-removed"),
    ("attribute-value-added", "attribute-value-removed"),
    ("param-added", "param-removed"),
    ("param-made-sensitive", "param-made-public"),
    ("fallback-added", "fallback-removed"),
    ("deprecation-added", "deprecation-removed"),
    ("operation-added", "operation-removed"),
    ("operation-widened", "operation-narrowed"),
    ("group-added", "group-removed"),
    ("feature-added", "feature-removed"),
];

/// What has no mirror: what was once used is free only afterwards, and only what was there can be gone.
const ONE_WAY: &[&str] =
    &["name-not-reserved", "number-not-reserved", "name-reused", "number-reused", "rust-item-changed"];

#[test]
fn swapped_sides_give_the_mirrored_rules() {
    let mirror = |id: &'static str| {
        let pair = MIRRORS.iter().find(|(one, other)| *one == id || *other == id);
        pair.map_or(id, |(one, other)| if *one == id { other } else { one })
    };
    let mirrored: fn(&ChangeRule) -> bool = |rule| !ONE_WAY.contains(&rule.id());
    for pair in all() {
        let ids = |old, new| {
            let diff = diff(old, new);
            let mut ids: Vec<_> =
                diff.changes().iter().map(Change::rule).filter(|rule| mirrored(rule)).map(ChangeRule::id).collect();
            ids.sort_unstable();
            ids
        };
        let there = ids(&pair.old, &pair.new);
        let mut back: Vec<_> = ids(&pair.new, &pair.old).into_iter().map(mirror).collect();
        back.sort_unstable();
        assert_eq!(there, back, "{}", pair.name);
    }
}

#[test]
fn only_texts_need_no_more_than_a_patch() {
    for rule in change_rules() {
        let breaks_more = rule.breaks().iter().any(|breaks| *breaks != Breaks::Text);
        assert!(breaks_more || rule.bump() != Bump::Major, "{} breaks nothing", rule.id());
        assert!(!rule.name().is_empty() && rule.explanation().lines().all(|line| line.chars().count() <= 80));
    }
}

/// The table in the guide.
fn table() -> String {
    let row = |rule: &ChangeRule| {
        let breaks: Vec<_> = rule.breaks().iter().map(|breaks| breaks.as_str()).collect();
        format!("| `{}` | {} | {} | {} |\n", rule.id(), rule.name(), breaks.join(", "), rule.bump().as_str())
    };
    let rows: String = change_rules().map(row).collect();
    format!("| change | what happened | can break | release, at least |\n|---|---|---|---|\n{rows}")
}

#[test]
fn the_guide_lists_every_change() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/diff.md");
    let guide = fs::read_to_string(&path).expect("the guide can be read").replace("\r\n", "\n");
    let (before, rest) = guide.split_once("<!-- changes -->\n").expect("the table has a start");
    let (_, after) = rest.split_once("<!-- /changes -->").expect("the table has an end");
    let expected = format!("{before}<!-- changes -->\n{}<!-- /changes -->{after}", table());
    if std::env::var_os("ERRCAT_BLESS").is_some() {
        fs::write(&path, &expected).expect("the guide can be written");
    }
    assert_eq!(fs::read_to_string(&path).expect("the guide can be read"), expected, "run with ERRCAT_BLESS=1");
}

/// The catalogue of the explanation has been released, so nothing that it accepts has changed since.
#[test]
fn the_explanation_of_unused_acceptances_shows_one_and_how_to_mend_it() {
    let rule = errcat::rules().find(|rule| rule.id() == "unused-acceptance").expect("it is a finding");
    let examples = rule.explanation().split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next());
    let unused = |text: &str| {
        let catalogue = Catalogue::parse("errors.yaml", text.as_bytes()).expect("the example is valid");
        let found: Vec<_> = diff(&catalogue, &catalogue).unused().iter().map(errcat::Finding::id).collect();
        found
    };
    assert_eq!(examples.map(unused).collect::<Vec<_>>(), [vec!["unused-acceptance"], vec![]]);
}
