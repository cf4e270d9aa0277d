//! Catalogues of any size for benchmarks, the same in each run and in each version: figures are compared over time.

mod words;

use std::collections::{BTreeSet, HashSet};

use fastrand::Rng;

use crate::catalogue::{Attribute, AttributeType, AttributeValue, Catalogue, Operation, Param};
use crate::code::{Code, Piece};
use words::{PARAMS, WORDS};

impl Catalogue {
    /// A catalogue with this many codes, with texts as long as in a real one.
    #[must_use]
    pub fn synthetic(codes: usize) -> Self {
        Dice::new().catalogue(codes)
    }

    /// The same, but one code in 20 also has an older name.
    #[must_use]
    pub fn synthetic_with_aliases(codes: usize) -> Self {
        let mut dice = Dice::new();
        let mut catalogue = dice.catalogue(codes);
        for code in catalogue.codes.iter_mut().step_by(CODES_PER_ALIAS) {
            code.aliases.push(dice.name());
        }
        catalogue
    }

    /// A later version of it, in which one code in ten has changed: its status, its message, its description, what a caller can do,
    /// or it is gone.
    #[must_use]
    pub fn synthetic_later(codes: usize) -> Self {
        let mut catalogue = Self::synthetic(codes);
        for (turn, code) in catalogue.codes.iter_mut().step_by(CODES_PER_CHANGE).enumerate() {
            match turn % KINDS_OF_CHANGES {
                0 => code.http_status = if code.http_status == 400 { 409 } else { 400 },
                1 => code.message.push(Piece::Text(" now".to_owned())),
                2 => code.description = None,
                3 => {
                    let is_never = code.attributes[0].1 == AttributeValue::Text("never".to_owned());
                    let other = if is_never { "backoff" } else { "never" };
                    code.attributes[0].1 = AttributeValue::Text(other.to_owned());
                }
                _ => {}
            }
        }
        let mut at = 0..;
        let is_gone =
            |at: usize| at % CODES_PER_CHANGE == 0 && at / CODES_PER_CHANGE % KINDS_OF_CHANGES == KINDS_OF_CHANGES - 1;
        catalogue.codes.retain(|_| !at.next().is_some_and(is_gone));
        catalogue
    }

    /// The same with this many operations of 15 codes: the first `common` codes of the catalogue, as a group, and others
    /// at random.
    #[must_use]
    pub fn with_operations(mut self, operations: usize, common: usize) -> Self {
        let mut rng = Rng::with_seed(SEED);
        let names: Vec<_> = self.codes.iter().map(|code| code.name.clone()).collect();
        let (common, others) = names.split_at(common);
        let mut others = others.to_vec();
        self.groups.extend((!common.is_empty()).then(|| ("common".to_owned(), common.to_vec())));
        let operation = |index| {
            rng.shuffle(&mut others);
            let own = others.iter().take(CODES_PER_OPERATION - common.len()).cloned();
            let errors = self.groups.iter().map(|(group, _)| group.clone()).chain(own).collect();
            Operation { name: format!("operation{index}"), description: None, errors, exhaustive: None }
        };
        self.operations = (0..operations).map(operation).collect();
        self.lints.push(("unused-code", "allow"));
        self
    }
}

impl Catalogue {
    /// A catalogue without codes, with the attribute that all benchmarks use.
    #[must_use]
    pub fn benchmark() -> Self {
        let retry = Attribute {
            name: "retry".to_owned(),
            description: Some("What the caller can do about the error.".to_owned()),
            kind: AttributeType::Words(RETRIES.iter().map(|&word| word.to_owned()).collect()),
            default: Some(AttributeValue::Text("never".to_owned())),
        };
        // One of its params is called `reason`.
        let lints = vec![("renamed-in-rust", "allow")];
        Self { name: "Benchmark".to_owned(), attributes: vec![retry], lints, ..Self::default() }
    }

    /// The catalogue, with the params in its messages declared as texts and sorted by name.
    #[must_use]
    pub fn with_params(mut self) -> Self {
        let names: BTreeSet<_> = self.codes.iter().flat_map(Code::shown_params).map(str::to_owned).collect();
        let param = |name| Param { name, kind: "string", description: None, sensitive: None };
        self.params = names.into_iter().map(param).collect();
        self
    }
}

const SEED: u64 = 38;
const CODES_PER_ALIAS: usize = 20;
const CODES_PER_CHANGE: usize = 10;
const KINDS_OF_CHANGES: usize = 5;
const CODES_PER_OPERATION: usize = 15;
const STATUSES: &[u16] = &[400, 400, 400, 401, 403, 404, 409, 410, 413, 415, 422, 429, 499, 500, 502, 503, 504];
const RETRIES: &[&str] = &["backoff", "after_fix", "after_action", "never"];

/// The lengths of the messages and descriptions in the catalogue of the Vidu API, in bytes.
#[rustfmt::skip]
const LENGTHS: &[(usize, usize)] = &[
    (11, 15), (38, 53), (27, 57), (42, 29), (22, 225), (22, 73), (40, 26), (20, 39), (17, 36), (20, 20), (25, 46),
    (17, 101), (14, 40), (26, 62), (29, 55), (22, 54), (42, 76), (12, 12), (9, 20), (14, 17), (18, 21), (9, 32),
    (17, 21), (14, 50), (17, 25), (20, 23), (26, 20), (24, 74), (7, 14), (19, 18), (22, 21), (20, 29), (20, 21),
    (20, 19), (16, 21), (19, 29), (12, 28), (18, 64),
];

/// Makes codes with distinct names and messages, since errcat would warn otherwise.
struct Dice {
    rng: Rng,
    names: HashSet<String>,
    messages: HashSet<String>,
}

impl Dice {
    fn new() -> Self {
        Self { rng: Rng::with_seed(SEED), names: HashSet::new(), messages: HashSet::new() }
    }

    fn catalogue(&mut self, codes: usize) -> Catalogue {
        Catalogue { codes: (0..codes).map(|_| self.code()).collect(), ..Catalogue::benchmark() }.with_params()
    }

    fn code(&mut self) -> Code {
        let (message, description) = self.pick(LENGTHS);
        let description = self.text(description);
        let (first, rest) = description.split_at(1);
        // The draws are made in the order of the fields.
        Code {
            name: self.name(),
            http_status: self.pick(STATUSES),
            message: self.message(message),
            description: Some(format!("{}{rest}.", first.to_ascii_uppercase())),
            attributes: vec![("retry".to_owned(), AttributeValue::Text(self.pick(RETRIES).to_owned()))],
            ..Code::default()
        }
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.rng.usize(..from.len())]
    }

    /// Two to four words in PascalCase.
    fn name(&mut self) -> String {
        loop {
            let mut name = String::new();
            for _ in 0..self.rng.usize(2..=4) {
                let (first, rest) = self.pick(WORDS).split_at(1);
                name += &first.to_ascii_uppercase();
                name += rest;
            }
            if self.names.insert(name.clone()) {
                return name;
            }
        }
    }

    /// Words with about this many bytes.
    fn text(&mut self, len: usize) -> String {
        let mut text = self.pick(WORDS).to_owned();
        while text.len() + 3 < len {
            text += " ";
            text += self.pick(WORDS);
        }
        text
    }

    /// A message; a quarter of them have one or two params.
    fn message(&mut self, len: usize) -> Vec<Piece> {
        let params = match self.rng.u8(..8) {
            0 => 2,
            1 => 1,
            _ => 0,
        };
        let text = loop {
            // A large catalogue eventually runs out of short texts.
            let longer = self.rng.usize(..8);
            let text = self.text(len + longer);
            if self.messages.insert(text.clone()) {
                break text;
            }
        };
        let mut message = vec![Piece::Text(text)];
        for index in 0..params {
            if index > 0 {
                message.push(Piece::Text(format!(" {}", self.pick(WORDS))));
            }
            let param = loop {
                let param = self.pick(PARAMS);
                if !message.iter().any(|piece| matches!(piece, Piece::Param { name, .. } if name == param)) {
                    break param;
                }
            };
            message.push(Piece::Text(": ".to_owned()));
            message.push(Piece::param(param));
        }
        message
    }
}
