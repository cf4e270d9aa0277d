//! Front ends that compile, and some that must not.

use documents::NODE;
use serde_json::json;

use crate::{folder_with, module, run, tsc, write};

/// What a front end writes.
const FRONT_END: &str = r#"
import { errors, isErrorCode, parse, parseField, render } from "./errors.js";
import type { AnyError, ErrorCode, ParamsByCode } from "./errors.js";

export const texts = { SoldOut: "Ausverkauft", Busy: "Besetzt", Unknown: "Fehler" } as const satisfies Record<ErrorCode, string>;

export function advice(code: ErrorCode): string {
  switch (code) {
    case "SoldOut": return "another";
    case "Busy": return "wait";
    case "Unknown": return "call";
  }
}

export function left(error: AnyError): number | undefined {
  return error.code === "SoldOut" ? error.params.left : undefined;
}

export const status: 409 = errors.SoldOut.status;
export const message: string = render("SoldOut", { left: 2, articles: ["pear"] }) + render("Busy");
export const code: ErrorCode | undefined = isErrorCode("SoldOut") ? "SoldOut" : parseField("Busy")?.code;
export const metadata: string | undefined = parse(409, "{}").metadata["trace_id"];
export type Left = ParamsByCode["SoldOut"]["left"];
"#;

const SHOP: &str = "errcat: 1\ncatalogue: {name: Shop, http_status: 409, fallback: Unknown}\n\
                    params: {left: unsigned, articles: list}\ncodes:\n  \
                    SoldOut: {message: '{{.left}} of {{.articles}} left'}\n  Busy: {message: busy}\n  Unknown: {message: unknown}\n";

#[test]
fn a_new_code_stops_a_front_ends_compilation_and_so_does_a_wrong_param() {
    if !NODE.are_there("front ends with errors.ts") {
        return;
    }
    let folder = folder_with(&module(SHOP));
    let compile = |front_end: &str| {
        write(folder.path(), "front_end.ts", front_end);
        tsc(folder.path(), &["front_end.ts"])
    };
    compile(FRONT_END).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    for (before, after, mistake) in [
        ("left: 2, articles", "left: \"2\", articles", "TS2322"),
        ("left: 2, articles", "articles", "TS2345"),
        ("render(\"Busy\")", "render(\"Busier\")", "TS2345"),
        ("error.code === \"SoldOut\" ? ", "error.isKnown ? ", "TS2339"),
        ("{ left: 2, articles: [\"pear\"] }", "", "TS2554"),
        ("): number | undefined", "): number", "TS2322"),
        ("case \"Busy\"", "case \"Busier\"", "TS2678"),
        (", Busy: \"Besetzt\"", "", "TS1360"),
    ] {
        let front_end = FRONT_END.replace(before, after);
        assert_ne!(front_end, FRONT_END);
        let mistakes = compile(&front_end).expect_err(after);
        assert!(mistakes.contains(mistake), "{after}: {mistakes}");
    }
    write(folder.path(), "errors.ts", &module(&format!("{SHOP}  New: {{message: new}}\n")));
    let mistakes = compile(FRONT_END).expect_err("a new code is neither in the table nor in the switch");
    assert!(mistakes.contains("TS1360") && mistakes.contains("TS2366"), "{mistakes}");
}

#[test]
fn without_a_fallback_an_unknown_code_is_no_code() {
    if !NODE.are_there("errors.ts of a catalogue without a fallback") {
        return;
    }
    let folder = folder_with(&module(&SHOP.replace(", fallback: Unknown", "")));
    let front_end = r#"import { parse } from "./errors.js";
const error = parse(418, JSON.stringify({ reason: "New", message: "m", metadata: { a: 1 } }));
if (error.code !== undefined) throw error.code;
const isKnown: false = error.isKnown;
export const told = [error.reason, isKnown, error.status, error.message, error.metadata["a"]];
"#;
    write(folder.path(), "front_end.ts", front_end);
    tsc(folder.path(), &["front_end.ts"]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let program = "import { told } from './front_end.js';\nprocess.stdout.write(JSON.stringify(told));\n";
    assert_eq!(run(folder.path(), program), json!(["New", false, 418, "m", "1"]));
}
