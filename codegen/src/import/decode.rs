//! The encodings that programs save tables in.

use std::borrow::Cow;

/// The bytes as UTF-8: what starts with the mark of UTF-16 is converted.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, [u8]> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)),
        _ => Cow::Borrowed(bytes),
    }
}

/// The text in UTF-8. Half a pair, or half a unit at the end, becomes a byte that is not UTF-8, which is reported.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Vec<u8> {
    let (units, rest) = bytes.as_chunks();
    let mut utf8 = Vec::with_capacity(bytes.len());
    for char in char::decode_utf16(units.iter().map(|pair| unit(*pair))) {
        match char {
            Ok(char) => utf8.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes()),
            Err(_) => utf8.push(0xff),
        }
    }
    utf8.extend(rest.iter().map(|_| 0xff));
    utf8
}
