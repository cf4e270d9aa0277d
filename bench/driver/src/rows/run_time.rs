//! How long operations with errors take at run time.

use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use super::Bench;
use crate::cargo::{artifact, succeed, workspace};
use crate::figures::{Figure, Row, Target, grouped};
use crate::packages::repository;
use crate::plan::Plan;
use crate::report::{Report, Table};

/// A line of the output of `bench-run-time`.
struct Time {
    case: String,
    codes: usize,
    contender: String,
    nanoseconds: f64,
}

pub fn run(bench: &Bench, report: &mut Report) -> Result<()> {
    let mut times = times(bench, &[])?;
    if bench.plan.has_large_programs() {
        times.extend(self::times(bench, &["--features", "large"])?);
    }
    report.rows.extend(rows(&times, bench.plan));
    report.rows.push(slowest_body(bench.plan)?);
    report.run_time = Some(table(&times));
    Ok(())
}

/// Builds the program with the cases and runs it.
fn times(bench: &Bench, features: &[&str]) -> Result<Vec<Time>> {
    let profile = if bench.plan.optimises { "release" } else { "dev" };
    let arguments = ["build", "--quiet", "--package", PROGRAM, "--bin", PROGRAM, "--profile", profile];
    let build = &mut workspace(&repository().join("bench"), &[&arguments, features].concat());
    let output = succeed(Command::new(artifact(build, "bin")?).arg(bench.plan.rounds.to_string()))?;
    output.lines().map(|line| parse(line).with_context(|| line.to_owned())).collect()
}

const PROGRAM: &str = "bench-run-time";

fn parse(line: &str) -> Option<Time> {
    let mut cells = line.split('\t');
    Some(Time {
        case: cells.next()?.to_owned(),
        codes: cells.next()?.parse().ok()?,
        contender: cells.next()?.to_owned(),
        nanoseconds: cells.next()?.parse().ok()?,
    })
}

fn rows(times: &[Time], plan: &Plan) -> Vec<Row> {
    let find = |case: &str, codes: usize, contender: &str| {
        let found = times.iter().find(|time| time.case == case && time.codes == codes && time.contender == contender);
        found.map(|time| Figure::Nanoseconds(time.nanoseconds))
    };
    let why = || format!("not part of the {} run", plan.name);
    let unlike = plan.unlike(38, 38);
    let ratio = |case: &str, codes, peer: &'static str, target| {
        let what = format!("{case}, {} codes", grouped(codes));
        match find(case, codes, ERRCAT).zip(find(case, codes, peer)) {
            None => Row::unmeasured(what, Target::Ratio(target), Some(peer), why()),
            figures => Row::ratio(what, target, peer, figures, unlike),
        }
    };
    let bound = |case: &str, codes, nanoseconds| {
        let (what, target) =
            (format!("`{case}()`, {} codes", grouped(codes)), Target::AtMost(Figure::Nanoseconds(nanoseconds)));
        match find(case, codes, ERRCAT) {
            None => Row::unmeasured(what, target, None, why()),
            ours => Row::bound(what, target, ours, unlike),
        }
    };
    let mut rows = Vec::new();
    for case in ["name to code, hit", "name to code, miss"] {
        rows.push(ratio(case, 38, "strum", 0.9));
        rows.push(ratio(case, LARGE, "strum", 1.0 / 8.0));
        rows.push(ratio(case, LARGE, "phf", 1.0));
    }
    for codes in [38, LARGE] {
        rows.push(ratio("Display without params", codes, "thiserror", 1.0));
        rows.push(ratio("Display with params", codes, "thiserror", 1.0));
        rows.push(bound("http_status", codes, 2.0));
        rows.push(bound("as_str", codes, 8.0));
    }
    rows.push(ratio("serialize with params", 38, "derived struct, made for it", 1.2));
    rows.push(ratio("deserialize with params", 38, "derived struct", 1.5));
    rows
}

/// How long the slowest of the bodies takes that are made to take long.
fn slowest_body(plan: &Plan) -> Result<Row> {
    let profile = if plan.optimises { "release" } else { "dev" };
    let arguments = ["build", "--quiet", "--package", "hostile-bodies", "--profile", profile];
    let program = artifact(&mut workspace(&repository().join("bench"), &arguments), "bin")?;
    let printed = succeed(Command::new(program).args(["time", &MEGABYTE.to_string()]))?;
    let times = printed.lines().filter_map(|line| line.split_once('\t')?.0.parse().ok()).map(Duration::from_nanos);
    let slowest = times.max().context("hostile-bodies prints no time")?;
    let target = Target::AtMost(Figure::Time(Duration::from_millis(10)));
    let unlike = plan.unlike(38, 38);
    Ok(Row::bound("read a hostile body of 1 MB, the slowest".to_owned(), target, Some(Figure::Time(slowest)), unlike))
}

const MEGABYTE: usize = 1 << 20;
const ERRCAT: &str = "errcat";
const LARGE: usize = 10_000;

/// All results, with the contenders of a case next to each other.
fn table(times: &[Time]) -> Table {
    let mut table = Table::new(["nanoseconds", "codes", "errcat", "beside it"]);
    for contenders in times.chunk_by(|a, b| (&a.case, a.codes) == (&b.case, b.codes)) {
        let Some((ours, others)) = contenders.split_first() else { continue };
        let others: Vec<_> = others.iter().map(|time| format!("{} {:.1}", time.contender, time.nanoseconds)).collect();
        table.push(vec![ours.case.clone(), grouped(ours.codes), format!("{:.1}", ours.nanoseconds), others.join(", ")]);
    }
    table
}
