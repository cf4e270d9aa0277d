//! Sources with random changes, in each format: what is imported has no mistakes, and is what an update leaves as it is.

use std::fs;

use errcat::{Catalogue, ImportOptions, SourceFormat, import, update};

use crate::support::{repository, rounds};

/// Numbers that look random, the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).expect("it is below a usize")
    }
}

/// Pieces that mean something in one of the formats.
const PIECES: &[&str] = &[
    "\n",
    "\r",
    "\"",
    "'",
    ",",
    "|",
    "\t",
    "<td>",
    "<tr>",
    "</table>",
    "<dl><dt>",
    "{{",
    "}}",
    "{{.x}}",
    "%s",
    "%d",
    "{0}",
    "{",
    "}",
    "[",
    "]",
    ":",
    "404",
    "-1",
    "99999999999999999999",
    "code",
    "message",
    "status",
    "number",
    "\u{feff}",
    "\u{202e}",
    "é",
    "日本",
    "\0",
    "# ",
    "&amp;",
    "//",
    "/*",
    "enum A {",
    "#[error(\"",
    "=>",
    ";",
    "null",
    "true",
    "- ",
    "    ",
    "(deprecated)",
    "type",
    "params",
    "~",
    "\\",
];

fn change(source: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(source.len() + 1);
    let end = (at + random.below(8)).min(source.len());
    match random.below(4) {
        0 => drop(source.drain(at..end)),
        1 => {
            let piece = PIECES[random.below(PIECES.len())].bytes();
            drop(source.splice(at..at, piece));
        }
        2 => {
            let copied = source[at..(at + random.below(60)).min(source.len())].to_vec();
            let to = random.below(source.len() + 1);
            drop(source.splice(to..to, copied));
        }
        _ => {
            let byte = u8::try_from(random.below(256)).expect("it is a byte");
            drop(source.splice(at..end, [byte]));
        }
    }
}

fn check(source: &[u8], options: &ImportOptions) {
    let shown = String::from_utf8_lossy(source);
    let imported = import("source", source, options);
    let findings = imported.findings.render(errcat::RenderOptions::default());
    let Some(text) = imported.catalogue else {
        assert!(!imported.findings.is_empty(), "nothing is imported, and nothing said:\n{shown}");
        return;
    };
    let catalogue = Catalogue::parse("errors.yaml", text.as_bytes());
    let catalogue = catalogue.unwrap_or_else(|mistakes| panic!("{mistakes}\n{text}\nfrom {options:?}\n{shown}"));
    assert_eq!(catalogue.codes().len(), imported.codes, "{findings}");
    let updated = update(("errors.yaml", text.as_bytes()), ("source", source), options);
    let updated = updated.unwrap_or_else(|error| panic!("{error}\n{text}\nfrom\n{shown}"));
    assert_eq!(updated.text, text, "from {options:?}\n{shown}");
}

#[test]
fn changed_sources_give_valid_catalogues_or_findings() {
    let seeds = fs::read_dir(repository().join("fuzz/seeds/import")).expect("there are seeds");
    let mut seeds: Vec<_> = seeds.map(|seed| seed.expect("it can be read").path()).collect();
    seeds.sort();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for round in 0..rounds(60) {
        for seed in &seeds {
            let seed = fs::read(seed).expect("it can be read");
            let (format, source) = seed.split_first().expect("the first byte is the format");
            let mut source = source.to_vec();
            for _ in 0..random.below(1 + round % 12) {
                change(&mut source, &mut random);
            }
            let mut options = ImportOptions::default();
            let known = SourceFormat::ALL.get(usize::from(format.wrapping_sub(b'0'))).map(|(_, format)| *format);
            options.format = if random.below(5) == 0 { None } else { known };
            check(&source, &options);
        }
    }
}
