//! Calls the service in ways that fail, and shows how a client handles its errors: `client [ADDRESS]`.

use std::env;
use std::process::ExitCode;

use serde_json::{Value, json};
use task_service::api::{self, Task};
use task_service::client::{self, Client, Failure};
use vidu_errors::{Error, Retry};

fn main() -> ExitCode {
    let address = env::args().nth(1).unwrap_or(api::ADDRESS.to_owned());
    if let Err(failure) = run_requests(&address) {
        eprintln!("http://{address}: {}", failure.to_string().escape_debug());
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn run_requests(address: &str) -> Result<(), Failure> {
    let client = Client::new(address, |failure, wait| print(&format!("{failure}; retrying {wait}")));
    let create = |task: &Value, headers: &[(&str, &str)]| client.create(&client::new_key(), task, headers);
    let kite = json!({"model": "vidu2.0", "prompt": "a kite in the rain"});

    println!("a task without any fields");
    show(create(&json!({}), &[]))?;
    println!("a task with an unknown field");
    show(create(&json!({"model": "vidu2.0", "prompt": "a kite", "colour": "red"}), &[]))?;
    println!("a task for a retired model");
    show(create(&json!({"model": "vidu0.1", "prompt": "a kite"}), &[]))?;
    println!("three tasks at once, one of which will fail");
    show(create(&kite, &[]))?;
    show(create(&kite, &[("simulate-task-error", "CreationPolicyViolation")]))?;
    show(create(&kite, &[]))?;
    println!("the three tasks once they have ended");
    for id in 1..=3 {
        show(client.wait_for(id))?;
    }
    println!("one more task");
    show(create(&kite, &[]))?;
    println!("a task that does not exist");
    show(client.task(38, &[]))?;
    println!("a task while the service is failing");
    show(client.task(1, &[("simulate-error", "InternalServiceFailure")]))?;
    Ok(())
}

/// Prints a response, and for an error what to do about it. Fails if the service sent no usable response.
fn show(response: Result<Task, Failure>) -> Result<(), Failure> {
    match response {
        Ok(Task { id, err_code: Some(error), .. }) => {
            print(&format!("task {id} failed, {}: {}", error.reason(), advice(&error)));
        }
        Ok(task) => print(&format!("task {}: {:?}", task.id, task.state)),
        Err(Failure::ErrorResponse(error)) => {
            let advice = match error.fields() {
                Some(fields) => format!("fields to fix: {}", fields.join(" and ")),
                None => advice(&error).to_owned(),
            };
            print(&Failure::ErrorResponse(error).to_string());
            print(&advice);
        }
        Err(failure) => return Err(failure),
    }
    Ok(())
}

/// Prints a line. Escaped, what others sent can't start another line, or contain anything that a terminal obeys.
fn print(line: &str) {
    println!("  {}", line.escape_debug());
}

fn advice(error: &Error) -> &'static str {
    if !error.is_known() {
        return "update this client: it does not know the code";
    }
    match error.code().retry() {
        Retry::Backoff => "try again later",
        Retry::AfterFix => "change the request",
        Retry::AfterAction => "resolve the cause, then try again",
        Retry::Never => "give up",
    }
}
