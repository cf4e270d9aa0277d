//! Programs that look at pages in a browser: those in `tests/page/node`.

use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;

use crate::{are_installed, installed, leave_out, repository, succeed};

const PACKAGE: &str = "page";
const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// Runs a program with a variable that says what to look at, or says that it is left out because its libraries or the
/// browser are not installed.
///
/// # Panics
///
/// One of its tests fails, or the variable `REQUIRED_PEERS` names `browser` and it would be left out.
pub fn run_in_browser<V: AsRef<OsStr>>(program: &str, variable: &str, value: impl FnOnce() -> V) {
    let Some(browser) = browser().filter(|_| are_installed(PACKAGE, "node")) else {
        let needed = "for which chromium is needed, and `bash tests/install page node`";
        return leave_out("browser", &format!("{program}.test.js, {needed}"));
    };
    let sources = repository().join("tests").join(PACKAGE).join("node");
    let mut command = Command::new("node");
    command.args(["--test", "--test-reporter=spec"]).arg(sources.join(format!("{program}.test.js")));
    command.env("NODE_PATH", installed(PACKAGE, "node").join("node_modules")).env("BROWSER", browser);
    command.env(variable, value());
    // What it measures is worth reading.
    println!("{}", succeed(&command.output().expect("node starts")));
}

fn browser() -> Option<PathBuf> {
    let folders: Vec<_> = env::split_paths(&env::var_os("PATH")?).collect();
    BROWSERS.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|path| path.is_file())
}
