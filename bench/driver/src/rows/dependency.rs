//! How long the first build takes after a user adds errcat to the build-dependencies.

use anyhow::Result;
use bench_peers::Catalogue;

use super::Bench;
use crate::figures::{Figure, Row, Target};
use crate::measure::in_turn;
use crate::packages::{dependency, repository};
use crate::report::Report;

pub fn run(bench: &Bench, report: &mut Report) -> Result<()> {
    let what = "cold compile of errcat as a build-dependency";
    if !bench.plan.compiles_generator {
        let why = format!("not part of the {} run", bench.plan.name);
        report.rows.push(Row::unmeasured(what, Target::Ratio(TARGET), Some(PARTS), why));
        return Ok(());
    }
    let packages = &bench.packages;
    let user = |name: &str, package: &str, folder: &str, build: &str| {
        let manifest = format!("[build-dependencies]\n{}", dependency(package, &repository().join(folder)));
        let build = format!("fn main() {{\n    {build}\n}}\n");
        let yaml = Catalogue::synthetic(1).yaml();
        packages.write(name, &manifest, &[("build.rs", &build), ("errors.yaml", &yaml), ("src/lib.rs", "")])
    };
    let ours = user("generates-with-errcat", "errcat", "codegen", "errcat::generate(\"errors.yaml\");")?;
    let parts = user("generates-with-parts", "generator-parts", "bench/generator-parts", "")?;
    let [ours, parts] = in_turn(bench.plan.effort, &[ours, parts], |folder| packages.cold_build(folder))?;
    let figures = (Figure::Time(ours.wall()), Figure::Time(parts.wall()));
    report.rows.push(Row::ratio(what, TARGET, PARTS, Some(figures), None));
    Ok(())
}

const TARGET: f64 = 1.45;
const PARTS: &str = "serde_yaml, quote, syn, prettyplease, heck";
