//! The rows of the tables, in sections that can be measured separately.

mod cold_build;
mod crate_build;
mod dependency;
mod diff;
mod generator;
mod operations;
mod peers;
mod program;
mod run_time;

use std::env;

use anyhow::{Context, Result};

use crate::cargo::{artifact, fetch, workspace};
use crate::growth;
use crate::machine::Machine;
use crate::packages::{Packages, repository};
use crate::plan::Plan;
use crate::report::Report;

/// A part of the measurements.
pub struct Section {
    pub name: &'static str,
    run: fn(&Bench, &mut Report) -> Result<()>,
}

/// All sections, in the order of the report.
pub const SECTIONS: [Section; 10] = [
    Section { name: "cold-build", run: cold_build::run },
    Section { name: "crate", run: crate_build::run },
    Section { name: "operations", run: operations::run },
    Section { name: "run-time", run: run_time::run },
    Section { name: "program", run: program::run },
    Section { name: "generator", run: generator::run },
    Section { name: "diff", run: diff::run },
    Section { name: "dependency", run: dependency::run },
    Section { name: "peers", run: peers::run },
    Section { name: "growth", run: growth::run },
];

/// The environment of all sections.
pub struct Bench<'p> {
    pub plan: &'p Plan,
    pub packages: Packages,
}

/// Measures all sections, or only one. The report lists those that could not run; the others continue.
pub fn measure(plan: &Plan, only: Option<&str>) -> Result<Report> {
    let bench = prepare(plan)?;
    let mut report = Report::new(plan, Machine::look()?);
    for section in SECTIONS.iter().filter(|section| only.is_none_or(|only| only == section.name)) {
        eprintln!("measuring: {}", section.name);
        if let Err(error) = (section.run)(&bench, &mut report) {
            eprintln!("could not run: {}: {error:#}", section.name);
            report.failures.push(format!("{}: {error:#}", section.name));
        }
    }
    Ok(report)
}

/// Downloads what is missing and builds errcat.
fn prepare(plan: &Plan) -> Result<Bench<'_>> {
    let repository = repository();
    fetch(&repository)?;
    fetch(&repository.join("bench"))?;
    let program = env::current_exe()?;
    let target = program.ancestors().nth(2).context("cargo builds in a folder below its target folder")?.to_owned();
    let profile = if plan.optimises { "release" } else { "dev" };
    let arguments = ["build", "--locked", "--quiet", "--package", "errcat-cli", "--profile", profile];
    let errcat = artifact(&mut workspace(&repository, &arguments), "bin")?;
    Ok(Bench { plan, packages: Packages::new(target, errcat, plan.optimises) })
}
