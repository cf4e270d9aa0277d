//! Bodies against the schemas of both versions of OpenAPI: those of known codes, of unknown ones, and incomplete ones.

use documents::{COMPILED, Compiled};
use errcat::{Artifact, Catalogue};
use serde_json::{Value, json};

/// The versions of OpenAPI that a document can have.
const VERSIONS: [&str; 2] = ["3.1", "3.0"];

/// The OpenAPI document of a catalogue.
fn document(compiled: &Compiled, version: &str) -> Value {
    let yaml = compiled.yaml.replacen("outputs: {", &format!("outputs: {{openapi: {{version: {version}}}, "), 1);
    let catalogue = Catalogue::parse("errors.yaml", yaml.as_bytes()).expect("it was compiled");
    let [.., Artifact { text, .. }] = &errcat::outputs(&catalogue)[..] else { panic!("a document") };
    serde_json::from_str(text).expect("it is JSON")
}

/// A validator for a schema of a document, in which JSON Schema finds what the schema refers to.
fn validator(document: &Value, schema: &Value) -> jsonschema::Validator {
    let mut schema = schema.clone();
    schema["components"] = document["components"].clone();
    jsonschema::draft202012::new(&schema).unwrap_or_else(|error| panic!("{error}"))
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn each_document(check: impl Fn(&Compiled, &Value)) {
    for compiled in COMPILED {
        for version in VERSIONS {
            check(&compiled, &document(&compiled, version));
        }
    }
}

/// The schema of a body with only the codes of the catalogue.
fn known(document: &Value) -> Value {
    fn known(schema: &Value) -> Value {
        match schema {
            Value::Object(members) if members.contains_key("anyOf") => reference("KnownError"),
            Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), known(value))).collect(),
            other => other.clone(),
        }
    }
    known(&document["components"]["schemas"]["Error"])
}

#[test]
fn every_body_that_the_generated_code_sends_is_that_of_its_code() {
    each_document(|compiled, document| {
        let validator = validator(document, &known(document));
        for (name, body) in (compiled.bodies)() {
            let body = serde_json::from_str(&body).expect("a body is JSON");
            let errors: Vec<_> = validator.iter_errors(&body).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{} {name}: {errors:?}", compiled.name);
        }
    });
}

#[test]
fn a_body_that_lacks_a_member_or_a_param_is_not_that_of_its_code() {
    each_document(|compiled, document| {
        let validator = validator(document, &known(document));
        // The shop's fallback is sent without params too, in place of an internal code.
        for (name, body) in (compiled.bodies)().into_iter().filter(|(name, _)| *name != "Unknown") {
            let body: Value = serde_json::from_str(&body).expect("a body is JSON");
            let mut pointers = Vec::new();
            members(&body, "", &mut pointers);
            for pointer in pointers {
                let mut less = body.clone();
                let (parent, member) = pointer.rsplit_once('/').expect("a pointer has a member");
                let parent = less.pointer_mut(parent).and_then(Value::as_object_mut).expect("it is there");
                parent.remove(member);
                assert!(!validator.is_valid(&less), "{} {name} without {pointer}", compiled.name);
            }
        }
    });
}

/// The pointers to the members that the server always sends.
fn members(value: &Value, path: &str, pointers: &mut Vec<String>) {
    for (name, value) in value.as_object().into_iter().flatten() {
        let path = format!("{path}/{name}");
        members(value, &path, pointers);
        pointers.push(path);
    }
    for (at, value) in value.as_array().into_iter().flatten().enumerate() {
        members(value, &format!("{path}/{at}"), pointers);
    }
}

#[test]
fn an_unknown_code_is_valid_unless_the_catalogue_is_exhaustive() {
    let kratos = COMPILED.iter().find(|compiled| compiled.name == "shop_kratos").expect("it is compiled");
    let unknown = json!({"code": 418, "reason": "Brewing", "message": "m", "metadata": {"pot": "tea"}});
    let exhaustive =
        Compiled { yaml: Box::leak(kratos.yaml.replace("rust: {", "rust: {exhaustive: true, ").into()), ..*kratos };
    for (compiled, is_valid) in [(kratos, true), (&exhaustive, false)] {
        let document = document(compiled, "3.1");
        assert_eq!(validator(&document, &reference("Error")).is_valid(&unknown), is_valid);
        let conflict = &document["components"]["responses"]["Error409"]["content"]["application/json"]["schema"];
        assert_eq!(validator(&document, conflict).is_valid(&unknown), is_valid);
        let no_error = json!({"code": 418, "reason": "Brewing"});
        assert!(!validator(&document, &reference("Error")).is_valid(&no_error), "an error has more members");
    }
}

#[test]
fn a_sensitive_param_is_in_no_schema() {
    each_document(|compiled, document| {
        let mut document = document.clone();
        // What params a code has is no part of a body.
        for schema in document["components"]["schemas"].as_object_mut().into_iter().flat_map(|all| all.values_mut()) {
            schema.as_object_mut().expect("a schema is an object").remove("x-params");
        }
        let text = document.to_string();
        assert!(!text.contains("\"token\"") && !text.contains("\"password\""), "{}", compiled.name);
    });
}
