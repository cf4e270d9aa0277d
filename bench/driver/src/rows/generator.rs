//! How long errcat itself takes, as a program and in a build script.

use std::fs;
use std::process::Command;
use std::time::Duration;

use anyhow::Result;
use bench_peers::Catalogue;

use super::Bench;
use crate::cargo::artifact;
use crate::figures::{Figure, Row, Target, grouped};
use crate::measure::{Series, in_turn};
use crate::packages::{Maker, Profile, dependency, repository};
use crate::plan::Plan;
use crate::report::Report;

pub fn run(bench: &Bench, report: &mut Report) -> Result<()> {
    let plan = bench.plan;
    for (codes, meant, bound) in [
        (38, 38, Duration::from_millis(10)),
        (plan.large, Plan::FULL.large, Duration::from_millis(400)),
        (plan.huge, Plan::FULL.huge, Duration::from_secs(4)),
    ] {
        let unlike = plan.unlike(codes, meant);
        let ours = generate(bench, codes)?;
        let target = Target::Below(Figure::Time(bound));
        report.rows.push(Row::bound(
            format!("`errcat generate`, {} codes", grouped(codes)),
            target,
            Some(Figure::Time(ours.wall())),
            unlike,
        ));
        if codes == plan.huge {
            let target = Target::Below(Figure::Bytes(MEMORY));
            report.rows.push(Row::bound("peak memory of that", target, ours.peak().map(Figure::Bytes), unlike));
        }
    }
    let unlike = plan.unlike(plan.large, Plan::FULL.large);
    let ours = build_script(bench)?;
    let target = Target::Below(Figure::Time(Duration::from_millis(2500)));
    let what = format!("build script in the dev profile, {} codes", grouped(plan.large));
    report.rows.push(Row::bound(what, target, Some(Figure::Time(ours.wall())), unlike));
    Ok(())
}

const MEMORY: u64 = 800_000_000;

/// The whole process, which writes the whole crate.
fn generate(bench: &Bench, codes: usize) -> Result<Series> {
    let made = bench.packages.catalogue(Maker::Errcat, &Catalogue::synthetic(codes), &[])?;
    let [ours] = in_turn(bench.plan.effort, &[&made.folder], |folder| bench.packages.generate(folder))?;
    Ok(ours)
}

/// Running the build script of a package with its own catalogue, without compiling either.
fn build_script(bench: &Bench) -> Result<Series> {
    let manifest = format!("[build-dependencies]\n{}", dependency("errcat", &repository().join("codegen")));
    let small = Catalogue::synthetic(1).yaml();
    let files = [
        ("build.rs", "fn main() {\n    errcat::generate(\"errors.yaml\");\n}\n"),
        ("errors.yaml", &small),
        ("src/lib.rs", ""),
    ];
    let folder = bench.packages.write("build-script", &manifest, &files)?;
    let script = artifact(&mut bench.packages.build(&folder, Profile::Dev), "custom-build")?;
    fs::write(folder.join("errors.yaml"), Catalogue::synthetic(bench.plan.large).yaml())?;
    let out_dir = folder.join("out");
    let [ours] = in_turn(bench.plan.effort, &[script], |script| {
        if out_dir.exists() {
            fs::remove_dir_all(&out_dir)?;
        }
        fs::create_dir(&out_dir)?;
        bench.packages.observe(Command::new(script).current_dir(&folder).env("OUT_DIR", &out_dir))
    })?;
    Ok(ours)
}
