//! The source of randomness: a sequence of numbers, drawn from a seed or from bytes, or given.

/// The draws of one case. The number 0 is always the simplest choice, so zeros make a case simpler.
#[derive(Debug)]
pub struct Choices {
    source: Source,
    drawn: Vec<u64>,
}

#[derive(Debug)]
enum Source {
    Seed(u64),
    Bytes(std::vec::IntoIter<u8>),
    Draws(Vec<u64>),
}

impl Choices {
    /// The choices for a seed.
    #[must_use]
    pub fn of_seed(seed: u64) -> Self {
        Self::of(Source::Seed(seed))
    }

    /// The choices that a fuzzer makes, followed by zeros.
    #[must_use]
    pub fn of_bytes(bytes: Vec<u8>) -> Self {
        Self::of(Source::Bytes(bytes.into_iter()))
    }

    /// The given draws, followed by zeros.
    #[must_use]
    pub fn of_draws(draws: Vec<u64>) -> Self {
        Self::of(Source::Draws(draws))
    }

    fn of(source: Source) -> Self {
        Self { source, drawn: Vec::new() }
    }

    /// The draws so far.
    #[must_use]
    pub fn into_draws(self) -> Vec<u64> {
        self.drawn
    }

    /// A number below `end`.
    ///
    /// # Panics
    ///
    /// There is no such number.
    pub fn below(&mut self, end: usize) -> usize {
        let number = self.below_u64(end as u64);
        usize::try_from(number).expect("it is less than a `usize`")
    }

    fn below_u64(&mut self, end: u64) -> u64 {
        let number = match &mut self.source {
            Source::Seed(state) => split_mix(state),
            // As few bytes as possible, so that changing a byte changes one choice.
            Source::Bytes(bytes) => {
                let len = (u64::BITS - (end - 1).leading_zeros()).div_ceil(8);
                (0..len).fold(0, |number, _| number << 8 | u64::from(bytes.next().unwrap_or_default()))
            }
            Source::Draws(draws) => draws.get(self.drawn.len()).copied().unwrap_or_default(),
        };
        let number = number % end;
        self.drawn.push(number);
        number
    }

    /// Any number, with 0 as the simplest.
    pub fn bits(&mut self) -> u64 {
        self.below_u64(1 << 32) << 32 | self.below_u64(1 << 32)
    }

    /// True in this percentage of cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) >= 100 - percent
    }

    /// One element of a list.
    ///
    /// # Panics
    ///
    /// The list is empty.
    pub fn pick<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }

    /// This many elements of a list, in any order.
    pub fn some<T: Clone>(&mut self, list: &[T], count: usize) -> Vec<T> {
        let mut list = list.to_vec();
        self.shuffle(&mut list);
        list.truncate(count);
        list
    }

    /// A list in any order; the simplest is its own.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in 0..list.len() {
            let other = at + self.below(list.len() - at);
            list.swap(at, other);
        }
    }
}

/// The next number of the generator `SplitMix64`.
fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// Replaces draws with zeros and removes draws as long as the case still fails.
pub fn shrink(mut draws: Vec<u64>, fails: impl Fn(&[u64]) -> bool) -> Vec<u64> {
    let mut size = draws.len().next_power_of_two();
    while size > 0 {
        let mut at = 0;
        while at < draws.len() {
            let end = (at + size).min(draws.len());
            let mut zeros = draws.clone();
            zeros[at..end].fill(0);
            let mut shorter = draws.clone();
            shorter.drain(at..end);
            if fails(&shorter) {
                draws = shorter;
                continue;
            }
            if zeros != draws && fails(&zeros) {
                draws = zeros;
            }
            at = end;
        }
        size /= 2;
    }
    draws
}
