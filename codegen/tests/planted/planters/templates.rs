//! Template actions in messages.

use random_catalogues::{Choices, Mark, Node};

use super::{Planter, planter};
use crate::catalogue::Catalogue;

pub const ALL: &[Planter] = &[
    planter("unknown-param", "a placeholder for what is not declared", |it, choices| {
        let action = choices.pick(&["{{.zork}}", "{{ .zork }}", "{{.Zork_2}}", "{{  .漢字 }}"]);
        plant(it, action, choices)
    }),
    planter("unknown-param", "a misspelt placeholder", |it, choices| {
        let params = it.root.get("params")?.keys();
        let param = choices.pick(&params);
        let (_, code) = it.code_with("message", choices)?;
        let message = code.get("message")?;
        let (good, bad) = (format!(".{param}"), format!(".{}", super::misspelt(&param)));
        let text = message.text()?.to_owned();
        let at = text.find(&good)?;
        let start = text[..at].rfind("{{")?;
        let changed = text.replacen(&good, &bad, 1);
        let end = start + changed[start..].find("}}")? + 2;
        *message = Node { mark: Mark::Part(start..end), ..Node::from(changed) };
        Some(())
    }),
    planter("bad-template", "an action that is not in the format", |it, choices| {
        let action = choices.pick(&["{{if x}}", "{{.}}", "{{zork}}", "{{.a.b}}", "{{}}", "{{ range .x }}", "{{ 漢 }}"]);
        plant(it, action, choices)
    }),
    planter("bad-template", "an action that is not closed", |it, choices| {
        let (_, code) = it.code(choices)?;
        let text = code.get("message")?.text()?;
        let open = choices.pick(&[" {{", " {{.a", " {{zork tail", " {{ .zork }"]);
        let part = text.len() + 1..text.len() + 3;
        *code.get("message")? = Node { mark: Mark::Part(part), ..Node::from(format!("{text}{open}")) };
        Some(())
    }),
];

/// Inserts an action into a message: before it, after it or between two words.
fn plant(it: &mut Catalogue, action: &str, choices: &mut Choices) -> Option<()> {
    let message = it.code(choices)?.1.get("message")?;
    let text = message.text()?.to_owned();
    let is_inside = |at: usize| text[..at].matches("{{").count() != text[..at].matches("}}").count();
    let mut places = vec![0, text.len()];
    places.extend(text.match_indices(' ').map(|(at, _)| at).filter(|at| !is_inside(*at)));
    let at = choices.pick(&places);
    let text = format!("{}{action}{}", &text[..at], &text[at..]);
    *message = Node { mark: Mark::Part(at..at + action.len()), ..Node::from(text) };
    Some(())
}
