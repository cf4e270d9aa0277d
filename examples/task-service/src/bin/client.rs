//! Sends the service various requests and shows how a client handles its errors: `client [ADDRESS]`.

use std::env;
use std::process::ExitCode;

use serde_json::json;
use task_service::api::{self, Task};
use task_service::client::{Client, Failure};
use vidu_errors::{ErrorCode, Retry};

fn main() -> ExitCode {
    let address = env::args().nth(1).unwrap_or(api::ADDRESS.to_owned());
    if let Err(failure) = ask_around(&address) {
        eprintln!("http://{address}: {failure}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn ask_around(address: &str) -> Result<(), Failure> {
    let client = Client::new(address, |error, wait| println!("  {}: {error}; again {wait}", error.reason()));
    let kite = json!({"model": "vidu2.0", "prompt": "a kite in the rain"});

    println!("a task without anything");
    show(client.create(&json!({}), &[]))?;
    println!("a task in red");
    show(client.create(&json!({"model": "vidu2.0", "prompt": "a kite", "colour": "red"}), &[]))?;
    println!("a task for a model of the past");
    show(client.create(&json!({"model": "vidu0.1", "prompt": "a kite"}), &[]))?;
    println!("three tasks at once, of which one is to fail");
    show(client.create(&kite, &[]))?;
    show(client.create(&kite, &[("simulate-task-error", "CreationPolicyViolation")]))?;
    show(client.create(&kite, &[]))?;
    println!("the three when they are over");
    for id in 1..=3 {
        show(client.finished(id))?;
    }
    println!("one task more");
    show(client.create(&kite, &[]))?;
    println!("a task that there isn't");
    show(client.task(38, &[]))?;
    println!("a task while the service is in trouble");
    show(client.task(1, &[("simulate-error", "InternalServiceFailure")]))?;
    Ok(())
}

/// Shows a response; for an error, also what to do about it. Without a response there is nothing more to request.
fn show(answer: Result<Task, Failure>) -> Result<(), Failure> {
    match answer {
        Ok(Task { id, err_code: Some(error), .. }) => {
            println!("  task {id} failed, {}: {}", error.reason(), advice(error.code()));
        }
        Ok(task) => println!("  task {}: {:?}", task.id, task.state),
        Err(Failure::Refused(error)) => {
            println!("  {} {}: {error}", error.http_status(), error.reason());
            match error.fields() {
                Some(fields) => println!("  fields to fix: {}", fields.join(" and ")),
                None => println!("  {}", advice(error.code())),
            }
        }
        Err(failure) => return Err(failure),
    }
    Ok(())
}

fn advice(code: ErrorCode) -> &'static str {
    match code.retry() {
        Retry::Backoff => "try again in a while",
        Retry::AfterFix => "ask for something else",
        Retry::AfterAction => "do something about it first",
        Retry::Never => "give up",
    }
}
