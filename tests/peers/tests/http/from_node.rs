//! Problems that http-problem-details writes.

use peers::Language;
use serde_json::json;

use crate::get::{expect, out_of_stock};

#[test]
fn problems_of_http_problem_details_are_read() {
    let Some(server) = Language::Node.start("problem_server.js", &[]) else { return };
    expect(
        server.address(),
        [
            ("/code", out_of_stock()),
            ("/page", out_of_stock()),
            ("/foreign", json!({})),
            ("/status", json!({})),
            ("/nothing", json!({})),
        ],
    );
}
