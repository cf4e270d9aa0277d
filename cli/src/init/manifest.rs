//! `Cargo.toml`: what the package is, and the dependencies it gets.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use toml_edit::{DocumentMut, Item, Table, Value};

use super::{Edit, by_hand};
use crate::input::error_about;
use crate::print::shown;

pub struct Manifest {
    path: PathBuf,
    text: String,
    document: DocumentMut,
}

/// The dependencies of a module with these features, as in the README.
#[rustfmt::skip]
const DEPENDENCIES: &[(&[&str], &str, &str)] = &[
    (&["serde", "http", "http-body", "axum", "actix-web", "utoipa"], "serde", r#"{ version = "1", default-features = false, features = ["alloc"] }"#),
    (&["http", "http-body", "axum", "actix-web", "utoipa"], "serde_json", r#""1""#),
    (&["http", "http-body", "axum"], "http", r#""1""#),
    (&["http-body"], "http-body", r#""1""#),
    (&["axum"], "axum-core", r#""0.5""#),
    (&["actix-web"], "actix-web", r#"{ version = "4", default-features = false }"#),
    (&["tonic"], "tonic", r#"{ version = "0.14", default-features = false }"#),
    (&["tonic"], "tonic-types", r#""0.14""#),
    (&["utoipa"], "utoipa", r#""6""#),
];

impl Manifest {
    pub fn read(path: &Path) -> io::Result<Self> {
        let text = fs::read_to_string(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => {
                io::Error::new(error.kind(), "there is no Cargo.toml here; `cargo init` makes a package")
            }
            _ => error_about(path, &error),
        })?;
        let document = text
            .parse::<DocumentMut>()
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, format!("{}: {error}", shown(path))))?;
        if document.get("package").and_then(Item::as_table_like).is_none() {
            return Err(io::Error::other(format!("{} has no [package]", shown(path))));
        }
        Ok(Self { path: path.to_owned(), text, document })
    }

    fn package(&self, key: &str) -> Option<&Value> {
        self.document.get("package")?.as_table_like()?.get(key)?.as_value()
    }

    /// The name of the package in words.
    pub fn title(&self) -> String {
        let name = self.package("name").and_then(Value::as_str).unwrap_or("errors");
        let words = name.split(['-', '_']).filter_map(|word| {
            let first = word.chars().next()?;
            Some(first.to_uppercase().collect::<String>() + &word[first.len_utf8()..])
        });
        words.collect::<Vec<_>>().join(" ")
    }

    /// The build script, whether it is there or not.
    pub fn build_script(&self) -> io::Result<PathBuf> {
        match self.package("build") {
            Some(build) if build.as_bool() == Some(false) => Err(io::Error::other(format!(
                "{} says `build = false`, but a build script compiles the catalogue",
                shown(&self.path)
            ))),
            Some(build) => Ok(build.as_str().unwrap_or("build.rs").into()),
            None => Ok("build.rs".into()),
        }
    }

    /// The root of the package's library, or else of its program.
    pub fn root(&self) -> io::Result<PathBuf> {
        let path = self.document.get("lib").and_then(|lib| lib.get("path")).and_then(Item::as_str);
        let roots = path.into_iter().chain(["src/lib.rs", "src/main.rs"]).map(PathBuf::from);
        let found = roots.into_iter().find(|path| path.exists());
        found.ok_or_else(|| io::Error::other("there is neither src/lib.rs nor src/main.rs to add a module to"))
    }

    /// The manifest with what it lacks; nothing if it lacks nothing.
    pub fn edit(mut self, checkout: Option<&Path>, features: &[String]) -> io::Result<Option<Edit>> {
        let errcat = match checkout {
            Some(checkout) => format!("{{ path = {} }}", Value::from(checkout.join("codegen").display().to_string())),
            None => format!("\"{}\"", env!("CARGO_PKG_VERSION")),
        };
        let needed = DEPENDENCIES.iter().filter(|(of, ..)| features.iter().any(|feature| of.contains(&&**feature)));
        let needed: Vec<_> = needed.map(|(_, name, value)| (*name, (*value).to_owned())).collect();
        let mut added = String::new();
        self.add("build-dependencies", &[("errcat", errcat)], &mut added)?;
        self.add("dependencies", &needed, &mut added)?;
        let text = self.document.to_string();
        let is_changed = text != self.text;
        Ok(is_changed.then_some(Edit { path: self.path, text, is_new: false, added }))
    }

    /// Adds the dependencies that aren't there.
    fn add(&mut self, section: &str, dependencies: &[(&str, String)], added: &mut String) -> io::Result<()> {
        let missing: Vec<_> = dependencies
            .iter()
            .filter(|(name, _)| self.document.get(section).and_then(|section| section.get(name)).is_none())
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        let table = self.document.entry(section).or_insert_with(|| Item::Table(Table::new()));
        let lines = missing.iter().map(|(name, value)| format!("{name} = {value}\n"));
        let lines = format!("[{section}]\n{}", lines.collect::<Vec<_>>().concat());
        let Some(table) = table.as_table_like_mut() else {
            return Err(by_hand(&self.path, &format!("has a `{section}` that is no table"), &lines));
        };
        for (name, value) in missing {
            let parsed = value.parse::<Value>().map_err(|error| io::Error::other(error.to_string()))?;
            table.insert(name, Item::Value(parsed));
        }
        *added += &lines;
        Ok(())
    }
}
