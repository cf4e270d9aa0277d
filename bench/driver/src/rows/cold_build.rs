//! How long the first build takes after a user adds the errors to a package.

use std::path::Path;

use anyhow::Result;
use bench_peers::{Catalogue, TODAY};

use super::Bench;
use crate::figures::{Figure, Row};
use crate::measure::in_turn;
use crate::packages::{Maker, dependency, repository};
use crate::report::Report;

pub fn run(bench: &Bench, report: &mut Report) -> Result<()> {
    let packages = &bench.packages;
    let today = packages.catalogue(Maker::Peer(&TODAY), &Catalogue::vidu(), &[])?;
    let user = |name: &str, dependency: &str, error: &str| {
        let main = format!("fn main() {{ println!(\"{{}}\", {error}); }}\n");
        packages.write(name, &format!("[dependencies]\n{dependency}\n"), &[("src/main.rs", &main)])
    };
    let ours =
        |name: &str, folder: &Path| user(name, &dependency("vidu-errors", folder), "vidu_errors::Error::bad_request()");
    let published = ours("outside-errcat", &packages.published("vidu-errors")?)?;
    let checkout = ours("outside-checkout", &repository())?;
    let peer = user(
        "outside-today",
        &dependency(&today.package, &today.folder),
        &format!("{}::Error::BadRequest", today.library),
    )?;
    let folders = [published, checkout, peer];
    let [published, checkout, peer] = in_turn(bench.plan.effort, &folders, |folder| packages.cold_build(folder))?;
    for (what, target, ours) in [
        ("cold build of an outside package, 38 codes", 1.0 / 12.0, published),
        ("the same from a checkout, which has a build script", 1.0 / 10.0, checkout),
    ] {
        let figures = (Figure::Time(ours.wall()), Figure::Time(peer.wall()));
        report.rows.push(Row::ratio(what, target, TODAY.name, Some(figures), None));
    }
    Ok(())
}
