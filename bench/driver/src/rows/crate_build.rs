//! How long rustc takes for the crate of a large catalogue.

use anyhow::Result;
use bench_peers::{Catalogue, TODAY};

use super::Bench;
use crate::figures::{Figure, Row, grouped};
use crate::measure::in_turn;
use crate::packages::{Crate, Maker, Profile};
use crate::plan::Plan;
use crate::report::Report;

pub fn run(bench: &Bench, report: &mut Report) -> Result<()> {
    let (plan, packages) = (bench.plan, &bench.packages);
    let catalogue = Catalogue::synthetic(plan.large);
    let profiles = [Profile::Check, Profile::Release];
    let ours = packages.catalogue(Maker::Errcat, &catalogue, &profiles)?;
    let today = packages.catalogue(Maker::Peer(&TODAY), &catalogue, &profiles)?;
    let unlike = plan.unlike(plan.large, Plan::FULL.large);
    let codes = grouped(plan.large);
    for (profile, name, target) in
        [(Profile::Check, "check", 1.0 / 12.0), (Profile::Release, "release build", 1.0 / 30.0)]
    {
        let [ours, peer] = in_turn(plan.effort, &[&ours, &today], |made| packages.compile(made, profile))?;
        let time = (Figure::Time(ours.wall()), Figure::Time(peer.wall()));
        let what = format!("{name} of the crate, {codes} codes");
        report.rows.push(Row::ratio(what, target, TODAY.name, Some(time), unlike));
        let memory = ours.peak().zip(peer.peak()).map(|(ours, peer)| (Figure::Bytes(ours), Figure::Bytes(peer)));
        report.rows.push(Row::ratio(format!("peak memory of that {name}"), 1.0 / 10.0, TODAY.name, memory, unlike));
    }
    larger(bench, &ours, report)
}

/// How much longer a check takes for four times as many codes.
fn larger(bench: &Bench, large: &Crate, report: &mut Report) -> Result<()> {
    let (plan, packages) = (bench.plan, &bench.packages);
    let catalogue = Catalogue::synthetic(4 * plan.large);
    let larger = packages.catalogue(Maker::Errcat, &catalogue, &[Profile::Check])?;
    let [larger, large] = in_turn(plan.effort, &[&larger, large], |made| packages.compile(made, Profile::Check))?;
    let time = (Figure::Time(larger.wall()), Figure::Time(large.wall()));
    let what = format!("check of the crate, {} codes", grouped(4 * plan.large));
    let unlike = plan.unlike(plan.large, Plan::FULL.large);
    report.rows.push(Row::ratio(what, 5.0, "a quarter of the codes", Some(time), unlike));
    Ok(())
}
