//! The bodies of successful responses.

use serde::{Deserialize, Serialize};
use vidu_errors::Error;

/// Where the service listens by default.
pub const ADDRESS: &str = "127.0.0.1:8038";

/// A task, as in the service's responses.
#[derive(Debug, Serialize, Deserialize)]
pub struct Task {
    /// The id to request it by.
    pub id: usize,
    /// Its state.
    pub state: State,
    /// Why it failed. A request for a failed task succeeds with status 200, and only the code's name is sent.
    #[serde(default, with = "vidu_errors::wire::optional")]
    pub err_code: Option<Error>,
}

/// The state of a task.
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
