//! A network between the client and the service that misbehaves.

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use socket2::{Domain, SockRef, Socket, Type};

use super::running::Server;

/// Answers a client after the service has responded. The connection is then closed.
pub type Fault = fn(&mut TcpStream, &[u8]) -> io::Result<()>;

/// A proxy that applies the first fault to the first request, the second to the second, and so on, and passes everything
/// on after the last.
pub struct Proxy {
    pub address: String,
    socket: Socket,
    server: String,
    faults: Arc<[Fault]>,
    requests: Arc<AtomicUsize>,
}

impl Proxy {
    /// A proxy that refuses connections until it listens.
    pub fn bind(server: &Server, faults: &[Fault]) -> Self {
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
        socket.bind(&SocketAddr::from(([127, 0, 0, 1], 0)).into()).expect("a free port");
        let address = socket.local_addr().expect("an address").as_socket().expect("an address").to_string();
        Self { address, socket, server: server.address.clone(), faults: faults.into(), requests: Arc::default() }
    }

    pub fn listen(&self) {
        self.socket.listen(128).expect("the socket listens");
        let listener = TcpListener::from(self.socket.try_clone().expect("a socket"));
        let (server, faults, requests) = (self.server.clone(), self.faults.clone(), self.requests.clone());
        thread::spawn(move || {
            for client in listener.incoming() {
                let fault = faults.get(requests.fetch_add(1, Ordering::SeqCst)).copied().unwrap_or(pass_on);
                let server = server.clone();
                // An error is the client's: it has had enough.
                thread::spawn(move || answer(client?, &server, fault));
            }
        });
    }

    pub fn start(server: &Server, faults: &[Fault]) -> Self {
        let proxy = Self::bind(server, faults);
        proxy.listen();
        proxy
    }

    /// How many requests there have been.
    pub fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

fn answer(mut client: TcpStream, server: &str, fault: Fault) -> io::Result<()> {
    let request = read_request(&mut client)?;
    let mut server = TcpStream::connect(server)?;
    server.write_all(request.replacen("\r\n", "\r\nconnection: close\r\n", 1).as_bytes())?;
    let mut response = Vec::new();
    server.read_to_end(&mut response)?;
    fault(&mut client, &response)
}

fn read_request(client: &mut TcpStream) -> io::Result<String> {
    let mut request = Vec::new();
    loop {
        let mut part = [0; 4096];
        match client.read(&mut part)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            length => request.extend_from_slice(&part[..length]),
        }
        let text = String::from_utf8_lossy(&request);
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        if body.len() == length.map_or(0, |length| length.parse().expect("a length")) {
            return Ok(text.into_owned());
        }
    }
}

pub fn pass_on(client: &mut TcpStream, response: &[u8]) -> io::Result<()> {
    client.write_all(response)
}

pub fn close(client: &mut TcpStream, _: &[u8]) -> io::Result<()> {
    client.shutdown(Shutdown::Both)
}

pub fn reset(client: &mut TcpStream, _: &[u8]) -> io::Result<()> {
    SockRef::from(&*client).set_linger(Some(Duration::ZERO))
}

pub fn reset_in_the_body(client: &mut TcpStream, response: &[u8]) -> io::Result<()> {
    cut_the_body(client, response)?;
    reset(client, response)
}

pub fn cut_the_head(client: &mut TcpStream, response: &[u8]) -> io::Result<()> {
    client.write_all(&response[..30])
}

pub fn cut_the_body(client: &mut TcpStream, response: &[u8]) -> io::Result<()> {
    client.write_all(&response[..response.len() - 5])
}

pub fn fail(client: &mut TcpStream, _: &[u8]) -> io::Result<()> {
    let body = r#"{"code":500,"reason":"InternalServiceFailure"}"#;
    write!(client, "HTTP/1.1 500 \r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}", body.len())
}

pub fn gateway_page(client: &mut TcpStream, _: &[u8]) -> io::Result<()> {
    client.write_all(b"HTTP/1.1 502 Bad Gateway\r\nconnection: close\r\n\r\n<html>bad gateway</html>")
}
