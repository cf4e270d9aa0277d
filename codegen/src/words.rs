//! Types whose values a catalogue writes as words.

/// A type whose values a catalogue writes as words.
pub(crate) trait Words: Copy + PartialEq + 'static {
    /// Each word with its value.
    const WORDS: &'static [(&'static str, Self)];

    /// Words that people guess, in lower case, each with what they mean here. A catalogue can't use them.
    const GUESSES: &'static [(&'static str, Self)] = &[];

    /// The word for the value.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, known)| *known == self).map_or("", |(word, _)| word)
    }
}
