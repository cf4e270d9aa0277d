//! What a registry shows of the packages of this repository.

use std::collections::BTreeMap;
use std::path::Path;

use end_to_end_tests::{cargo, repository, succeed};
use serde_json::Value;

const PUBLISHED: [&str; 3] = ["errcat", "errcat-cli", "vidu-errors"];

/// The manifests of the packages that can be published, by their names.
fn manifests() -> BTreeMap<String, Value> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    let metadata = succeed(&cargo(&repository(), &target, &["metadata", "--no-deps", "--format-version=1"]));
    let mut metadata: Value = serde_json::from_str(&metadata).expect("cargo prints JSON");
    let Value::Array(packages) = metadata["packages"].take() else { panic!("{metadata}") };
    let published = packages.into_iter().filter(|package| package["publish"].is_null());
    published.map(|package| (package["name"].as_str().expect("a package has a name").to_owned(), package)).collect()
}

#[test]
fn each_published_package_has_what_makes_a_page() {
    let manifests = manifests();
    assert_eq!(manifests.keys().collect::<Vec<_>>(), PUBLISHED);
    for (name, manifest) in &manifests {
        for key in ["description", "documentation", "license", "readme", "rust_version"] {
            assert!(manifest[key].as_str().is_some_and(|text| !text.is_empty()), "{name}: {key}");
        }
        // Registries accept at most five.
        for key in ["keywords", "categories"] {
            let count = manifest[key].as_array().map_or(0, Vec::len);
            assert!((1..=5).contains(&count), "{name}: {count} {key}");
        }
    }
}

#[test]
fn each_published_package_is_packed_with_its_readme() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    for name in PUBLISHED {
        let list = cargo(&repository(), &target, &["package", "--allow-dirty", "--list", "--package", name]);
        let files = succeed(&list);
        assert!(files.lines().any(|file| file == "README.md"), "{name}: {files}");
    }
    let packages = PUBLISHED.iter().flat_map(|&name| ["--package", name]);
    let args: Vec<_> =
        ["package", "--allow-dirty", "--no-verify", "--exclude-lockfile"].into_iter().chain(packages).collect();
    let output = cargo(&repository(), &target, &args);
    succeed(&output);
    let log = String::from_utf8_lossy(&output.stderr);
    assert!(!log.contains("manifest has no"), "{log}");
}
