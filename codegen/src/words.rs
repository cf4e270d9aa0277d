//! Values that a catalogue writes as one of some words.

/// A value that is one of some words.
pub(crate) trait Words: Copy + PartialEq + 'static {
    /// The values by their words.
    const WORDS: &'static [(&'static str, Self)];

    /// The word for the value.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, known)| *known == self).map_or("", |(word, _)| word)
    }
}
