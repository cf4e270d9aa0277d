//! The document in JSON.

use super::{Document, Entry, Param, text, text_of};
use crate::yaml::Node;

/// What a draft has no place for, unless it is empty.
const LEFT_OUT: [&str; 5] = ["description", "docs_url", "attributes", "reserved", "operations"];

pub(super) fn read(root: &Node<'_>) -> Document {
    let elements = |member| root.get(member).map(Node::elements).unwrap_or_default();
    let params = elements("params").iter().map(|param| Param {
        span: param.span,
        name: text_of(param, "name"),
        kind: text_of(param, "type"),
        description: text_of(param, "description"),
    });
    let is_said = |node: &&Node<'_>| !text(node).is_empty() || !node.elements().is_empty();
    let left_out = LEFT_OUT.iter().filter_map(|member| Some((member, root.get(member).filter(is_said)?.span)));
    Document {
        name: Some(text_of(root, "name")).filter(|name| !name.is_empty()),
        entries: elements("codes").iter().map(entry).collect(),
        params: params.collect(),
        left_out: left_out.map(|(member, span)| (span, format!("`{member}` of the catalogue"))).collect(),
    }
}

fn entry(code: &Node<'_>) -> Entry {
    let of = |member| text_of(code, member);
    let names = |member| code.get(member).map(Node::elements).unwrap_or_default().iter().map(text);
    let members = |member| code.get(member).map(Node::entries).unwrap_or_default();
    let others = members("attributes").iter().map(|it| (text(&it.key), text(&it.value)));
    let others = others.chain([("grpc".to_owned(), of("grpc"))]);
    let others = others.chain(names("operations").map(|name| ("operation".to_owned(), name)));
    let deprecation = members("deprecated").iter().map(|it| (format!("deprecated.{}", text(&it.key)), text(&it.value)));
    Entry {
        span: code.span,
        name: of("name"),
        number: of("number"),
        status: of("http_status"),
        message: code.get("message").map(|message| text_of(message, "text")).unwrap_or_default(),
        description: of("description"),
        help: of("help"),
        params: names("params").collect(),
        aliases: names("aliases").collect(),
        page: of("docs_url"),
        is_deprecated: !members("deprecated").is_empty(),
        is_internal: of("internal") == "true",
        others: others.chain(deprecation).filter(|(_, text)| !text.is_empty()).collect(),
    }
}
