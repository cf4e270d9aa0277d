//! Crates of other people's that contain generated code.

use std::fs;
use std::path::{Path, PathBuf};

use end_to_end_tests::{cargo, repository, write};
use errcat::Catalogue;
use serde_json::Value;

pub const EDITIONS: [&str; 3] = ["2018", "2021", "2024"];

/// Every feature of a catalogue with the dependencies that the README asks for.
const DEPENDENCIES: &str = r#"
[dependencies]
actix-web = { version = "4", default-features = false, optional = true }
axum-core = { version = "0.5", optional = true }
http = { version = "1", optional = true }
http-body = { version = "1", optional = true }
serde = { version = "1", default-features = false, features = ["alloc"], optional = true }
serde_json = { version = "1", optional = true }
tonic = { version = "0.14", default-features = false, optional = true }
tonic-types = { version = "0.14", optional = true }
utoipa = { version = "6", optional = true }

[features]
serde = ["dep:serde"]
http = ["serde", "dep:http", "dep:serde_json"]
http-body = ["http", "dep:http-body"]
axum = ["http", "dep:axum-core"]
actix-web = ["serde", "dep:actix-web", "dep:serde_json"]
tonic = ["dep:tonic", "dep:tonic-types"]
utoipa = ["serde", "dep:serde_json", "dep:utoipa"]
"#;

/// The catalogues: all with all features, except for `plain`.
fn catalogues() -> Vec<(&'static str, Catalogue)> {
    let packages = repository().join("tests");
    let read = |path: &str| fs::read_to_string(packages.join(path)).expect("the catalogue is there");
    let (kratos, awkward) = (read("end-to-end/data/everything.yaml"), read("awkward-names/errors.yaml"));
    let features = "outputs:\n  rust: {features: [serde, http, http-body, axum, actix-web, tonic, utoipa]}\n";
    let envelope =
        "  wire: {at: \"errors[0]\", code: type, number: code, message: title, params: meta, status: status}\n";
    let fallback = "  domain: errors.example\n  fallback: {404: NotFound, 4xx: Default, 5xx: New, else: Unknown}\n";
    let texts = [
        ("awkward", replaced(&awkward, "\nparams:\n", &format!("\n{features}\nparams:\n"))),
        ("envelope", replaced(&kratos, "  wire: kratos\n  fallback: Unknown\n", &format!("{envelope}{fallback}"))),
        ("frameworks", read("integrations/errors.yaml")),
        ("kratos", kratos.clone()),
        ("plain", replaced(&kratos, features, "")),
        ("problem", replaced(&kratos, "  wire: kratos\n  fallback: Unknown\n", "  wire: problem\n  numbers: shared\n")),
    ];
    let parsed = texts.map(|(name, text)| (name, Catalogue::parse(name, text.as_bytes())));
    parsed.map(|(name, parsed)| (name, parsed.unwrap_or_else(|mistakes| panic!("{mistakes}")))).into()
}

/// The text with its only `from` replaced.
fn replaced(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "{from} in {text}");
    text.replace(from, to)
}

/// A workspace of crates with generated code: `edition-2018`, … contain it as modules, and `whole` is generated.
pub struct Workspace {
    pub folder: PathBuf,
}

impl Workspace {
    /// The name distinguishes it from those of other tests, which share its target folder.
    pub fn new(name: &str) -> Self {
        let this = Self { folder: Path::new(env!("CARGO_TARGET_TMPDIR")).join("foreign").join(name) };
        let catalogues = catalogues();
        for (name, catalogue) in &catalogues {
            this.write(&format!("{name}.rs"), &errcat::render_module(catalogue));
        }
        for (name, text) in errcat::render_crate(&catalogues[0].1) {
            this.write(&format!("whole/src/{name}"), &text);
        }
        this.package("whole", "2021", "src/lib.rs");
        let names: Vec<_> = catalogues.iter().map(|(name, _)| *name).collect();
        for edition in EDITIONS {
            this.package(&format!("edition-{edition}"), edition, "user.rs");
            this.write(&format!("edition-{edition}/user.rs"), &user(&names));
        }
        this.write("Cargo.toml", "[workspace]\nresolver = \"2\"\nmembers = [\"edition-*\", \"whole\"]\n");
        fs::copy(repository().join("Cargo.lock"), this.path("Cargo.lock")).expect("the file can be copied");
        this
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        write(&self.path(name), text);
    }

    fn package(&self, name: &str, edition: &str, lib: &str) {
        let head = format!("[package]\nname = {name:?}\nversion = \"0.1.0\"\nedition = {edition:?}\n");
        self.write(&format!("{name}/Cargo.toml"), &format!("{head}\n[lib]\npath = {lib:?}\n{DEPENDENCIES}"));
    }

    /// What clippy finds at these levels, as it shows it.
    pub fn clippy(&self, packages: &[&str], levels: &[String]) -> Vec<Finding> {
        let mut args = vec!["clippy", "--all-features", "--message-format=json"];
        args.extend(packages);
        args.push("--");
        args.extend(levels.iter().map(String::as_str));
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("foreign/target");
        let output = cargo(&self.folder, &target, &args);
        let messages = String::from_utf8_lossy(&output.stdout);
        let findings: Vec<_> = messages.lines().filter_map(Finding::read).collect();
        let is_explained = findings.iter().any(|finding| finding.is_error);
        assert!(output.status.success() || is_explained, "{}", String::from_utf8_lossy(&output.stderr));
        findings
    }
}

/// A crate with the modules in public, private and re-exported, under macros that have the names of the prelude's.
fn user(modules: &[&str]) -> String {
    let include = |name: &&str| format!("mod {name} {{\n    include!(\"../{name}.rs\");\n}}\n");
    let public: Vec<_> = modules.iter().map(|name| format!("/// A module.\npub {}", include(name))).collect();
    let private: Vec<_> = modules.iter().map(include).collect();
    let macros = "assert assert_eq concat debug_assert format format_args matches panic stringify todo unreachable vec \
                  write writeln";
    let macros: Vec<_> = macros.split(' ').map(|name| format!("macro_rules! {name} {{ (mine) => {{}} }}\n")).collect();
    let [macros, public, private] = [macros, public, private].map(|lines| lines.concat());
    format!(
        "//! A user's crate.\n#![allow(unused_macros)]\n{macros}\n{public}\nmod private {{\n{private}}}\n\
         mod errors {{\n    include!(\"../kratos.rs\");\n}}\npub use errors::*;\n"
    )
}

/// A finding of the compiler or of clippy.
pub struct Finding {
    /// The lint, or the number of an error if it has one.
    pub code: String,
    pub file: PathBuf,
    pub is_error: bool,
    pub shown: String,
}

impl Finding {
    /// Reads one of cargo's messages; those about a whole crate or package are not about the generated code.
    fn read(line: &str) -> Option<Self> {
        let message = serde_json::from_str::<Value>(line).ok()?.get_mut("message")?.take();
        let spans = message["spans"].as_array()?;
        let primary = spans.iter().find(|span| span["is_primary"] == true);
        let is_error = message["level"] == "error";
        (primary.is_some() || is_error).then(|| Self {
            code: message["code"]["code"].as_str().unwrap_or("error").to_owned(),
            file: primary.and_then(|span| span["file_name"].as_str()).unwrap_or_default().into(),
            is_error,
            shown: message["rendered"].as_str().unwrap_or_default().to_owned(),
        })
    }

    /// Whether it is about generated code, rather than about what the user wrote.
    pub fn is_generated(&self) -> bool {
        self.file.extension() == Some("rs".as_ref()) && !self.file.ends_with("user.rs")
    }
}
