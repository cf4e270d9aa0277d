//! Programs in other languages as child processes.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use end_to_end_tests::{are_installed, installed, leave_out, repository};
use serde_json::Value;

/// How long to wait for a line of a program: longer than starting one takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

const PACKAGE: &str = "peers";

/// A language of programs, whose libraries `tests/install` installs.
#[derive(Clone, Copy, Debug)]
pub enum Language {
    /// Programs in the folder `python`.
    Python,
    /// Programs in the folder `node`.
    Node,
}

impl Language {
    /// Starts a program, or says that it is left out because its language or the libraries are not installed.
    ///
    /// # Panics
    ///
    /// It doesn't start, or it is left out though `REQUIRED_PEERS` names the language.
    #[must_use]
    pub fn start(self, program: &str, arguments: &[String]) -> Option<Peer> {
        if !self.is_installed() {
            let name = self.name();
            leave_out(name, &format!("{program}, for which `bash tests/install peers {name}` has not been run"));
            return None;
        }
        Some(Peer::start(self.command().arg(self.sources().join(program)).args(arguments)))
    }

    fn name(self) -> &'static str {
        match self {
            Self::Python => "python",
            Self::Node => "node",
        }
    }

    fn sources(self) -> PathBuf {
        repository().join("tests").join(PACKAGE).join(self.name())
    }

    /// Where the libraries are.
    fn libraries(self) -> PathBuf {
        installed(PACKAGE, self.name())
    }

    /// Whether the interpreter is there, and the libraries in the versions that the tests expect.
    fn is_installed(self) -> bool {
        are_installed(PACKAGE, self.name()) && self.command().arg("--version").output().is_ok()
    }

    /// The interpreter, which finds the libraries.
    fn command(self) -> Command {
        match self {
            Self::Python => {
                let mut command = Command::new(self.libraries().join("bin/python"));
                // Not in the folder of the sources, and no warnings about what libraries do to each other.
                command.env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONWARNINGS", "ignore");
                command
            }
            Self::Node => {
                let mut command = Command::new("node");
                command.env("NODE_PATH", self.libraries().join("node_modules"));
                command
            }
        }
    }
}

/// A running program. Dropping this value ends it.
pub struct Peer {
    process: Child,
    lines: Receiver<String>,
}

impl Peer {
    fn start(command: &mut Command) -> Self {
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
        let stdout = process.stdout.take().expect("the output is piped");
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines() {
                if sender.send(line.expect("the output is text")).is_err() {
                    break;
                }
            }
        });
        Self { process, lines }
    }

    /// The address in the first line of a server.
    ///
    /// # Panics
    ///
    /// The program prints none in time.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        let line = self.lines.recv_timeout(PATIENCE).expect("the server says where it listens");
        line.parse().expect("an address")
    }

    /// What a program prints until it ends, one JSON value on each line.
    ///
    /// # Panics
    ///
    /// The program takes too long, fails, or prints something else.
    #[must_use]
    pub fn into_values(mut self) -> Vec<Value> {
        let mut values = Vec::new();
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) => values.push(serde_json::from_str(&line).expect("a line of JSON")),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("the program is silent for too long"),
            }
        }
        assert!(self.process.wait().expect("the program ends").success());
        values
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
