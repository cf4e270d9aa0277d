//! `outputs.openapi` against its own examples, against what the generated code sends, and for the tools that read it.

use std::fs;
use std::path::Path;

use documents::{COMPILED, Compiled, NODE, PYTHON};
use errcat::{Artifact, Catalogue, PathStep, Wire, outputs};
use serde_json::{Value, json};
use tempfile::TempDir;

const VERSIONS: [&str; 2] = ["3.1", "3.0"];

/// The document of a catalogue.
fn document(yaml: &str, version: &str) -> Value {
    let yaml = yaml.split("\noutputs:").next().unwrap_or_default();
    let yaml = format!("{yaml}\noutputs: {{openapi: {{path: openapi.json, version: \"{version}\"}}}}\n");
    let catalogue = Catalogue::parse("errors.yaml", yaml.as_bytes()).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let [Artifact { text, .. }] = &outputs(&catalogue)[..] else { panic!("one document") };
    serde_json::from_str(text).expect("it is JSON")
}

/// Whether the schema of a component accepts a body.
struct Schemas(Value);

impl Schemas {
    fn errors(&self, reference: &str, body: &Value) -> Vec<String> {
        let mut root = self.0.clone();
        root["$ref"] = reference.into();
        let validator = jsonschema::draft202012::new(&root).expect("the schema is valid");
        validator.iter_errors(body).map(|error| format!("{}: {error}", error.instance_path())).collect()
    }
}

fn names<'d>(document: &'d Value, section: &str) -> impl Iterator<Item = &'d String> {
    document["components"][section].as_object().into_iter().flat_map(|components| components.keys())
}

#[test]
fn every_body_that_the_generated_code_sends_follows_the_schemas() {
    for compiled in &COMPILED {
        let document = document(compiled.yaml, "3.1");
        let schemas = Schemas(document.clone());
        let bodies = (compiled.bodies)();
        for (name, body) in &bodies {
            let body: Value = serde_json::from_str(body).expect("a body is JSON");
            let found = schemas.errors("#/components/schemas/Error", &body);
            assert!(found.is_empty(), "{} {name}: {found:?}", compiled.name);
        }
        // Each example is accepted where it is shown, and is what a server sends.
        for (name, response) in document["components"]["responses"].as_object().into_iter().flatten() {
            let content = response["content"].as_object().and_then(|content| content.values().next());
            let examples = content.and_then(|content| content["examples"].as_object());
            let examples = examples.unwrap_or_else(|| panic!("{} {name} has examples", compiled.name));
            for example in examples.values() {
                let pointer = example["$ref"].as_str().and_then(|path| path.strip_prefix('#')).expect("a reference");
                let body = &document.pointer(pointer).expect("it is there")["value"];
                let pointer = content_pointer(response, name);
                let found = schemas.errors(&pointer, body);
                assert!(found.is_empty(), "{} {name}: {found:?}", compiled.name);
                let is_sent =
                    bodies.iter().any(|(_, sent)| serde_json::from_str::<Value>(sent).expect("JSON") == *body);
                assert!(is_sent, "{} {body}", compiled.name);
            }
        }
    }
}

/// Where the schema of a response is.
fn content_pointer(response: &Value, name: &str) -> String {
    let types = response["content"].as_object().into_iter().flat_map(|content| content.keys());
    let content_type = types.map(|name| name.replace('/', "~1")).next().expect("a response has a content");
    format!("#/components/responses/{name}/content/{content_type}/schema")
}

#[test]
fn a_body_without_a_required_member_or_with_another_value_is_none_of_its_code() {
    for compiled in &COMPILED {
        let document = document(compiled.yaml, "3.1");
        let schemas = Schemas(document.clone());
        for (name, example) in document["components"]["examples"].as_object().into_iter().flatten() {
            let object = object(compiled, &example["value"]);
            let reference = format!("#/components/schemas/{name}");
            assert_eq!(schemas.errors(&reference, object), [""; 0], "{} {name}", compiled.name);
            let required = document["components"]["schemas"][name]["required"].as_array().expect("it has members");
            for member in required.iter().filter_map(Value::as_str) {
                let mut rest = object.clone();
                rest.as_object_mut().and_then(|members| members.remove(member)).expect("it was there");
                assert!(!schemas.errors(&reference, &rest).is_empty(), "{} {name} without {member}", compiled.name);
                rest[member] = json!([null]);
                assert!(!schemas.errors(&reference, &rest).is_empty(), "{} {name}: {member}", compiled.name);
            }
        }
    }
}

/// The object of an error in a body.
fn object<'b>(compiled: &Compiled, body: &'b Value) -> &'b Value {
    let catalogue = Catalogue::parse("errors.yaml", compiled.yaml.as_bytes()).expect("it was compiled");
    let Wire::Envelope(envelope) = catalogue.wire() else { return body };
    envelope.at.iter().fold(body, |value, step| match step {
        PathStep::Member(name) => &value[name],
        PathStep::First => &value[0],
    })
}

/// The documents of all catalogues, one in a file.
fn folder(version: &str) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder can be created");
    for compiled in &COMPILED {
        write(folder.path(), &format!("{}.json", compiled.name), &document(compiled.yaml, version).to_string());
    }
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("the disk is writable");
}

#[test]
fn openapi_spec_validator_accepts_the_documents() {
    if !PYTHON.are_there("OpenAPI with openapi-spec-validator") {
        return;
    }
    for version in VERSIONS {
        let folder = folder(version);
        let files: Vec<_> = COMPILED.iter().map(|compiled| format!("{}.json", compiled.name)).collect();
        let files: Vec<_> = files.iter().map(String::as_str).collect();
        PYTHON.succeed("validate.py", folder.path(), &files);
        write(folder.path(), "broken.json", &json!({"openapi": "3.1.0", "info": {}, "paths": {}}).to_string());
        assert!(!PYTHON.run("validate.py", folder.path(), &["broken.json"]).status.success());
    }
}

/// The description of an API that refers to a catalogue's components.
fn api(compiled: &Compiled, version: &str) -> Value {
    let components = document(compiled.yaml, version);
    let file = format!("{}.json", compiled.name);
    let of_status = |name: &String| name.strip_prefix("Error").map(str::to_owned).filter(|status| !status.is_empty());
    let responses = names(&components, "responses").filter_map(of_status).map(|status| {
        let reference = json!({"$ref": format!("{file}#/components/responses/Error{status}")});
        (status, reference)
    });
    let mut responses: serde_json::Map<_, _> = responses.collect();
    responses.insert("204".to_owned(), json!({"description": "It is done."}));
    responses.insert("default".to_owned(), json!({"$ref": format!("{file}#/components/responses/Error")}));
    json!({
        "openapi": components["openapi"],
        "info": {"title": "Shop", "version": "1", "license": {"name": "MIT", "url": "https://opensource.org/license/mit"}},
        "servers": [{"url": "https://api.shop.test"}],
        "security": [],
        "paths": {"/orders": {"post": {"operationId": "order", "summary": "Order", "responses": responses}}},
    })
}

#[test]
fn a_linter_accepts_the_description_of_an_api_that_refers_to_the_components() {
    if !NODE.are_there("OpenAPI with a linter") {
        return;
    }
    for version in VERSIONS {
        let folder = folder(version);
        let apis = COMPILED.iter().map(|compiled| {
            let name = format!("api_{}.json", compiled.name);
            write(folder.path(), &name, &api(compiled, version).to_string());
            name
        });
        let apis: Vec<_> = apis.collect();
        let apis: Vec<_> = apis.iter().map(String::as_str).collect();
        assert_eq!(NODE.succeed("lint.js", folder.path(), &apis), "", "{version}");
        let mut broken = api(&COMPILED[0], version);
        broken["paths"]["/orders"]["post"]["responses"]["410"] =
            json!({"$ref": "shop_kratos.json#/components/responses/No"});
        write(folder.path(), "broken.json", &broken.to_string());
        assert!(NODE.succeed("lint.js", folder.path(), &["broken.json"]).contains("no-unresolved-refs"));
    }
}

/// What a front end does with the types of a client.
const FRONT_END: &str = r#"
import type { components } from "./client.js";

export type Known = components["schemas"]["KnownError"];

export function told(error: Known): string {
  switch (error.reason) {
    case "FewLeft": return error.metadata.left + error.metadata.article;
    case "SoldOut": { const status: 409 = error.code; return status + error.metadata.article; }
    default: return error.message;
  }
}
"#;

#[test]
fn a_client_of_openapi_typescript_has_the_params_of_each_code() {
    if !NODE.are_there("OpenAPI with openapi-typescript") {
        return;
    }
    for version in VERSIONS {
        let folder = folder(version);
        let client = ["shop_kratos.json", "--output", "client.ts"];
        NODE.succeed("openapi-typescript/bin/cli.js", folder.path(), &client);
        write(folder.path(), "front_end.ts", FRONT_END);
        let options = ["--strict", "--noEmit", "--target", "ES2020", "--module", "ES2020", "front_end.ts"];
        NODE.succeed("typescript/bin/tsc", folder.path(), &options);
        write(folder.path(), "front_end.ts", &FRONT_END.replace("metadata.left", "metadata.weight + error.lost"));
        let output = NODE.run("typescript/bin/tsc", folder.path(), &options);
        assert!(String::from_utf8_lossy(&output.stdout).contains("TS2339"), "another code's member is a mistake");
    }
}
