//! Reads bodies that are made to take long:
//!
//! - `hostile-bodies write FOLDER SIZE` writes them, of about this size in bytes, each to a file with its name
//! - `hostile-bodies read FILE` reads one of them
//! - `hostile-bodies time SIZE` prints the nanoseconds that each takes, and its name

use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;
use std::{env, fs, io};

/// Of so many times, the shortest is printed.
const ROUNDS: usize = 10;

fn main() -> io::Result<ExitCode> {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["write", folder, size] => write(Path::new(folder), parse(size)?)?,
        ["read", file] => read(&fs::read(file)?),
        ["time", size] => time(parse(size)?),
        _ => {
            eprintln!("usage: hostile-bodies write FOLDER SIZE | read FILE | time SIZE");
            return Ok(ExitCode::from(2));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn parse(size: &str) -> io::Result<usize> {
    size.parse().map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))
}

fn write(folder: &Path, size: usize) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (name, body) in wire::hostile::bodies(size) {
        fs::write(folder.join(name), body)?;
    }
    Ok(())
}

fn time(size: usize) {
    for (name, body) in wire::hostile::bodies(size) {
        let times = (0..ROUNDS).map(|_| {
            let start = Instant::now();
            read(&body);
            start.elapsed()
        });
        println!("{}\t{name}", times.min().unwrap_or_default().as_nanos());
    }
}

fn read(body: &[u8]) {
    let _ = black_box(wire::kratos::Error::from_response_parts(400, black_box(body)));
}
