//! Placeholders of other template languages, as `{{.name}}`.

use std::ops::Range;

use crate::catalogue::ParamType;
use crate::render::rust::ident;

/// A placeholder in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Placeholder {
    pub(super) range: Range<usize>,
    pub(super) shown: Shown,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// The value of a param, whose type the placeholder may say.
    Param { name: String, kind: Option<ParamType> },
    /// This text: `%` for `%%`.
    Text(&'static str),
}

/// The placeholders of a message, in order and without overlaps.
pub(super) fn placeholders(message: &str) -> Vec<Placeholder> {
    let mut found = Vec::new();
    let mut positions = 0;
    let mut at = 0;
    // In a text without any, `%%` is two signs.
    let has_percent = message.match_indices('%').any(|(at, _)| percent(&message[at..]).is_some());
    while at < message.len() {
        let rest = &message[at..];
        let before = message[..at].chars().next_back();
        if has_percent && rest.starts_with("%%") {
            found.push(Placeholder { range: at..at + 2, shown: Shown::Text("%") });
            at += 2;
            continue;
        }
        let Some(Match { len, name, kind }) = placeholder(rest, before) else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let name = match name {
            Name::Text(name) => param_name(name),
            Name::Position(position) => Some(format!("arg_{position}")),
            Name::Next => {
                positions += 1;
                Some(format!("arg_{positions}"))
            }
        };
        if let Some(name) = name {
            found.push(Placeholder { range: at..at + len, shown: Shown::Param { name, kind } });
        }
        at += len;
    }
    found
}

/// The name of a param for a name in another language; `None` if it has none in ASCII letters and digits.
pub(super) fn param_name(name: &str) -> Option<String> {
    let snake = ident::snake(name.trim_matches(|c: char| !c.is_ascii_alphanumeric()));
    let snake = if snake.starts_with(|c: char| c.is_ascii_digit()) { format!("arg_{snake}") } else { snake };
    ident::is_snake(&snake).then_some(snake)
}

struct Match<'m> {
    len: usize,
    name: Name<'m>,
    kind: Option<ParamType>,
}

enum Name<'m> {
    Text(&'m str),
    Position(&'m str),
    /// That of the next argument.
    Next,
}

/// The placeholder at the beginning of a text, after `before`.
fn placeholder(text: &str, before: Option<char>) -> Option<Match<'_>> {
    let is_in_word = before.is_some_and(char::is_alphanumeric);
    match text.chars().next()? {
        // `{{}}` is how some write `{}` itself.
        '{' => braces(text).filter(|it| before != Some('{') || !matches!(it.name, Name::Next)),
        '%' => percent(text),
        '$' | '#' if text[1..].starts_with('{') => braces(&text[1..]).map(|it| Match { len: it.len + 1, ..it }),
        '$' if !is_in_word => sigil(text),
        ':' if !is_in_word && before != Some(':') => sigil(text).filter(|it| !text[it.len..].starts_with(':')),
        '<' => angle(text),
        _ => None,
    }
}

/// `{{.x}}`, `{{ x }}`, `{x}`, `{0}`, `{}`, `{x:?}`, `{x!r}`.
fn braces(text: &str) -> Option<Match<'_>> {
    if let Some(inner) = text.strip_prefix("{{") {
        let (inner, _) = inner.split_once("}}")?;
        let name = inner.trim();
        let name = name.strip_prefix('.').unwrap_or(name);
        return is_name(name).then(|| Match { len: inner.len() + 4, name: Name::Text(name), kind: None });
    }
    let (inner, _) = text[1..].split_once('}')?;
    let (name, format) = inner.split_at(inner.find([':', '!', ',']).unwrap_or(inner.len()));
    if format.contains(|c: char| c.is_whitespace() || "([{".contains(c)) {
        return None;
    }
    let name = name.trim();
    let kind = format.strip_prefix(':').and_then(|format| type_of(format.chars().next_back()?));
    let len = inner.len() + 2;
    if name.is_empty() {
        return (inner.len() == format.len() && inner.len() <= 8 && !inner.contains(' ')).then_some(Match {
            len,
            name: Name::Next,
            kind,
        });
    }
    let name = if name.bytes().all(|byte| byte.is_ascii_digit()) { Name::Position(name) } else { Name::Text(name) };
    let is_valid = match name {
        Name::Text(name) => is_name(name) && format.len() <= 64,
        _ => inner.len() <= 64,
    };
    is_valid.then_some(Match { len, name, kind })
}

/// `%s`, `%1$s`, `%(x)d`, `%{x}`, `%.2f`.
fn percent(text: &str) -> Option<Match<'_>> {
    let rest = &text[1..];
    if let Some(inner) = rest.strip_prefix('{') {
        let (name, _) = inner.split_once('}')?;
        return is_name(name).then(|| Match { len: name.len() + 3, name: Name::Text(name), kind: None });
    }
    if let Some(inner) = rest.strip_prefix('(') {
        let (name, after) = inner.split_once(')')?;
        let kind = after.chars().next().filter(char::is_ascii_alphabetic)?;
        return is_name(name).then(|| Match { len: name.len() + 4, name: Name::Text(name), kind: type_of(kind) });
    }
    let digits = rest.find(|c: char| !c.is_ascii_digit())?;
    let (name, directive) = match rest[digits..].strip_prefix('$') {
        Some(directive) if digits > 0 => (Name::Position(&rest[..digits]), directive),
        _ => (Name::Next, rest),
    };
    let flags = directive.find(|c: char| !(c.is_ascii_digit() || "+-#.*lhz".contains(c)))?;
    let letter = directive[flags..].chars().next()?;
    let follows = directive[flags + letter.len_utf8()..].chars().next();
    // `5%discount` is no directive.
    let is_directive = "sdiufFgGexXvqtcp@T".contains(letter) && follows.is_none_or(|c| !c.is_ascii_alphanumeric());
    let len = text.len() - directive.len() + flags + letter.len_utf8();
    is_directive.then(|| Match { len, name, kind: type_of(letter) })
}

/// The type that a letter of a format stands for.
fn type_of(letter: char) -> Option<ParamType> {
    match letter {
        'd' | 'i' => Some(ParamType::Integer),
        'u' => Some(ParamType::Unsigned),
        'f' | 'F' | 'g' | 'G' | 'e' => Some(ParamType::Float),
        't' => Some(ParamType::Boolean),
        _ => None,
    }
}

/// `$x`, `:x`.
fn sigil(text: &str) -> Option<Match<'_>> {
    let rest = &text[1..];
    let len = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
    let is_valid = rest.starts_with(|c: char| c.is_ascii_lowercase() || c == '_') && len > 0;
    is_valid.then(|| Match { len: len + 1, name: Name::Text(&rest[..len]), kind: None })
}

/// `<x>`, unless it is a tag of HTML.
fn angle(text: &str) -> Option<Match<'_>> {
    let (name, _) = text[1..].split_once('>')?;
    (is_name(name) && !is_html(name)).then(|| Match { len: name.len() + 2, name: Name::Text(name), kind: None })
}

fn is_name(name: &str) -> bool {
    name.len() <= 64
        && name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c))
}

/// Whether HTML has an element of this name.
pub(super) fn is_html(name: &str) -> bool {
    const ELEMENTS: &str = " a abbr address article aside audio b bdi bdo blockquote body br button canvas caption center cite \
                            code col colgroup data dd del details dfn dialog div dl dt em embed fieldset figcaption figure font \
                            footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link \
                            main map mark menu meta meter nav noscript object ol optgroup option output p picture pre progress \
                            q s samp script section select slot small source span strong style sub summary sup svg table tbody \
                            td template textarea tfoot th thead time title tr track tt u ul var video wbr ";
    ELEMENTS.contains(&format!(" {} ", name.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The message with each placeholder as it will be written.
    fn converted(message: &str) -> String {
        let mut text = String::new();
        let mut end = 0;
        for Placeholder { range, shown } in placeholders(message) {
            text += &message[end..range.start];
            end = range.end;
            match shown {
                Shown::Param { name, kind } => {
                    let kind = kind.map(|kind| format!(" {}", kind.as_str())).unwrap_or_default();
                    text.extend(["[", &name, &kind, "]"]);
                }
                Shown::Text(shown) => text += shown,
            }
        }
        text + &message[end..]
    }

    #[test]
    fn placeholders_of_other_languages_are_params() {
        for (message, expected) in [
            ("{{.fields}} and {{ .B }}", "[fields] and [b]"),
            ("{{ mustache }}", "[mustache]"),
            ("{x} {maxSize:d} {x!r} {a.b}", "[x] [max_size integer] [x] [a_b]"),
            ("{0} of {1}", "[arg_0] of [arg_1]"),
            ("{} and {:?} and {}", "[arg_1] and [arg_2] and [arg_3]"),
            ("%s: %d items, %.2f%%, %5.1f", "[arg_1]: [arg_2 integer] items, [arg_3 float]%, [arg_4 float]"),
            ("%2$s before %1$s", "[arg_2] before [arg_1]"),
            ("%(name)s is %(count)d", "[name] is [count integer]"),
            ("%{count} too many", "[count] too many"),
            ("The :attribute must be :min", "The [attribute] must be [min]"),
            ("$name and ${other} and #{third}", "[name] and [other] and [third]"),
            ("cannot find <objectName> in <b>bold</b>", "cannot find [object_name] in <b>bold</b>"),
        ] {
            assert_eq!(converted(message), expected, "{message}");
        }
    }

    #[test]
    fn other_text_stays_as_it_is() {
        for message in [
            "ratio 1:4 at 10:30, see https://a.b/c",
            "costs $5 or 5% discount",
            "5%discount",
            "100%",
            "a < b > c",
            "{ }",
            "{\"a\": 1}",
            "::std",
            ":smile:",
            "{a b}",
            "{{",
            "{{}}",
            "é %",
            "50%% off",
            "<é>",
            "#5 {",
            "{x: f(x) for x in y}",
            "{1, 2, 3}",
        ] {
            assert_eq!(converted(message), message);
        }
    }
}
