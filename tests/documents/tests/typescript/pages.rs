//! The TypeScript that a page shows for each code compiles, and recognises the body that the page shows beside it.

use std::collections::BTreeMap;
use std::fs;

use documents::{COMPILED, NODE};
use serde_json::json;

use crate::hostile_texts;
use crate::{document, folder_with, module, run, tsc, write};

/// A code as a page shows it.
struct Entry {
    name: String,
    body: String,
    typescript: String,
}

fn entries(page: &str) -> Vec<Entry> {
    let text = |rest: &str, tag: &str| {
        let (_, rest) = rest.split_once(tag).unwrap_or_else(|| panic!("there is no {tag} in {rest}"));
        let (text, _) = rest.split_once('<').expect("it ends");
        text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    };
    let entries = page.split("<details id=\"").skip(1).map(|rest| Entry {
        name: rest.split_once('"').expect("the id ends").0.to_owned(),
        body: text(rest, "<pre class=\"body\">"),
        typescript: text(rest, "<pre class=\"typescript\">"),
    });
    entries.collect()
}

/// A module with a function for each code, which says whether its snippet recognises a response.
fn recognisers(entries: &[Entry]) -> String {
    let recognisers = entries.iter().map(|Entry { typescript, .. }| {
        format!("  async (response) => {{\n{typescript} else {{ return error.code; }}\nreturn true; }},\n")
    });
    format!(
        "import {{ parse }} from \"./errors.js\";\n\
         interface Response {{ status: number; text(): Promise<string> }}\n\
         export const recognisers: ((response: Response) => Promise<unknown>)[] = [\n{}];\n",
        recognisers.collect::<String>()
    )
}

/// Prints what each recogniser says about the body that the page shows for its code.
const PROGRAM: &str = r#"
import { readFileSync } from "node:fs";
const found = {};
for (const [name, bodies] of Object.entries(JSON.parse(readFileSync("bodies.json", "utf8")))) {
  const { recognisers } = await import(`./${name}/recognisers.js`);
  const answers = bodies.map((body) => ({ status: 418, text: async () => body }));
  found[name] = await Promise.all(recognisers.map((recognise, at) => recognise(answers[at])));
}
process.stdout.write(JSON.stringify(found));
"#;

#[test]
fn the_typescript_for_each_code_recognises_the_body_beside_it() {
    if !NODE.are_there("the TypeScript of pages with tsc and node") {
        return;
    }
    let hostile = hostile_texts::catalogue();
    let own = [
        ("vidu", include_str!("../../../../errors.yaml")),
        ("awkward", include_str!("../../../awkward-names/errors.yaml")),
        ("hostile", &hostile),
    ];
    let catalogues: Vec<_> = COMPILED.iter().map(|compiled| (compiled.name, compiled.yaml)).chain(own).collect();
    let folder = folder_with(&module(catalogues[0].1));
    let pages: Vec<_> = catalogues.iter().map(|(_, yaml)| entries(&document(yaml, "html: page.html"))).collect();
    for ((name, yaml), entries) in catalogues.iter().zip(&pages) {
        fs::create_dir(folder.path().join(name)).expect("the disk is writable");
        write(folder.path(), &format!("{name}/errors.ts"), &module(yaml));
        write(folder.path(), &format!("{name}/recognisers.ts"), &recognisers(entries));
    }
    let files: Vec<_> = catalogues.iter().map(|(name, _)| format!("{name}/recognisers.ts")).collect();
    // Nobody uses the variables of a snippet yet.
    let options = files.iter().map(String::as_str).chain(["--noUnusedLocals", "false"]);
    tsc(folder.path(), &options.collect::<Vec<_>>()).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let bodies = catalogues
        .iter()
        .zip(&pages)
        .map(|((name, _), entries)| (*name, entries.iter().map(|entry| &entry.body).collect::<Vec<_>>()));
    write(folder.path(), "bodies.json", &json!(bodies.collect::<BTreeMap<_, _>>()).to_string());
    let found = run(folder.path(), PROGRAM);
    for ((name, _), entries) in catalogues.iter().zip(&pages) {
        for (at, entry) in entries.iter().enumerate() {
            assert_eq!(found[name][at], true, "{name}, {}: {}\n{}", entry.name, entry.body, entry.typescript);
        }
    }
    assert_eq!(found["vidu"].as_array().map(Vec::len), Some(38));
}
