//! Just enough of protobuf to pass on what nobody here knows, and to read the details that Connect sends.

/// A field that contains a text, bytes or a message.
pub(super) struct Field<'a> {
    pub(super) number: u64,
    /// The field as it is encoded.
    pub(super) whole: &'a [u8],
    pub(super) content: &'a [u8],
}

/// The fields of a message that contain texts, bytes or messages, up to one that can't be read.
pub(super) struct Fields<'a>(pub(super) &'a [u8]);

impl<'a> Iterator for Fields<'a> {
    type Item = Field<'a>;

    fn next(&mut self) -> Option<Field<'a>> {
        loop {
            let start = self.0;
            let key = self.varint()?;
            let content: &[u8] = match key & 7 {
                0 => {
                    let _: u64 = self.varint()?;
                    continue;
                }
                1 => self.take(8)?,
                2 => {
                    let len = self.varint()?;
                    self.take(::core::convert::TryFrom::try_from(len).ok()?)?
                }
                5 => self.take(4)?,
                _ => return None,
            };
            if key & 7 == 2 {
                let whole = start.get(..start.len() - self.0.len())?;
                return Some(Field { number: key >> 3, whole, content });
            }
        }
    }
}

impl<'a> Fields<'a> {
    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(taken)
    }

    fn varint(&mut self) -> Option<u64> {
        let mut value: u64 = 0;
        let shifts: [u32; 10] = [0, 7, 14, 21, 28, 35, 42, 49, 56, 63];
        for shift in &shifts {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }
}
