//! Measured figures, targets, and their comparison.

use std::fmt;
use std::time::Duration;

/// A measured quantity.
#[derive(Clone, Copy)]
pub enum Figure {
    Time(Duration),
    /// For times too short for whole nanoseconds.
    Nanoseconds(f64),
    /// Memory or the size of a file.
    Bytes(u64),
}

impl Figure {
    #[allow(clippy::cast_precision_loss, reason = "no size is that large")]
    pub fn value(self) -> f64 {
        match self {
            Self::Time(time) => time.as_secs_f64(),
            Self::Nanoseconds(time) => time * 1e-9,
            Self::Bytes(bytes) => bytes as f64,
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.value();
        let (value, unit) = match self {
            Self::Nanoseconds(_) => (value * 1e9, "ns"),
            Self::Time(_) if value < 1.0 => (value * 1e3, "ms"),
            Self::Time(_) => (value, "s"),
            Self::Bytes(_) if value < 1024.0 => return write!(f, "{value} bytes"),
            Self::Bytes(_) if value < 1e6 => (value / 1024.0, "KiB"),
            Self::Bytes(_) if value < 1e9 => (value / 1e6, "MB"),
            Self::Bytes(_) => (value / 1e9, "GB"),
        };
        write!(f, "{value:.*} {unit}", decimals(value))
    }
}

/// With three significant digits.
fn decimals(value: f64) -> usize {
    match value {
        ..10.0 => 2,
        10.0..100.0 => 1,
        _ => 0,
    }
}

/// A number with commas between groups of three digits.
pub fn grouped(number: usize) -> String {
    match (number / 1000, number % 1000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{thousands},{rest:03}"),
    }
}

/// A target.
#[derive(Clone, Copy)]
pub enum Target {
    /// At most this part of the peer's.
    Ratio(f64),
    /// At most this.
    AtMost(Figure),
    /// Less than this.
    Below(Figure),
}

impl Target {
    pub fn holds(self, ours: Figure, peer: Option<Figure>) -> bool {
        match self {
            Self::Ratio(ratio) => peer.is_some_and(|peer| ours.value() <= ratio * peer.value()),
            Self::AtMost(most) => ours.value() <= most.value(),
            Self::Below(bound) => ours.value() < bound.value(),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // As a fraction 1/n, if n is a whole number.
            Self::Ratio(ratio) if *ratio < 0.5 => write!(f, "≤ 1/{:.0}", 1.0 / ratio),
            Self::Ratio(ratio) => write!(f, "≤ {ratio}"),
            Self::AtMost(most) => write!(f, "≤ {most}"),
            Self::Below(bound) => write!(f, "< {bound}"),
        }
    }
}

/// A line of the table of targets.
pub struct Row {
    pub what: String,
    pub target: Target,
    /// The name of the peer, for a target that is a ratio.
    pub peer: Option<&'static str>,
    pub outcome: Outcome,
}

/// The outcome of a row.
pub enum Outcome {
    Measured {
        ours: Figure,
        peer: Option<Figure>,
        /// Why the target can't be compared with it.
        unlike: Option<&'static str>,
    },
    /// Why it couldn't be measured.
    Unmeasured(String),
}

impl Row {
    /// Ours against a peer's; `None` if the system doesn't report it.
    pub fn ratio(
        what: impl Into<String>,
        target: f64,
        peer: &'static str,
        figures: Option<(Figure, Figure)>,
        unlike: Option<&'static str>,
    ) -> Self {
        let target = Target::Ratio(target);
        match figures {
            None => Self::unmeasured(what, target, Some(peer), UNREPORTED),
            Some((ours, theirs)) => {
                let outcome = Outcome::Measured { ours, peer: Some(theirs), unlike };
                Self { what: what.into(), target, peer: Some(peer), outcome }
            }
        }
    }

    /// Ours against a bound; `None` if the system doesn't report it.
    pub fn bound(what: impl Into<String>, target: Target, ours: Option<Figure>, unlike: Option<&'static str>) -> Self {
        match ours {
            None => Self::unmeasured(what, target, None, UNREPORTED),
            Some(ours) => {
                let outcome = Outcome::Measured { ours, peer: None, unlike };
                Self { what: what.into(), target, peer: None, outcome }
            }
        }
    }

    /// A row that was not measured, and why.
    pub fn unmeasured(
        what: impl Into<String>,
        target: Target,
        peer: Option<&'static str>,
        why: impl Into<String>,
    ) -> Self {
        Self { what: what.into(), target, peer, outcome: Outcome::Unmeasured(why.into()) }
    }
}

const UNREPORTED: &str = "this system doesn't report it";

#[cfg(test)]
mod tests {
    use super::*;

    const fn milliseconds(milliseconds: u64) -> Figure {
        Figure::Time(Duration::from_millis(milliseconds))
    }

    #[test]
    fn figures_are_formatted_as_usual() {
        let figures = [milliseconds(5), milliseconds(12_345), Figure::Nanoseconds(14.72), Figure::Bytes(16)];
        assert_eq!(figures.map(|figure| figure.to_string()), ["5.00 ms", "12.3 s", "14.7 ns", "16 bytes"]);
        let sizes = [20_480, 160_000_000, 3_100_000_000].map(|size| Figure::Bytes(size).to_string());
        assert_eq!(sizes, ["20.0 KiB", "160 MB", "3.10 GB"]);
        assert_eq!([38, 1_000, 100_038].map(grouped), ["38", "1,000", "100,038"]);
        let targets = [Target::Ratio(1.0 / 12.0), Target::Ratio(0.9), Target::Below(milliseconds(10))];
        assert_eq!(targets.map(|target| target.to_string()), ["≤ 1/12", "≤ 0.9", "< 10.0 ms"]);
    }

    #[test]
    fn targets_hold_up_to_their_bounds() {
        let holds = |target: Target, ours, peer| target.holds(milliseconds(ours), Some(milliseconds(peer)));
        assert!(holds(Target::Ratio(0.5), 50, 100) && !holds(Target::Ratio(0.5), 51, 100));
        assert!(holds(Target::AtMost(milliseconds(5)), 5, 0) && !holds(Target::Below(milliseconds(5)), 5, 0));
        assert!(!Target::Ratio(1.0).holds(milliseconds(1), None));
    }
}
