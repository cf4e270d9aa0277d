//! The TypeScript in the guide.

use std::fs;

use documents::NODE;
use end_to_end_tests::repository;
use serde_json::json;

use crate::{folder_with, module, run, tsc, write};

/// The blocks of code of a language in a text, without their indentation.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let opening = format!("```{language}");
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim_start() == opening {
            let indentation = line.len() - opening.len();
            let block = lines.by_ref().take_while(|line| line.trim_start() != "```");
            blocks.push(block.flat_map(|line| [line.get(indentation..).unwrap_or_default(), "\n"]).collect());
        }
    }
    blocks
}

/// What the blocks expect around them: a browser.
const BROWSER: &str = "declare function fetch(url: string, options: { method: string }): \
                       Promise<{ ok: boolean; status: number; text(): Promise<string> }>;\n\
                       declare const console: { log(text: string | undefined): void };\n";

#[test]
fn every_block_is_in_the_chapter_on_documents() {
    for entry in fs::read_dir(repository().join("docs")).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.extension().is_some_and(|extension| extension == "md") && !path.ends_with("documents.md") {
            let text = fs::read_to_string(&path).expect("it is a text");
            assert!(["ts", "typescript"].iter().all(|name| blocks(&text, name).is_empty()), "{}", path.display());
        }
    }
}

#[test]
fn the_blocks_of_the_chapter_on_documents_compile_and_do_what_they_say() {
    if !NODE.are_there("the TypeScript of the guide") {
        return;
    }
    let chapter = include_str!("../../../../docs/documents.md");
    let catalogue = &blocks(chapter, "yaml")[0];
    let [front_end, texts] = &blocks(chapter, "ts")[..] else { panic!("the chapter has two blocks") };
    let folder = folder_with(&module(catalogue));
    write(folder.path(), "browser.d.ts", BROWSER);
    write(folder.path(), "front_end.ts", front_end);
    write(folder.path(), "texts.ts", &format!("{texts}export {{ texts }};\n"));
    let options = ["browser.d.ts", "front_end.ts", "texts.ts", "--module", "ES2022", "--target", "ES2022"];
    tsc(folder.path(), &options).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let program = r#"
const printed = [];
globalThis.console = { log: (text) => printed.push(text) };
const answers = [
  { ok: false, status: 409, text: async () => '{"reason":"sold_out","message":"m","metadata":{"article":"umbrella"}}' },
  { ok: false, status: 503, text: async () => "upstream is down" },
  { ok: true, status: 200, text: async () => "{}" },
];
globalThis.fetch = async () => answers.shift();
for (const at of [1, 2, 3]) await import(`./front_end.js?${at}`);
process.stdout.write(JSON.stringify(printed));
"#;
    let printed = run(folder.path(), program);
    assert_eq!(printed, json!(["umbrella", "something went wrong"]));
    // The chapter says that a new code stops the compilation.
    write(
        folder.path(),
        "errors.ts",
        &module(&format!("{catalogue}  lost:\n    http_status: 410\n    message: lost\n")),
    );
    let mistakes = tsc(folder.path(), &options).expect_err("a new code has no text yet");
    assert!(mistakes.contains("TS1360") && mistakes.contains("texts.ts"), "{mistakes}");
}
