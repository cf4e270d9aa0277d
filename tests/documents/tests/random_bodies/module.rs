//! The TypeScript of a catalogue, compiled by tsc and run by node.

use std::fs::{self, File};
use std::process::Command;

use documents::{Compiled, NODE};
use end_to_end_tests::succeed;
use errcat::{Artifact, Catalogue};
use serde_json::{Number, Value};
use tempfile::TempDir;

pub struct Module(TempDir);

impl Module {
    pub fn compile(compiled: &Compiled) -> Self {
        let yaml = compiled.yaml.split("\noutputs:").next().unwrap_or_default();
        let yaml = format!("{yaml}\noutputs: {{typescript: errors.ts}}\n");
        let catalogue = Catalogue::parse("errors.yaml", yaml.as_bytes()).expect("it was compiled");
        let [Artifact { text, .. }] = &errcat::outputs(&catalogue)[..] else { panic!("one document") };
        let module = Self(TempDir::new().expect("a temporary folder can be created"));
        module.write("errors.ts", text);
        module.write("package.json", r#"{"type": "module"}"#);
        let options = ["--strict", "--target", "es2020", "--module", "es2020", "errors.ts"];
        NODE.succeed("typescript/bin/tsc", module.0.path(), &options);
        module
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.0.path().join(file), text).expect("the folder is writable");
    }

    /// What the module reads of responses, each a status and a body.
    pub fn read(&self, responses: &[(u16, String)]) -> Vec<Value> {
        let lines = responses.iter().map(|(status, body)| serde_json::json!({"status": status, "body": body}));
        self.write("input", &lines.map(|line| line.to_string() + "\n").collect::<String>());
        let input = File::open(self.0.path().join("input")).expect("it was written");
        let program = concat!(env!("CARGO_MANIFEST_DIR"), "/node/read.mjs");
        let mut node = Command::new("node");
        node.arg(program).arg(self.0.path().join("errors.js")).stdin(input);
        let output = succeed(&node.output().expect("node starts"));
        let errors: Vec<Value> =
            output.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
        assert_eq!(errors.len(), responses.len());
        errors.into_iter().map(comparable).collect()
    }
}

/// JSON in which `1` and `1.0` are the same, as in JavaScript.
pub fn comparable(value: Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().and_then(Number::from_f64).map_or(Value::Null, Value::Number),
        Value::Array(values) => values.into_iter().map(comparable).collect(),
        // Metadata can be JSON in a text, in which control characters are escaped in different ways.
        Value::String(text) if text.starts_with(['[', '{']) => {
            serde_json::from_str(&text).map_or(Value::String(text), comparable)
        }
        Value::Object(members) => members.into_iter().map(|(name, value)| (name, comparable(value))).collect(),
        other => other,
    }
}
