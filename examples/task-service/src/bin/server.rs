//! Runs the service until it is asked to stop: `server [ADDRESS]`. Port 0 picks a free port.

use std::process::ExitCode;
use std::{env, io};

use task_service::{api, service};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt().with_writer(io::stderr).with_target(false).without_time().init();
    let address = env::args().nth(1).unwrap_or(api::ADDRESS.to_owned());
    if let Err(error) = serve(&address).await {
        eprintln!("{address}: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

async fn serve(address: &str) -> io::Result<()> {
    let listener = TcpListener::bind(address).await?;
    println!("listening on http://{}", listener.local_addr()?);
    axum::serve(listener, service::router()).with_graceful_shutdown(shutdown_requested()).await?;
    println!("stopped");
    Ok(())
}

/// Completes on Ctrl-C or SIGTERM. Requests in flight are still answered.
async fn shutdown_requested() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};

        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
