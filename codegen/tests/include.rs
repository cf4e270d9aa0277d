//! Catalogues of several files.

use std::fs;
use std::path::Path;

use errcat::{Catalogue, Diagnostics, LoadError};
use tempfile::TempDir;

const FIRST: &str = "errcat: 1
catalogue: {name: Shop, fallback: Unknown}
include: [billing.yaml, media/media.yaml]
params: {article: string}
codes:
  SoldOut: {http_status: 409, message: \"{{.article}} is sold out\"}
  Unknown: {http_status: 500, message: unknown}
";
const BILLING: &str = "errcat: 1
params: {bank: string}
attributes: {retry: {values: [never, later], default: never}}
reserved: [OldName, 17]
codes:
  Unpaid:
    http_status: 402
    message: \"{{.bank}} refused to pay for {{.article}}\"
    attributes: {retry: later}
    deprecated: {replaced_by: ImageTooLarge}
";
const MEDIA: &str = "errcat: 1
include: [./more/images.yaml]
codes:
  Blurred: {http_status: 400, message: too blurred}
";
const IMAGES: &str = "errcat: 1
codes:
  ImageTooLarge: {http_status: 413, message: too large}
";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder can be created");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("the disk is writable");
        fs::write(path, text).expect("the disk is writable");
    }
    folder
}

fn all() -> [(&'static str, &'static str); 4] {
    [("errors.yaml", FIRST), ("billing.yaml", BILLING), ("media/media.yaml", MEDIA), ("media/more/images.yaml", IMAGES)]
}

/// Loads a catalogue of these files, of which one is replaced by a text.
fn load(name: &str, text: &str) -> (TempDir, Result<Catalogue, Diagnostics>) {
    let mut files = all().to_vec();
    files.retain(|(file, _)| *file != name);
    files.push((name, text));
    let folder = folder(&files);
    let loaded = Catalogue::load(folder.path().join("errors.yaml")).map_err(|error| match error {
        LoadError::Mistakes(mistakes) => mistakes,
        LoadError::Read(error) => panic!("{error}"),
    });
    (folder, loaded)
}

/// The findings as `id file:line:column`.
fn findings(name: &str, text: &str) -> Vec<String> {
    let (folder, loaded) = load(name, text);
    let mistakes = loaded.expect_err("it has mistakes");
    let found = mistakes.iter().map(|finding| {
        let at = finding.location();
        let file = Path::new(&*at.path).strip_prefix(folder.path()).expect("it is in the folder");
        format!("{} {}:{}:{}", finding.id(), file.display(), at.line, at.column)
    });
    found.collect()
}

#[test]
fn files_are_one_catalogue() {
    let (folder, loaded) = load("errors.yaml", FIRST);
    let catalogue = loaded.unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let names: Vec<_> = catalogue.codes().iter().map(|code| &*code.name).collect();
    assert_eq!(names, ["SoldOut", "Unknown", "Unpaid", "Blurred", "ImageTooLarge"]);
    assert_eq!(catalogue.params().len(), 2);
    assert_eq!(catalogue.reserved(), ["OldName", "17"]);
    let unpaid = &catalogue.codes()[2];
    assert_eq!(unpaid.params.iter().map(|&param| &*catalogue[param].name).collect::<Vec<_>>(), ["article", "bank"]);
    let replaced_by = unpaid.deprecated.as_ref().and_then(|deprecated| deprecated.replaced_by);
    assert_eq!(catalogue[replaced_by.expect("it is given")].name, "ImageTooLarge");
    let mut files: Vec<_> =
        catalogue.files().iter().map(|file| file.strip_prefix(folder.path()).unwrap_or(file)).collect();
    assert_eq!(files.remove(0), Path::new("errors.yaml"));
    files.sort();
    let expected = ["billing.yaml", "media/media.yaml", "media/more/images.yaml"].map(Path::new);
    assert_eq!(files, expected);
}

#[test]
fn findings_name_their_file() {
    for (file, from, to, expected) in [
        ("media/more/images.yaml", "413", "4130", &["invalid-http-status media/more/images.yaml:3:32"][..]),
        ("billing.yaml", "{{.bank}}", "{{.bnak}}", &["unknown-param billing.yaml:8:15"]),
        ("media/media.yaml", "Blurred", "SoldOut", &["duplicate-name media/media.yaml:4:3"]),
        ("media/media.yaml", "codes:", "params: {bank: list}\ncodes:", &["duplicate-name media/media.yaml:3:10"]),
        ("media/media.yaml", "codes:", "catalogue: {name: Media}\ncodes:", &["unknown-key media/media.yaml:3:1"]),
        ("media/media.yaml", "errcat: 1", "errcat: 2", &["unsupported-version media/media.yaml:1:9"]),
        ("media/media.yaml", "codes:", "codes: [", &["yaml-syntax media/media.yaml:5:1"]),
        ("billing.yaml", "OldName", "Blurred", &["duplicate-name media/media.yaml:4:3"]),
        ("errors.yaml", "fallback: Unknown", "fallback: Blured", &["unknown-code errors.yaml:2:35"]),
    ] {
        let (_, text) = all().into_iter().find(|(name, _)| *name == file).expect("it is one of the files");
        assert!(text.contains(from), "{from}");
        assert_eq!(findings(file, &text.replacen(from, to, 1)), expected, "{to} in {file}");
    }
}

#[test]
fn what_cannot_be_included_is_reported_where_it_is_written() {
    for (from, to, expected) in [
        ("billing.yaml", "no.yaml", &["invalid-include errors.yaml:3:11"]),
        ("billing.yaml", "../billing.yaml", &["invalid-include errors.yaml:3:11"]),
        ("billing.yaml", "/billing.yaml", &["invalid-include errors.yaml:3:11"]),
        ("billing.yaml", "c:billing.yaml", &["invalid-include errors.yaml:3:11"]),
        ("billing.yaml", "''", &["invalid-include errors.yaml:3:11"]),
        ("billing.yaml", "media", &["invalid-include errors.yaml:3:11"]),
        ("billing.yaml", "billing.yaml, ./billing.yaml", &["invalid-include errors.yaml:3:25"]),
        ("billing.yaml", "billing.yaml, errors.yaml", &["invalid-include errors.yaml:3:25"]),
        ("[billing.yaml, media/media.yaml]", "billing.yaml", &["wrong-type errors.yaml:3:10"]),
        ("[billing.yaml", "[{a: b}, billing.yaml", &["wrong-type errors.yaml:3:11"]),
    ] {
        assert_eq!(findings("errors.yaml", &FIRST.replacen(from, to, 1)), expected, "{to}");
    }
    let cycle = IMAGES.replace("codes:", "include: [images.yaml]\ncodes:");
    assert_eq!(findings("media/more/images.yaml", &cycle), ["invalid-include media/more/images.yaml:2:11"]);
}

#[test]
fn a_text_without_a_file_includes_nothing() {
    let mistakes = Catalogue::parse("errors.yaml", FIRST.as_bytes()).expect_err("there are no files");
    assert!(mistakes.iter().all(|finding| finding.id() == "invalid-include"), "{mistakes}");
}

#[test]
fn operations_and_groups_of_all_files_are_one_namespace() {
    let billing =
        BILLING.replace("codes:", "groups: {common: [Unknown]}\noperations: {pay: {errors: [Unpaid, media]}}\ncodes:");
    let media = MEDIA.replace("codes:", "groups: {media: [Blurred, ImageTooLarge, common]}\ncodes:");
    let folder = folder(&[("errors.yaml", FIRST), ("billing.yaml", &billing), ("media/media.yaml", &media), all()[3]]);
    let catalogue = Catalogue::load(folder.path().join("errors.yaml")).unwrap_or_else(|error| panic!("{error}"));
    let [pay] = catalogue.operations() else { panic!("there is one operation") };
    let codes: Vec<_> = pay.errors.iter().map(|&code| &*catalogue[code].name).collect();
    assert_eq!(codes, ["Unpaid", "Blurred", "ImageTooLarge", "Unknown"]);
    // `SoldOut` is in no operation.
    let warnings = catalogue.warnings().expect("a code is unused").iter();
    let found: Vec<_> = warnings.map(|finding| (finding.id(), finding.location().line)).collect();
    assert_eq!(found, [("unused-code", 6)]);
}

#[test]
fn an_operation_and_a_group_are_declared_once() {
    let pay = "operations: {pay: {errors: [Unpaid]}}\ngroups: {common: [Unpaid]}\n";
    let first = FIRST.replace("codes:", &format!("{pay}codes:"));
    let billing = BILLING.replace("codes:", &format!("{pay}codes:"));
    let folder = folder(&[("errors.yaml", &first), ("billing.yaml", &billing), all()[2], all()[3]]);
    let Err(LoadError::Mistakes(mistakes)) = Catalogue::load(folder.path().join("errors.yaml")) else {
        panic!("it has mistakes")
    };
    let duplicates = mistakes.iter().filter(|finding| finding.id() == "duplicate-name");
    let found: Vec<_> = duplicates.map(errcat::Finding::message).collect();
    assert_eq!(found, ["the operation `pay` is declared twice", "the group `common` is declared twice"]);
}
