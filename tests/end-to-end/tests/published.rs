//! A package that was published with its build script: at its users' the build script writes nothing, whichever errcat
//! cargo takes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use end_to_end_tests::{cargo, cargo_command, copy, repository, skip, succeed, write};
use tempfile::TempDir;

const CATALOGUE: &str = "errcat: 1
catalogue: {name: Shop}
outputs: {rust: {path: src}}
codes: {SoldOut: {http_status: 409, message: sold out, description: None left.}}
";

/// A folder with packages that cargo takes instead of a registry's.
struct Registry {
    root: TempDir,
    target: PathBuf,
}

impl Registry {
    /// A registry with errcat as it is published, and what it depends on.
    fn new() -> Self {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("published");
        let this = Self { root: TempDir::new().expect("a temporary folder can be created"), target };
        let needs = this.path("needs-errcat");
        let codegen = repository().join("codegen").display().to_string();
        let manifest = format!("[dependencies]\nerrcat = {{ path = {codegen:?} }}\n\n[workspace]\n");
        write(&needs.join("Cargo.toml"), &(package("needs-errcat") + &manifest));
        write(&needs.join("src/lib.rs"), "");
        fs::copy(repository().join("Cargo.lock"), needs.join("Cargo.lock")).expect("the file can be copied");
        let registry = this.path("registry");
        let folder = registry.to_str().expect("the folder's name is UTF-8");
        succeed(&cargo(&needs, &this.target, &["vendor", "--quiet", "--versioned-dirs", folder]));
        this.publish(&repository(), &["--no-verify", "--package", "errcat"], "errcat-0.1.0");
        let index = this.path("index").display().to_string();
        let config = format!(
            "[source.crates-io]\nreplace-with = \"here\"\n\n[source.here]\ndirectory = {folder:?}\n\n\
             [registries.elsewhere]\nindex = \"file://{index}\"\n"
        );
        write(&this.path(".cargo/config.toml"), &config);
        this
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// Packs a package as `cargo publish` does and adds it to the registry. Returns its folder there.
    fn publish(&self, package: &Path, args: &[&str], name: &str) -> PathBuf {
        let command = [&["package", "--quiet", "--allow-dirty", "--exclude-lockfile"], args].concat();
        succeed(&cargo(package, &self.target, &command));
        let archive = self.target.join("package").join(format!("{name}.crate"));
        let mut tar = Command::new("tar");
        tar.arg("-xzf").arg(archive).arg("-C").arg(self.path("registry"));
        succeed(&tar.output().expect("there is tar"));
        let folder = self.path("registry").join(name);
        write(&folder.join(".cargo-checksum.json"), "{\"files\":{}}");
        folder
    }

    /// Runs cargo with a home of its own, where it can clone git repositories.
    fn cargo(&self, package: &Path, args: &[&str]) -> Output {
        let mut cargo = cargo_command(package, &self.target, args);
        let home = self.path(".cargo");
        cargo.env("CARGO_HOME", home).env("CARGO_NET_OFFLINE", "false").output().expect("cargo starts")
    }

    /// Builds a package, and returns what cargo shows.
    fn build(&self, package: &Path) -> String {
        let output = self.cargo(package, &["build", "-v"]);
        succeed(&output);
        String::from_utf8_lossy(&output.stderr).into_owned()
    }
}

/// The beginning of a manifest.
fn package(name: &str) -> String {
    format!(
        "[package]\nname = {name:?}\nversion = \"0.1.0\"\nedition = \"2021\"\ndescription = \"A test\"\nlicense = \"MIT\"\n\n"
    )
}

/// The content of each file in a folder.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut contents = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            contents.extend(self::contents(&path));
        } else {
            contents.insert(path.clone(), fs::read(&path).expect("the file can be read"));
        }
    }
    contents
}

/// Makes a repository of a folder, with all of its files.
fn commit(folder: &Path) {
    for args in [&["init", "--quiet"][..], &["add", "--all"], &["commit", "--quiet", "--message", "All"]] {
        let identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
        let git = Command::new("git").current_dir(folder).args(identity).args(args).output();
        succeed(&git.expect("git starts"));
    }
}

/// Makes the files and folders of a package read-only, or writable again, so that they can be deleted.
fn change_mode(folder: &Path, mode: &str) {
    if cfg!(unix) {
        let chmod = Command::new("chmod").args(["-R", mode]).arg(folder).output();
        succeed(&chmod.expect("there is chmod"));
    }
}

/// Replaces errcat by a newer one that generates other text.
fn release_another_errcat(registry: &Registry) {
    let (old, new) = (registry.path("registry/errcat-0.1.0"), registry.path("registry/errcat-0.1.1"));
    copy(&old, &new, &|_| true);
    for (file, from, to) in [
        ("Cargo.toml", "version = \"0.1.0\"", "version = \"0.1.1\""),
        ("src/render/rust/mod.rs", "Edit the catalogue, not this file.", "Edit only the catalogue."),
    ] {
        let text = fs::read_to_string(new.join(file)).expect("the file can be read");
        assert!(text.contains(from), "{file}");
        write(&new.join(file), &text.replacen(from, to, 1));
    }
}

#[test]
fn a_published_package_keeps_its_sources_under_a_newer_errcat() {
    if ["tar", "git"].iter().any(|tool| Command::new(tool).arg("--version").output().is_err()) {
        return skip("tar or git is not installed, so no package is published");
    }
    let registry = Registry::new();
    let shop = registry.path("shop-errors");
    let manifest = "[build-dependencies]\nerrcat = \"0.1.0\"\n";
    write(&shop.join("Cargo.toml"), &(package("shop-errors") + manifest));
    write(&shop.join("build.rs"), "fn main() {\n    errcat::generate(\"errors.yaml\");\n}\n");
    write(&shop.join("errors.yaml"), CATALOGUE);
    let catalogue = errcat::Catalogue::load(shop.join("errors.yaml")).expect("the catalogue has no mistakes");
    let comparison = errcat::compare(&catalogue, &shop.join("errors.yaml"));
    comparison.and_then(|comparison| comparison.update()).expect("the disk is writable");
    // Cargo builds what it has packed, and fails if that changes a source.
    let published = registry.publish(&shop, &[], "shop-errors-0.1.0");

    commit(&shop);
    write(
        &registry.path("index/config.json"),
        r#"{"dl": "https://example.com/{crate}", "api": "https://example.com"}"#,
    );
    commit(&registry.path("index"));
    succeed(&registry.cargo(&shop, &["publish", "--dry-run", "--quiet", "--registry", "elsewhere"]));

    let before = contents(&published);
    let by_git = format!("{{ git = \"file://{}\" }}", shop.display());
    let users = [("of-registry", "\"0.1.0\""), ("of-git", &*by_git)].map(|(name, dependency)| {
        let user = registry.path(name);
        let manifest = format!("[dependencies]\nshop-errors = {dependency}\n");
        write(&user.join("Cargo.toml"), &(package(name) + &manifest));
        write(&user.join("src/main.rs"), "fn main() { println!(\"{}\", shop_errors::Error::sold_out()); }\n");
        registry.build(&user);
        user
    });
    release_another_errcat(&registry);
    change_mode(&published, "a-w");
    for user in users {
        succeed(&registry.cargo(&user, &["update", "--quiet", "errcat"]));
        assert!(registry.build(&user).contains(" errcat v0.1.1"), "the newer errcat is used");
        let again = registry.build(&user);
        assert!(!again.contains("Compiling") && !again.contains("Dirty"), "{again}");
        assert_eq!(succeed(&registry.cargo(&user, &["run", "--quiet"])), "sold out\n");
    }
    assert!(contents(&published) == before, "the published sources have changed");
    change_mode(&published, "u+w");
    succeed(&registry.cargo(&shop, &["update", "--quiet", "errcat"]));
    registry.build(&shop);
    let text = fs::read_to_string(shop.join("src/lib.rs")).expect("it was generated");
    assert!(text.contains("Edit only the catalogue."), "{text}");
}
