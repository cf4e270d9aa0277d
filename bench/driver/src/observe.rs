//! Measuring the wall time and the peak memory of a process.
//!
//! A system reports the peak memory of all children as one number, including what a child used before it became
//! another program. So this program starts itself in between: a small process with only one child. Cargo also starts it
//! in place of rustc, and it observes the rustc that compiles the crate in question.

use std::env;
use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

const RECORD: &str = "ERRCAT_BENCH_RECORD";
const CRATE: &str = "ERRCAT_BENCH_CRATE";

/// The measurements of a process.
#[derive(Clone, Copy)]
pub struct Observation {
    pub wall: Duration,
    /// In bytes; `None` if the system doesn't report it.
    pub peak: Option<u64>,
}

/// Runs a command to its end, as a child of another such process.
pub fn observe(command: &Command, record: &Path) -> Result<Observation> {
    let mut observed = Command::new(env::current_exe()?);
    observed.arg(command.get_program()).args(command.get_args()).env(RECORD, record);
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => observed.env(name, value),
            None => observed.env_remove(name),
        };
    }
    if let Some(folder) = command.get_current_dir() {
        observed.current_dir(folder);
    }
    forget(record)?;
    let output = observed.output()?;
    if !output.status.success() {
        bail!("{command:?} failed:\n{}", String::from_utf8_lossy(&output.stderr));
    }
    read(record)
}

/// Makes a cargo command observe the compilation of one crate.
pub fn observe_rustc(cargo: &mut Command, crate_name: &str, record: &Path) -> Result<()> {
    forget(record)?;
    cargo.env("RUSTC_WRAPPER", env::current_exe()?).env(RECORD, record).env(CRATE, crate_name);
    Ok(())
}

fn forget(record: &Path) -> Result<()> {
    if record.exists() {
        fs::remove_file(record).with_context(|| record.display().to_string())?;
    }
    Ok(())
}

/// The recorded measurements of the only observed process.
pub fn read(record: &Path) -> Result<Observation> {
    let text = fs::read_to_string(record).context("nothing was observed")?;
    let parse = |line: &str| {
        let (wall, peak) = line.split_once(' ')?;
        Some(Observation { wall: Duration::from_nanos(wall.parse().ok()?), peak: peak.parse().ok() })
    };
    let observations: Vec<_> = text.lines().map(parse).collect();
    match observations[..] {
        [Some(observation)] => Ok(observation),
        _ => bail!("one process was to be observed, found {}: {text}", observations.len()),
    }
}

/// Observes a command, if this process was started for that: the arguments are the command line.
pub fn as_asked() -> Option<ExitCode> {
    let record = env::var_os(RECORD)?;
    let mut arguments = env::args_os().skip(1);
    let mut command = Command::new(arguments.next().unwrap_or_default());
    let arguments: Vec<_> = arguments.collect();
    command.args(&arguments).env_remove(RECORD).env_remove(CRATE);
    let start = Instant::now();
    let status = command.status();
    let wall = start.elapsed();
    let wanted = env::var_os(CRATE).is_none_or(|name| compiles(&arguments, &name));
    let recorded = if wanted { append(Path::new(&record), wall) } else { Ok(()) };
    match (status, recorded) {
        (Ok(status), Ok(())) => {
            // A process killed by a signal has no code.
            Some(status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
        }
        (Err(error), _) | (_, Err(error)) => {
            eprintln!("{command:?}: {error}");
            Some(ExitCode::FAILURE)
        }
    }
}

/// Whether these are the arguments of a rustc that compiles a crate of this name.
fn compiles(arguments: &[OsString], crate_name: &OsString) -> bool {
    arguments.windows(2).any(|pair| pair[0] == "--crate-name" && pair[1] == *crate_name)
}

fn append(record: &Path, wall: Duration) -> std::io::Result<()> {
    let peak = peak_of_child().map_or_else(|| "unknown".to_owned(), |peak| peak.to_string());
    let mut file = OpenOptions::new().create(true).append(true).open(record)?;
    writeln!(file, "{} {peak}", wall.as_nanos())
}

#[cfg(unix)]
fn peak_of_child() -> Option<u64> {
    use nix::sys::resource::{UsageWho, getrusage};

    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).ok()?;
    // Apple systems report bytes, all others kilobytes.
    let unit = if cfg!(target_vendor = "apple") { 1 } else { 1024 };
    u64::try_from(usage.max_rss()).ok().map(|peak| peak * unit)
}

#[cfg(not(unix))]
fn peak_of_child() -> Option<u64> {
    None
}
