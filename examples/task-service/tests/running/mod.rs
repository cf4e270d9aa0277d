//! Running the service.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStderr, ChildStdout, Command, Stdio};

/// A server process on a free port.
pub struct Server {
    process: Child,
    stdout: BufReader<ChildStdout>,
    pub address: String,
}

/// Everything that a server printed.
pub struct Printed {
    pub stdout: String,
    pub stderr: String,
}

impl Server {
    pub fn start() -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_server"));
        command.arg("127.0.0.1:0").stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command.spawn().expect("the server starts");
        let mut stdout = BufReader::new(process.stdout.take().expect("the output is piped"));
        let mut line = String::new();
        stdout.read_line(&mut line).expect("the server prints its address");
        let address = line.trim_end().strip_prefix("listening on http://").expect("the server listens").to_owned();
        Self { process, stdout, address }
    }

    /// Asks the server to stop, as an operator or a container runtime does.
    pub fn interrupt(&self) {
        let kill = Command::new("kill").args(["-TERM", &self.process.id().to_string()]).status();
        assert!(kill.expect("kill starts").success());
    }

    /// The log, for a test that makes more of it than a pipe holds.
    pub fn take_log(&mut self) -> ChildStderr {
        self.process.stderr.take().expect("the log is piped")
    }

    /// The memory that the server occupies, in KiB.
    pub fn resident_memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id())).expect("the server runs");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("Linux says it");
        line.trim().trim_end_matches(" kB").parse().expect("a number")
    }

    /// Waits until the server has stopped, and expects success.
    pub fn wait(mut self) -> Printed {
        let mut printed = Printed { stdout: format!("listening on http://{}\n", self.address), stderr: String::new() };
        self.stdout.read_to_string(&mut printed.stdout).expect("the output is text");
        if let Some(mut log) = self.process.stderr.take() {
            log.read_to_string(&mut printed.stderr).expect("the log is text");
        }
        assert!(self.process.wait().expect("the server ends").success(), "{}", printed.stderr);
        printed
    }
}

/// A failed test leaves no server running.
impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
