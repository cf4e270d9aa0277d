//! Servers for the tests.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::thread;

/// The process that answers with errors. Dropping this value ends it.
pub struct Server {
    process: Child,
    /// The address on which it listens.
    pub address: SocketAddr,
}

impl Server {
    /// Starts the program at this path.
    ///
    /// # Panics
    ///
    /// It does not start.
    #[must_use]
    pub fn start(program: &str) -> Self {
        let mut process = Command::new(program).stdout(Stdio::piped()).spawn().expect("the server starts");
        let mut line = String::new();
        let stdout = process.stdout.take().expect("the output is piped");
        BufReader::new(stdout).read_line(&mut line).expect("the server says where it listens");
        let address = line.trim_end().parse().expect("an address");
        Self { process, address }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Answers one request with these bytes, whatever it is, and closes the connection. Returns the server's address.
///
/// # Panics
///
/// There is no free port.
#[must_use]
pub fn answering(answer: Vec<u8>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
    let address = listener.local_addr().expect("the port is known");
    thread::spawn(move || {
        let (mut connection, _) = listener.accept().expect("a client connects");
        let request = BufReader::new(&connection);
        let head = request.lines().map_while(Result::ok).take_while(|line| !line.is_empty());
        assert!(head.count() > 0, "a request has a head");
        connection.write_all(&answer).expect("the client reads");
    });
    address
}
