//! The inputs of the cases.

use std::collections::HashSet;

use fastrand::Rng;

const SEED: u64 = 10_000;

/// At least this many, so that the processor can't learn their order.
const INPUTS: usize = 16_384;

/// The items repeatedly, each time in a different order.
pub(crate) fn shuffled<T: Clone>(items: &[T]) -> Vec<T> {
    let mut rng = Rng::with_seed(SEED);
    let mut round = items.to_vec();
    let mut inputs = Vec::new();
    while inputs.len() < INPUTS {
        rng.shuffle(&mut round);
        inputs.extend_from_slice(&round);
    }
    inputs
}

/// Names that are not codes, each a real one with a letter changed.
pub(crate) fn misspelt(names: &[String]) -> Vec<String> {
    let mut rng = Rng::with_seed(SEED);
    let taken: HashSet<_> = names.iter().map(String::as_str).collect();
    let misspell = |name: &String| loop {
        let mut misspelt = name.clone();
        let at = rng.usize(..name.len());
        misspelt.replace_range(at..=at, &rng.lowercase().to_string());
        if !taken.contains(misspelt.as_str()) {
            return misspelt;
        }
    };
    names.iter().map(misspell).collect()
}
