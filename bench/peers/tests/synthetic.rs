//! Synthetic catalogues are valid and realistic.

use bench_peers::{Catalogue, Code, TODAY};

const CODES: usize = 2_000;

#[test]
fn errcat_has_no_findings() {
    let catalogue = Catalogue::synthetic_with_aliases(CODES);
    let compiled = errcat::Catalogue::parse("errors.yaml", catalogue.yaml().as_bytes());
    let compiled = compiled.unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let warnings = compiled.warnings().map(ToString::to_string);
    assert_eq!(warnings, None);
    assert_eq!(compiled.codes().len(), CODES);
}

#[test]
fn they_are_the_same_each_time() {
    let [one, other] = [(); 2].map(|()| Catalogue::synthetic(CODES));
    assert_eq!(one.yaml(), other.yaml());
    assert_eq!((TODAY.source)(&one), (TODAY.source)(&other));
}

#[test]
fn a_quarter_of_the_codes_has_params_and_no_text_is_far_from_the_real_ones() {
    let (synthetic, real) = (Catalogue::synthetic(CODES), Catalogue::vidu());
    let with_params = synthetic.codes.iter().filter(|code| code.params().next().is_some()).count();
    assert!((CODES / 5..CODES / 3).contains(&with_params), "{with_params}");
    for of in [|code: &Code| code.format_string().len(), |code: &Code| code.description.len()] {
        let [synthetic, real] = [&synthetic, &real].map(|catalogue| mean(catalogue, of));
        assert!((0.7 * real..1.4 * real).contains(&synthetic), "{synthetic} and {real}");
    }
}

#[allow(clippy::cast_precision_loss, reason = "no text is that long")]
fn mean(catalogue: &Catalogue, of: fn(&Code) -> usize) -> f64 {
    catalogue.codes.iter().map(of).sum::<usize>() as f64 / catalogue.codes.len() as f64
}
