//! The machine and the date of the measurements.

use std::fmt;
use std::fs;
use std::process::Command;
use std::thread;

use anyhow::Result;
use time::{Date, OffsetDateTime};

use crate::cargo::succeed;
use crate::packages::repository;

/// A machine, its software, and a day.
pub struct Machine {
    date: Date,
    processor: String,
    cores: usize,
    system: String,
    rustc: String,
    peers: Vec<String>,
}

impl Machine {
    pub fn look() -> Result<Self> {
        Ok(Self {
            date: OffsetDateTime::now_utc().date(),
            processor: processor(),
            cores: thread::available_parallelism()?.get(),
            system: system(),
            rustc: succeed(Command::new("rustc").arg("--version"))?.trim().to_owned(),
            peers: peers(&fs::read_to_string(repository().join("bench/Cargo.lock"))?),
        })
    }
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { date, processor, cores, system, rustc, peers } = self;
        write!(f, "Measured on {date}: {processor}, {cores} cores, {system}; {rustc}, {}", peers.join(", "))
    }
}

fn processor() -> String {
    let of_linux = || {
        let text = fs::read_to_string("/proc/cpuinfo").ok()?;
        let line = text.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    };
    let of_mac = || succeed(Command::new("sysctl").args(["-n", "machdep.cpu.brand_string"])).ok();
    let name = of_linux().or_else(of_mac).map(|name| name.trim().to_owned());
    name.unwrap_or_else(|| format!("a processor of type {}", std::env::consts::ARCH))
}

fn system() -> String {
    let release = fs::read_to_string("/etc/os-release").ok();
    let name = release.as_deref().and_then(|text| text.lines().find_map(|line| line.strip_prefix("PRETTY_NAME=")));
    name.map_or_else(|| std::env::consts::OS.to_owned(), |name| name.trim_matches('"').to_owned())
}

/// The peers' versions, as locked by this workspace.
fn peers(lock: &str) -> Vec<String> {
    let versions = ["thiserror", "strum", "snafu", "phf"].iter().filter_map(|peer| {
        let (_, rest) = lock.split_once(&format!("name = \"{peer}\"\nversion = \""))?;
        Some(format!("{peer} {}", rest.split_once('"')?.0))
    });
    versions.collect()
}
