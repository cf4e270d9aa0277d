//! How much the errors add to a program's size.

use std::fs;

use anyhow::Result;
use bench_peers::{Catalogue, Code, TODAY};

use super::Bench;
use crate::cargo::artifact;
use crate::figures::{Figure, Row, Target, grouped};
use crate::packages::{Crate, Maker, Profile, dependency};
use crate::plan::Plan;
use crate::report::Report;

pub fn run(bench: &Bench, report: &mut Report) -> Result<()> {
    let plan = bench.plan;
    let empty = size(bench, "program-empty", "", "fn main() {}\n")?;
    for (codes, meant, target) in [(38, 38, 1.25), (plan.medium, Plan::FULL.medium, 0.9)] {
        let catalogue = Catalogue::synthetic(codes);
        let above_empty = |maker, error: fn(&Code) -> String| -> Result<Figure> {
            let made = bench.packages.catalogue(maker, &catalogue, &[])?;
            let program = program(&catalogue, &made, error);
            let dependency = dependency(&made.package, &made.folder);
            let size = size(bench, &format!("program-{}", made.package), &dependency, &program)?;
            Ok(Figure::Bytes(size.saturating_sub(empty)))
        };
        let ours = above_empty(Maker::Errcat, Code::errcat_error)?;
        let peer = above_empty(Maker::Peer(&TODAY), Code::enum_error)?;
        let what =
            format!("stripped release program that uses all accessors, above an empty one, {} codes", grouped(codes));
        let unlike = plan.unlike(codes, meant);
        report.rows.push(Row::ratio(what, target, TODAY.name, Some((ours, peer)), unlike));
    }
    let size = Figure::Bytes(size_of::<vidu_errors::Error>() as u64);
    report.rows.push(Row::bound("`size_of::<Error>()`", Target::AtMost(Figure::Bytes(16)), Some(size), None));
    Ok(())
}

/// A program that uses everything that both provide.
fn program(catalogue: &Catalogue, made: &Crate, error: fn(&Code) -> String) -> String {
    let is_plain = |code: &&Code| code.params().next().is_none();
    let plain = catalogue.codes.iter().find(is_plain).into_iter();
    let errors: Vec<_> = plain.chain(catalogue.codes.iter().find(|code| !is_plain(code))).map(error).collect();
    format!(
        "use {}::{{Error, ErrorCode}};\n\n\
         fn main() {{\n    \
             for name in std::env::args().skip(1) {{\n        \
                 match name.parse::<ErrorCode>() {{\n            \
                     Ok(code) => println!(\"{{}} {{}} {{}}\", code.as_str(), code.http_status(), code.description()),\n            \
                     Err(_) => println!(\"none of {{}}\", ErrorCode::ALL.len()),\n        \
                 }}\n    \
             }}\n    \
             for error in [{}] {{\n        \
                 println!(\"{{}} {{error}}\", error.code().as_str());\n    \
             }}\n\
         }}\n",
        made.library,
        errors.join(", ")
    )
}

fn size(bench: &Bench, name: &str, dependency: &str, main: &str) -> Result<u64> {
    let manifest = format!("[dependencies]\n{dependency}\n[profile.release]\nstrip = true\n");
    let folder = bench.packages.write(name, &manifest, &[("src/main.rs", main)])?;
    let program = artifact(&mut bench.packages.build(&folder, Profile::Release), "bin")?;
    Ok(fs::metadata(program)?.len())
}
