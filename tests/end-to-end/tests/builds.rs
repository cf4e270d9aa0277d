//! Real builds as users run them, in their own folders and without the network.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use end_to_end_tests::{cargo, copy, repository, skip, succeed, write};
use tempfile::TempDir;

fn folder() -> TempDir {
    TempDir::new().expect("a temporary folder can be created")
}

/// Where nested builds keep their outputs, so that a second run is quick.
fn target(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// The modification times and sizes of a checkout's files.
fn snapshot(root: &Path, snapshot: &mut BTreeMap<PathBuf, (SystemTime, u64)>) {
    for entry in fs::read_dir(root).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            snapshot_below(&path, snapshot);
        } else {
            let metadata = path.metadata().expect("the file is there");
            snapshot.insert(path, (metadata.modified().expect("files have times"), metadata.len()));
        }
    }
}

fn snapshot_below(path: &Path, files: &mut BTreeMap<PathBuf, (SystemTime, u64)>) {
    if !path.ends_with("target") && !path.ends_with(".git") {
        snapshot(path, files);
    }
}

/// The kinds of targets that cargo compiled, in the order of its messages.
fn compiled(messages: &str) -> Vec<&str> {
    let artifacts = messages.lines().filter(|line| line.contains(r#""reason":"compiler-artifact""#));
    artifacts.filter_map(|line| line.split_once(r#""kind":[""#)?.1.split('"').next()).collect()
}

#[test]
fn an_external_program_compiles_one_crate_and_leaves_the_checkout_alone() {
    let (outside, checkout) = (folder(), folder());
    copy(&repository(), checkout.path(), &|_| true);
    let path = outside.path();
    let manifest = format!(
        "[package]\nname = \"outside\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[dependencies]\nvidu-errors = {{ path = {:?} }}\n",
        checkout.path()
    );
    write(&path.join("Cargo.toml"), &manifest);
    let program = "fn main() { println!(\"{}\", vidu_errors::Error::field_lacking([\"prompt\", \"model\"])); }\n";
    write(&path.join("src/main.rs"), program);
    let mut before = BTreeMap::new();
    snapshot(checkout.path(), &mut before);

    let messages = succeed(&cargo(path, &path.join("target"), &["build", "--quiet", "--message-format=json"]));
    assert_eq!(compiled(&messages), ["custom-build", "lib", "bin"], "{messages}");
    let output = succeed(&cargo(path, &path.join("target"), &["run", "--quiet"]));
    assert_eq!(output, "field is missing or empty: prompt, model\n");
    let lock = fs::read_to_string(path.join("Cargo.lock")).expect("cargo wrote it");
    let packages: Vec<_> = lock.lines().filter(|line| line.starts_with("name = ")).collect();
    assert_eq!(packages, ["name = \"outside\"", "name = \"vidu-errors\""]);
    let mut after = BTreeMap::new();
    snapshot(checkout.path(), &mut after);
    assert_eq!(before, after);

    let tree = succeed(&cargo(path, &path.join("target"), &["tree", "-e", "normal", "-p", "vidu-errors"]));
    assert_eq!(tree.lines().count(), 1, "{tree}");
}

#[test]
fn the_published_crate_compiles_without_a_build_script() {
    if Command::new("tar").arg("--version").output().is_err() {
        return skip("tar is not installed, so what is published is not unpacked and built");
    }
    let (published, outside) = (folder(), folder());
    let package =
        ["package", "--quiet", "--no-verify", "--allow-dirty", "--exclude-lockfile", "--package", "vidu-errors"];
    succeed(&cargo(&repository(), published.path(), &package));
    let packages = published.path().join("package");
    let mut files = fs::read_dir(&packages).expect("cargo made it").map(|entry| entry.expect("it can be read").path());
    let archive = files.find(|file| file.extension() == Some("crate".as_ref())).expect("cargo packed one package");
    succeed(&Command::new("tar").arg("-xzf").arg(&archive).current_dir(&packages).output().expect("there is tar"));
    let manifest = format!(
        "[package]\nname = \"outside\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[dependencies]\n\
         vidu-errors = {{ path = {:?} }}\n",
        archive.with_extension("")
    );
    let path = outside.path();
    write(&path.join("Cargo.toml"), &manifest);
    write(&path.join("src/main.rs"), "fn main() { println!(\"{}\", vidu_errors::Error::bad_request()); }\n");
    let build = ["build", "--quiet", "--message-format=json"];
    let messages = succeed(&cargo(path, &path.join("target"), &build));
    assert_eq!(compiled(&messages), ["lib", "bin"], "{messages}");
}

#[test]
fn one_build_adds_a_new_code_and_the_next_removes_it() {
    let workspace = folder();
    let path = workspace.path();
    // With only one user of the crate: the others take long and add nothing here.
    let users = ["examples", "tests"].map(|folder| repository().join(folder));
    let is_user = |path: &Path| users.iter().any(|folder| path.parent() == Some(folder));
    // This package is needed for the build of the workspace to regenerate, the other one by errcat's tests.
    let is_kept = |path: &Path| ["end-to-end", "random-catalogues"].iter().any(|name| path.ends_with(name));
    copy(&repository(), path, &|path| !is_user(path) || is_kept(path));
    let manifest = "[package]\nname = \"user\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
                    [dependencies]\nvidu-errors = { version = \"0.1.0\", path = \"../..\" }\n";
    write(&path.join("examples/user/Cargo.toml"), manifest);
    let (catalogue, main) = (path.join("errors.yaml"), path.join("examples/user/src/main.rs"));
    let original = fs::read_to_string(&catalogue).expect("the catalogue is there");
    let edited = original.replace("params:\n", "params:\n  limit_mb: unsigned\n  limit_kb: unsigned\n").replace(
        "codes:\n",
        "codes:\n  ImageTooLarge:\n    http_status: 413\n    message: \"over {{.limit_mb}} MB: {{.fields}}\"\n",
    );
    write(&catalogue, &edited);
    write(&main, "fn main() { println!(\"{}\", vidu_errors::Error::image_too_large(50, [\"a.png\"])); }\n");
    let target = target("new-code");
    let build = cargo(path, &target, &["build"]);
    succeed(&build);
    let warnings = String::from_utf8_lossy(&build.stderr);
    assert!(warnings.contains("[unused-param] "), "{warnings}");
    let output = succeed(&cargo(path, &target, &["run", "--quiet", "--package", "user"]));
    assert_eq!(output, "over 50 MB: a.png\n");
    let again = String::from_utf8_lossy(&cargo(path, &target, &["build"]).stderr).into_owned();
    assert!(!again.contains("Compiling"), "{again}");

    let constructors = path.join("generated/src/constructors.rs");
    let generated = fs::read_to_string(&constructors).expect("it is generated");
    write(&constructors, &generated.replace("image_too_large", "by_hand"));
    succeed(&cargo(path, &target, &["build"]));
    assert_eq!(fs::read_to_string(&constructors).expect("it is generated"), generated);

    write(&catalogue, &original);
    let build = cargo(path, &target, &["build"]);
    assert!(!build.status.success());
    let errors = String::from_utf8_lossy(&build.stderr);
    assert!(errors.contains("image_too_large"), "{errors}");
    let code = fs::read_to_string(path.join("generated/src/code.rs")).expect("it is generated");
    assert!(!code.contains("ImageTooLarge"));

    write(&catalogue, &original.replace("http_status: 403", "http_status: 4030"));
    let build = cargo(path, &target, &["build"]);
    let errors = String::from_utf8_lossy(&build.stderr);
    assert!(
        errors.contains("error[invalid-http-status]: an HTTP status must be from 200 to 599, found 4030"),
        "{errors}"
    );

    write(&catalogue, &original);
    fs::remove_dir_all(path.join("generated")).expect("the folder exists");
    succeed(&cargo(path, &target, &["run", "--package", "errcat-cli", "--", "generate"]));
    let restored = fs::read_to_string(path.join("generated/src/code.rs")).expect("it is generated");
    assert_eq!(restored, code);
}

#[test]
fn the_example_with_its_own_catalogue_works_outside() {
    let outside = folder();
    let path = outside.path();
    copy(&repository().join("examples/own-catalogue"), path, &|_| true);
    let manifest = fs::read_to_string(path.join("Cargo.toml")).expect("the example has a manifest");
    let codegen = repository().join("codegen");
    let mut pointed = 0;
    let lines = manifest.lines().map(|line| {
        let is_errcat = line.starts_with("errcat = ");
        pointed += usize::from(is_errcat);
        if is_errcat { format!("errcat = {{ path = {codegen:?} }}\n") } else { format!("{line}\n") }
    });
    let manifest: String = lines.collect();
    assert_eq!(pointed, 1);
    write(&path.join("Cargo.toml"), &manifest);
    let output = succeed(&cargo(path, &target("own-catalogue"), &["run", "--quiet"]));
    assert_eq!(
        output,
        "ordered 1 umbrella, 1 left\n\
         409 out_of_stock: only 2 of umbrella left\n\
         404 article_not_found: there is no article kite\n\
         503 database_down: please try again later\n\
         422 order_invalid: wrong in the order: article, count\n\
         - article: is missing\n\
         - count: must be from 1 to 10\n"
    );
}
