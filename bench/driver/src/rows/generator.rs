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
use crate::packages::{Profile, dependency, repository};
use crate::plan::Plan;
use crate::report::Report;

/// What `errcat generate` writes, and how long it may take for each size of catalogue.
struct Written {
    what: &'static str,
    /// The name of the packages.
    package: &'static str,
    outputs: &'static str,
    bounds: [Duration; 3],
    /// The peak memory of the largest.
    memory: u64,
}

const WRITTEN: [Written; 2] = [
    Written {
        what: "`errcat generate`",
        package: "generated",
        outputs: "{rust: {path: src}}",
        bounds: [Duration::from_millis(10), Duration::from_millis(400), Duration::from_secs(4)],
        memory: 800_000_000,
    },
    Written {
        what: "`errcat generate` with all documents",
        package: "documented",
        outputs: "{rust: {path: src}, markdown: documents/ERRORS.md, html: documents/errors.html, \
                  json: documents/errors.json, openapi: documents/openapi.json, typescript: documents/errors.ts}",
        bounds: [Duration::from_millis(20), Duration::from_millis(1500), Duration::from_secs(15)],
        memory: 2_000_000_000,
    },
];

pub fn run(bench: &Bench, report: &mut Report) -> Result<()> {
    let plan = bench.plan;
    let sizes = [(38, 38), (plan.large, Plan::FULL.large), (plan.huge, Plan::FULL.huge)];
    for written in &WRITTEN {
        for ((codes, meant), bound) in sizes.into_iter().zip(written.bounds) {
            let unlike = plan.unlike(codes, meant);
            let ours = generate(bench, written, codes)?;
            let what = format!("{}, {} codes", written.what, grouped(codes));
            let target = Target::Below(Figure::Time(bound));
            report.rows.push(Row::bound(what, target, Some(Figure::Time(ours.wall())), unlike));
            if codes == plan.huge {
                let target = Target::Below(Figure::Bytes(written.memory));
                report.rows.push(Row::bound("peak memory of that", target, ours.peak().map(Figure::Bytes), unlike));
            }
        }
    }
    let unlike = plan.unlike(plan.large, Plan::FULL.large);
    let ours = build_script(bench)?;
    let target = Target::Below(Figure::Time(Duration::from_millis(2500)));
    let what = format!("build script in the dev profile, {} codes", grouped(plan.large));
    report.rows.push(Row::bound(what, target, Some(Figure::Time(ours.wall())), unlike));
    Ok(())
}

/// The whole process, which writes all outputs anew.
fn generate(bench: &Bench, written: &Written, codes: usize) -> Result<Series> {
    let yaml = format!("{}outputs: {}\n", Catalogue::synthetic(codes).yaml(), written.outputs);
    let folder = bench.packages.write(&format!("{}-{codes}", written.package), "", &[("errors.yaml", &yaml)])?;
    let [ours] = in_turn(bench.plan.effort, &[folder], |folder| bench.packages.generate(folder))?;
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
