//! The results in `bench/README.md`, and the plot next to it.

use std::fs;

use anyhow::{Context, Result};

use crate::packages::repository;
use crate::plot;
use crate::report::Report;

const START: &str = "<!-- results: written by `errcat-bench … --write` -->\n";
const END: &str = "<!-- end of results -->\n";

/// Replaces the results in the README with these.
pub fn write(report: &Report) -> Result<()> {
    let bench = repository().join("bench");
    let path = bench.join("README.md");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let (before, rest) = text.split_once(START).context("bench/README.md has no place for results")?;
    let (_, after) = rest.split_once(END).context("the place for results in bench/README.md has no end")?;
    let mut results = report.markdown();
    if !report.growth.is_empty() {
        fs::write(bench.join("growth.svg"), plot::growth(&report.growth)?).context("growth.svg")?;
        results += "\n![Time and memory over the number of codes](growth.svg)\n";
    }
    fs::write(&path, format!("{before}{START}\n{results}\n{END}{after}")).with_context(|| path.display().to_string())
}
