//! The pieces of a message.

/// The texts before a message's placeholders, each with the index of the param after it; `rest` is the text after them.
///
/// The row lists the positions of placeholders, since searching for them would take longer than everything else:
/// `"{26+11=0{04+09=1"` is 26 bytes of text and an 11-byte placeholder for param 0, then 4 and 9 bytes for param 1. A
/// length has two digits: a text or placeholder longer than 99 bytes is split, and only its last part has the index. A
/// placeholder without an index is the literal `{{`, whose surrounding bytes are hidden in the same way.
pub(super) struct Pieces<'m> {
    /// The rest of the message; after the last placeholder, the text that follows it.
    pub(super) rest: &'m str,
    pub(super) places: &'m [u8],
}

impl<'m> Pieces<'m> {
    /// The pieces of a message with placeholders at these places; anything may follow the places.
    pub(super) const fn new(message: &'m str, places: &'m str) -> Self {
        Self { rest: message, places: places.as_bytes() }
    }
}

impl<'m> Iterator for Pieces<'m> {
    type Item = (&'m str, Option<usize>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let [b'{', text_tens, text_ones, _, tens, ones, _, index @ ..] = self.places else { return None };
        let (text, rest) = self.rest.split_at_checked(number(*text_tens, *text_ones))?;
        let (_, rest) = rest.split_at_checked(number(*tens, *ones))?;
        (self.rest, self.places) = (rest, index);
        let mut param = None;
        while let [digit @ b'0'..=b'9', after @ ..] = self.places {
            param = Some(10 * param.unwrap_or(0) + number(b'0', *digit));
            self.places = after;
        }
        Some((text, param))
    }
}

fn number(tens: u8, ones: u8) -> usize {
    usize::from(tens & 0xf) * 10 + usize::from(ones & 0xf)
}
