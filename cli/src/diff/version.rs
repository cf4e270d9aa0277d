//! Versions of packages, and Cargo's rules for what may change between two.

use std::fmt;
use std::str::FromStr;

use errcat::Bump;

/// A version: three numbers. Of a pre-release only that it is one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    numbers: [u64; 3],
    is_release: bool,
}

/// The version from before and the one to be released.
#[derive(Clone, Copy)]
pub struct Versions {
    pub old: Version,
    pub new: Version,
}

impl FromStr for Version {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const EXPECTED: &str =
            "a version has three numbers, such as 1.4.0, perhaps with `-` and the name of a pre-release";
        let text = text.split_once('+').map_or(text, |(version, _build)| version);
        let (numbers, pre) = text.split_once('-').map_or((text, None), |(numbers, pre)| (numbers, Some(pre)));
        let is_number =
            |part: &str| part == "0" || (!part.starts_with('0') && part.bytes().all(|b| b.is_ascii_digit()));
        let numbers: Option<Vec<u64>> =
            numbers.split('.').map(|part| part.parse().ok().filter(|_| is_number(part))).collect();
        let numbers =
            numbers.and_then(|numbers| numbers.try_into().ok()).filter(|_| pre != Some("")).ok_or(EXPECTED)?;
        Ok(Self { numbers, is_release: pre.is_none() })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.numbers;
        write!(f, "{major}.{minor}.{patch}")
    }
}

impl Versions {
    /// The greatest bump for which the step from the old version to the new one is enough; `None` if it is no step up.
    ///
    /// The first number that isn't 0 counts as the major one. A pre-release promises nothing.
    pub fn allowed(self) -> Option<Bump> {
        let (old, new) = (self.old, self.new);
        // Two pre-releases of one version are taken for a step: their names say which way.
        if new < old || (new == old && old.is_release) {
            return None;
        }
        if !old.is_release {
            return Some(Bump::Major);
        }
        let first_raised = old.numbers.iter().zip(new.numbers).position(|(old, new)| *old != new);
        let first_counting = old.numbers.iter().position(|number| *number != 0).unwrap_or(2);
        Some(match first_raised.map_or(2, |raised| raised).checked_sub(first_counting) {
            None | Some(0) => Bump::Major,
            Some(1) => Bump::Minor,
            Some(_) => Bump::Patch,
        })
    }
}

impl Version {
    /// The next version for which a bump is enough.
    pub fn next(self, bump: Bump) -> Self {
        let counting = self.numbers.iter().position(|number| *number != 0).unwrap_or(2);
        let raised = match bump {
            _ if !self.is_release => return Self { is_release: true, ..self },
            Bump::Major => counting,
            Bump::Minor => (counting + 1).min(2),
            Bump::Patch => 2,
        };
        let number = |(at, number): (usize, u64)| match at.cmp(&raised) {
            std::cmp::Ordering::Less => number,
            std::cmp::Ordering::Equal => number.saturating_add(1),
            std::cmp::Ordering::Greater => 0,
        };
        let mut numbers = self.numbers;
        for (at, place) in numbers.iter_mut().enumerate() {
            *place = number((at, *place));
        }
        Self { numbers, is_release: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_those_of_cargo() {
        let allowed = |old: &str, new: &str| {
            let [old, new] = [old, new].map(|text| text.parse().expect("a version"));
            Versions { old, new }.allowed()
        };
        for (old, new, expected) in [
            ("1.4.0", "2.0.0", Some(Bump::Major)),
            ("1.4.0", "1.5.0", Some(Bump::Minor)),
            ("1.4.0", "1.4.1", Some(Bump::Patch)),
            ("1.4.0", "1.4.0", None),
            ("1.4.0", "1.3.9", None),
            ("0.3.1", "1.0.0", Some(Bump::Major)),
            ("0.3.1", "0.4.0", Some(Bump::Major)),
            ("0.3.1", "0.3.2", Some(Bump::Minor)),
            ("0.0.1", "0.0.2", Some(Bump::Major)),
            ("0.0.0", "0.0.1", Some(Bump::Major)),
            ("1.0.0-rc.1", "1.0.0-rc.2", Some(Bump::Major)),
            ("1.0.0-rc.1", "1.0.0", Some(Bump::Major)),
            ("1.0.0", "1.0.0-rc.1", None),
            ("1.0.0", "1.1.0-rc.1+build.7", Some(Bump::Minor)),
        ] {
            assert_eq!(allowed(old, new), expected, "{old} to {new}");
        }
    }

    #[test]
    fn the_next_version_is_enough_and_the_least() {
        for (old, bump, expected) in [
            ("1.4.2", Bump::Major, "2.0.0"),
            ("1.4.2", Bump::Minor, "1.5.0"),
            ("1.4.2", Bump::Patch, "1.4.3"),
            ("0.3.1", Bump::Major, "0.4.0"),
            ("0.3.1", Bump::Minor, "0.3.2"),
            ("0.0.1", Bump::Minor, "0.0.2"),
            ("0.0.0", Bump::Major, "0.0.1"),
            ("2.0.0-rc.1", Bump::Major, "2.0.0"),
        ] {
            let old: Version = old.parse().expect("a version");
            let next = old.next(bump);
            assert_eq!(next.to_string(), expected);
            assert!(Versions { old, new: next }.allowed() >= Some(bump), "{old}");
        }
    }

    #[test]
    fn other_texts_are_no_versions() {
        for text in ["", "1", "1.2", "1.2.3.4", "v1.2.3", "1.2.x", "1.02.3", "1.2.3-", "+1.2.3", "1.2.+3"] {
            assert!(text.parse::<Version>().is_err(), "{text}");
        }
    }
}
