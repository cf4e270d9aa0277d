//! A task service and its client, which share the Vidu error codes: `cargo run -p task-service`.

use std::collections::HashMap;

use vidu_errors::{Error, ErrorCode, Retry};

/// What a client asks for.
struct Request<'a> {
    prompt: &'a str,
    model: &'a str,
}

#[derive(Default)]
struct Service {
    credits: u32,
    tasks: HashMap<u32, String>,
}

impl Service {
    fn create(&mut self, request: &Request<'_>) -> Result<u32, Error> {
        let fields = [("prompt", request.prompt), ("model", request.model)];
        let missing: Vec<_> = fields.iter().filter(|(_, value)| value.is_empty()).map(|(name, _)| *name).collect();
        if !missing.is_empty() {
            return Err(Error::field_lacking(missing));
        }
        if request.model != "vidu2.0" {
            return Err(Error::model_unavailable());
        }
        self.credits = self.credits.checked_sub(4).ok_or_else(Error::credit_insufficient)?;
        let id =
            u32::try_from(self.tasks.len()).map_err(|error| Error::internal_service_failure().with_source(error))?;
        self.tasks.insert(id, request.prompt.to_owned());
        Ok(id)
    }

    fn prompt(&self, id: u32) -> Result<&str, Error> {
        self.tasks.get(&id).map(String::as_str).ok_or_else(Error::task_not_found)
    }
}

/// The answer that goes over the wire: the status and the code's name, as another program reads them.
fn answer(error: &Error) -> (u16, String) {
    (error.http_status(), error.reason().to_owned())
}

/// What a client does about an answer it got.
fn advise(reason: &str) -> String {
    let Ok(code) = reason.parse::<ErrorCode>() else {
        return "an error of a newer server; report it".to_owned();
    };
    let advice = match code.retry() {
        Retry::Backoff => "try again in a while",
        Retry::AfterFix => "change the request",
        Retry::AfterAction => "do something about it first",
        Retry::Never => "give up",
    };
    format!("{advice} ({})", code.description())
}

fn main() {
    let mut service = Service { credits: 4, ..Service::default() };
    let requests = [
        Request { prompt: "", model: "" },
        Request { prompt: "a kite in the rain", model: "vidu0.1" },
        Request { prompt: "a kite in the rain", model: "vidu2.0" },
        Request { prompt: "and the sun comes out", model: "vidu2.0" },
    ];
    for request in &requests {
        match service.create(request) {
            Ok(id) => println!("task {id}: {:?}", service.prompt(id)),
            Err(error) => {
                let (status, reason) = answer(&error);
                println!("{status} {reason}: {error}\n    {}", advise(&reason));
            }
        }
    }
    let error = service.prompt(7).expect_err("there is no task 7");
    println!("{} {}: {error}\n    {}", error.http_status(), error.reason(), advise("FromTheFuture"));
}
