//! Input that is made to take long. Each is read in three sizes, each four times the one before: the instructions may grow
//! little more than that.

mod bodies;
mod catalogues;

use std::fmt::Write;

use anyhow::Result;

use crate::valgrind;

/// The sizes in bytes, about.
const SIZES: [usize; 3] = [20_000, 80_000, 320_000];

/// How much the instructions may grow where the size grows to four times.
const TOLERANCE: f64 = 5.0;

/// The instructions that one input takes in each of the sizes.
struct Counts {
    name: String,
    of_sizes: Vec<f64>,
}

/// Prints the growth of each input. Returns whether all are linear, about.
pub fn run() -> Result<bool> {
    if !valgrind::is_installed() {
        return Ok(true);
    }
    let catalogues = print("catalogue", &catalogues::count()?);
    println!();
    Ok(print("body", &bodies::count()?) && catalogues)
}

fn print(what: &str, counts: &[Counts]) -> bool {
    let mut is_linear = true;
    println!("| {what} | millions of instructions | | | growth |\n| --- | --- | --- | --- | --- |");
    for Counts { name, of_sizes } in counts {
        let growth: Vec<_> = of_sizes.windows(2).map(|pair| pair[1] / pair[0]).collect();
        let mut line = format!("| {name} |");
        for count in of_sizes {
            let _ = write!(line, " {:.1} |", count / 1e6);
        }
        println!("{line} {:.1}, {:.1} |", growth[0], growth[1]);
        is_linear &= growth[1] <= TOLERANCE;
    }
    is_linear
}
