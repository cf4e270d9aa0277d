//! Names and numbers on the wire: aliases, what is reserved, and what stands for another code than before.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Comparison, Found};
use crate::catalogue::{Catalogue, CodeId, Numbers};
use crate::diff::change::Part;
use crate::diff::rules::Breaks;
use crate::diff::table::RuleId;
use crate::diff::wire::sends_numbers;

impl Comparison<'_> {
    pub(super) fn compare_names(&mut self) {
        self.compare_aliases();
        self.report_reused_names();
        self.report_free_names();
        if [self.old, self.new].iter().all(|catalogue| catalogue.numbers == Numbers::Unique) {
            self.report_reused_numbers();
        }
        self.report_free_numbers();
    }

    fn compare_aliases(&mut self) {
        for (before, now) in self.pairs.both().collect::<Vec<_>>() {
            let (old, new) = self.codes_of((before, now));
            let about = |rule, message: String, alias: &str| {
                let found = Found::new(rule, message).about(Part::Code, &old.name).about(Part::Name, alias);
                found.of_codes(Some(before), Some(now))
            };
            // A code that is renamed gets or gives up an alias with that.
            let is_read = |alias: &String| self.clients[1].named(alias) == Some(now);
            let lost: Vec<_> = old.aliases.iter().filter(|alias| !is_read(alias)).collect();
            let was_read = |alias: &String| self.clients[0].named(alias) == Some(before);
            let added: Vec<_> = new.aliases.iter().filter(|alias| !was_read(alias)).collect();
            for alias in lost {
                let found = about(RuleId::AliasRemoved, format!("`{}` has no alias `{alias}`", new.name), alias);
                let found = found.before(&["codes", &old.name, "aliases", alias]).now(&["codes", &new.name]);
                self.report(found.breaking(Breaks::Wire));
            }
            for alias in added {
                let found = about(RuleId::AliasAdded, format!("`{}` has an alias `{alias}`", new.name), alias);
                self.report(found.now(&["codes", &new.name, "aliases", alias]));
            }
        }
    }

    /// The names of the new catalogue that the old one had for something else.
    fn report_reused_names(&mut self) {
        let reserved: HashSet<_> = self.old.reserved.iter().collect();
        let names = self.new.codes.iter().enumerate().flat_map(|(index, code)| {
            let aliases = code.aliases.iter().map(move |alias| (CodeId::new(index), alias));
            aliases.chain([(CodeId::new(index), &code.name)])
        });
        for (now, name) in names.collect::<Vec<_>>() {
            let before = self.clients[0].named(name);
            let code = &self.new[now];
            let message = match before {
                Some(before) if self.pairs.new_of(before) != Some(now) => {
                    let kind = if *name == self.old[before].name { "the name" } else { "an alias" };
                    format!("`{name}` stands for `{}`, before it was {kind} of `{}`", code.name, self.old[before].name)
                }
                None if reserved.contains(name) && *name == code.name => format!("the reserved name `{name}` is used"),
                None if reserved.contains(name) => {
                    format!("the reserved name `{name}` is an alias of `{}`", code.name)
                }
                _ => continue,
            };
            let found = Found::new(RuleId::NameReused, message).about(Part::Name, name).of_codes(before, Some(now));
            let path =
                if *name == code.name { vec!["codes", name] } else { vec!["codes", &code.name, "aliases", name] };
            let found = match before {
                Some(before) => found.before(&["codes", &self.old[before].name, "aliases", name]),
                None => found.before(&["reserved", name]),
            };
            self.report(found.now(&path).breaking(Breaks::Wire));
        }
    }

    /// The names that the old catalogue used or reserved and that nothing keeps from being used again.
    fn report_free_names(&mut self) {
        let reserved: HashSet<_> = self.new.reserved.iter().collect();
        let used = self.old.codes.iter().flat_map(|code| code.aliases.iter().chain([&code.name]));
        let reserved_numbers: HashSet<_> = self.old.reserved_numbers.iter().collect();
        let is_number = |name: &&String| name.parse::<i64>().is_ok_and(|number| reserved_numbers.contains(&number));
        let free: BTreeSet<_> = used
            .chain(self.old.reserved.iter().filter(|name| !is_number(name)))
            .filter(|name| self.clients[1].named(name).is_none() && !reserved.contains(name))
            .collect();
        for name in free {
            let message = format!("nothing keeps the name `{name}` from being used again; it belongs under `reserved`");
            let found = Found::new(RuleId::NameNotReserved, message).about(Part::Name, name);
            let found = match self.clients[0].named(name) {
                Some(code) => found.before(&["codes", &self.old[code].name, "aliases", name]),
                None => found.before(&["reserved", name]),
            };
            self.report(found);
        }
    }

    fn report_reused_numbers(&mut self) {
        let (old, reserved) = (numbers(self.old), self.old.reserved_numbers.iter().collect::<HashSet<_>>());
        let is_sent = [self.old, self.new].iter().any(|catalogue| sends_numbers(catalogue));
        for (index, code) in self.new.codes.iter().enumerate() {
            let (Some(number), now) = (code.number, CodeId::new(index)) else { continue };
            let before = old.get(&number).copied();
            let was = match before {
                Some(before) if self.pairs.new_of(before) != Some(now) => {
                    format!("of `{}`", self.old[before].name)
                }
                None if reserved.contains(&number) => "reserved".to_owned(),
                _ => continue,
            };
            let may_be_renamed = before.is_some_and(|before| self.pairs.new_of(before).is_none());
            let rest = if may_be_renamed && self.pairs.old_of(now).is_none() {
                "; if it is the same code, its old name belongs under `aliases`"
            } else {
                ""
            };
            let message = format!("the number {number} is that of `{}`, before it was {was}{rest}", code.name);
            let found = Found::new(RuleId::NumberReused, message).about(Part::Name, number.to_string());
            let found = match before {
                Some(before) => found.before(&["codes", &self.old[before].name, "number"]),
                None => found.before(&["reserved", &number.to_string()]),
            };
            let found = found.of_codes(before, Some(now)).now(&["codes", &code.name, "number"]);
            self.report(found.breaking(Breaks::Behaviour).breaking_if(is_sent, Breaks::Wire));
        }
    }

    fn report_free_numbers(&mut self) {
        // Without numbers, none can be used again.
        if self.new.codes.iter().all(|code| code.number.is_none()) {
            return;
        }
        let (old, new) = (numbers(self.old), numbers(self.new));
        let reserved: HashSet<_> = self.new.reserved_numbers.iter().collect();
        let used = old.keys().chain(&self.old.reserved_numbers);
        let free: BTreeSet<_> =
            used.filter(|number| !new.contains_key(number) && !reserved.contains(number)).copied().collect();
        for number in free {
            let message =
                format!("nothing keeps the number {number} from being used again; it belongs under `reserved`");
            let found = Found::new(RuleId::NumberNotReserved, message).about(Part::Name, number.to_string());
            self.report(match old.get(&number) {
                Some(&code) => found.before(&["codes", &self.old[code].name, "number"]),
                None => found.before(&["reserved", &number.to_string()]),
            });
        }
    }
}

fn numbers(catalogue: &Catalogue) -> HashMap<i64, CodeId> {
    let codes = catalogue.codes.iter().enumerate();
    codes.filter_map(|(index, code)| Some((code.number?, CodeId::new(index)))).collect()
}
