//! The client.

mod retry;

use std::thread::sleep;
use std::time::Duration;
use std::{error, fmt};

use serde::de::DeserializeOwned;
use serde_json::Value;
use ureq::Agent;
use ureq::http::{Method, Request};
use vidu_errors::Error;

pub use self::retry::Wait;
use crate::api::{State, Task};

/// How often to poll for the end of a task.
const POLL_INTERVAL: Duration = Duration::from_millis(200);

/// A client of the service.
pub struct Client {
    agent: Agent,
    url: String,
    on_retry: fn(&Error, Wait),
}

/// Why a call failed.
#[derive(Debug)]
pub enum Failure {
    /// The service, or something between it and the client, responded with an error.
    Refused(Error),
    /// No complete response arrived.
    NoResponse(ureq::Error),
    /// The request succeeded, but its body is not what was expected.
    UnexpectedBody(serde_json::Error),
}

impl Client {
    /// A client of the service at an address such as `127.0.0.1:8038`. `on_retry` is called before each retry.
    #[must_use]
    pub fn new(address: &str, on_retry: fn(&Error, Wait)) -> Self {
        let config = Agent::config_builder()
            // An error status is not a transport error: its body is what this client reads.
            .http_status_as_error(false)
            // The service runs on this machine.
            .proxy(None)
            .timeout_global(Some(Duration::from_secs(10)))
            .build();
        Self { agent: config.into(), url: format!("http://{address}"), on_retry }
    }

    /// Creates a task. `headers` are for the service's sandbox.
    ///
    /// # Errors
    ///
    /// No task was created.
    pub fn create(&self, task: &Value, headers: &[(&str, &str)]) -> Result<Task, Failure> {
        self.call(&Method::POST, "/tasks", &task.to_string(), headers)
    }

    /// The task as it is now.
    ///
    /// # Errors
    ///
    /// There is no such task, or the service did not respond.
    pub fn task(&self, id: usize, headers: &[(&str, &str)]) -> Result<Task, Failure> {
        self.call(&Method::GET, &format!("/tasks/{id}"), "", headers)
    }

    /// Waits until the task has ended, and returns it.
    ///
    /// # Errors
    ///
    /// As for [`Client::task`].
    pub fn wait_for(&self, id: usize) -> Result<Task, Failure> {
        loop {
            let task = self.task(id, &[])?;
            if task.state != State::Processing {
                return Ok(task);
            }
            sleep(POLL_INTERVAL);
        }
    }

    /// Sends a request, and retries it while that may help.
    fn call<T: DeserializeOwned>(
        &self,
        method: &Method,
        path: &str,
        body: &str,
        headers: &[(&str, &str)],
    ) -> Result<T, Failure> {
        let mut attempts = 0;
        loop {
            let mut request = Request::builder().method(method).uri(format!("{}{path}", self.url));
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            let request = request.body(body).map_err(ureq::Error::from)?;
            let (head, mut body) = self.agent.run(request)?.into_parts();
            let body = body.read_to_vec()?;
            if head.status.is_success() {
                return Ok(serde_json::from_slice(&body)?);
            }
            attempts += 1;
            let error = Error::from_response(&head, &body);
            let Some(wait) = Wait::after(&error, attempts) else { return Err(Failure::Refused(error)) };
            (self.on_retry)(&error, wait);
            sleep(wait.duration());
        }
    }
}

impl From<ureq::Error> for Failure {
    fn from(error: ureq::Error) -> Self {
        Self::NoResponse(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::UnexpectedBody(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => write!(f, "{} {}: {error}", error.http_status(), error.reason()),
            Self::NoResponse(error) => write!(f, "no response: {error}"),
            Self::UnexpectedBody(error) => write!(f, "unexpected response: {error}"),
        }
    }
}

impl error::Error for Failure {}
