//! Placeholders of other languages become declared params, each of which is reported.

use crate::import;

#[test]
fn each_style_becomes_a_declared_param() {
    for (written, expected) in [
        ("no {{.x}} here", "no {{.x}} here"),
        ("no {x} here", "no {{.x}} here"),
        ("no {0} here", "no {{.arg_0}} here"),
        ("no %s here", "no {{.arg_1}} here"),
        ("no %(x)s here", "no {{.x}} here"),
        ("no :x here", "no {{.x}} here"),
        ("no $x here", "no {{.x}} here"),
        ("no <x> here", "no {{.x}} here"),
        ("no ${maxSize} here", "no {{.max_size}} here"),
        ("literal {{ braces", "literal {{\"{{\"}} braces"),
        ("100% of {x}", "100% of {{.x}}"),
        ("{{{x}}}", "{ {{.x}}}"),
    ] {
        let import = import("errors.tsv", format!("code\tmessage\nA1\t{written}\n"), &[]);
        import.assert_codes(&[("A1", 500, expected)]);
        let is_reported = import.findings.contains("warning[converted]") && import.findings.contains("errors.tsv:2:1");
        assert_eq!(is_reported, !written.contains("{{.x}}") && expected.contains("{{."), "{}", import.findings);
    }
}

#[test]
fn a_format_says_the_type() {
    let import = import("errors.csv", "code,message\nA1,%s of %d in %.1f s: %t\n", &[]);
    import.assert_codes(&[("A1", 500, "{{.arg_1}} of {{.arg_2}} in {{.arg_3}} s: {{.arg_4}}")]);
    let catalogue = import.catalogue();
    let types: Vec<_> = catalogue.params().iter().map(|param| param.kind.as_str()).collect();
    assert_eq!(types, ["string", "integer", "float", "boolean"]);
    assert!(
        import.yaml.contains("  arg_1: string # guessed: the source has no type\n  arg_2: integer\n"),
        "{}",
        import.yaml
    );
}

#[test]
fn one_name_with_two_types_is_two_params() {
    let import = import("errors.csv", "code,message\nA1,%d left\nB1,%f left\nC1,%d gone\n", &[]);
    import.assert_codes(&[
        ("A1", 500, "{{.arg_1}} left"),
        ("B1", 500, "{{.arg_1_float}} left"),
        ("C1", 500, "{{.arg_1}} gone"),
    ]);
}
