//! The smaller commands and flags, run as users run them.

mod support;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use support::{catalogue, errcat, repository, text};
use tempfile::TempDir;

const WARNING: &str = "errcat: 1\ncatalogue: {name: Shop}\ncodes:\n  SoldOut: {http_status: 200, message: sold out}\n";
const MISTAKE: &str = "errcat: 1\ncatalogue: {name: Shop}\ncodes:\n  SoldOut: {http_status: 2, message: sold out}\n";

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("the disk is writable");
    fs::write(path, text).expect("the disk is writable");
}

fn with_input(folder: &Path, args: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_errcat"));
    command.args(args).current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("errcat starts");
    child.stdin.take().expect("it is piped").write_all(input).expect("errcat reads its input");
    child.wait_with_output().expect("errcat exits")
}

#[test]
fn warnings_can_be_denied() {
    let folder = TempDir::new().expect("a temporary folder can be created");
    write(folder.path(), "errors.yaml", WARNING);
    assert_eq!(errcat(folder.path(), &["check"]).status.code(), Some(0));
    let output = errcat(folder.path(), &["check", "--deny-warnings"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).ends_with("1 code, no mistakes, 1 warning\n"), "{}", text(&output.stderr));
    assert_eq!(errcat(&repository(), &["check", "--deny-warnings"]).status.code(), Some(0));
}

#[test]
fn a_catalogue_can_come_from_standard_input() {
    let folder = TempDir::new().expect("a temporary folder can be created");
    let output = with_input(folder.path(), &["check", "-"], MISTAKE.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains(" --> <stdin>:4:"), "{}", text(&output.stdout));
    let catalogue = fs::read(repository().join("errors.yaml")).expect("the catalogue is there");
    assert_eq!(with_input(folder.path(), &["check", "-"], &catalogue).status.code(), Some(0));
    let output = with_input(folder.path(), &["explain", "FieldLacking", "-"], &catalogue);
    assert!(text(&output.stdout).starts_with("FieldLacking\n"), "{}", text(&output.stdout));
    let output = with_input(folder.path(), &["generate", "-"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("standard input"), "{}", text(&output.stderr));
}

#[test]
fn generate_takes_several_catalogues() {
    let folder = TempDir::new().expect("a temporary folder can be created");
    let with_path = |path: &str, catalogue: &str| {
        catalogue.replace("codes:", &format!("outputs: {{rust: {{path: {path}}}}}\ncodes:"))
    };
    write(folder.path(), "a.yaml", &with_path("a", WARNING));
    write(folder.path(), "b.yaml", &with_path("b", MISTAKE));
    write(folder.path(), "c.yaml", &with_path("c", WARNING));
    let output = errcat(folder.path(), &["generate", "a.yaml", "b.yaml", "no.yaml", "c.yaml"]);
    assert_eq!(output.status.code(), Some(2), "no.yaml can't be read");
    assert!(text(&output.stdout).contains("error[invalid-http-status]"), "{}", text(&output.stdout));
    let generated = ["a", "b", "c"].map(|name| folder.path().join(name).join("lib.rs").exists());
    assert_eq!(generated, [true, false, true]);
    let args = ["generate", "--check", "a.yaml", "b.yaml", "c.yaml"];
    assert_eq!(errcat(folder.path(), &args).status.code(), Some(1), "b.yaml has a mistake");
    assert_eq!(errcat(folder.path(), &["generate", "--check", "a.yaml", "c.yaml"]).status.code(), Some(0));
}

#[test]
fn codes_are_listed() {
    let output = errcat(&repository(), &["list"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let lines: Vec<_> = text(&output.stdout).lines().collect();
    assert_eq!(lines.len(), 38);
    let line = lines.iter().find(|line| line.contains(" FieldLacking ")).expect("it is a code");
    assert!(
        line.starts_with("400  FieldLacking ") && line.ends_with("  field is missing or empty: {{.fields}}"),
        "{line}"
    );
    let folder = TempDir::new().expect("a temporary folder can be created");
    write(folder.path(), "errors.yaml", WARNING);
    assert_eq!(text(&errcat(folder.path(), &["list"]).stdout), "200  SoldOut  sold out\n");
    let output = errcat(&repository(), &["list", "--format", "json"]);
    let codes = text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("each line is JSON"));
    let codes: Vec<serde_json::Value> = codes.collect();
    let code = codes.iter().find(|code| code["name"] == "FieldLacking").expect("it is a code");
    assert_eq!(code["http_status"], 400);
    assert_eq!(code["params"], serde_json::json!(["fields"]));
    assert_eq!(code["attributes"], serde_json::json!({"retry": "after_fix"}));
}

#[test]
fn operations_are_listed_with_their_codes_and_explained_with_the_code() {
    let folder = TempDir::new().expect("a temporary folder can be created");
    let catalogue = "errcat: 1\ncatalogue: {name: Shop, http_status: 409}\ngroups: {common: [Busy]}\noperations:\n  \
                     buy: {errors: [SoldOut, common], description: Buys.}\n  browse: {errors: [common]}\n\
                     codes: {SoldOut: {message: sold out}, Busy: {message: busy}}\n";
    write(folder.path(), "errors.yaml", catalogue);
    write(folder.path(), "other.yaml", WARNING);
    let listed = |args: &[&str]| text(&errcat(folder.path(), &[&["list"], args].concat()).stdout).to_owned();
    assert_eq!(listed(&["operations"]), "buy     SoldOut, Busy\nbrowse  Busy\n");
    assert_eq!(listed(&["operations", "other.yaml"]), "");
    assert_eq!(listed(&["codes"]), "409  SoldOut  sold out\n409  Busy     busy\n");
    assert_eq!(listed(&["codes", "other.yaml"]), listed(&["other.yaml"]));
    let json = listed(&["operations", "--format", "json"]);
    let buy: serde_json::Value = serde_json::from_str(json.lines().next().unwrap_or_default()).expect("it is JSON");
    let expected = serde_json::json!(
        { "name": "buy", "description": "Buys.", "errors": ["SoldOut", "Busy"], "exhaustive": false }
    );
    assert_eq!(buy, expected);
    let output = errcat(folder.path(), &["list", "endpoints", "errors.yaml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("neither `codes` nor `operations`"), "{}", text(&output.stderr));
    let explained = errcat(folder.path(), &["explain", "Busy"]);
    assert!(text(&explained.stdout).contains("\n  operations   buy, browse\n"), "{}", text(&explained.stdout));
    let explained = errcat(folder.path(), &["explain", "buy"]);
    assert_eq!(
        text(&explained.stdout),
        "buy, an operation\n  | Buys.\n  409  SoldOut  sold out\n  409  Busy     busy\n"
    );
    let explained = errcat(folder.path(), &["explain", "common"]);
    assert_eq!(text(&explained.stdout), "common, a group\n  409  Busy  busy\n  operations  buy, browse\n");
    let explained = errcat(folder.path(), &["explain", "operations"]);
    assert!(text(&explained.stdout).starts_with("`operations` in the catalogue\n"), "{}", text(&explained.stdout));
}

#[test]
fn paths_for_github_start_at_the_repository() {
    let folder = TempDir::new().expect("a temporary folder can be created");
    write(folder.path(), ".git/HEAD", "");
    write(folder.path(), "services/shop/errors.yaml", MISTAKE);
    let inner = folder.path().join("services/shop");
    let output = errcat(&inner, &["check", "--format", "github"]);
    assert!(
        text(&output.stdout).starts_with("::error file=services/shop/errors.yaml,line=4,"),
        "{}",
        text(&output.stdout)
    );

    let stale = WARNING.replace("codes:", "outputs: {rust: {path: src}}\nlints: {status-not-an-error: allow}\ncodes:");
    write(&inner, "errors.yaml", &stale);
    let output =
        errcat(&folder.path().join("services"), &["generate", "--check", "--format", "github", "shop/errors.yaml"]);
    let line = "::error file=services/shop/src/lib.rs,title=stale::out of date; run `errcat generate shop/errors.yaml`";
    assert!(text(&output.stdout).lines().any(|found| found == line), "{}", text(&output.stdout));
}

#[test]
fn completions_and_manual_pages_name_every_command() {
    let folder = catalogue();
    let help = errcat(folder.path(), &["--help"]);
    let (_, commands) = text(&help.stdout).split_once("\nCommands:\n").expect("there are commands");
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let commands: Vec<_> = commands.filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).collect();
    assert!(commands.contains(&"check"), "{commands:?}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = errcat(folder.path(), &["completions", shell]);
        assert_eq!(output.status.code(), Some(0));
        assert!(commands.iter().all(|command| text(&output.stdout).contains(command)), "{shell}");
    }
    assert_eq!(errcat(folder.path(), &["man", "pages"]).status.code(), Some(0));
    for command in commands.into_iter().filter(|command| !command.is_empty()) {
        let page = folder.path().join("pages").join(format!("errcat-{command}.1"));
        let page = fs::read_to_string(&page).unwrap_or_else(|error| panic!("{}: {error}", page.display()));
        assert!(page.contains(".TH errcat"), "{page}");
    }
    assert!(folder.path().join("pages/errcat.1").exists());
}

#[test]
fn explain_knows_what_a_misspelt_name_means() {
    let folder = catalogue();
    for (subject, meant) in
        [("FeildLacking", "FieldLacking"), ("http_staus", "http_status"), ("unkown-param", "unknown-param")]
    {
        let output = errcat(folder.path(), &["explain", subject]);
        assert_eq!(output.status.code(), Some(2), "{subject}: {}", text(&output.stdout));
        let expected = format!("of errors.yaml; did you mean `{meant}`?\n");
        assert!(text(&output.stderr).ends_with(&expected), "{subject}: {}", text(&output.stderr));
    }
}

#[test]
fn explain_takes_a_message_a_body_a_number_or_a_line_of_a_log() {
    let folder = catalogue();
    let explain = |subject: &str| {
        let output = errcat(folder.path(), &["explain", subject]);
        assert_eq!(output.status.code(), Some(0), "{subject}: {}", text(&output.stderr));
        text(&output.stdout).to_owned()
    };
    assert_eq!(explain("409"), "409, an HTTP status\n  409  Conflict  resource conflict\n");
    let expected = "An error with the code FieldLacking: fields = prompt\n\nFieldLacking\n  HTTP status  400\n";
    for subject in [
        "field is missing or empty: prompt",
        r#"{"code": 400, "reason": "FieldLacking", "message": "field is missing or empty: prompt"}"#,
        "2026-11-02T10:00:00Z WARN vidu: field is missing or empty: prompt",
    ] {
        let explained = explain(subject);
        assert!(explained.starts_with(expected), "{subject}: {explained}");
    }
    // A message can't print commands for the terminal.
    assert!(
        explain("field is missing or empty: \u{1b}[31m")
            .starts_with("An error with the code FieldLacking: fields = \\u{1b}[31m")
    );

    let numbered = "errcat: 1\ncatalogue: {name: Shop, http_status: 409, numbers: shared}\nparams: {a: string}\ncodes:\n  \
                    Gone: {message: \"{{.a}} is gone\", number: -1}\n  Lost: {message: \"it is {{.a}}\", number: -1}\n";
    fs::write(folder.path().join("errors.yaml"), numbered).expect("the disk is writable");
    let output = errcat(folder.path(), &["explain", "--", "-1"]);
    assert!(text(&output.stdout).starts_with("Gone\n") && text(&output.stdout).contains("\nLost\n"));
    let ambiguous = explain("it is gone");
    let expected =
        "An error with one of these 2 codes, whose messages can be the same:\n  Gone: a = it\n  Lost: a = gone\n";
    assert!(ambiguous.starts_with(expected), "{ambiguous}");
}
