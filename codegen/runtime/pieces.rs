//! The pieces of a message.

/// The texts before a message's placeholders, each with the index of the param behind it, and then the text after them.
///
/// The row says where placeholders are, for a search would take longer than all the rest: `"{26+11=0{04+09=1"` is 26
/// bytes of text and 11 of a placeholder for param 0, then 4 and 9 for param 1. A length has two digits: of a text or a
/// placeholder of more than 99 bytes there are several, and only the last has the index. Without any it is the literal
/// `{{`, shown by what hides the bytes around it in the template.
pub(super) struct Pieces<'m> {
    /// What is left of the message: the text after the last placeholder, in the end.
    pub(super) rest: &'m str,
    pub(super) places: &'m [u8],
}

impl<'m> Pieces<'m> {
    /// The pieces of a message with these places, after which anything else may come.
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
        while let [digit @ b'0'..=b'9', behind @ ..] = self.places {
            param = Some(10 * param.unwrap_or(0) + number(b'0', *digit));
            self.places = behind;
        }
        Some((text, param))
    }
}

fn number(tens: u8, ones: u8) -> usize {
    usize::from(tens & 0xf) * 10 + usize::from(ones & 0xf)
}
