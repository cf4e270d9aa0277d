//! Recording what is sent over the wire.

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

/// A proxy between clients and a server that records all bytes the server sends.
pub struct Tap {
    /// The address for clients.
    pub address: SocketAddr,
    connections: Arc<Mutex<Vec<Vec<u8>>>>,
}

impl Tap {
    /// A tap in front of the server at this address.
    ///
    /// # Panics
    ///
    /// There is no free port.
    #[must_use]
    pub fn before(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
        let address = listener.local_addr().expect("the port is known");
        let connections = Arc::new(Mutex::new(Vec::new()));
        let tap = Self { address, connections: Arc::clone(&connections) };
        thread::spawn(move || {
            for (index, client) in listener.incoming().enumerate() {
                lock(&connections).push(Vec::new());
                let connections = Arc::clone(&connections);
                thread::spawn(move || {
                    let keep = |bytes: &[u8]| lock(&connections)[index].extend_from_slice(bytes);
                    pass_on(&client?, &TcpStream::connect(server)?, keep)
                });
            }
        });
        tap
    }

    /// What the server has sent so far on each connection.
    #[must_use]
    pub fn sent(&self) -> Vec<Vec<u8>> {
        lock(&self.connections).clone()
    }
}

fn lock(connections: &Mutex<Vec<Vec<u8>>>) -> MutexGuard<'_, Vec<Vec<u8>>> {
    connections.lock().expect("no connection panics")
}

fn pass_on(client: &TcpStream, server: &TcpStream, keep: impl Fn(&[u8])) -> io::Result<()> {
    // Waiting for more data before sending would only slow the tests down.
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    thread::scope(|scope| {
        scope.spawn(|| {
            let (mut from, mut to) = (client, server);
            io::copy(&mut from, &mut to).and_then(|_| server.shutdown(Shutdown::Write))
        });
        let (mut from, mut to) = (server, client);
        let mut buffer = [0; 16 * 1024];
        loop {
            let len = from.read(&mut buffer)?;
            if len == 0 {
                return client.shutdown(Shutdown::Both);
            }
            keep(&buffer[..len]);
            to.write_all(&buffer[..len])?;
        }
    })
}
