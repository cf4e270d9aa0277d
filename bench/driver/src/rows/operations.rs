//! How much longer rustc takes for the crate of a catalogue with operations.

use anyhow::Result;
use bench_peers::Catalogue;

use super::Bench;
use crate::figures::{Figure, Row, grouped};
use crate::measure::{Effort, in_turn};
use crate::packages::{Maker, Profile};
use crate::report::Report;

/// The catalogue in the target; runs with smaller ones have smaller ones here too.
const CODES: usize = 500;
const OPERATIONS: usize = 50;

pub fn run(bench: &Bench, report: &mut Report) -> Result<()> {
    let (plan, packages) = (bench.plan, &bench.packages);
    let codes = plan.medium.min(CODES);
    let catalogues = [
        Catalogue::synthetic(codes),
        Catalogue::synthetic_with_operations(codes, OPERATIONS, 8),
        Catalogue::synthetic_with_operations(codes, OPERATIONS, 0),
    ];
    let [without, in_group, listed] =
        catalogues.each_ref().map(|catalogue| packages.catalogue(Maker::Errcat, catalogue, &[Profile::Check]));
    // The difference is small, and so is the time: it takes more rounds to see it.
    let effort = Effort { rounds: plan.effort.rounds * 5, ..plan.effort };
    let checked = [&without?, &in_group?, &listed?];
    let [without, in_group, listed] = in_turn(effort, &checked, |made| packages.compile(made, Profile::Check))?;
    let unlike = plan.unlike(codes, CODES);
    for (with, how) in [(in_group, "8 of them in a group"), (listed, "at random")] {
        let what = format!("check with {OPERATIONS} operations of 15 codes, {how}, {} codes", grouped(codes));
        let time = (Figure::Time(with.wall()), Figure::Time(without.wall()));
        report.rows.push(Row::ratio(what, 1.3, "without operations", Some(time), unlike));
    }
    Ok(())
}
