//! Running the real binary.

use std::path::Path;
use std::process::{Command, Output};

pub fn errcat(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_errcat")).args(args).current_dir(folder).output().expect("errcat starts")
}

pub fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("errcat prints UTF-8")
}
