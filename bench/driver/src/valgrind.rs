//! Counting instructions: unlike times, they are the same on a busy machine.

use std::process::Command;

use anyhow::{Context, Result, ensure};

/// Whether instructions can be counted here; says why not.
pub fn is_installed() -> bool {
    let started = Command::new("valgrind").arg("--version").output();
    if let Err(error) = &started {
        eprintln!("instructions are not counted, since valgrind does not start: {error}");
    }
    started.is_ok()
}

/// The instructions of a program that exits with one of these statuses, and what it printed.
pub fn instructions(program: &Command, statuses: &[i32]) -> Result<(f64, String)> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    command.arg(program.get_program()).args(program.get_args());
    let output = command.output()?;
    let log = String::from_utf8_lossy(&output.stderr);
    let is_expected = output.status.code().is_some_and(|code| statuses.contains(&code));
    ensure!(is_expected, "{command:?} failed:\n{log}");
    let total = log.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok());
    let total = total.with_context(|| format!("{command:?} says nothing of instructions:\n{log}"))?;
    Ok((total, String::from_utf8_lossy(&output.stdout).into_owned()))
}
