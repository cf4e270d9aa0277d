//! What goes over the wire when nothing fails.

use serde::{Deserialize, Serialize};
use vidu_errors::Error;

/// The service's default address.
pub const ADDRESS: &str = "127.0.0.1:8038";

/// The header that names a task before it exists, so that a request for it can be repeated: requests with the same key
/// create one task.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// A task, as the service returns it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Task {
    /// The id to look it up by.
    pub id: usize,
    /// Its progress.
    pub state: State,
    /// Why it failed. A request for a failed task succeeds: its status is 200, and only the code's name is sent.
    #[serde(default, with = "vidu_errors::wire::optional")]
    pub err_code: Option<Error>,
}

/// The progress of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It is running.
    Processing,
    /// It has succeeded.
    Success,
    /// It has failed.
    Failed,
}
