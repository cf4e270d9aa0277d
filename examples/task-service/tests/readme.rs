//! The programs print what the README shows.
#![cfg(unix)]

mod proxy;
mod running;

use std::process::Command;

use self::proxy::{Fault, Proxy};
use self::running::Server;
use task_service::api::ADDRESS;

const README: &str = include_str!("../README.md");

/// The text block in the README that starts with this line.
fn block(first_line: &str) -> &'static str {
    let start = format!("```text\n{first_line}\n");
    let at = README.find(&start).unwrap_or_else(|| panic!("no text block starts with {first_line:?}"));
    let block = &README[at + "```text\n".len()..];
    &block[..block.find("```").expect("a block ends")]
}

#[test]
fn programs_print_what_the_readme_shows() {
    let server = Server::start();
    let address = server.address.clone();
    let client = Command::new(env!("CARGO_BIN_EXE_client")).arg(&address).output().expect("the client starts");
    server.interrupt();
    let server = server.wait();

    let stderr = String::from_utf8_lossy(&client.stderr);
    assert!(client.status.success(), "{stderr}");
    assert_eq!(stderr, "");
    let client = String::from_utf8_lossy(&client.stdout);
    assert_eq!(client, block("a task without any fields"), "the client printed:\n{client}");

    // The log goes to stderr; on a terminal it appears between the lines of stdout.
    let (listening, stopped) = server.stdout.split_once('\n').expect("the server prints two lines");
    let server = format!("{listening}\n{}{stopped}", server.stderr).replace(&address, ADDRESS);
    assert_eq!(server, block(&format!("listening on http://{ADDRESS}")), "the server printed:\n{server}");
}

#[test]
fn a_bad_network_changes_nothing_but_the_retries() {
    let faults: [Fault; 14] = [
        proxy::reset,
        proxy::pass_on,
        proxy::cut_the_body,
        proxy::pass_on,
        proxy::close,
        proxy::pass_on,
        proxy::fail,
        proxy::pass_on,
        proxy::cut_the_head,
        proxy::reset_in_the_body,
        proxy::pass_on,
        proxy::gateway_page,
        proxy::pass_on,
        proxy::cut_the_body,
    ];
    let server = Server::start();
    let proxy = Proxy::start(&server, &faults);
    let client = Command::new(env!("CARGO_BIN_EXE_client")).arg(&proxy.address).output().expect("the client starts");

    let outcomes = |printed: &str| -> Vec<String> {
        printed.lines().filter(|line| !line.contains("; retrying ")).map(ToOwned::to_owned).collect()
    };
    let printed = String::from_utf8_lossy(&client.stdout);
    assert_eq!(outcomes(&printed), outcomes(block("a task without any fields")), "the client printed:\n{printed}");
    assert!(proxy.requests() > faults.len());
}
