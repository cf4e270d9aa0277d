//! The client.

mod retry;

use std::thread::sleep;
use std::time::{Duration, SystemTime};
use std::{error, fmt};

use serde::de::DeserializeOwned;
use serde_json::Value;
use ureq::Agent;
use ureq::http::header::RETRY_AFTER;
use ureq::http::{Method, Request};
use vidu_errors::Error;

pub use self::retry::Wait;
use crate::api::{State, Task};

/// How often to ask whether a task has finished.
const POLL: Duration = Duration::from_millis(200);

/// A client of the service.
pub struct Client {
    agent: Agent,
    url: String,
    on_retry: fn(&Error, Wait),
}

/// Why there is no usable response.
#[derive(Debug)]
pub enum Failure {
    /// The service, or a proxy in front of it, answered with an error.
    Refused(Error),
    /// There was no complete response.
    Unanswered(ureq::Error),
    /// The request succeeded, but the response is not what was requested.
    Unreadable(serde_json::Error),
}

impl Client {
    /// A client of the service at an address such as `127.0.0.1:8038`. `on_retry` is called before each retry.
    #[must_use]
    pub fn new(address: &str, on_retry: fn(&Error, Wait)) -> Self {
        let config = Agent::config_builder()
            // This client needs the bodies of errors.
            .http_status_as_error(false)
            // The service is on this machine.
            .proxy(None)
            .timeout_global(Some(Duration::from_secs(10)))
            .build();
        Self { agent: config.into(), url: format!("http://{address}"), on_retry }
    }

    /// Creates a task. `headers` control the service's sandbox.
    ///
    /// # Errors
    ///
    /// No task was created.
    pub fn create(&self, task: &Value, headers: &[(&str, &str)]) -> Result<Task, Failure> {
        self.call(&Method::POST, "/tasks", &task.to_string(), headers)
    }

    /// The current state of the task.
    ///
    /// # Errors
    ///
    /// There is no such task, or no response.
    pub fn task(&self, id: usize, headers: &[(&str, &str)]) -> Result<Task, Failure> {
        self.call(&Method::GET, &format!("/tasks/{id}"), "", headers)
    }

    /// Waits until the task has finished, successfully or not.
    ///
    /// # Errors
    ///
    /// The same as for [`Client::task`].
    pub fn finished(&self, id: usize) -> Result<Task, Failure> {
        loop {
            let task = self.task(id, &[])?;
            if task.state != State::Processing {
                return Ok(task);
            }
            sleep(POLL);
        }
    }

    /// Sends a request until it succeeds or a retry makes no sense.
    fn call<T: DeserializeOwned>(
        &self,
        method: &Method,
        path: &str,
        body: &str,
        headers: &[(&str, &str)],
    ) -> Result<T, Failure> {
        let mut tries = 0;
        loop {
            let mut request = Request::builder().method(method).uri(format!("{}{path}", self.url));
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            let request = request.body(body).map_err(ureq::Error::from)?;
            let mut response = self.agent.run(request)?;
            let body = response.body_mut().read_to_vec()?;
            if response.status().is_success() {
                return Ok(serde_json::from_slice(&body)?);
            }
            tries += 1;
            let error = Error::from_response_parts(response.status(), &body);
            let asked = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
            let asked = asked.and_then(|value| retry::retry_after(value, SystemTime::now()));
            let Some(wait) = Wait::after(&error, tries, asked) else { return Err(Failure::Refused(error)) };
            (self.on_retry)(&error, wait);
            sleep(wait.duration());
        }
    }
}

impl From<ureq::Error> for Failure {
    fn from(error: ureq::Error) -> Self {
        Self::Unanswered(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Unreadable(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(f, "{} {}: {error}", error.http_status(), error.reason()),
            Self::Unanswered(error) => write!(f, "no answer: {error}"),
            Self::Unreadable(error) => write!(f, "an answer of another kind: {error}"),
        }
    }
}

impl error::Error for Failure {}
