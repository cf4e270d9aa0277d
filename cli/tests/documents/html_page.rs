//! A page as an HTML parser reads it.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use crate::html_selector::Selector;

pub struct Page {
    document: Handle,
}

/// A code on the page.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    pub status: String,
    pub message: String,
    pub tags: Vec<String>,
    pub description: Option<String>,
    pub help: Option<String>,
    /// Each fact with what it is called.
    pub facts: Vec<(String, String)>,
    /// Each param with its type and meaning.
    pub params: Vec<[String; 3]>,
    pub aliases: Vec<String>,
    pub deprecation: Option<String>,
    pub note: Option<String>,
    pub blocks: Vec<String>,
}

impl Page {
    pub fn parse(html: &str) -> Self {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
        let errors = dom.errors.borrow();
        // Control characters and references to a carriage return are parse errors, and read back nevertheless.
        let is_about_text =
            |error: &str| ["Bad character", "Invalid numeric"].iter().any(|start| error.starts_with(start));
        let about_markup: Vec<_> = errors.iter().filter(|error| !is_about_text(error)).collect();
        assert!(about_markup.is_empty(), "{about_markup:?}");
        Self { document: dom.document.clone() }
    }

    pub fn text(&self, selector: &str) -> String {
        self.texts(selector).remove(0)
    }

    pub fn texts(&self, selector: &str) -> Vec<String> {
        texts(&self.document, selector)
    }

    pub fn elements(&self, selector: &str) -> Vec<Handle> {
        select(&self.document, selector)
    }

    /// The values of an attribute.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        self.elements(selector).iter().filter_map(|element| attribute(element, name)).collect()
    }

    pub fn entries(&self) -> Vec<Entry> {
        self.elements("main details").iter().map(Entry::read).collect()
    }
}

impl Entry {
    fn read(element: &Handle) -> Self {
        let own = |selector: &str| texts(element, selector).into_iter().next();
        let facts = texts(element, ".about > dl > dt").into_iter().zip(texts(element, ".about > dl > dd"));
        let params = texts(element, ".params dl > dt").into_iter().zip(select(element, ".params dl > dd"));
        let params = params.map(|(name, value)| {
            let part = |selector: &str| texts(&value, selector).into_iter().next().unwrap_or_default();
            [name, part("i"), part(".text")]
        });
        Self {
            name: attribute(element, "id").expect("an entry can be linked to"),
            status: texts(element, "summary > span").remove(0),
            message: own(".message").expect("an entry has a message"),
            tags: texts(element, ".tag"),
            description: own(".description"),
            help: own(".help"),
            facts: facts.collect(),
            params: params.collect(),
            aliases: texts(element, "code[id]"),
            deprecation: own(".warning"),
            note: own(".note"),
            blocks: texts(element, "pre"),
        }
    }

    pub fn fact(&self, name: &str) -> Option<&str> {
        self.facts.iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
    }
}

/// The elements below, in the order of the document.
fn select(root: &Handle, selector: &str) -> Vec<Handle> {
    let selector = Selector::parse(selector);
    let mut found = Vec::new();
    let mut left: Vec<_> = root.children.borrow().iter().rev().cloned().collect();
    while let Some(node) = left.pop() {
        left.extend(node.children.borrow().iter().rev().cloned());
        if selector.matches(&node) {
            found.push(node);
        }
    }
    found
}

pub fn attribute(element: &Handle, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &element.data else { return None };
    attrs.borrow().iter().find(|attr| &*attr.name.local == name).map(|attr| attr.value.to_string())
}

fn texts(root: &Handle, selector: &str) -> Vec<String> {
    select(root, selector).iter().map(text).collect()
}

/// The text of an element, with params as in a catalogue.
fn text(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        NodeData::Element { name, .. } => {
            let inner: String = node.children.borrow().iter().map(text).collect();
            if &*name.local == "var" { format!("{{{{.{inner}}}}}") } else { inner }
        }
        _ => String::new(),
    }
}
