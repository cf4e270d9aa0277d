//! Answers with errors on a free port, and prints its address: `GET /kratos/CODE` and `GET /problem/CODE` with the
//! error of the code, `POST /kratos` and `POST /problem` with one that names the fields listed in the request's body,
//! `GET /kratos/wait/MILLIS` and `GET /problem/wait/MILLIS` with one that asks to wait that long.

use std::io;
use std::time::Duration;

use axum::Router;
use axum::extract::{Json, Path};
use axum::routing::{get, post};
use over_tcp::{errors, kratos, problem};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> io::Result<()> {
    let mut router = Router::new()
        .route("/kratos", post(async |Json(fields): Json<Vec<String>>| kratos::Error::field_invalid(fields)))
        .route("/problem", post(async |Json(fields): Json<Vec<String>>| problem::Error::field_invalid(fields)))
        .route(
            "/kratos/wait/{millis}",
            get(async |wait| kratos::Error::system_throttling().with_retry_after(millis(wait))),
        )
        .route(
            "/problem/wait/{millis}",
            get(async |wait| problem::Error::system_throttling().with_retry_after(millis(wait))),
        );
    for error in errors::kratos() {
        router = router.route(&format!("/kratos/{}", error.reason()), get(async || error));
    }
    for error in errors::problem() {
        router = router.route(&format!("/problem/{}", error.reason()), get(async || error));
    }
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?);
    axum::serve(listener, router).await
}

fn millis(Path(millis): Path<u64>) -> Duration {
    Duration::from_millis(millis)
}
