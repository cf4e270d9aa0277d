//! What goes over the wire when all is well.

use serde::{Deserialize, Serialize};
use vidu_errors::Error;

/// Where the service listens unless it is told otherwise.
pub const ADDRESS: &str = "127.0.0.1:8038";

/// A task as the service answers with it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Task {
    /// What to ask for it by.
    pub id: usize,
    /// How far it is.
    pub state: State,
    /// Why it failed. The request for a failed task goes well: its status is 200, and only the code's name is sent.
    #[serde(default, with = "vidu_errors::wire::optional")]
    pub err_code: Option<Error>,
}

/// How far a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It runs.
    Processing,
    /// It has ended well.
    Success,
    /// It has ended otherwise.
    Failed,
}
