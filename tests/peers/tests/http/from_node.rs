//! Problems that http-problem-details writes.

use peers::Language;
use serde_json::json;

use crate::get::{expect, not_yours, out_of_stock, unknown};

#[test]
fn problems_of_http_problem_details_are_read() {
    let Some(server) = Language::Node.start("problem_server.js", &[]) else { return };
    let expected = [
        ("/code", out_of_stock()),
        ("/page", out_of_stock()),
        ("/foreign", not_yours()),
        ("/status", unknown("Unavailable", 503, "Service Unavailable", json!({}))),
        // A JSON object without any member.
        ("/nothing", unknown("Unavailable", 500, "the shop is unavailable", json!({}))),
    ];
    expect(server.address(), expected);
}
