//! Bodies of responses that are made to take long.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::{Counts, SIZES};
use crate::cargo::{artifact, succeed, workspace};
use crate::packages::repository;
use crate::valgrind;

/// The instructions for reading each body, in all sizes.
pub fn count() -> Result<Vec<Counts>> {
    let bench = repository().join("bench");
    let build = ["build", "--locked", "--quiet", "--release", "--package", "hostile-bodies"];
    let program = artifact(&mut workspace(&bench, &build), "bin")?;
    let folders = SIZES.map(|size| bench.join("target/bodies").join(size.to_string()));
    for (folder, size) in folders.iter().zip(SIZES) {
        succeed(Command::new(&program).arg("write").arg(folder).arg(size.to_string()))?;
    }
    let mut counts = Vec::new();
    for entry in fs::read_dir(&folders[0]).with_context(|| folders[0].display().to_string())? {
        let name = entry?.file_name();
        let of_sizes = folders.each_ref().map(|folder| read(&program, &folder.join(&name)));
        let of_sizes = of_sizes.into_iter().collect::<Result<_>>()?;
        counts.push(Counts { name: name.to_string_lossy().into_owned(), of_sizes });
    }
    counts.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(counts)
}

fn read(program: &Path, file: &Path) -> Result<f64> {
    let mut command = Command::new(program);
    command.arg("read").arg(file);
    Ok(valgrind::instructions(&command, &[0])?.0)
}
