//! The `OpenAPI` document of a service with 20 endpoints, whose errors are those of operations.

mod bodies;
mod document;
mod merged;
mod responses;
mod services;
mod tools;
