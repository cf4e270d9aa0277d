//! errcat reads random catalogues, in whatever YAML they are written.
//!
//! The cases are the same in every run. `RANDOM_CASES=20000` runs that many.

#[path = "random/facts.rs"]
mod facts;

use errcat::Catalogue;
use random_catalogues::{Choices, Random, Taste, shrink, write};

const CASES: u64 = 300;

#[test]
fn catalogues_are_read_as_written() {
    let cases = std::env::var("RANDOM_CASES").map_or(CASES, |cases| cases.parse().expect("a number"));
    for seed in 0..cases {
        for taste in [Taste::Clean, Taste::Odd] {
            let mut choices = Choices::of_seed(seed);
            if difference(&mut choices, taste).is_some() {
                let draws = shrink(choices.into_draws(), |draws| {
                    difference(&mut Choices::of_draws(draws.to_vec()), taste).is_some()
                });
                let difference = difference(&mut Choices::of_draws(draws), taste);
                panic!("{taste:?} {seed} comes down to {}", difference.unwrap_or_default());
            }
        }
    }
}

/// How errcat misreads a catalogue, if it does.
fn difference(choices: &mut Choices, taste: Taste) -> Option<String> {
    let Random { catalogue, .. } = random_catalogues::Catalogue::random(choices, taste);
    let plain = catalogue.yaml();
    let styled = write(&catalogue.tree(choices), choices).text;
    [plain, styled].into_iter().find_map(|text| match Catalogue::parse("errors.yaml", text.as_bytes()) {
        Err(mistakes) => Some(format!("{text}\n{mistakes}")),
        Ok(read) => {
            let (written, read) = (facts::of_written(&catalogue), facts::of_read(&read));
            let differing = written.iter().zip(&read).find(|(written, read)| written != read);
            (written != read).then(|| format!("{text}\nwritten and read: {differing:?}"))
        }
    })
}
