//! The hash for looking a code up by its name, shared by the generator and the generated code.

const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
const SPREAD: u64 = 0xd6e8_feb8_6659_fd93;

/// The hash of a name: of all its bytes if `whole`, otherwise of its length and its first and last 8 bytes.
pub(super) fn name(name: &[u8], whole: bool) -> u64 {
    let mut state = MIX ^ name.len() as u64;
    if whole {
        let mut rest = name;
        while let Some((chunk, tail)) = rest.split_first_chunk() {
            state = fold(state ^ u64::from_le_bytes(*chunk), SPREAD);
            rest = tail;
        }
    }
    let (first, last) = ends(name);
    fold(state ^ first, last ^ SPREAD)
}

/// The first and the last 8 bytes, which overlap in a short name.
fn ends(name: &[u8]) -> (u64, u64) {
    if let (Some(first), Some(last)) = (name.first_chunk::<8>(), name.last_chunk::<8>()) {
        (u64::from_le_bytes(*first), u64::from_le_bytes(*last))
    } else if let (Some(first), Some(last)) = (name.first_chunk::<4>(), name.last_chunk::<4>()) {
        (u32::from_le_bytes(*first).into(), u32::from_le_bytes(*last).into())
    } else if let (Some(first), Some(last)) = (name.first(), name.last()) {
        ((u64::from(*first) << 8) | u64::from(name[name.len() / 2]), (*last).into())
    } else {
        (0, 0)
    }
}

#[allow(clippy::cast_possible_truncation, reason = "the two halves are combined")]
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    (product as u64) ^ ((product >> 64) as u64)
}

/// The part of a hash that is stored in the lookup table; never 0.
pub(super) fn tag(hash: u64) -> u8 {
    hash.to_le_bytes()[7] | 1
}
