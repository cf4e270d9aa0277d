//! The values of params, apart from any catalogue.

use std::fmt;

use random_catalogues::Choices;

/// A value of a param or of metadata.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Of the type `string`, or of metadata.
    String(String),
    /// Of the type `integer`.
    Integer(i64),
    /// Of the type `unsigned`.
    Unsigned(u64),
    /// Of the type `float`.
    Float(f64),
    /// Of the type `boolean`.
    Boolean(bool),
    /// Of the type `list`.
    List(Vec<String>),
    /// Of the type `violations`.
    Violations(Vec<(String, String)>),
}

/// As sent in metadata, though without escapes.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String(text) => f.write_str(text),
            Self::Integer(number) => number.fmt(f),
            Self::Unsigned(number) => number.fmt(f),
            Self::Float(number) => number.fmt(f),
            Self::Boolean(flag) => flag.fmt(f),
            Self::List(elements) => f.write_str(&elements.join(", ")),
            Self::Violations(violations) => {
                let parts: Vec<_> = violations.iter().map(|(field, reason)| format!("{field}: {reason}")).collect();
                f.write_str(&parts.join("; "))
            }
        }
    }
}

impl Value {
    /// Whether this is what a reader can take the other value for that was sent.
    #[must_use]
    pub fn is_reading_of(&self, sent: &Self) -> bool {
        let text = sent.to_string();
        match self {
            Self::Integer(number) => text.parse() == Ok(*number),
            Self::Unsigned(number) => text.parse() == Ok(*number),
            Self::Float(number) => text.parse::<f64>().is_ok_and(|sent| sent.total_cmp(number).is_eq()),
            Self::Boolean(flag) => text.parse() == Ok(*flag),
            Self::String(_) | Self::List(_) | Self::Violations(_) => {
                let own = plain(&self.to_string());
                own == plain(&text) || sent.is_json(&own)
            }
        }
    }

    /// Whether the text is the value's JSON, as what is no param is read from a problem.
    fn is_json(&self, text: &str) -> bool {
        match self {
            Self::List(elements) => text == plain(&serde_json::json!(elements).to_string()),
            Self::Float(number) => text.parse() == Ok(*number),
            Self::Violations(violations) => violations.is_empty() && text == "[]",
            _ => false,
        }
    }
}

fn plain(text: &str) -> String {
    text.replace('\\', "")
}

/// Random values, and a record of them.
pub struct Values<'c> {
    choices: &'c mut Choices,
    secrets: &'c [&'c str],
    /// All values so far, each with the name of its param.
    pub made: Vec<(String, Value)>,
}

const TEXTS: &[&str] =
    &["5", "10", "", " ", "MB", ": ", "; ", ", ", " and ", " of ", "alpha", "<limit>", "true", "a\\,b", "-1", "日本"];

impl<'c> Values<'c> {
    /// From these choices. Values of params with the names of secrets can be found in any text.
    #[must_use]
    pub fn new(choices: &'c mut Choices, secrets: &'c [&'c str]) -> Self {
        Self { choices, secrets, made: Vec::new() }
    }

    fn record(&mut self, name: &str, value: Value) {
        self.made.push((name.to_owned(), value));
    }

    fn is_secret(&self, name: &str) -> bool {
        self.secrets.contains(&name)
    }

    /// A number; one of 18 digits that no other param has, if it is secret.
    fn number(&mut self, name: &str) -> u64 {
        let secret =
            700_000_000_000_000_000 + self.choices.bits() % 1_000_000_000_000_000 * 100 + self.made.len() as u64;
        if self.is_secret(name) { secret } else { self.choices.pick(&[5, 0, 10, 700, secret]) }
    }

    /// A text for a param or for metadata.
    pub fn text(&mut self, name: &str) -> String {
        if self.is_secret(name) {
            return format!("secret-{}-{:x}", self.made.len(), self.choices.bits());
        }
        (0..=self.choices.below(3)).map(|_| self.choices.pick(TEXTS)).collect()
    }

    fn texts(&mut self, name: &str) -> Vec<String> {
        let count = if self.is_secret(name) { 1 } else { self.choices.below(4) };
        (0..count).map(|_| self.text(name)).collect()
    }

    pub(crate) fn string(&mut self, name: &str) -> String {
        let text = self.text(name);
        self.record(name, Value::String(text.clone()));
        text
    }

    pub(crate) fn integer(&mut self, name: &str) -> i64 {
        let number = -i64::try_from(self.number(name)).unwrap_or_default();
        self.record(name, Value::Integer(number));
        number
    }

    pub(crate) fn unsigned(&mut self, name: &str) -> u64 {
        let number = self.number(name);
        self.record(name, Value::Unsigned(number));
        number
    }

    pub(crate) fn float(&mut self, name: &str) -> f64 {
        // Such a number has the same digits in a message and in JSON.
        let number = f64::from(u32::try_from(self.number(name) % 1_000_000_007).unwrap_or_default()) + 0.5;
        self.record(name, Value::Float(number));
        number
    }

    pub(crate) fn boolean(&mut self, name: &str) -> bool {
        let flag = self.choices.chance(50);
        self.record(name, Value::Boolean(flag));
        flag
    }

    pub(crate) fn list(&mut self, name: &str) -> Vec<String> {
        let texts = self.texts(name);
        self.record(name, Value::List(texts.clone()));
        texts
    }

    pub(crate) fn violations(&mut self, name: &str) -> Vec<(String, String)> {
        let violations: Vec<_> = self.texts(name).into_iter().map(|field| (field, self.text(name))).collect();
        self.record(name, Value::Violations(violations.clone()));
        violations
    }
}
