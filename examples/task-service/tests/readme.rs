//! The programs print what the README shows.
#![cfg(unix)]

mod running;

use std::process::Command;

use self::running::Server;
use task_service::api::ADDRESS;

const README: &str = include_str!("../../../README.md");

/// The block of text in the README that starts with this line.
fn block(first_line: &str) -> &'static str {
    let start = format!("```text\n{first_line}\n");
    let at = README.find(&start).unwrap_or_else(|| panic!("no block of text starts with {first_line:?}"));
    let block = &README[at + "```text\n".len()..];
    &block[..block.find("```").expect("a block ends")]
}

#[test]
fn the_output_is_as_in_the_readme() {
    let server = Server::start();
    let address = server.address.clone();
    let client = Command::new(env!("CARGO_BIN_EXE_client")).arg(&address).output().expect("the client starts");
    server.interrupt();
    let server = server.end();

    let stderr = String::from_utf8_lossy(&client.stderr);
    assert!(client.status.success(), "{stderr}");
    assert_eq!(stderr, "");
    let client = String::from_utf8_lossy(&client.stdout);
    assert_eq!(client, block("a task without anything"), "the client has printed:\n{client}");

    // The log goes to stderr: on a terminal it appears between the other lines.
    let (listening, stopped) = server.stdout.split_once('\n').expect("the server prints two lines");
    let server = format!("{listening}\n{}{stopped}", server.stderr).replace(&address, ADDRESS);
    assert_eq!(server, block(&format!("listening on http://{ADDRESS}")), "the server has printed:\n{server}");
}
