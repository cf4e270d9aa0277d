//! Times all cases, contenders in turn, and prints a line for each contender: `case<TAB>codes<TAB>contender<TAB>ns`, the
//! median of the rounds. The argument is the number of rounds.

use std::env;
use std::time::Duration;

use bench_run_time::{Case, Contender, cases};

fn main() {
    let rounds = env::args().nth(1).and_then(|rounds| rounds.parse().ok()).unwrap_or(1_000);
    for case in cases() {
        for (contender, nanoseconds) in case.contenders.iter().zip(medians(&case, rounds)) {
            println!("{}\t{}\t{}\t{nanoseconds:.2}", case.name, case.codes, contender.name);
        }
    }
}

/// The time of an operation for each contender, in nanoseconds.
fn medians(case: &Case, rounds: usize) -> Vec<f64> {
    let turns: Vec<_> = case.contenders.iter().map(turn).collect();
    let mut times = vec![Vec::new(); turns.len()];
    for _ in 0..rounds {
        for ((contender, &operations), times) in case.contenders.iter().zip(&turns).zip(&mut times) {
            times.push(nanoseconds(contender, operations));
        }
    }
    times.iter_mut().map(|times| median(times)).collect()
}

/// The number of operations in a turn: a turn is shorter than a busy system's time slice, so that most turns are not
/// interrupted and the median is one of those.
fn turn(contender: &Contender) -> u32 {
    let _ = contender.time(WARM_UP);
    (1..=LONGEST.ilog2())
        .map(|power| 1 << power)
        .find(|&operations| contender.time(u64::from(operations)) > TURN)
        .unwrap_or(LONGEST)
}

fn nanoseconds(contender: &Contender, operations: u32) -> f64 {
    contender.time(operations.into()).as_secs_f64() * 1e9 / f64::from(operations)
}

const WARM_UP: u64 = 20_000;
const LONGEST: u32 = 1 << 20;
const TURN: Duration = Duration::from_micros(200);

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
