//! The page in HTML. An entry is a `<details>` with the code's name as its id; what it says is found by ids, classes and
//! data attributes, on which the page's own search relies too.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::{Document, Entry, Param, escaped, name_in};
use crate::source::{FileId, Span};

pub(in crate::import::formats) fn read(text: &str, file: FileId) -> Document {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    // What is in a script or a style is no markup.
    emitter.naively_switch_states(true);
    let mut reader = Reader { file, ..Reader::default() };
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Token::StartTag(tag) => reader.open(&tag),
            Token::EndTag(tag) => reader.close(&String::from_utf8_lossy(&tag.name)),
            Token::String(string) => reader.add_text(&String::from_utf8_lossy(&string.value)),
            _ => {}
        }
    }
    let Reader { title, entries, params, .. } = reader;
    Document { name: name_in(&title), entries, params, ..Document::default() }
}

#[derive(Default)]
struct Reader {
    file: FileId,
    title: String,
    entries: Vec<Entry>,
    params: Vec<Param>,
    is_in_entry: bool,
    /// The element whose text is wanted, and how many elements are open in it.
    wanted: Option<(Wanted, usize)>,
    text: String,
    /// The text of the last `<dt>`.
    term: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Title,
    Status,
    Message,
    Description,
    Help,
    Number,
    Term,
    Tag,
    Alias,
    Other,
    ParamDescription,
}

/// Elements that have no end.
const VOID: &[&str] = &["br", "hr", "img", "input", "link", "meta", "wbr"];

impl Reader {
    fn open(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name);
        let attribute = |name: &str| tag.attributes.get(name.as_bytes()).map(|it| String::from_utf8_lossy(it));
        if let (Some(facet), "data") = (attribute("value"), &*name) {
            self.add_facet(&facet);
        }
        if let Some((wanted, depth)) = &mut self.wanted {
            if *wanted == Wanted::Message && name == "var" {
                self.text += "\0{{.";
            }
            *depth += usize::from(!VOID.contains(&&*name));
            return;
        }
        let id = attribute("id");
        if let (Some(id), "details") = (&id, &*name) {
            let span = Span::new(self.file, tag.span.start..tag.span.end);
            self.entries.push(Entry { span, name: id.to_string(), ..Entry::default() });
            self.is_in_entry = true;
        }
        let class = attribute("class").unwrap_or_default();
        self.wanted = self.wanted(&name, &class, id.is_some()).map(|wanted| (wanted, 0));
        self.text.clear();
        let Some(entry) = self.entries.last_mut().filter(|_| self.is_in_entry) else { return };
        if let Some(kind) = attribute("data-type") {
            let name = std::mem::take(&mut self.term);
            entry.params.push(name.clone());
            if !self.params.iter().any(|known| known.name == name) {
                self.params.push(Param { span: entry.span, name, kind: kind.into(), description: String::new() });
            }
        }
        if let (Some(page), Some(_)) = (attribute("href"), attribute("rel")) {
            entry.page = page.into();
        }
    }

    /// What the text of an element is, if it is wanted.
    fn wanted(&self, name: &str, class: &str, has_id: bool) -> Option<Wanted> {
        if !self.is_in_entry {
            return (name == "h1").then_some(Wanted::Title);
        }
        let entry = self.entries.last()?;
        let has_class = |wanted: &str| class.split(' ').any(|class| class == wanted);
        match name {
            "dt" => Some(Wanted::Term),
            "code" if has_id => Some(Wanted::Alias),
            "code" => Some(Wanted::Other),
            _ if has_class("message") => Some(Wanted::Message),
            _ if has_class("description") => Some(Wanted::Description),
            _ if has_class("help") => Some(Wanted::Help),
            _ if has_class("number") => Some(Wanted::Number),
            _ if has_class("tag") => Some(Wanted::Tag),
            // The first element behind the name.
            "span" if entry.status.is_empty() => Some(Wanted::Status),
            "span" if has_class("text") && !entry.params.is_empty() => Some(Wanted::ParamDescription),
            _ => None,
        }
    }

    /// A property and its value, `retry=after_fix`.
    fn add_facet(&mut self, facet: &str) {
        let Some(entry) = self.entries.last_mut().filter(|_| self.is_in_entry) else { return };
        match facet.split_once('=') {
            Some(("deprecated", _)) => entry.is_deprecated = true,
            None | Some(("status", _)) => {}
            Some((name, value)) => entry.others.push((name.trim_end_matches('_').to_owned(), value.to_owned())),
        }
    }

    fn add_text(&mut self, text: &str) {
        if self.wanted.is_some() {
            self.text += text;
        }
    }

    fn close(&mut self, name: &str) {
        match &mut self.wanted {
            Some((wanted, depth)) if *depth > 0 => {
                if *wanted == Wanted::Message && name == "var" {
                    self.text += "}}\0";
                }
                *depth -= 1;
            }
            Some((wanted, _)) => {
                let wanted = *wanted;
                self.wanted = None;
                self.add(wanted);
            }
            None if name == "details" => self.is_in_entry = false,
            None => {}
        }
    }

    fn add(&mut self, wanted: Wanted) {
        let text = std::mem::take(&mut self.text);
        match (wanted, self.entries.last_mut()) {
            (Wanted::Title, _) => self.title = text,
            (Wanted::Term, _) => self.term = text,
            (Wanted::ParamDescription, Some(entry)) => {
                let name = entry.params.last();
                if let Some(param) = self.params.iter_mut().find(|param| Some(&param.name) == name) {
                    param.description = text;
                }
            }
            (Wanted::Status, Some(entry)) => entry.status = text,
            (Wanted::Message, Some(entry)) => entry.message = template(&text),
            (Wanted::Description, Some(entry)) => entry.description = text,
            (Wanted::Help, Some(entry)) => entry.help = text,
            (Wanted::Number, Some(entry)) => entry.number = text,
            (Wanted::Alias, Some(entry)) => entry.aliases.push(text),
            (Wanted::Tag, Some(entry)) => entry.is_internal |= text == "internal",
            (Wanted::Other, Some(entry)) => entry.others.push((self.term.clone(), text)),
            (_, None) => {}
        }
    }
}

/// The template of a message whose placeholders are between zeros, which HTML can't have.
fn template(text: &str) -> String {
    let is_param = |at: usize| at % 2 == 1;
    let pieces = text.split('\0').enumerate();
    pieces.map(|(at, piece)| if is_param(at) { piece.to_owned() } else { escaped(piece) }).collect()
}
