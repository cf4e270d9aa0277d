//! The service.

mod log;
mod sandbox;
mod tasks;

use std::sync::{Arc, Mutex, MutexGuard};

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use vidu_errors::{Error, ResultExt};

use self::tasks::{NewTask, Tasks};
use crate::api::{IDEMPOTENCY_KEY, Task};

const MAX_KEY_LENGTH: usize = 64;

/// The service with all its routes.
pub fn router() -> Router {
    Router::new()
        .route("/tasks", post(create))
        .route("/tasks/{id}", get(find))
        .fallback(not_found)
        .method_not_allowed_fallback(not_found)
        .layer(middleware::from_fn(sandbox::simulate))
        .layer(middleware::from_fn(log::errors))
        .with_state(Shared::default())
}

#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Tasks>>);

impl Shared {
    fn tasks(&self) -> Result<MutexGuard<'_, Tasks>, Error> {
        self.0.lock().map_err(|error| error.to_string()).or_error(Error::internal_service_failure)
    }
}

async fn create(
    State(shared): State<Shared>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<(StatusCode, Json<Task>), Error> {
    let body = body.or_error(Error::bad_request)?;
    let task = NewTask::read(&body)?;
    let key = idempotency_key(&headers)?;
    let failure = sandbox::task_failure(&headers)?;
    let task = shared.tasks()?.create(task, key, failure)?;
    Ok((StatusCode::CREATED, Json(task)))
}

/// The key that names the new task, if the caller gives one. It is stored, so its length is limited.
fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, Error> {
    let Some(key) = headers.get(IDEMPOTENCY_KEY) else { return Ok(None) };
    let key = key.to_str().or_error(|| Error::field_invalid([IDEMPOTENCY_KEY]))?;
    if key.is_empty() || key.len() > MAX_KEY_LENGTH {
        return Err(Error::field_invalid([IDEMPOTENCY_KEY]));
    }
    Ok(Some(key.to_owned()))
}

async fn find(State(shared): State<Shared>, Path(id): Path<String>) -> Result<Json<Task>, Error> {
    let id = id.parse().or_error(Error::task_not_found)?;
    shared.tasks()?.find(id).map(Json)
}

async fn not_found() -> Error {
    Error::not_found()
}
