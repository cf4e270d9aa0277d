//! Measuring in turns.

use std::time::{Duration, Instant};

use anyhow::Result;

use crate::observe::Observation;

/// How often to measure something.
#[derive(Clone, Copy)]
pub struct Effort {
    /// At most this many rounds.
    pub rounds: usize,
    /// No further round once they have taken this long.
    pub budget: Duration,
}

/// All observations of one contender.
pub struct Series(Vec<Observation>);

impl Series {
    /// The median of the wall times.
    pub fn wall(&self) -> Duration {
        median(self.0.iter().map(|observation| observation.wall)).unwrap_or_default()
    }

    /// The median of the peak memory, in bytes.
    pub fn peak(&self) -> Option<u64> {
        median(self.0.iter().filter_map(|observation| observation.peak))
    }
}

/// Observes subjects in turn, so that a temporary disturbance of the machine affects all of them.
pub fn in_turn<T, const N: usize>(
    effort: Effort,
    subjects: &[T; N],
    mut observe: impl FnMut(&T) -> Result<Observation>,
) -> Result<[Series; N]> {
    let start = Instant::now();
    let mut all = [const { Series(Vec::new()) }; N];
    for round in 0..effort.rounds.max(1) {
        if round > 0 && start.elapsed() > effort.budget {
            break;
        }
        for (subject, series) in subjects.iter().zip(&mut all) {
            series.0.push(observe(subject)?);
        }
    }
    Ok(all)
}

/// The middle one; of an even number, the upper of the two.
fn median<T: Ord>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut values: Vec<_> = values.collect();
    values.sort();
    let middle = values.len() / 2;
    (!values.is_empty()).then(|| values.swap_remove(middle))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_take_turns_and_the_median_counts() {
        let mut order = Vec::new();
        let effort = Effort { rounds: 3, budget: Duration::MAX };
        let [one, other] = in_turn(effort, &["one", "other"], |&subject| {
            order.push(subject);
            let wall = Duration::from_secs(if order.len() == 3 { 60 } else { 1 });
            Ok(Observation { wall, peak: None })
        })
        .expect("nothing fails");
        assert_eq!(order, ["one", "other", "one", "other", "one", "other"]);
        assert_eq!((one.wall(), other.wall(), one.peak()), (Duration::from_secs(1), Duration::from_secs(1), None));
    }
}
