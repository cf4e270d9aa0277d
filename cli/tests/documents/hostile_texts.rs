//! A catalogue whose texts are code and markup of every kind.

/// One for each code.
pub fn texts() -> Vec<String> {
    let texts = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</style><!-- --> ]]> -->",
        "a | b || c \\| d \\",
        "`code` ``more`` ` one",
        "${x} $y$ $$z$$ #{x} %{x} <%= x %>",
        "{{ and }} {% raw %} {{.fields}",
        "line\u{2028}paragraph\u{2029}next\u{85}line",
        "right \u{202e}to left\u{2066} isolate \u{200f}mark",
        "*a* **b** _c_ __d__ ~~e~~ snake_case _x",
        "[a](javascript:alert(1)) ![b](https://x.example/a.png) [c]: d",
        "# heading",
        "- item\n- item\n\n1. one\n\n> quote\n\n    code\n\n```\nfence\n```",
        "| a | b |\n|---|---|\n| c | d |",
        "=== \n---",
        "&lt; &amp;amp; &#60; &copy;",
        "https://x.example/a_b?c=d&e=f www.x.example a@b.example <https://x.example>",
        ":smile: a:b:c :+1: 12:30",
        "tab\there, bell\u{7}, escape\u{1b}[2J, delete\u{7f}",
        "  blanks at both ends  ",
        "\u{feff}mark, \u{200b}no space, e\u{301}, 🚀, 漢字",
        "@someone #12 !3 ~label 0123456789abcdef0123456789abcdef01234567",
    ];
    let mut texts: Vec<_> = texts.iter().map(ToString::to_string).collect();
    texts.push("W".repeat(10_000));
    texts
}

/// A text in YAML, with everything escaped that could be.
fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|char| {
        if char.is_ascii_alphanumeric() { char.to_string() } else { format!("\\U{:08X}", u32::from(char)) }
    });
    format!("\"{}\"", escaped.collect::<Vec<_>>().concat())
}

pub fn message(text: &str) -> String {
    text.replace("{{", "{{\"{{\"}}").trim_end().to_owned()
}

/// The texts as messages, descriptions, helps, attributes, notes, and descriptions of params.
pub fn catalogue() -> String {
    let texts = texts();
    let all = quoted(&texts.concat());
    let head = format!(
        "errcat: 1\ncatalogue: {{name: {all}, description: {all}}}\nlints: {{message-style: allow, unused-param: allow}}\n"
    );
    let texts = texts.iter().enumerate();
    let params = texts.clone().map(|(at, text)| format!("  p{at}: {{type: string, description: {}}}\n", quoted(text)));
    let codes = texts.map(|(at, text)| {
        let (message, text) = (quoted(&message(text)), quoted(text));
        format!(
            "  C{at}:\n    http_status: 400\n    message: {message}\n    params: [p{at}]\n    description: {text}\n    \
             help: {text}\n    docs_url: {text}\n    attributes: {{note: {text}}}\n    \
             deprecated: {{since: {text}, note: {text}}}\n"
        )
    });
    let (params, codes) = (params.collect::<Vec<_>>().concat(), codes.collect::<Vec<_>>().concat());
    format!("{head}attributes: {{note: string}}\nparams:\n{params}codes:\n{codes}")
}
