//! What lints report on the catalogues: all of it is worth reading for whoever owns the catalogue.

use std::path::Path;

use errcat::{Catalogue, Diagnostics, Finding};

/// The warnings, each with its line and lint.
fn warnings(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("catalogues/{name}.yaml"));
    let catalogue = Catalogue::load(path).unwrap_or_else(|error| panic!("{error}"));
    let findings = catalogue.warnings().into_iter().flat_map(Diagnostics::iter);
    let text = |finding: &Finding| format!("{} {}: {}", finding.location().line, finding.id(), finding.message());
    findings.map(text).collect()
}

#[test]
fn catalogues_of_one_style_have_no_warnings() {
    for name in ["postgresql", "typescript", "ruff", "ntstatus", "discord"] {
        assert_eq!(warnings(name), [""; 0], "in {name}");
    }
}

/// Three full stops were forgotten, and two descriptions copied.
#[test]
fn botocore() {
    let expected = [
        "1576 message-style: this message ends without a full stop, but 439 of 442 end in a full stop",
        "1580 similar-codes: `DistributionNotDisabled` and `StreamingDistributionNotDisabled` differ only in their names",
        "1971 similar-codes: `TooManyDistributionCNAMEs` and `TooManyStreamingDistributionCNAMEs` differ only in their \
         names",
        "2037 message-style: this message ends without a full stop, but 439 of 442 end in a full stop",
        "3200 message-style: this message ends without a full stop, but 439 of 442 end in a full stop",
    ];
    assert_eq!(warnings("botocore"), expected);
}

/// One message is only a name, and three full stops were forgotten.
#[test]
fn kafka() {
    let expected = [86, 91, 103, 149].map(|line| {
        format!("{line} message-style: this message ends without a full stop, but 124 of 128 end in a full stop")
    });
    assert_eq!(warnings("kafka"), expected);
}

/// One name is easily read as the other.
#[test]
fn wechat() {
    let expected = ["304 similar-codes: `DATA_FORMAT_ERROR` and `DATE_FORMAT_ERROR` differ in one letter"];
    assert_eq!(warnings("wechat"), expected);
}

/// Two params are accessed by other names, and some codes say nothing about how they differ.
#[test]
fn pyspark() {
    let expected = [
        "46 renamed-in-rust: the param `type` is `type_()` in Rust, since `type` is something else",
        "94 renamed-in-rust: the param `reason` is `reason_()` in Rust, since `reason` is something else",
        "421 similar-codes: `INVALID_OPERATION_UUID_ID` and `INVALID_SESSION_UUID_ID` differ only in their names",
        "660 similar-codes: `SESSION_MUTATION_IN_DECLARATIVE_PIPELINE.DROP_TEMP_VIEW` and \
         `SESSION_MUTATION_IN_DECLARATIVE_PIPELINE.DROP_GLOBAL_TEMP_VIEW` differ only in their names",
        "666 similar-codes: `SESSION_MUTATION_IN_DECLARATIVE_PIPELINE.CREATE_TEMP_VIEW`, \
         `SESSION_MUTATION_IN_DECLARATIVE_PIPELINE.CREATE_OR_REPLACE_TEMP_VIEW` and 2 more codes differ only in their \
         names",
        "674 similar-codes: `SESSION_MUTATION_IN_DECLARATIVE_PIPELINE`, \
         `SESSION_MUTATION_IN_DECLARATIVE_PIPELINE.REGISTER_UDF` and 2 more codes differ only in their names",
    ];
    assert_eq!(warnings("pyspark"), expected);
}
