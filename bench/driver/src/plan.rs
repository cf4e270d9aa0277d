//! What to measure, and how often.

use std::time::Duration;

use crate::measure::Effort;

/// The sizes and repetitions of a run.
pub struct Plan {
    pub name: &'static str,
    /// Repetitions of measurements that take less than seconds, and of those that may take minutes.
    pub effort: Effort,
    /// The catalogue for builds with 10,000 codes in the targets.
    pub large: usize,
    /// The catalogue for programs with 1,000 codes in the targets.
    pub medium: usize,
    /// The largest catalogue for the generator: 100,000 codes in the targets.
    pub huge: usize,
    /// The catalogues of the growth table.
    pub growth: &'static [usize],
    /// Rounds of the cases at run time.
    pub rounds: usize,
    /// Whether to compile the peers that are not in the targets.
    pub has_other_peers: bool,
    /// Whether to compile the generator from scratch, twice a round.
    pub compiles_generator: bool,
    /// Whether to build errcat itself as users get it, which measuring it requires.
    pub optimises: bool,
}

impl Plan {
    /// All targets at full size.
    pub const FULL: Self = Self {
        name: "full",
        effort: Effort { rounds: 7, budget: Duration::from_secs(75) },
        large: 10_000,
        medium: 1_000,
        huge: 100_000,
        growth: &[1_000, 3_000, 10_000, 30_000, 100_000],
        rounds: 3_000,
        has_other_peers: true,
        compiles_generator: true,
        optimises: true,
    };
    /// With smaller catalogues than in the targets, so that it takes only minutes.
    pub const QUICK: Self = Self {
        name: "quick",
        effort: Effort { rounds: 3, budget: Duration::from_secs(8) },
        large: 1_000,
        medium: 1_000,
        huge: 10_000,
        growth: &[1_000, 3_000],
        rounds: 500,
        has_other_peers: false,
        ..Self::FULL
    };
    /// Checks that everything still runs; the figures mean nothing.
    pub const SMOKE: Self = Self {
        name: "smoke",
        effort: Effort { rounds: 1, budget: Duration::ZERO },
        large: 40,
        medium: 40,
        huge: 80,
        growth: &[40, 80],
        rounds: 1,
        has_other_peers: true,
        compiles_generator: false,
        optimises: false,
    };

    /// Why a figure for this many codes can't be compared with a target for another number.
    pub fn unlike(&self, codes: usize, meant: usize) -> Option<&'static str> {
        if codes != meant {
            Some("smaller than meant")
        } else if !self.optimises {
            Some("not optimised")
        } else {
            None
        }
    }

    /// Whether catalogues of 10,000 codes are compiled for the cases at run time.
    pub fn has_large_programs(&self) -> bool {
        self.large >= Self::FULL.large
    }
}
