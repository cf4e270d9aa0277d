//! The tasks, and the validation of new ones.

use std::time::{Duration, Instant};

use serde_json::{Map, Value};
use vidu_errors::Error;

use crate::api::{State, Task};

/// How long each task takes.
pub(super) const DURATION: Duration = Duration::from_secs(2);

const AT_ONCE: usize = 2;
const CREDITS_A_TASK: u32 = 4;
const MODEL: &str = "vidu2.0";

/// What a caller wants to have made.
#[derive(Debug)]
pub(super) struct NewTask {
    model: String,
}

impl NewTask {
    const FIELDS: [&str; 2] = ["model", "prompt"];

    /// A request's body, checked field by field: a caller is told about all fields with the same problem at once.
    pub(super) fn read(body: &[u8]) -> Result<Self, Error> {
        let body: Map<String, Value> =
            serde_json::from_slice(body).map_err(|error| Error::bad_request().with_source(error))?;
        let unwanted: Vec<_> = body.keys().filter(|name| !Self::FIELDS.contains(&&***name)).cloned().collect();
        if !unwanted.is_empty() {
            return Err(Error::field_unwanted(unwanted));
        }
        let those = |is: fn(&Value) -> bool| -> Vec<_> {
            Self::FIELDS.into_iter().filter(|name| is(body.get(*name).unwrap_or(&Value::Null))).collect()
        };
        let lacking = those(|value| value.is_null() || value == "");
        if !lacking.is_empty() {
            return Err(Error::field_lacking(lacking));
        }
        let invalid = those(|value| !value.is_string());
        if !invalid.is_empty() {
            return Err(Error::field_invalid(invalid));
        }
        Ok(Self { model: body["model"].as_str().unwrap_or_default().to_owned() })
    }
}

/// All tasks of the only account.
#[derive(Debug)]
pub(super) struct Tasks {
    credits: u32,
    started: Vec<Started>,
}

#[derive(Debug)]
struct Started {
    at: Instant,
    failure: Option<Error>,
}

impl Default for Tasks {
    fn default() -> Self {
        Self { credits: 3 * CREDITS_A_TASK, started: Vec::new() }
    }
}

impl Tasks {
    /// Starts a task, which will end with `failure` if there is one. On an error nothing is changed.
    pub(super) fn create(&mut self, task: &NewTask, failure: Option<Error>) -> Result<Task, Error> {
        if task.model != MODEL {
            return Err(Error::model_unavailable().with_metadata("model", MODEL));
        }
        let credits = self.credits.checked_sub(CREDITS_A_TASK).ok_or_else(Error::credit_insufficient)?;
        if self.started.iter().filter(|task| !task.is_over()).count() == AT_ONCE {
            return Err(Error::system_throttling());
        }
        self.credits = credits;
        self.started.push(Started { at: Instant::now(), failure });
        self.find(self.started.len())
    }

    /// The current state of the task.
    pub(super) fn find(&self, id: usize) -> Result<Task, Error> {
        let task = id.checked_sub(1).and_then(|index| self.started.get(index)).ok_or_else(Error::task_not_found)?;
        let (state, err_code) = match &task.failure {
            _ if !task.is_over() => (State::Processing, None),
            None => (State::Success, None),
            Some(failure) => (State::Failed, Some(failure.clone())),
        };
        Ok(Task { id, state, err_code })
    }
}

impl Started {
    fn is_over(&self) -> bool {
        self.at.elapsed() >= DURATION
    }
}
