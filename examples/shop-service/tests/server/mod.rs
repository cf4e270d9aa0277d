//! The server of the tests.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// The program on a free port. Dropping this value ends it.
pub struct Server {
    process: Child,
    pub address: String,
}

impl Server {
    pub fn start() -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_shop-service"));
        let mut process = command.arg("127.0.0.1:0").stdout(Stdio::piped()).spawn().expect("the server starts");
        let mut line = String::new();
        let stdout = process.stdout.take().expect("the output is piped");
        BufReader::new(stdout).read_line(&mut line).expect("the server prints its address");
        let address = line.trim_end().strip_prefix("listening on ").expect("the server listens").to_owned();
        Self { process, address }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
