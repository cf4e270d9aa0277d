//! Reproducibility: a case that is rerun, and the benchmarks' catalogues.

use random_catalogues::{Catalogue, Choices, Taste, shrink, write};

fn text(choices: &mut Choices, taste: Taste) -> String {
    let catalogue = Catalogue::random(choices, taste).catalogue;
    write(&catalogue.tree(choices), choices).text
}

#[test]
fn draws_repeat_a_case() {
    for seed in 0..100 {
        for taste in [Taste::Clean, Taste::Odd] {
            let mut choices = Choices::of_seed(seed);
            let first = text(&mut choices, taste);
            assert_eq!(text(&mut Choices::of_draws(choices.into_draws()), taste), first);
        }
    }
}

#[test]
fn zeros_are_the_simplest_case() {
    let plainest = "errcat: 1\ncatalogue:\n name: alpha\ncodes:\n FieldLacking:\n  http_status: 400\n  message: alpha\n  description: What it means.\n";
    assert_eq!(text(&mut Choices::of_draws(Vec::new()), Taste::Clean), plainest);
    let mut choices = Choices::of_seed(7);
    text(&mut choices, Taste::Clean);
    assert!(shrink(choices.into_draws(), |_| true).is_empty());
}

#[test]
fn the_catalogues_of_benchmarks_stay_the_same() {
    let expected = "\
errcat: 1
catalogue: {name: Benchmark}
attributes:
  retry:
    description: What the caller can do about the error.
    values: [backoff, after_fix, after_action, never]
    default: never
codes:
  BatchSymbolContactSnapshot:
    http_status: 400
    message: \"grant source section\"
    description: \"Snapshot user module.\"
    attributes: {retry: after_fix}
  MappingCouponTemplateTheme:
    http_status: 404
    message: \"cookie lock tag pipeline\"
    description: \"Offset discount result.\"
    attributes: {retry: after_action}
lints: {renamed-in-rust: allow}
";
    assert_eq!(Catalogue::synthetic(2).yaml(), expected);
    assert_eq!(Catalogue::synthetic_with_aliases(2_000).yaml().len(), 370_429);
}
