//! The guides lead a new user from an empty folder to what they promise.

mod guide;

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use end_to_end_tests::{cargo, skip, succeed, write};
use guide::{Guide, folder, has_shell, shell, target};

/// A server that runs until the test is over.
struct Server {
    child: Child,
    port: u16,
}

impl Server {
    fn start(program: &Path, port: u16) -> Self {
        Self { child: Command::new(program).spawn().expect("the program starts"), port }
    }

    /// The status and the body of a response.
    fn get(&self, path: &str) -> (u16, String) {
        let start = Instant::now();
        let mut stream = loop {
            match TcpStream::connect(("127.0.0.1", self.port)) {
                Ok(stream) => break stream,
                Err(error) => assert!(start.elapsed() < Duration::from_secs(20), "the server doesn't listen: {error}"),
            }
        };
        write!(stream, "GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").expect("it reads");
        let mut response = String::new();
        stream.read_to_string(&mut response).expect("it answers");
        let (head, body) = response.split_once("\r\n\r\n").expect("a response has a head");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        (status.unwrap_or_else(|| panic!("{head}")), body.to_owned())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().and_then(|()| self.child.wait()).expect("it is this test's own");
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    listener.expect("there is a free port").port()
}

#[test]
fn the_readme_leads_to_an_own_error() {
    if !has_shell() {
        return skip("there is no shell to follow the README in");
    }
    let guide = Guide::read("README.md", "## Use errcat for your own catalogue\n", "\n### ");
    let output = guide.follow(folder().path());
    assert_eq!(output, "umbrella is sold out\n");
}

#[test]
fn a_package_builds_after_init_as_it_stands() {
    if !has_shell() {
        return skip("there is no shell to follow docs/import.md in");
    }
    let guide = Guide::read("docs/import.md", "## Start a package\n", "\n## ");
    let folder = folder();
    guide.follow(folder.path());
    let package = folder.path().join("shop");
    let code = "\nfn main() {\n    println!(\"{}\", errors::Error::sold_out(\"tea\", 1));\n}\n";
    let main = std::fs::read_to_string(package.join("src/main.rs")).expect("cargo made it");
    let module = &main[main.find("mod errors").expect("init added it")..];
    write(&package.join("src/main.rs"), &(module.to_owned() + code));
    assert_eq!(succeed(&cargo(&package, &target(), &["run", "--quiet"])), "only 1 of tea left\n");
}

#[test]
fn a_service_answers_with_errors_of_two_catalogues() {
    if !has_shell() {
        return skip("there is no shell to follow docs/service.md in");
    }
    let port = free_port();
    let guide = Guide::read("docs/service.md", "\n\n", "\nOne catalogue").replace("3000", &port.to_string());
    guide.follow(folder().path());
    let server = Server::start(&target().join("debug/shop-api"), port);
    for (path, status, body) in
        [("/orders/umbrella/acme", 409, &guide.shown[0]), ("/orders/kite/acme", 402, &guide.shown[1])]
    {
        assert_eq!(server.get(path), (status, body.trim_end().to_owned()));
    }
    assert_eq!(server.get("/orders/kite/other"), (200, "ordered 1 kite".to_owned()));
}

#[test]
fn a_crate_of_errors_is_generated_built_and_used() {
    if !has_shell() {
        return skip("there is no shell to follow docs/crate.md in");
    }
    let folder = folder();
    let steps = Guide::read("docs/crate.md", "## From an empty folder\n", "\n## ");
    let output = steps.follow(folder.path());
    assert!(output.ends_with(&steps.shown[0]), "{output}");

    let (errors, server) = (folder.path().join("shop-errors"), folder.path().join("shop-server"));
    let build = |package: &Path| {
        let output = cargo(package, &target(), &["build"]);
        succeed(&output);
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let catalogue = fs::read_to_string(errors.join("errors.yaml")).expect("the guide wrote it");
    let add_comment = |comment: &str| write(&errors.join("errors.yaml"), &format!("# {comment}\n{catalogue}"));
    add_comment("Of the shop.");
    let generated = shell(&errors).args(["-c", "errcat generate && errcat generate --check"]).output();
    succeed(&generated.expect("there is a shell"));
    let log = build(&server);
    assert!(!log.contains("Compiling"), "a comment compiles nothing: {log}");

    Guide::read("docs/crate.md", "## After an edit of the catalogue\n", "\n## ").follow(&server);
    build(&errors);
    add_comment("Of another shop.");
    let log = build(&errors);
    assert!(log.contains("Compiling shop-errors"), "cargo compiles what its build script has run for: {log}");
    write(&errors.join("errors.yaml"), &catalogue.replace("is sold out", "is gone"));
    assert_eq!(succeed(&cargo(&server, &target(), &["run", "--quiet"])), "umbrella is gone\n");
}

#[test]
fn cargo_runs_no_build_script_without_a_library() {
    let folder = folder();
    let manifest = "[package]\nname = \"early\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
                    [lib]\npath = \"generated/src/lib.rs\"\n";
    write(&folder.path().join("Cargo.toml"), manifest);
    write(&folder.path().join("build.rs"), "fn main() { std::fs::write(\"ran\", \"\").unwrap() }\n");
    assert!(!cargo(folder.path(), &target(), &["build"]).status.success());
    assert!(!folder.path().join("ran").exists());
}
