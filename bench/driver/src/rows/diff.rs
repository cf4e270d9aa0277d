//! How long errcat takes to compare two versions of a catalogue.

use std::time::Duration;

use anyhow::{Result, ensure};
use bench_peers::Catalogue;

use super::Bench;
use crate::cargo::succeed;
use crate::figures::{Figure, Row, Target, grouped};
use crate::measure::in_turn;
use crate::plan::Plan;
use crate::report::Report;

/// One code in so many has changed.
const CODES_PER_CHANGE: usize = 10;

pub fn run(bench: &Bench, report: &mut Report) -> Result<()> {
    let codes = bench.plan.large;
    let files = [("old.yaml", Catalogue::synthetic(codes)), ("new.yaml", Catalogue::synthetic_later(codes))];
    let files = files.map(|(name, catalogue)| (name, catalogue.yaml()));
    let files: Vec<_> = files.iter().map(|(name, text)| (*name, &**text)).collect();
    let folder = bench.packages.write("compared", "", &[&files[..], &[("src/lib.rs", "")]].concat())?;
    let compare = || bench.packages.errcat(&folder, &["diff", "old.yaml", "new.yaml", "--fail-on", "none"]);
    let changes = succeed(&mut compare())?.lines().filter(|line| line.starts_with("  ") && line.contains(": ")).count();
    ensure!(changes >= codes / CODES_PER_CHANGE, "only {changes} changes");
    let [ours] = in_turn(bench.plan.effort, &[()], |()| bench.packages.observe(&compare()))?;
    let what =
        format!("`errcat diff`, {} codes, {} of them changed", grouped(codes), grouped(codes / CODES_PER_CHANGE));
    let unlike = bench.plan.unlike(codes, Plan::FULL.large);
    let target = Target::Below(Figure::Time(Duration::from_secs(1)));
    report.rows.push(Row::bound(what, target, Some(Figure::Time(ours.wall())), unlike));
    Ok(())
}
