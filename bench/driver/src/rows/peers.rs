//! Other ways to implement the same errors, and how long rustc takes for them.

use anyhow::Result;
use bench_peers::{Catalogue, MATCHES, PHF, SNAFU, TODAY};

use super::Bench;
use crate::figures::Figure;
use crate::measure::in_turn;
use crate::packages::{Maker, Profile};
use crate::report::{Report, Table};

pub fn run(bench: &Bench, report: &mut Report) -> Result<()> {
    let (plan, packages) = (bench.plan, &bench.packages);
    if !plan.has_other_peers {
        return Ok(());
    }
    let catalogue = Catalogue::synthetic(plan.medium);
    let makers = [Maker::Errcat, Maker::Peer(&TODAY), Maker::Peer(&SNAFU), Maker::Peer(&MATCHES), Maker::Peer(&PHF)];
    let crates: Vec<_> = makers
        .iter()
        .map(|&maker| packages.catalogue(maker, &catalogue, &[Profile::Check, Profile::Release]))
        .collect::<Result<_>>()?;
    let mut table = Table::new(["", "check", "its memory", "release build", "its memory"]);
    let mut lines: Vec<_> = makers.iter().map(|maker| vec![maker.name().to_owned()]).collect();
    for profile in [Profile::Check, Profile::Release] {
        let all = in_turn(plan.effort, &[0, 1, 2, 3, 4], |&maker: &usize| packages.compile(&crates[maker], profile))?;
        for (line, series) in lines.iter_mut().zip(all) {
            let memory = series.peak().map_or_else(|| "?".to_owned(), |peak| Figure::Bytes(peak).to_string());
            line.extend([Figure::Time(series.wall()).to_string(), memory]);
        }
    }
    for line in lines {
        table.push(line);
    }
    report.peers = Some((plan.medium, table));
    Ok(())
}
