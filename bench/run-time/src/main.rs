//! Times all cases, contenders in turn, and prints a line for each contender: `case<TAB>codes<TAB>contender<TAB>ns`, the
//! median of the rounds. The argument is the number of rounds.

use std::env;

use bench_run_time::{Case, cases};

fn main() {
    let rounds = env::args().nth(1).and_then(|rounds| rounds.parse().ok()).unwrap_or(50);
    for case in cases() {
        for (contender, nanoseconds) in case.contenders.iter().zip(medians(&case, rounds)) {
            println!("{}\t{}\t{}\t{nanoseconds:.2}", case.name, case.codes, contender.name);
        }
    }
}

/// What an operation takes each contender, in nanoseconds.
fn medians(case: &Case, rounds: usize) -> Vec<f64> {
    let mut times = vec![Vec::new(); case.contenders.len()];
    // The first round fills caches.
    for round in 0..=rounds {
        for (contender, times) in case.contenders.iter().zip(&mut times) {
            let time = contender.time(OPERATIONS.into()).as_secs_f64();
            if round > 0 {
                times.push(time * 1e9 / f64::from(OPERATIONS));
            }
        }
    }
    times.iter_mut().map(|times| median(times)).collect()
}

/// In each turn of a contender: all its inputs once.
const OPERATIONS: u32 = 20_000;

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
