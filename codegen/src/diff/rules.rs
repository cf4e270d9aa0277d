//! The kinds of changes, one record each; the records are in `table.rs`.

use std::fmt::Write;

/// A kind of change between two versions of a catalogue.
#[derive(Debug)]
pub struct ChangeRule {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) breaks: &'static [Breaks],
    pub(super) bump: Bump,
    pub(super) about: &'static str,
}

/// What a change breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Breaks {
    /// Rust that uses the generated code no longer compiles.
    RustApi,
    /// A server and a client no longer understand each other if one of them is from before the change.
    Wire,
    /// Everything compiles and is understood, and does something else: another status, another retry class.
    Behaviour,
    /// Texts for people.
    Text,
}

/// The release that a change needs, by semantic versioning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bump {
    /// Only texts differ.
    Patch,
    /// Something is added.
    Minor,
    /// Something that worked no longer does.
    Major,
}

/// The kinds of changes that [`diff`](super::diff) can find.
///
/// ```
/// let rule = errcat::change_rules().find(|rule| rule.id() == "status-changed").unwrap();
/// assert_eq!((rule.breaks(), rule.bump()), (&[errcat::Breaks::Behaviour][..], errcat::Bump::Major));
/// assert!(rule.explanation().starts_with("# status-changed\n"));
/// ```
pub fn change_rules() -> impl Iterator<Item = &'static ChangeRule> {
    super::table::RULES.iter()
}

impl ChangeRule {
    /// The stable kebab-case id.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// What happened, in a few words.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What a change of this kind can break. What a single one breaks depends on both catalogues.
    #[must_use]
    pub fn breaks(&self) -> &'static [Breaks] {
        self.breaks
    }

    /// The bump that every change of this kind needs at least.
    #[must_use]
    pub fn bump(&self) -> Bump {
        self.bump
    }

    /// What the change means, what it breaks and when, and what to do, in Markdown.
    #[must_use]
    pub fn explanation(&self) -> String {
        let mut text = format!("# {}\n\n", self.id);
        text += &wrapped(&format!("A change that `errcat diff` finds: {}.", self.name));
        let breaks: Vec<_> = self.breaks.iter().map(|breaks| breaks.as_str()).collect();
        let breaks = if breaks.is_empty() { "nothing".to_owned() } else { breaks.join(", ") };
        // Writing to a `String` can't fail.
        let _ = write!(text, "\n- Can break: {breaks}\n- Bump: at least {}\n\n", self.bump.as_str());
        text += &wrapped(self.about);
        text
    }
}

/// A text in lines that fit a terminal.
fn wrapped(text: &str) -> String {
    const WIDTH: usize = 80;
    let (mut lines, mut line) = (String::new(), String::new());
    for word in text.split_whitespace() {
        if !line.is_empty() && line.len() + 1 + word.len() > WIDTH {
            lines += &line;
            lines.push('\n');
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line += word;
    }
    lines + &line + "\n"
}

impl Breaks {
    /// All, the worst first.
    pub const ALL: &'static [Self] = &[Self::RustApi, Self::Wire, Self::Behaviour, Self::Text];

    /// `rust-api`, `wire`, `behaviour` or `text`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RustApi => "rust-api",
            Self::Wire => "wire",
            Self::Behaviour => "behaviour",
            Self::Text => "text",
        }
    }

    /// The bump that a change needs if it breaks this.
    #[must_use]
    pub const fn bump(self) -> Bump {
        match self {
            Self::RustApi | Self::Wire | Self::Behaviour => Bump::Major,
            Self::Text => Bump::Patch,
        }
    }
}

impl Bump {
    /// `patch`, `minor` or `major`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}
