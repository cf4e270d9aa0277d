//! Repositories and paths that are not as usual.

use std::fs;

use super::git::{commit, git, repository};
use super::{NEW, OLD, diff, outcome, text, write};

#[test]
fn a_new_catalogue_breaks_nothing_if_that_is_allowed() {
    let (_parent, root) = repository();
    git(&root, &["rm", "--quiet", "error codes/errors.yaml"]);
    git(&root, &["commit", "--quiet", "--message", "none"]);
    write(&root, "errors.yaml", NEW);
    let output = diff(&root, &["git:HEAD", "--allow-new"]);
    assert_eq!(outcome(&output), (0, "nothing has changed\n", "the catalogue is new: there is none in git:HEAD\n"));
    let output = diff(&root, &["old.yaml", "--allow-new", "--format", "json"]);
    assert!(output.status.success() && text(&output.stdout).contains("\"changes\": []"), "{output:?}");
    // Neither a mistake in it nor a revision that isn't there is new.
    assert_eq!(diff(&root, &["git:v9", "--allow-new"]).status.code(), Some(2));
    write(&root, "errors.yaml", "errcat: 1\n");
    assert_eq!(diff(&root, &["git:HEAD", "--allow-new"]).status.code(), Some(2));
    // Before the first commit nothing is there.
    let folder = super::versions(OLD, NEW);
    git(folder.path(), &["init", "--quiet"]);
    assert!(diff(folder.path(), &["git:HEAD", "new.yaml", "--allow-new"]).status.success());
    let output = diff(folder.path(), &["git:HEAD", "new.yaml"]);
    assert!(text(&output.stderr).starts_with("errcat: git:HEAD: there is no file new.yaml in HEAD"), "{output:?}");
}

#[test]
fn a_bare_repository_and_another_work_tree_have_revisions_too() {
    let (parent, root) = repository();
    write(&root, "error codes/errors.yaml", NEW);
    commit(&root);
    git(&root, &["clone", "--quiet", "--bare", ".", "../bare"]);
    let revisions = ["git:HEAD~1:error codes/errors.yaml", "git:HEAD:error codes/errors.yaml"];
    let output = diff(&parent.path().join("bare"), &revisions);
    assert!(text(&output.stdout).contains("now    HEAD:error codes/errors.yaml:6:50\n"), "{output:?}");
    git(&root, &["worktree", "add", "--quiet", "../other"]);
    let output = diff(&parent.path().join("other/error codes"), &["git:HEAD~1"]);
    assert!(text(&output.stdout).contains("now    errors.yaml:6:50\n"), "{output:?}");
}

#[test]
fn line_ends_and_a_version_with_mistakes_in_between_change_nothing() {
    let (_parent, root) = repository();
    let folder = root.join("error codes");
    write(&folder, "errors.yaml", &OLD.replace('\n', "\r\n"));
    assert_eq!(outcome(&diff(&folder, &["git:HEAD"])), (0, "nothing has changed\n", ""));
    write(&folder, "errors.yaml", &OLD.replace("409", "4090"));
    commit(&root);
    write(&folder, "errors.yaml", OLD);
    let output = diff(&folder, &["git:HEAD"]);
    let (status, printed, said) = outcome(&output);
    assert_eq!((status, printed), (2, ""));
    assert!(said.starts_with("in git:HEAD:\nerror[invalid-http-status]: "), "{said}");
    assert!(said.ends_with("errcat: git:HEAD can't be compared: the catalogue has mistakes\n"), "{said}");
    assert!(diff(&folder, &["git:HEAD~1"]).status.success());
    // A version of the format that this errcat doesn't read is such a mistake.
    write(&folder, "old.yaml", &OLD.replace("errcat: 1", "errcat: 2"));
    let output = diff(&folder, &["old.yaml"]);
    assert!(text(&output.stderr).contains("this errcat reads only version 1 of the format"), "{output:?}");
}

#[test]
fn a_path_need_not_be_given_and_cannot_be_empty() {
    let (_parent, root) = repository();
    let output = diff(&root, &["git:HEAD:", "error codes/errors.yaml"]);
    assert_eq!(outcome(&output), (2, "", "errcat: git:HEAD: has no path after the `:`\n"));
}

#[test]
#[cfg(unix)]
fn a_link_in_a_revision_is_followed() {
    use std::os::unix::fs::symlink;

    let (_parent, root) = repository();
    let link = |target: &str, name: &str| {
        let _ = fs::remove_file(root.join(name));
        symlink(target, root.join(name)).expect("a link can be made");
    };
    link("links/../error codes/errors.yaml", "linked.yaml");
    link("linked.yaml", "errors.yaml");
    link("../elsewhere.yaml", "outside.yaml");
    link("circle.yaml", "circle.yaml");
    fs::create_dir(root.join("links")).expect("it can be created");
    commit(&root);
    write(&root, "error codes/errors.yaml", NEW);
    let output = diff(&root, &["git:HEAD"]);
    assert!(text(&output.stdout).contains("before HEAD:errors.yaml:7:3\n"), "{output:?}");
    for (name, why) in
        [("outside", "a link to ../elsewhere.yaml, outside of the repository"), ("circle", "in a circle")]
    {
        let output = diff(&root, &[&format!("git:HEAD:{name}.yaml"), "error codes/errors.yaml"]);
        let (status, printed, said) = outcome(&output);
        assert!((status, printed) == (2, "") && said.contains(why), "{said}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn paths_in_other_encodings_and_with_line_ends_are_named() {
    use std::ffi::{OsStr, OsString};
    use std::os::unix::ffi::OsStrExt;
    use std::process::Command;

    let (_parent, root) = repository();
    fs::create_dir(root.join("a\nb")).expect("it can be created");
    write(&root, "a\nb/errors.yaml", OLD);
    let latin = OsStr::from_bytes(b"b\xfccher.yaml");
    fs::write(root.join(latin), OLD).expect("it can be written");
    commit(&root);
    write(&root, "a\nb/errors.yaml", NEW);
    let output = diff(&root, &["git:HEAD", "a\nb/errors.yaml"]);
    assert!(text(&output.stdout).contains("before HEAD:a\\nb/errors.yaml:7:3\n"), "{output:?}");
    let diff = |old: &str| {
        let mut errcat = Command::new(env!("CARGO_BIN_EXE_errcat"));
        errcat
            .args([OsString::from("diff"), old.into(), latin.into()])
            .current_dir(&root)
            .output()
            .expect("errcat starts")
    };
    let output = diff("git:HEAD");
    assert_eq!(outcome(&output), (2, "", "errcat: b\u{fffd}cher.yaml: in revisions only paths in UTF-8 can be read\n"));
    assert_eq!(outcome(&diff("error codes/errors.yaml")), (0, "nothing has changed\n", ""));
}

#[test]
fn a_damaged_repository_is_no_new_catalogue() {
    let (_parent, root) = repository();
    for path in super::support::files(&root.join(".git/objects")).into_keys() {
        // They can't be written to.
        fs::remove_file(&path).expect("it can be removed");
        fs::write(path, "").expect("it can be written");
    }
    let output = diff(&root, &["git:HEAD", "error codes/errors.yaml", "--allow-new"]);
    let (status, printed, said) = outcome(&output);
    assert!(
        (status, printed) == (2, "") && said.starts_with("errcat: git can't read `HEAD`: error: object file "),
        "{said}"
    );
}
