//! What Python's frameworks and their libraries for problems write.

use peers::{Language, describe};
use serde_json::{Value, json};

use crate::get::{expect, out_of_stock, read};

#[test]
fn errors_of_python_frameworks_are_read() {
    let Some(server) = Language::Python.start("http_server.py", &[]) else { return };
    let address = server.address();
    for framework in ["plain", "problem", "problem-details", "connexion"] {
        for path in ["code", "page", "foreign", "not-found", "busy", "crash", "object", "nowhere"] {
            let p = format!("/{framework}/{path}");
            println!("{p} {}", describe(&read(address, &p, None)));
        }
        for body in [r#"{"amount":0}"#, "{"] {
            println!("{framework} {body} {}", describe(&read(address, &format!("/{framework}/orders"), Some(body))));
        }
    }
}
