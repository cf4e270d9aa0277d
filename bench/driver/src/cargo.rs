//! Running cargo without the network and without the user's settings.

use std::env;
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// Cargo in the folder of a package to measure, with a separate target folder.
pub fn cargo(folder: &Path, target: &Path, arguments: &[&str]) -> Command {
    let mut command = workspace(folder, arguments);
    // Incremental compilation takes time to make the next build faster; cargo doesn't use it for registry packages.
    command.env("CARGO_TARGET_DIR", target).env("CARGO_INCREMENTAL", "0");
    command
}

/// Cargo in a workspace of this repository, with its usual target folder.
pub fn workspace(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = plain(folder);
    command.args(arguments).env("CARGO_NET_OFFLINE", "true");
    command
}

fn plain(folder: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy();
        let is_cargos = name.starts_with("CARGO_") && !["CARGO_HOME", "CARGO_TARGET_DIR"].contains(&&*name);
        if is_cargos || ["RUSTFLAGS", "RUSTC_WORKSPACE_WRAPPER"].contains(&&*name) {
            command.env_remove(&*name);
        }
    }
    // A compilation cache must not be used.
    command.current_dir(folder).env("RUSTC_WRAPPER", "");
    command
}

/// Runs a command to its end, and returns its standard output.
pub fn succeed(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("{command:?}"))?;
    if !output.status.success() {
        bail!("{command:?} failed:\n{}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Downloads the dependencies of a workspace, so that everything after this works without the network.
pub fn fetch(workspace: &Path) -> Result<()> {
    succeed(plain(workspace).args(["fetch", "--locked", "--quiet"]))
        .with_context(|| format!("the dependencies of {} could not be downloaded", workspace.display()))?;
    Ok(())
}

/// The only file that a build produces for a target of this kind: `bin`, or `custom-build` for a build script.
pub fn artifact(build: &mut Command, kind: &str) -> Result<PathBuf> {
    let output = succeed(build.arg("--message-format=json-render-diagnostics"))?;
    let artifact = output.as_bytes().lines().map_while(Result::ok).find_map(|line| {
        let message: Value = serde_json::from_str(&line).ok()?;
        let is_wanted = message["target"]["kind"].as_array()?.iter().any(|of| of == kind);
        // Build scripts of dependencies come first, and ours is not from a registry.
        let is_local = message["package_id"].as_str()?.starts_with("path+");
        (is_wanted && is_local).then(|| message["filenames"][0].as_str().map(PathBuf::from))?
    });
    artifact.with_context(|| format!("{build:?} made no `{kind}`"))
}
