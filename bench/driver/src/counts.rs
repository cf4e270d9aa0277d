//! Counting the instructions of the hot paths, and comparing them with those recorded in `bench/counts.txt`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::cargo::{artifact, succeed, workspace};
use crate::packages::repository;
use crate::valgrind;

const CASES: [&str; 4] = ["display-without-params", "display-with-params", "name-to-code-hit", "name-to-code-miss"];

/// The tolerated increase.
const TOLERANCE: f64 = 1.1;

/// The rounds in the shorter run, and how many more the longer one has.
const FEW: u32 = 10;
const MORE: u32 = 200;

/// The counts, and the compiler and the machine they are for.
struct Counts {
    host: String,
    rustc: String,
    of_cases: BTreeMap<String, f64>,
}

/// Counts and compares, or with `bless` records the counts. Returns whether nothing takes more than before.
pub fn run(bless: bool) -> Result<bool> {
    if !valgrind::is_installed() {
        return Ok(true);
    }
    let path = repository().join("bench/counts.txt");
    let counted = count()?;
    if bless {
        fs::write(&path, counted.text()).with_context(|| path.display().to_string())?;
        println!("recorded in bench/counts.txt");
        return Ok(true);
    }
    let noted = Counts::read(&path)?;
    if noted.host != counted.host {
        eprintln!(
            "instructions are not compared: those in bench/counts.txt are of {}, not {}",
            noted.host, counted.host
        );
        return Ok(true);
    }
    let mut is_well = true;
    for (case, &count) in &counted.of_cases {
        let before = noted.of_cases.get(case).with_context(|| format!("{case} is missing in bench/counts.txt"))?;
        let verdict = match count / before {
            TOLERANCE.. => {
                is_well = false;
                "more than 10 % over the recorded count"
            }
            ..0.9 => "less than recorded: run `counts --bless` to record it",
            _ => "as noted",
        };
        println!("{case}: {count:.0} instructions, noted {before:.0}: {verdict}");
    }
    if !is_well && noted.rustc != counted.rustc {
        println!("recorded with {}, counted with {}: the compiler may be the reason", noted.rustc, counted.rustc);
    }
    Ok(is_well)
}

fn count() -> Result<Counts> {
    let bench = repository().join("bench");
    let build = &mut workspace(&bench, &["build", "--locked", "--quiet", "--release", "--package", "hot-paths"]);
    let program = artifact(build, "bin")?;
    let counts = CASES.iter().map(|&case| Ok((case.to_owned(), operation(&program, case)?)));
    let version = succeed(Command::new("rustc").arg("-vV"))?;
    let line = |prefix| version.lines().find_map(|line| line.strip_prefix(prefix)).unwrap_or_default().to_owned();
    Ok(Counts {
        host: line("host: "),
        rustc: format!("rustc {}", line("release: ")),
        of_cases: counts.collect::<Result<_>>()?,
    })
}

/// The instructions of one operation.
fn operation(program: &PathBuf, case: &str) -> Result<f64> {
    let (few, _) = instructions(program, case, FEW)?;
    let (many, operations) = instructions(program, case, FEW + MORE)?;
    ensure!(many > few, "{case} takes {few} instructions in {FEW} rounds and {many} in {MORE} more");
    Ok((many - few) / (f64::from(MORE) * operations))
}

/// The instructions of the whole program, and the operations in a round.
fn instructions(program: &PathBuf, case: &str, rounds: u32) -> Result<(f64, f64)> {
    let mut command = Command::new(program);
    command.args([case, &rounds.to_string()]);
    let (total, printed) = valgrind::instructions(&command, &[0])?;
    Ok((total, printed.trim().parse().with_context(|| format!("{command:?} prints no number: {printed}"))?))
}

impl Counts {
    fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let mut values: BTreeMap<_, _> = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once(": "))
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect();
        let (host, rustc) = (values.remove("host").unwrap_or_default(), values.remove("rustc").unwrap_or_default());
        let counts = values.into_iter().map(|(case, count)| {
            let count = count.parse().with_context(|| format!("{case} in {}", path.display()))?;
            Ok((case, count))
        });
        Ok(Self { host, rustc, of_cases: counts.collect::<Result<_>>()? })
    }

    fn text(&self) -> String {
        let mut text = String::from(HEAD);
        let _ = writeln!(text, "host: {}\nrustc: {}", self.host, self.rustc);
        for (case, count) in &self.of_cases {
            let _ = writeln!(text, "{case}: {count:.0}");
        }
        text
    }
}

const HEAD: &str =
    "# Instructions of one operation of vidu-errors. `errcat-bench counts` compares, `counts --bless` rewrites this.\n";
