//! Changes that are accepted, and `errcat check --base`, which finds those that have been released.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;

use super::git::{commit, git, repository};
use super::{NEW, OLD, diff, outcome, support, text, versions, write};

#[test]
fn accepted_changes_are_shown_with_the_reason_and_do_not_fail() {
    let accepted = "accepted:
  - {change: code-removed, code: Busy, why: nobody ever handled it}
  - {change: alias-removed, code: SoldOut, name: Gone, why: not sent since 2024}
  - {change: status-changed, code: SoldOut, why: 410 is what it means}
";
    let new = NEW.replace("params:", &format!("{accepted}reserved: [Busy, Gone]\nparams:"));
    let folder = versions(OLD, &new);
    let output = diff(folder.path(), &["old.yaml", "new.yaml"]);
    let (status, printed, said) = outcome(&output);
    assert_eq!((status, said), (0, ""));
    assert!(printed.starts_with("Changes texts\n"), "{printed}");
    let shown =
        "  code-removed: `Busy` is gone (also wire)\n    accepted: nobody ever handled it\n    before old.yaml:7:3\n";
    assert!(printed.contains(shown), "{printed}");
    assert!(printed.ends_with("\nneeds a patch release\n"), "{printed}");
    for (format, shown) in [
        ("github", "::notice file=new.yaml,line=9,endLine=9,title=code-removed::`Busy` is gone"),
        (
            "markdown",
            "| `code-removed` | `Busy` is gone (also wire) – accepted: nobody ever handled it | `old.yaml:7:3` | – |",
        ),
        ("json", "\"accepted\": \"nobody ever handled it\""),
        ("junit", "failures=\"0\""),
    ] {
        let output = diff(folder.path(), &["old.yaml", "new.yaml", "--format", format]);
        assert!(output.status.success() && text(&output.stdout).contains(shown), "{format}: {output:?}");
    }
}

#[test]
fn an_acceptance_without_its_change_is_reported_at_its_place() {
    let accepted = "accepted:
  - {change: code-removed, code: Bussy, why: misspelt}
  - {change: status-changed, why: of no code}
  - {change: code-remove, code: Busy, why: no such kind}
";
    let new = NEW.replace("params:", &format!("{accepted}params:"));
    let folder = versions(OLD, &new);
    let output = diff(folder.path(), &["old.yaml", "new.yaml"]);
    let (status, printed, _) = outcome(&output);
    assert_eq!(status, 1);
    let expected = "\
`code-removed:Bussy` is accepted, but there is no such change (new.yaml:4:14)
  help: did you mean `code-removed:Busy`?
`status-changed` is accepted, but there is no such change (new.yaml:5:14)
  help: changes of this kind: status-changed:SoldOut
`code-remove:Busy` is accepted, but there is no such kind of change (new.yaml:6:14)
  help: did you mean `code-removed`?
needs a major release: ";
    assert!(printed.contains(expected), "{printed}");
    let output = diff(folder.path(), &["old.yaml", "new.yaml", "--format", "github"]);
    let warning = "::warning file=new.yaml,line=4,endLine=4,col=14,endColumn=26,title=unused-acceptance::`code-removed:Bussy` is accepted, but \
                   there is no such change%0Ahelp: did you mean `code-removed:Busy`?\n";
    assert!(text(&output.stdout).contains(warning), "{output:?}");
    for (format, shown) in [
        ("markdown", "\n`code-removed:Bussy` is accepted, but there is no such change\n"),
        ("junit", "    <system-out>`code-removed:Bussy` is accepted, but there is no such change\n`status-changed` is"),
        ("json", "\"help\": \"did you mean `code-removed:Busy`?\",\n      \"message\": \"`code-removed:Bussy` is"),
    ] {
        let output = diff(folder.path(), &["old.yaml", "new.yaml", "--format", format]);
        assert!(text(&output.stdout).contains(shown), "{format}: {output:?}");
    }
}

#[test]
fn a_mistake_in_an_acceptance_has_its_place() {
    let new =
        NEW.replace("params:", "accepted: [{change: code-removed, code: Busy}, {change: x, why: y, coed: Z}]\nparams:");
    let folder = versions(OLD, &new);
    let output = support::errcat(folder.path(), &["check", "new.yaml"]);
    let (status, printed, _) = outcome(&output);
    assert_eq!(status, 1);
    assert!(printed.contains("error[missing-key]") && printed.contains("`why`"), "{printed}");
    assert!(printed.contains("error[unknown-key]") && printed.contains("did you mean `code`?"), "{printed}");
}

fn check(folder: &Path, args: &[&str]) -> Output {
    support::errcat(folder, &[&["check"], args].concat())
}

/// What changed is accepted, and one change that nobody has made.
fn accepting() -> String {
    let accepted = "accepted:
  - {change: code-removed, code: Busy, why: nobody ever handled it}
  - {change: alias-removed, code: SoldOut, name: Gone, why: not sent since 2024}
  - {change: status-changed, code: SoldOut, why: 410 is what it means}
";
    NEW.replace("params:", &format!("{accepted}reserved: [Busy, Gone]\nparams:"))
}

#[test]
fn check_reports_an_acceptance_that_has_no_effect_any_more_against_a_given_base() {
    let (_parent, root) = repository();
    write(&root, "error codes/errors.yaml", &accepting());
    let folder = root.join("error codes");
    let compared = "errors.yaml: 2 codes, no mistakes\nerrors.yaml: 3 accepted changes, compared with git:HEAD";
    assert_eq!(outcome(&check(&folder, &["--base", "git:HEAD"])), (0, "", &*format!("{compared}\n")));
    // The release: what was accepted is in the version from before.
    commit(&root);
    let output = check(&folder, &["--base", "git:HEAD"]);
    let (status, printed, said) = outcome(&output);
    assert_eq!((status, said), (0, &*format!("{compared}, 3 warnings\n")));
    let first = "\
warning[unused-acceptance]: `code-removed:Busy` is accepted, but there is no such change
 --> errors.yaml:4:14
  |
4 |   - {change: code-removed, code: Busy, why: nobody ever handled it}
  |              ^^^^^^^^^^^^ no such change
  |
  = help: remove the entry, if the change has been released
";
    assert!(printed.starts_with(first) && printed.ends_with("\n3 warnings in errors.yaml\n"), "{printed}");
    assert_eq!(check(&folder, &["--base", "git:HEAD", "--deny-warnings"]).status.code(), Some(1));
    // Against the release before it, they still have an effect; without a base, nobody knows.
    assert_eq!(outcome(&check(&folder, &["--base", "git:HEAD~1", "--deny-warnings"])).1, "");
    assert_eq!(outcome(&check(&folder, &["--deny-warnings"])), (0, "", "errors.yaml: 2 codes, no mistakes\n"));
}

#[test]
fn an_acceptance_without_effect_is_a_finding_in_every_format() {
    let folder = versions(&accepting(), &accepting());
    let output = check(folder.path(), &["new.yaml", "--base", "old.yaml", "--format", "json", "--max-findings", "2"]);
    let schema = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/finding.schema.json"));
    let schema: Value = serde_json::from_str(&schema.expect("the schema is there")).expect("the schema is JSON");
    let findings: Vec<Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    assert_eq!(findings.len(), 2);
    assert!(findings.iter().all(|finding| jsonschema::is_valid(&schema, finding)), "{findings:?}");
    assert_eq!((&findings[1]["id"], &findings[1]["line"]), (&"unused-acceptance".into(), &5.into()));
    let output = check(folder.path(), &["new.yaml", "--base", "old.yaml", "--format", "github"]);
    let command = "::warning file=new.yaml,line=5,endLine=5,col=14,endColumn=27,title=unused-acceptance::`alias-removed:SoldOut:Gone` is accepted";
    assert!(text(&output.stdout).contains(command), "{output:?}");
    let output = support::errcat(folder.path(), &["explain", "unused-acceptance"]);
    assert!(text(&output.stdout).starts_with("# unused-acceptance\n"), "{output:?}");
}

#[test]
fn a_base_that_cannot_be_compared_with_says_why() {
    let (parent, root) = repository();
    let folder = root.join("error codes");
    let start = "errors.yaml: 3 codes, no mistakes\n";
    let said = |args: &[&str]| {
        let output = check(&folder, args);
        let (status, printed, said) = outcome(&output);
        assert_eq!((status, printed), (2, ""), "{args:?}");
        said.strip_prefix(start).unwrap_or(said).to_owned()
    };
    assert_eq!(said(&["--base", "git:v9"]), "errcat: there is no revision `v9`\n");
    assert!(said(&["--base", "no.yaml"]).starts_with("errcat: no.yaml: "));
    write(&root, "error codes/bad.yaml", &OLD.replace("409", "4090"));
    assert!(
        said(&["--base", "bad.yaml"]).ends_with("errcat: bad.yaml can't be compared: the catalogue has mistakes\n")
    );
    // One file can't be the version from before of two; a revision can.
    let output = check(&folder, &["errors.yaml", "errors.yaml", "--base", "bad.yaml"]);
    let expected = "error: `bad.yaml` is the version from before of one FILE; git:REV has one of each\n";
    assert!(output.status.code() == Some(2) && text(&output.stderr).starts_with(expected), "{output:?}");
    assert_eq!(check(&folder, &["errors.yaml", "errors.yaml", "--base", "git:HEAD"]).status.code(), Some(0));
    git(parent.path(), &["clone", "--quiet", "--depth", "1", &format!("file://{}", root.display()), "shallow"]);
    let output = check(&parent.path().join("shallow/error codes"), &["--base", "git:HEAD~1"]);
    assert!(text(&output.stderr).contains("this clone is shallow: `git fetch --unshallow`"), "{output:?}");
}
