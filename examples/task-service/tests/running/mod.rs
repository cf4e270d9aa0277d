//! Running the service.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Command, Stdio};

/// The server's process, on its own port.
pub struct Server {
    process: Child,
    stdout: BufReader<ChildStdout>,
    pub address: String,
}

/// Everything a server has printed.
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
        stdout.read_line(&mut line).expect("the server says where it listens");
        let address = line.trim_end().strip_prefix("listening on http://").expect("the server listens").to_owned();
        Self { process, stdout, address }
    }

    /// Asks the server to shut down, as an operator or a container runtime does.
    pub fn interrupt(&self) {
        let kill = Command::new("kill").args(["-TERM", &self.process.id().to_string()]).status();
        assert!(kill.expect("`kill` can be run").success());
    }

    /// Waits until the server has exited successfully.
    pub fn end(mut self) -> Printed {
        let mut printed = Printed { stdout: format!("listening on http://{}\n", self.address), stderr: String::new() };
        self.stdout.read_to_string(&mut printed.stdout).expect("the output is text");
        let mut stderr = self.process.stderr.take().expect("the log is piped");
        stderr.read_to_string(&mut printed.stderr).expect("the log is text");
        assert!(self.process.wait().expect("the server exits").success(), "{}", printed.stderr);
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
