//! The server: `cargo run -p shop-service`, or with an address as its argument.

use std::env;
use std::error::Error;

use shop_service::{Stock, router};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = env::args().nth(1).unwrap_or_else(|| "127.0.0.1:3000".to_owned());
    let listener = TcpListener::bind(address).await?;
    println!("listening on http://{}", listener.local_addr()?);
    axum::serve(listener, router(Stock::open().await?)).await?;
    Ok(())
}
