//! What a user waits for after adding the errors to a package: the first build.

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
    let ours = user("outside-errcat", &dependency("vidu-errors", &repository()), "vidu_errors::Error::bad_request()")?;
    let peer = user(
        "outside-today",
        &dependency(&today.package, &today.folder),
        &format!("{}::Error::BadRequest", today.library),
    )?;
    let [ours, peer] = in_turn(bench.plan.effort, &[ours, peer], |folder| packages.cold_build(folder))?;
    let figures = (Figure::Time(ours.wall()), Figure::Time(peer.wall()));
    report.rows.push(Row::ratio(
        "cold build of an outside package, 38 codes",
        1.0 / 12.0,
        TODAY.name,
        Some(figures),
        None,
    ));
    Ok(())
}
