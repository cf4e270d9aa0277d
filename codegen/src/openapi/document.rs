//! Finding one's way in a document: operations, their responses, and what a `$ref` refers to.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use crate::diagnostics::Sink;
use crate::rules::RuleId;
use crate::source::Span;
use crate::yaml::{Kind, Node};

const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// A `$ref` may refer to another one, and these to each other.
const MAX_REFERENCES: usize = 100;

pub(super) struct Document<'d> {
    root: &'d Node<'d>,
    /// What the references refer to that were followed before.
    targets: HashMap<&'d str, Option<&'d Node<'d>>>,
    /// The maps that references lead through, by their addresses.
    maps: HashMap<*const Node<'d>, HashMap<&'d str, &'d Node<'d>>>,
    /// The references that could not be followed, each reported once.
    reported: BTreeSet<Span>,
}

/// An operation of the description.
pub(super) struct Described<'d> {
    /// The `operationId`, or its method where it has none.
    pub(super) span: Span,
    pub(super) id: Option<&'d str>,
    /// Its method and path.
    pub(super) endpoint: String,
    pub(super) responses: Vec<Response<'d>>,
}

pub(super) struct Response<'d> {
    pub(super) span: Span,
    pub(super) statuses: Statuses,
    pub(super) node: &'d Node<'d>,
}

/// Which statuses a response is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Statuses {
    One(u16),
    /// All with this first digit that have no response of their own.
    Class(u16),
    Others,
}

impl Statuses {
    pub(super) fn contain(self, status: u16) -> bool {
        match self {
            Self::One(one) => one == status,
            Self::Class(digit) => digit == status / 100,
            Self::Others => true,
        }
    }

    fn read(key: &str) -> Option<Self> {
        let class = key.strip_suffix("XX").or_else(|| key.strip_suffix("xx"));
        match (class, key) {
            (Some(digit), _) => digit.parse().ok().map(Self::Class),
            (None, "default") => Some(Self::Others),
            (None, status) => status.parse().ok().map(Self::One),
        }
    }
}

impl<'d> Document<'d> {
    pub(super) fn new(root: &'d Node<'d>) -> Self {
        Self { root, targets: HashMap::new(), maps: HashMap::new(), reported: BTreeSet::new() }
    }

    /// The key `paths`, or the start.
    pub(super) fn paths_span(&self) -> Span {
        self.root.entry("paths").map_or(self.root.span, |paths| paths.key.span)
    }

    /// The operations, in the order of the document.
    pub(super) fn operations(&mut self, sink: &mut Sink) -> Vec<Described<'d>> {
        let root = self.root;
        let paths = root.get("paths").map(Node::entries).unwrap_or_default();
        let mut operations = Vec::new();
        for path in paths {
            let Some(item) = self.resolve(&path.value, sink) else { continue };
            for method in item.entries() {
                let Some(name) = method.key.text().filter(|name| METHODS.contains(&&***name)) else { continue };
                let shown = path.key.text().map_or("", |path| &**path);
                let id = method.value.entry("operationId");
                operations.push(Described {
                    span: id.map_or(method.key.span, |id| id.value.span),
                    id: id.and_then(|id| id.value.text()).map(|id| &**id),
                    endpoint: format!("{} {shown}", name.to_ascii_uppercase()),
                    responses: self.responses(&method.value, sink),
                });
            }
        }
        operations
    }

    fn responses(&mut self, operation: &'d Node<'d>, sink: &mut Sink) -> Vec<Response<'d>> {
        let responses = operation.get("responses").map(Node::entries).unwrap_or_default();
        let responses = responses.iter().filter_map(|response| {
            let statuses = Statuses::read(response.key.text()?)?;
            Some(Response { span: response.key.span, statuses, node: self.resolve(&response.value, sink)? })
        });
        responses.collect()
    }

    /// The node itself, or what its `$ref` refers to; `None` if that can't be found, which is reported.
    pub(super) fn resolve(&mut self, node: &'d Node<'d>, sink: &mut Sink) -> Option<&'d Node<'d>> {
        let mut resolved = node;
        for _ in 0..MAX_REFERENCES {
            let Some(reference) = resolved.get("$ref") else { return Some(resolved) };
            // A property can have this name.
            let Some(text) = reference.text() else { return Some(resolved) };
            let Some(target) = self.target(text) else {
                let what = if text.starts_with('#') {
                    "refers to nothing in this document"
                } else {
                    "is in another file, which is not read"
                };
                self.report(reference.span, format!("`{text}` {what}"), sink);
                return None;
            };
            resolved = target;
        }
        self.report(node.span, "references that lead to each other in a circle, or too many".to_owned(), sink);
        None
    }

    fn report(&mut self, span: Span, message: String, sink: &mut Sink) {
        if self.reported.insert(span) {
            sink.report(RuleId::OpenapiUnresolved, span, message);
        }
    }

    fn target(&mut self, reference: &'d str) -> Option<&'d Node<'d>> {
        if let Some(target) = self.targets.get(reference) {
            return *target;
        }
        let target = reference.strip_prefix('#').and_then(|pointer| self.follow(&decoded(pointer)));
        self.targets.insert(reference, target);
        target
    }

    /// Follows a JSON pointer.
    fn follow(&mut self, pointer: &str) -> Option<&'d Node<'d>> {
        let mut steps = pointer.split('/').map(|step| step.replace("~1", "/").replace("~0", "~"));
        if !steps.next()?.is_empty() {
            return None;
        }
        steps.try_fold(self.root, |node, step| match &node.kind {
            Kind::List(elements) => elements.get(step.parse::<usize>().ok()?),
            Kind::Map(entries) => {
                let members = self.maps.entry(std::ptr::from_ref(node)).or_insert_with(|| {
                    entries.iter().filter_map(|entry| Some((&**entry.key.text()?, &entry.value))).collect()
                });
                members.get(&*step).copied()
            }
            _ => None,
        })
    }
}

/// A fragment without the escapes of a URI.
fn decoded(fragment: &str) -> Cow<'_, str> {
    if !fragment.contains('%') {
        return Cow::Borrowed(fragment);
    }
    let (mut bytes, mut rest) = (Vec::new(), fragment.as_bytes());
    while let [first, after @ ..] = rest {
        let escaped = match (first, after) {
            (b'%', [a, b, ..]) => char::from(*a).to_digit(16).zip(char::from(*b).to_digit(16)),
            _ => None,
        };
        let byte = escaped.and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}
