//! Where chance comes in: a row of numbers, drawn from a seed or given.

/// The draws of one case. The number 0 stands for the plainest choice everywhere, so a case becomes simpler by zeros.
pub struct Choices {
    seed: u64,
    given: Option<Vec<u64>>,
    drawn: Vec<u64>,
}

impl Choices {
    pub fn of_seed(seed: u64) -> Self {
        Self { seed, given: None, drawn: Vec::new() }
    }

    /// The draws themselves, with zeros behind them.
    pub fn of_draws(given: Vec<u64>) -> Self {
        Self { seed: 0, given: Some(given), drawn: Vec::new() }
    }

    /// What has been drawn.
    pub fn into_draws(self) -> Vec<u64> {
        self.drawn
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        let number = match &self.given {
            Some(given) => given.get(self.drawn.len()).copied().unwrap_or_default(),
            None => split_mix(&mut self.seed),
        };
        let number = number % end as u64;
        self.drawn.push(number);
        usize::try_from(number).expect("it is below a `usize`")
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) >= 100 - percent
    }

    pub fn pick<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }

    /// So many elements of a list, in any order.
    pub fn some<T: Clone>(&mut self, list: &[T], count: usize) -> Vec<T> {
        let mut list = list.to_vec();
        self.shuffle(&mut list);
        list.truncate(count);
        list
    }

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

/// Replaces draws by zeros and takes draws out, as long as the case still fails.
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
