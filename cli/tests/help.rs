//! The full help of each command. `ERRCAT_BLESS=1 cargo test` rewrites the golden files, for a person to review.

mod support;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

use support::{errcat, text};

#[test]
fn help_is_as_reviewed() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let commands = commands();
    assert!(commands.contains(&"check".to_owned()), "{commands:?}");
    let mut files = vec![("errcat.txt".to_owned(), help(&["--help"]))];
    files.extend(commands.iter().map(|command| (format!("errcat-{command}.txt"), help(&[command, "--help"]))));
    if std::env::var_os("ERRCAT_BLESS").is_some() {
        for (name, text) in &files {
            fs::write(golden.join(name), text).expect("the file can be written");
        }
    }
    for (name, text) in &files {
        let expected = fs::read_to_string(golden.join(name)).unwrap_or_default();
        assert_eq!(*text, expected, "{name}: review the change, then run with ERRCAT_BLESS=1");
    }
    let present = fs::read_dir(&golden).expect("the folder is there");
    let present: BTreeSet<_> = present.map(|entry| entry.expect("it can be read").file_name()).collect();
    assert_eq!(present, files.into_iter().map(|(name, _)| OsString::from(name)).collect());
}

/// The commands listed in the help, so that none is left out.
fn commands() -> Vec<String> {
    let help = help(&["--help"]);
    let (_, commands) = help.split_once("\nCommands:\n").expect("there are commands");
    let commands = commands.lines().take_while(|line| !line.is_empty());
    commands
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The help text that these arguments print.
fn help(args: &[&str]) -> String {
    let output = errcat(Path::new("."), args);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""), "{args:?}");
    text(&output.stdout).to_owned()
}
