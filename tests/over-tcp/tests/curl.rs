//! Every error, as curl sees it: status, content type and each byte of the body.

use std::io::{self, Write};
use std::net::SocketAddr;
use std::process::{Command, Output};

use over_tcp::expected::{Wire, codes};
use over_tcp::{SECRET, Server};

/// Requests all paths in one go; after each body comes a line with what curl knows about the response.
fn curl(server: SocketAddr, paths: &[String]) -> Output {
    // This must come first: ignores the settings of the user who runs the test.
    let mut command = Command::new("curl");
    command.args(["--disable", "--silent", "--show-error", "--noproxy", "*", "--max-time", "60"]);
    command.args(["--write-out", "\n%{http_code} %{content_type} %{num_connects}\n"]);
    command.args(paths.iter().map(|path| format!("http://{server}/{path}")));
    command.output().expect("curl starts")
}

#[test]
fn status_content_type_and_body() {
    if Command::new("curl").arg("--version").output().is_err() {
        // The output of a passing test is hidden unless it is written like this.
        let skipped = "SKIPPED: curl is not installed, so what it sees of the answers is not checked";
        writeln!(io::stderr(), "{skipped}").expect("standard error can be written to");
        return;
    }
    let server = Server::start(env!("CARGO_BIN_EXE_error-server"));
    let mut paths = Vec::new();
    let mut expected = Vec::new();
    for wire in Wire::ALL {
        for code in codes() {
            // The first response needs a connection, which the others reuse.
            let connections = i32::from(paths.is_empty());
            let (status, content_type) = (code.cells.http_status, wire.content_type());
            expected.push(code.body(wire));
            expected.push(format!("{status} {content_type} {connections}"));
            paths.push(format!("{}/{}", wire.path(), code.name));
        }
    }
    assert_eq!(paths.len(), 76);
    let output = curl(server.address, &paths);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let seen = String::from_utf8(output.stdout).expect("all bodies are text");
    assert_eq!(seen.lines().collect::<Vec<_>>(), expected);
    assert!(!seen.contains(SECRET));
}
