//! The client.

mod failure;
mod retry;

use std::io::{self, Read};
use std::thread::sleep;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::Value;
use ureq::Agent;
use ureq::http::{Method, Request};
use uuid::Uuid;
use vidu_errors::Error;

pub use self::failure::Failure;
pub use self::retry::Wait;
use crate::api::{IDEMPOTENCY_KEY, State, Task};

/// How often to poll for the end of a task.
const POLL_INTERVAL: Duration = Duration::from_millis(200);

/// How long one attempt may take, body included.
const TIMEOUT: Duration = Duration::from_secs(10);

/// How much of a body to read, in bytes. Whatever else is at the address may send a body that never ends.
const BODY_LIMIT: usize = 64 * 1024;

/// A client of the service.
pub struct Client {
    agent: Agent,
    url: String,
    on_retry: Box<OnRetry>,
}

type OnRetry = dyn Fn(&Failure, Wait) + Send + Sync;

/// A key for a new task.
#[must_use]
pub fn new_key() -> String {
    Uuid::new_v4().to_string()
}

impl Client {
    /// A client of the service at an address such as `127.0.0.1:8038`. `on_retry` is called before each retry.
    #[must_use]
    pub fn new(address: &str, on_retry: impl Fn(&Failure, Wait) + Send + Sync + 'static) -> Self {
        let config = Agent::config_builder()
            // An error status is not a transport error: its body is what this client reads.
            .http_status_as_error(false)
            // The service never redirects: only something in between would.
            .max_redirects(0)
            // The service runs on this machine.
            .proxy(None)
            .timeout_global(Some(TIMEOUT))
            .build();
        Self { agent: config.into(), url: format!("http://{address}"), on_retry: Box::new(on_retry) }
    }

    /// Creates the task that has this key, unless it exists. `headers` are for the service's sandbox.
    ///
    /// # Errors
    ///
    /// The service refused the task, or nobody knows whether it exists. Another call with the same key finds out, in
    /// another process too, if the key has been stored.
    pub fn create(&self, key: &str, task: &Value, headers: &[(&str, &str)]) -> Result<Task, Failure> {
        let headers = [&[(IDEMPOTENCY_KEY, key)], headers].concat();
        self.call(&Method::POST, "/tasks", &headers, &task.to_string())
    }

    /// The task as it is now.
    ///
    /// # Errors
    ///
    /// There is no such task, or the service did not respond.
    pub fn task(&self, id: usize, headers: &[(&str, &str)]) -> Result<Task, Failure> {
        self.call(&Method::GET, &format!("/tasks/{id}"), headers, "")
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

    /// Sends a request, and retries it while that is safe and may help.
    fn call<T: DeserializeOwned>(
        &self,
        method: &Method,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Result<T, Failure> {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.url));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body).map_err(ureq::Error::from)?;
        let mut attempts = 0;
        loop {
            let failure = match self.send(request.clone()) {
                Ok(response) => return Ok(response),
                Err(failure) => failure,
            };
            attempts += 1;
            let Some(wait) = Wait::after(&request, &failure, attempts) else { return Err(failure) };
            (self.on_retry)(&failure, wait);
            sleep(wait.duration());
        }
    }

    fn send<T: DeserializeOwned>(&self, request: Request<&str>) -> Result<T, Failure> {
        let (head, body) = self.agent.run(request)?.into_parts();
        let (body, end) = read_body(body.into_reader());
        if head.status.is_success() {
            let response = end.and_then(|()| Ok(serde_json::from_slice(&body)?));
            return response.map_err(|cause| Failure::UnexpectedBody(head.status, cause));
        }
        let error = Error::from_response(&head, &body);
        Err(Failure::ErrorResponse(match end {
            Ok(()) => error,
            Err(cause) => error.with_source(cause),
        }))
    }
}

/// Reads a body up to the limit. What has arrived is returned even if the rest is missing, and `Err` says why it is.
fn read_body(body: impl Read) -> (Vec<u8>, io::Result<()>) {
    let mut start = Vec::new();
    let end = body.take(BODY_LIMIT as u64 + 1).read_to_end(&mut start);
    if start.len() > BODY_LIMIT {
        start.truncate(BODY_LIMIT);
        return (start, Err(io::Error::new(io::ErrorKind::InvalidData, "the body is longer than 64 KiB")));
    }
    (start, end.map(drop))
}
