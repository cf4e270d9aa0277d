//! The tasks, and the checks on a new one.

use std::time::{Duration, Instant};

use serde_json::{Map, Value};
use vidu_errors::{Error, ResultExt};

use crate::api::{State, Task};

/// How long each task takes.
pub(super) const DURATION: Duration = Duration::from_secs(2);

const MAX_RUNNING: usize = 2;
const CREDITS_PER_TASK: u32 = 4;
const MODEL: &str = "vidu2.0";

/// A caller's request for a task.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NewTask {
    model: String,
    prompt: String,
}

impl NewTask {
    const FIELDS: [&str; 2] = ["model", "prompt"];

    /// Reads a request's body. The error names all the fields that have the same problem.
    pub(super) fn read(body: &[u8]) -> Result<Self, Error> {
        let body: Map<String, Value> = serde_json::from_slice(body).or_error(Error::bad_request)?;
        let unwanted: Vec<_> = body.keys().filter(|name| !Self::FIELDS.contains(&&***name)).cloned().collect();
        if !unwanted.is_empty() {
            return Err(Error::field_unwanted(unwanted));
        }
        let fields_that = |is: fn(&Value) -> bool| -> Vec<_> {
            Self::FIELDS.into_iter().filter(|name| is(body.get(*name).unwrap_or(&Value::Null))).collect()
        };
        let missing = fields_that(|value| value.is_null() || value == "");
        if !missing.is_empty() {
            return Err(Error::field_lacking(missing));
        }
        let invalid = fields_that(|value| !value.is_string());
        if !invalid.is_empty() {
            return Err(Error::field_invalid(invalid));
        }
        let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
        Ok(Self { model: text("model"), prompt: text("prompt") })
    }
}

/// The tasks of the only account.
#[derive(Debug)]
pub(super) struct Tasks {
    credits: u32,
    started: Vec<Started>,
}

#[derive(Debug)]
struct Started {
    task: NewTask,
    /// Stored together with the task: neither can be there without the other.
    key: Option<String>,
    at: Instant,
    failure: Option<Error>,
}

impl Default for Tasks {
    fn default() -> Self {
        Self { credits: 3 * CREDITS_PER_TASK, started: Vec::new() }
    }
}

impl Tasks {
    /// Starts a task, which ends with `failure` if one is given. If there is a task with the same key, returns that one
    /// instead. An error leaves everything unchanged, so that the key can be used again.
    pub(super) fn create(&mut self, task: NewTask, key: Option<String>, failure: Option<Error>) -> Result<Task, Error> {
        if let Some(index) = self.started.iter().position(|started| key.is_some() && started.key == key) {
            return if self.started[index].task == task { self.find(index + 1) } else { Err(Error::conflict()) };
        }
        if task.model != MODEL {
            return Err(Error::model_unavailable().with_metadata("model", MODEL));
        }
        let credits = self.credits.checked_sub(CREDITS_PER_TASK).ok_or_else(Error::credit_insufficient)?;
        if self.started.iter().filter(|task| !task.has_ended()).count() == MAX_RUNNING {
            return Err(Error::system_throttling().with_retry_after(DURATION));
        }
        self.credits = credits;
        self.started.push(Started { task, key, at: Instant::now(), failure });
        self.find(self.started.len())
    }

    /// The task as it is now.
    pub(super) fn find(&self, id: usize) -> Result<Task, Error> {
        let task = id.checked_sub(1).and_then(|index| self.started.get(index)).ok_or_else(Error::task_not_found)?;
        let (state, err_code) = match &task.failure {
            _ if !task.has_ended() => (State::Processing, None),
            None => (State::Success, None),
            Some(failure) => (State::Failed, Some(failure.clone())),
        };
        Ok(Task { id, state, err_code })
    }
}

impl Started {
    fn has_ended(&self) -> bool {
        self.at.elapsed() >= DURATION
    }
}
