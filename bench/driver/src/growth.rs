//! How time and memory grow with the catalogue.

use anyhow::Result;
use bench_peers::Catalogue;

use crate::figures::{Figure, grouped};
use crate::measure::{Series, in_turn};
use crate::packages::{Maker, Profile};
use crate::report::{Report, Table};
use crate::rows::Bench;

/// The measurements for one size of catalogue.
pub struct Growth {
    pub codes: usize,
    pub generate: Series,
    pub check: Series,
    pub release: Series,
}

pub fn run(bench: &Bench, report: &mut Report) -> Result<()> {
    let (packages, effort) = (&bench.packages, bench.plan.effort);
    for &codes in bench.plan.growth {
        let profiles = [Profile::Check, Profile::Release];
        let made = packages.catalogue(Maker::Errcat, &Catalogue::synthetic(codes), &profiles)?;
        let [generate] = in_turn(effort, &[&made], |made| packages.generate(&made.folder))?;
        let [check, release] = in_turn(effort, &profiles, |&profile| packages.compile(&made, profile))?;
        report.growth.push(Growth { codes, generate, check, release });
    }
    Ok(())
}

/// The table of growth.
pub fn table(growth: &[Growth]) -> Table {
    let head = ["codes", "`errcat generate`", "its memory", "check", "its memory", "release build", "its memory"];
    let mut table = Table::new(head);
    for of in growth {
        let mut line = vec![grouped(of.codes)];
        for series in [&of.generate, &of.check, &of.release] {
            let memory = series.peak().map_or_else(|| "?".to_owned(), |peak| Figure::Bytes(peak).to_string());
            line.extend([Figure::Time(series.wall()).to_string(), memory]);
        }
        table.push(line);
    }
    table
}
