//! Constants in Go, Java and TypeScript.

use crate::{Import, import};

/// The names with their numbers.
fn numbers(import: &Import) -> Vec<(String, Option<i64>)> {
    import.catalogue().codes().iter().map(|code| (code.name.clone(), code.number)).collect()
}

#[track_caller]
fn assert_numbers(import: &Import, expected: &[(&str, i64)]) {
    let numbers = numbers(import);
    let numbers: Vec<_> = numbers.iter().map(|(name, number)| (&**name, *number)).collect();
    let expected: Vec<_> = expected.iter().map(|(name, number)| (*name, Some(*number))).collect();
    assert_eq!(numbers, expected, "{}", import.findings);
}

#[test]
fn go_constants_with_iota_and_the_maps_of_their_messages_and_statuses() {
    let source = "package errs\n\n// Codes that clients see.\nconst (\n\t// CodeInvalid is for fields.\n\tCodeInvalid Code = iota + 10000 // see fields\n\
        \tCodeNotFound\n\t_\n\t// Deprecated: use CodeNotFound.\n\tCodeGone\n)\n\n\
        var messages = map[Code]string{\n\tCodeInvalid: \"invalid: %s\",\n\tCodeNotFound: `not\nfound`,\n\tCodeGone: \"go\" +\n\t\t\"ne\",\n}\n\n\
        var status = map[Code]int{CodeInvalid: http.StatusBadRequest, CodeNotFound: 404, CodeGone: http.StatusGone}\n";
    let import = import("errors.go", source, &[]);
    assert_eq!(import.status, 0, "{}", import.findings);
    assert_numbers(&import, &[("CodeInvalid", 10000), ("CodeNotFound", 10001), ("CodeGone", 10003)]);
    import.assert_codes(&[
        ("CodeInvalid", 400, "invalid: {{.arg_1}}"),
        ("CodeNotFound", 404, "not\nfound"),
        ("CodeGone", 410, "gone"),
    ]);
    let catalogue = import.catalogue();
    assert_eq!(catalogue.codes()[0].description.as_deref(), Some("CodeInvalid is for fields.\nsee fields"));
    assert!(catalogue.codes()[2].deprecated.is_some());
}

#[test]
fn go_errors_among_other_variables() {
    let source = "package db\nconst maxRetries = 3\nvar ErrLonely = errors.New(\"it's \\\"lonely\\\"\")\nvar (\n\tmu sync.Mutex\n\
        \t// ErrNoUser says that nobody has this name.\n\tErrNoUser = fmt.Errorf(\"no user %q\", name)\n\ta, b = 1, 2\n)\nfunc f() { var x = 1 }\n";
    let import = import("errors.go", source, &[]);
    import.assert_codes(&[("ErrLonely", 500, "it's \"lonely\""), ("ErrNoUser", 500, "no user {{.arg_1}}")]);
    import.assert_finds("this table is not about codes: its columns are \"(key)\", \"number\"\n --> errors.go:2:7");
    import.assert_finds(
        "`mu`, `a` are not read: the value is neither a text, a number nor an object of them\n --> errors.go:5:2",
    );
}

#[test]
fn go_shifts_conversions_and_cases() {
    let source = "const (\n\tA Err = Err(1) << iota\n\tB\n\tC\n)\nconst (\n\tX = -0x10\n\tY = iota*10 - 2\n)\n\
        func (e Err) Error() string {\n\tswitch e {\n\tcase A, B:\n\t\treturn \"first\"\n\tcase C:\n\t\treturn text()\n\t}\n\treturn \"\"\n}\n\
        func (e Err) Temporary() bool {\n\tswitch e {\n\tcase A:\n\t\treturn true\n\t}\n}\n";
    let import = import("errors.go", source, &["--table", "Err"]);
    assert_numbers(&import, &[("A", 1), ("B", 2), ("C", 4)]);
    import.assert_codes(&[("A", 500, "first"), ("B", 500, "first"), ("C", 500, "c")]);
    let others = crate::import("errors.go", source, &["--table", "#2"]);
    assert_numbers(&others, &[("X", -16), ("Y", 8)]);
}

#[test]
fn go_lists_of_structs() {
    let source = "var All = []Error{\n\t{Code: \"sold_out\", Msg: \"sold out\", HTTPStatus: 409}, // gone\n\t{Code: \"lost\", Msg: \"lost\", HTTPStatus: 500},\n}\n\
        var ErrOne = &Error{Code: \"one\", Msg: \"one\", HTTPStatus: http.StatusConflict}\n";
    let import = import("errors.go", source, &[]);
    import.assert_codes(&[("sold_out", 409, "sold out"), ("lost", 500, "lost"), ("one", 409, "one")]);
}

#[test]
fn a_java_enum_whose_constructor_names_its_columns() {
    let source = "package x;\n/** Codes. */\npublic enum ErrorCode implements Coded {\n    /** Nothing is there. */\n\
        \x20   NOT_FOUND(1001, \"not found: {0}\", HttpStatus.NOT_FOUND),\n    @Deprecated\n    GONE(1002, \"gone\", HttpStatus.GONE), // for good\n\
        \x20   LIMIT(1003, \"li\" + \"mit\", HttpStatus.TOO_MANY_REQUESTS) { @Override int x() { return 1; } };\n\n\
        \x20   private final int code;\n    ErrorCode(int code, String msg, HttpStatus status) { this.code = code; }\n}\n";
    let import = import("ErrorCode.java", source, &[]);
    assert_eq!(import.status, 0, "{}", import.findings);
    assert_numbers(&import, &[("NOT_FOUND", 1001), ("GONE", 1002), ("LIMIT", 1003)]);
    import.assert_codes(&[("NOT_FOUND", 404, "not found: {{.arg_0}}"), ("GONE", 410, "gone"), ("LIMIT", 429, "limit")]);
    let catalogue = import.catalogue();
    assert_eq!(catalogue.codes()[0].description.as_deref(), Some("Nothing is there."));
    assert_eq!(catalogue.codes()[1].description.as_deref(), Some("for good"));
    assert!(catalogue.codes()[1].deprecated.is_some());
}

#[test]
fn java_enums_without_arguments_or_without_a_constructor_in_sight() {
    let names = "enum ErrorCode { NOT_FOUND, GONE }";
    import("E.java", names, &[]).assert_codes(&[("NOT_FOUND", 500, "not found"), ("GONE", 500, "gone")]);
    let lombok =
        "@AllArgsConstructor enum E { GEN1(\"GEN-1\", \"it failed\", 500), GEN2(\"GEN-2\", \"not there\", 404); }";
    import("E.java", lombok, &[]).assert_codes(&[("GEN-1", 500, "it failed"), ("GEN-2", 404, "not there")]);
    let computed = import("E.java", "enum E { A1(404, \"a\"), B1(f(x) ? 1 : 2, \"b\"); }", &[]);
    assert_eq!(computed.status, 1);
    computed.assert_finds("error[not-imported]: `B1` is not read");
}

#[test]
fn java_fields_and_constants_of_an_interface() {
    let source = "public final class Consts {\n  /** no such user */\n  public static final int NO_USER = 40_001;\n\
        \x20 public static final int NO_ROOM = 40002; // no such room\n  public static final String VERSION = \"1.0\";\n  private int x = compute();\n}\n";
    let class = import("Consts.java", source, &[]);
    assert_numbers(&class, &[("NO_USER", 40001), ("NO_ROOM", 40002)]);
    class.assert_codes(&[("NO_USER", 500, "no such user"), ("NO_ROOM", 500, "no such room")]);
    let interface = import("Codes.java", "interface Codes { int A1 = 1; int B1 = 2; }", &[]);
    assert_numbers(&interface, &[("A1", 1), ("B1", 2)]);
}

#[test]
fn typescript_enums_and_the_maps_of_their_messages() {
    let source = "export enum ErrorCode {\n  /** Nothing is there. */\n  NotFound = 1001,\n  Gone, // for good\n}\n\
        const texts: Record<ErrorCode, string> = {\n  [ErrorCode.NotFound]: \"it is not there\",\n  [ErrorCode.Gone]: 'it is gone',\n};\n";
    let import = import("errors.ts", source, &[]);
    assert_numbers(&import, &[("NotFound", 1001), ("Gone", 1002)]);
    import.assert_codes(&[("NotFound", 500, "it is not there"), ("Gone", 500, "it is gone")]);
    assert_eq!(import.catalogue().codes()[1].description.as_deref(), Some("for good"));
}

#[test]
fn typescript_objects_whatever_freezes_them() {
    let source = "export const ERRORS = Object.freeze({\n  /** Nothing is left. */\n\
        \x20 SOLD_OUT: { code: \"E_SOLD_OUT\", message: `sold out: ${article}`, status: 409 },\n\
        \x20 CLOSED: { code: 'E_CLOSED', message: 'closed', status: HttpStatus.SERVICE_UNAVAILABLE },\n} as const);\n";
    let frozen = import("errors.ts", source, &[]);
    frozen.assert_codes(&[("E_SOLD_OUT", 409, "sold out: {{.article}}"), ("E_CLOSED", 503, "closed")]);
    let nested = "export const nested = { auth: { A1: { message: 'a' }, B1: { message: 'b' } }, other: { C1: { message: f(x) } } } as const;\n\
        export const ONE = { code: 'one', message: 'o' };\nexport const MAX = 3;\n";
    let nested = import("errors.ts", nested, &[]);
    nested.assert_codes(&[("A1", 500, "a"), ("B1", 500, "b"), ("one", 500, "o")]);
    nested.assert_finds("`C1` is read without a text that is not written here\n --> errors.ts:1:88");
    nested.assert_finds("this table is not about codes: its columns are \"(key)\", \"number\"\n --> errors.ts:3:14");
    let list = "export const errors = [{ code: 'a1', message: 'a' }, { code: 'b1', message: 'b' }];";
    import("errors.js", list, &[]).assert_codes(&[("a1", 500, "a"), ("b1", 500, "b")]);
}

#[test]
fn typescript_names_that_are_their_own_values() {
    let source = "export const ErrorCodes = {\n  NOT_FOUND: 'NOT_FOUND', // 404\n  GONE: 'GONE',\n} as const;\n";
    let object = import("codes.ts", source, &[]);
    object.assert_codes(&[("NOT_FOUND", 500, "404"), ("GONE", 500, "gone")]);
    let other = import("config.ts", "export const CONFIG = { HOST: 'a', PORT: 'b' };", &[]);
    assert_eq!((other.status, &*other.yaml), (1, ""));
    other.assert_finds("this table is not about codes");
}

#[test]
fn escapes_are_what_they_stand_for() {
    let source = "export enum E { A1 = 'caf\\u00e9 \\u{1f600} \\x \\\n\\'q\\' \\n b', }";
    import("errors.ts", source, &[]).assert_codes(&[("A1", 500, "café 😀 x 'q' \n b")]);
}
