//! The part of CSS selectors that the tests use.

use markup5ever_rcdom::{Handle, NodeData};

use crate::html_page::attribute;

/// Any of these.
pub struct Selector(Vec<Path>);

/// Elements, each inside the one before it, or directly inside it.
struct Path(Vec<(Relation, Element)>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Relation {
    Inside,
    DirectlyInside,
}

/// What an element must have: `name.class[attribute=value]`.
#[derive(Default)]
struct Element {
    name: Option<String>,
    class: Option<String>,
    attribute: Option<(String, Option<String>)>,
}

impl Selector {
    pub fn parse(text: &str) -> Self {
        Self(text.split(", ").map(Path::parse).collect())
    }

    pub fn matches(&self, node: &Handle) -> bool {
        self.0.iter().any(|path| matches(&path.0, node))
    }
}

impl Path {
    fn parse(text: &str) -> Self {
        let mut relation = Relation::Inside;
        let mut path = Vec::new();
        for word in text.split(' ') {
            if word == ">" {
                relation = Relation::DirectlyInside;
            } else {
                path.push((relation, Element::parse(word)));
                relation = Relation::Inside;
            }
        }
        Self(path)
    }
}

impl Element {
    fn parse(text: &str) -> Self {
        let (rest, attribute) = match text.strip_suffix(']').and_then(|text| text.split_once('[')) {
            Some((rest, attribute)) => match attribute.split_once('=') {
                Some((name, value)) => (rest, Some((name.to_owned(), Some(value.to_owned())))),
                None => (rest, Some((attribute.to_owned(), None))),
            },
            None => (text, None),
        };
        let (name, class) = rest.split_once('.').map_or((rest, None), |(name, class)| (name, Some(class.to_owned())));
        Self { name: (!name.is_empty()).then(|| name.to_owned()), class, attribute }
    }

    fn is(&self, node: &Handle) -> bool {
        let NodeData::Element { name, .. } = &node.data else { return false };
        let has = |wanted: &(String, Option<String>)| {
            let value = attribute(node, &wanted.0);
            value.is_some() && (wanted.1.is_none() || value == wanted.1)
        };
        let classes = attribute(node, "class").unwrap_or_default();
        self.name.as_deref().is_none_or(|wanted| *wanted == *name.local)
            && self.class.as_deref().is_none_or(|wanted| classes.split(' ').any(|class| class == wanted))
            && self.attribute.as_ref().is_none_or(has)
    }
}

fn matches(path: &[(Relation, Element)], node: &Handle) -> bool {
    let Some(((relation, element), rest)) = path.split_last() else { return true };
    let parents = || std::iter::successors(parent(node), parent);
    element.is(node)
        && match relation {
            _ if rest.is_empty() => true,
            Relation::DirectlyInside => parent(node).is_some_and(|parent| matches(rest, &parent)),
            Relation::Inside => parents().any(|parent| matches(rest, &parent)),
        }
}

fn parent(node: &Handle) -> Option<Handle> {
    let weak = node.parent.take();
    let parent = weak.as_ref().and_then(std::rc::Weak::upgrade);
    node.parent.set(weak);
    parent
}
