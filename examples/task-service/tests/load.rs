//! The service at its full rate, while one connection in ten is cut: for two seconds, or `LOAD_SECONDS`.
#![cfg(target_os = "linux")]

mod running;

use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{env, thread};

use serde_json::json;
use socket2::SockRef;
use task_service::client::Client;

use self::running::Server;

const CLIENTS: usize = 4;
const REQUESTS_PER_CONNECTION: usize = 100;
const WARM_UP: Duration = Duration::from_secs(1);
/// More than the allocator keeps for itself. After 30 s even a leak of a few bytes per request is more than this.
const MAX_GROWTH_KIB: u64 = 1024;

/// Requests, and what is answered.
const REQUESTS: [(&str, &str); 5] = [
    ("GET /tasks/1 HTTP/1.1\r\nhost: a\r\n\r\n", "HTTP/1.1 200 "),
    (
        "POST /tasks HTTP/1.1\r\nhost: a\r\nidempotency-key: a\r\ncontent-length: 37\r\n\r\n\
         {\"model\":\"vidu2.0\",\"prompt\":\"a kite\"}",
        "HTTP/1.1 201 ",
    ),
    ("POST /tasks HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\n\r\n{}", "HTTP/1.1 400 "),
    ("GET /tasks/38 HTTP/1.1\r\nhost: a\r\n\r\n", "HTTP/1.1 404 "),
    ("GET /tasks/1 HTTP/1.1\r\nhost: a\r\nsimulate-error: InternalServiceFailure\r\n\r\n", "HTTP/1.1 500 "),
];

/// What the clients have counted.
#[derive(Debug, Default)]
struct Load {
    connections: AtomicUsize,
    cut: AtomicUsize,
    answers: AtomicUsize,
    error_answers: AtomicUsize,
}

impl Load {
    /// Keeps the service as busy as it can be.
    fn run(&self, address: &str, duration: Duration) {
        let end = Instant::now() + duration;
        thread::scope(|scope| {
            for _ in 0..CLIENTS {
                scope.spawn(|| {
                    while Instant::now() < end {
                        let index = self.connections.fetch_add(1, Ordering::Relaxed);
                        let connection = TcpStream::connect(address).expect("the server listens");
                        if index % 10 == 9 {
                            self.cut(connection, index / 10).expect("the connection lasts until it is cut");
                        } else {
                            self.ask(connection, REQUESTS_PER_CONNECTION).expect("the connection lasts");
                        }
                    }
                });
            }
        });
    }

    /// Sends requests, and checks that each is answered. Returns the connection.
    fn ask(&self, connection: TcpStream, requests: usize) -> io::Result<TcpStream> {
        let mut connection = BufReader::new(connection);
        for (request, expected) in REQUESTS.into_iter().cycle().take(requests) {
            connection.get_mut().write_all(request.as_bytes())?;
            let head = read_response(&mut connection)?;
            assert!(head.starts_with(expected), "{request}\n{head}");
            self.answers.fetch_add(1, Ordering::Relaxed);
            self.error_answers.fetch_add(usize::from(expected > "HTTP/1.1 4"), Ordering::Relaxed);
        }
        Ok(connection.into_inner())
    }

    /// Breaks the connection off: with a reset or without, in a request or before its response has arrived.
    fn cut(&self, connection: TcpStream, index: usize) -> io::Result<()> {
        let mut connection = self.ask(connection, index % REQUESTS_PER_CONNECTION)?;
        let (request, _) = REQUESTS[index % REQUESTS.len()];
        let sent = if index % 2 == 0 { request.len() } else { index % request.len() };
        connection.write_all(&request.as_bytes()[..sent])?;
        if index % 3 == 0 {
            SockRef::from(&connection).set_linger(Some(Duration::ZERO))?;
        }
        self.cut.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }
}

/// Reads a response, and returns its head.
fn read_response(connection: &mut impl BufRead) -> io::Result<String> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if connection.read_line(&mut head)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("a length");
    let mut body = vec![0; length.parse().expect("a number")];
    connection.read_exact(&mut body)?;
    Ok(head)
}

#[test]
fn memory_stays_flat_while_connections_are_cut() {
    let seconds = env::var("LOAD_SECONDS").map_or(2, |seconds| seconds.parse().expect("LOAD_SECONDS is a number"));
    let duration = Duration::from_secs(seconds);
    let mut server = Server::start();
    let log = BufReader::new(server.take_log());
    let log_lines = thread::spawn(|| log.lines().map_while(Result::ok).count());

    let client = Client::new(&server.address, |_, _| {});
    client.create("a", &json!({"model": "vidu2.0", "prompt": "a kite"}), &[]).expect("a task");
    let load = Load::default();
    load.run(&server.address, WARM_UP);
    let before = server.resident_memory();
    load.run(&server.address, duration);
    let after = server.resident_memory();
    assert!(client.task(1, &[]).is_ok() && client.task(2, &[]).is_err(), "one key, one task");
    server.interrupt();
    server.wait();

    println!("{:?}: {load:?}, {before} KiB before, {after} KiB after", WARM_UP + duration);
    assert!(after <= before + MAX_GROWTH_KIB, "{before} KiB before, {after} KiB after");
    // A request that was cut may have been answered.
    let [cut, errors] = [&load.cut, &load.error_answers].map(|count| count.load(Ordering::Relaxed));
    let logged = log_lines.join().expect("the log is text");
    assert!((errors..=errors + cut + 1).contains(&logged), "{logged} lines for {errors} errors");
}
