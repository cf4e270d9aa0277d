//! The report for people.

use std::fmt::Write;

use crate::figures::{Outcome, Row, grouped};
use crate::growth::{self, Growth};
use crate::machine::Machine;
use crate::plan::Plan;

/// All measurements.
pub struct Report {
    plan: &'static str,
    machine: Machine,
    pub rows: Vec<Row>,
    /// Cases at run time.
    pub run_time: Option<Table>,
    /// Ways to implement the same errors, for a catalogue with this many codes.
    pub peers: Option<(usize, Table)>,
    pub growth: Vec<Growth>,
    /// The sections that could not run.
    pub failures: Vec<String>,
}

/// A table in Markdown.
pub struct Table(Vec<Vec<String>>);

impl Table {
    pub fn new<const N: usize>(head: [&str; N]) -> Self {
        Self(vec![head.map(str::to_owned).to_vec(), vec!["---".to_owned(); N]])
    }

    pub fn push(&mut self, line: Vec<String>) {
        self.0.push(line);
    }

    fn markdown(&self) -> String {
        let lines = self.0.iter().map(|line| format!("| {} |\n", line.join(" | ")));
        lines.collect()
    }
}

impl Report {
    pub fn new(plan: &Plan, machine: Machine) -> Self {
        let plan = plan.name;
        Self { plan, machine, rows: Vec::new(), run_time: None, peers: None, growth: Vec::new(), failures: Vec::new() }
    }

    /// The report in Markdown.
    pub fn markdown(&self) -> String {
        let mut text = format!("{} (`{}` run)\n", self.machine, self.plan);
        if !self.rows.is_empty() {
            text += "\n### Targets\n\n";
            text += &targets(&self.rows).markdown();
        }
        if let Some(table) = &self.run_time {
            text += "\n### At run time\n\n";
            text += &table.markdown();
        }
        if let Some((codes, table)) = &self.peers {
            let _ =
                write!(text, "\n### Other ways to the same errors, {} codes\n\n{}", grouped(*codes), table.markdown());
        }
        if !self.growth.is_empty() {
            text += "\n### Growth\n\n";
            text += &growth::table(&self.growth).markdown();
        }
        if !self.failures.is_empty() {
            text += "\n### Could not run\n\n";
            for failure in &self.failures {
                let _ = writeln!(text, "- {failure}");
            }
        }
        text
    }
}

fn targets(rows: &[Row]) -> Table {
    let mut table = Table::new(["what", "errcat", "peer", "ratio", "target", "holds"]);
    for Row { what, target, peer, outcome } in rows {
        let peer_name = peer.unwrap_or_default();
        let line = match outcome {
            Outcome::Measured { ours, peer, unlike } => {
                let holds = match unlike {
                    Some(why) => format!("not judged: {why}"),
                    None if target.holds(*ours, *peer) => "yes".to_owned(),
                    None => "**missed**".to_owned(),
                };
                let ratio = peer.map(|peer| ratio(ours.value() / peer.value())).unwrap_or_default();
                let peer = peer.map(|peer| format!("{peer} ({peer_name})")).unwrap_or_default();
                vec![what.clone(), ours.to_string(), peer, ratio, target.to_string(), holds]
            }
            Outcome::Unmeasured(why) => {
                let holds = format!("not measured: {why}");
                vec![what.clone(), String::new(), peer_name.to_owned(), String::new(), target.to_string(), holds]
            }
        };
        table.push(line);
    }
    table
}

/// A ratio, in the form of the targets.
fn ratio(ratio: f64) -> String {
    if ratio < 0.5 { format!("1/{:.1}", 1.0 / ratio) } else { format!("{ratio:.2}") }
}
