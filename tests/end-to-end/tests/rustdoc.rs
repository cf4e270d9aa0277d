//! The documentation of a generated crate, as rustdoc shows it.

use std::fs;
use std::path::Path;

use end_to_end_tests::{cargo_command, succeed, write};
use tempfile::TempDir;

/// A text for each place that shows descriptions.
fn generate(folder: &Path, description: &str) {
    let manifest = "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
                    [lib]\npath = \"generated/lib.rs\"\n\n[workspace]\n";
    write(&folder.join("Cargo.toml"), manifest);
    let description = format!("{description:?}");
    let catalogue = format!(
        "errcat: 1\ncatalogue: {{name: Shop, description: {description}}}\noutputs: {{rust: {{path: generated}}}}\n\
         params: {{article: {{type: string, description: {description}}}}}\n\
         attributes: {{retry: {{values: [never, later], description: {description}}}}}\n\
         codes:\n  SoldOut:\n    http_status: 409\n    message: \"{{{{.article}}}} is sold out\"\n    \
         description: {description}\n    attributes: {{retry: later}}\n"
    );
    let path = folder.join("errors.yaml");
    write(&path, &catalogue);
    let catalogue = errcat::Catalogue::load(&path).unwrap_or_else(|error| panic!("{error}"));
    errcat::compare(&catalogue, &path).and_then(|outputs| outputs.update()).expect("the disk is writable");
}

/// The pages with descriptions, after rustdoc found nothing wrong with them and all examples ran.
struct Pages {
    index: String,
    error_code: String,
    retry: String,
    error: String,
}

impl Pages {
    fn new(description: &str) -> Self {
        let folder = TempDir::new().expect("a temporary folder can be created");
        let (path, target) = (folder.path(), folder.path().join("target"));
        generate(path, description);
        let run = |args: &[&str]| {
            let mut command = cargo_command(path, &target, args);
            command.env("RUSTDOCFLAGS", "-D warnings -D rustdoc::all");
            succeed(&command.output().expect("cargo starts"))
        };
        run(&["doc", "--quiet"]);
        let tests = run(&["test", "--doc"]);
        assert!(tests.contains("\nrunning 1 test\n"), "only the example on the crate's page is one: {tests}");
        let page = |name| fs::read_to_string(target.join("doc/shop").join(name)).expect("rustdoc wrote it");
        Self {
            index: page("index.html"),
            error_code: page("enum.ErrorCode.html"),
            retry: page("enum.Retry.html"),
            error: page("struct.Error.html"),
        }
    }

    /// How often each page has a text.
    fn counts(&self, text: &str) -> [usize; 4] {
        [&self.index, &self.error_code, &self.retry, &self.error].map(|page| page.matches(text).count())
    }
}

/// The catalogue's description and the attribute's; the code's and the attribute's; the attribute's; the code's, and the
/// param's twice.
const PLACES: [usize; 4] = [2, 2, 1, 3];

#[test]
fn descriptions_keep_their_lists_indented_lines_and_straight_quotes() {
    let description = "It's \"gone\" -- or...\n\n1. Look:\n   - in a shop\n   - in another\n2. Order:\n\n       \
                       order --now\n         'it'\nThen wait:\n  let i = \"it\";\n    let j = i;\n\n- Then leave.\n";
    let pages = Pages::new(description);
    for kept in [
        "It's \"gone\" -- or...</p>\n<ol>\n<li>\n<p>Look:</p>\n<ul>\n<li>in a shop</li>\n<li>in another</li>\n</ul>\n</li>\n<li>",
        "<p>Order:</p>\n<div class=\"example-wrap\"><pre class=\"language-text\"><code>order --now\n  &#39;it&#39;</code>",
        "</ol>\n<p>Then wait:</p>\n",
        "<pre class=\"language-text\"><code>let i = &quot;it&quot;;\n  let j = i;</code></pre></div>",
        "\n<ul>\n<li>Then leave.</li>\n</ul>\n",
    ] {
        assert_eq!(pages.counts(kept), PLACES, "{kept}\n{}", pages.error);
    }
}

#[test]
fn a_variant_is_shown_without_its_discriminant() {
    let pages = Pages::new("None left.");
    assert!(pages.error_code.contains("SoldOut"), "{}", pages.error_code);
    assert!(!pages.error_code.contains("SoldOut = "), "{}", pages.error_code);
}

#[test]
fn descriptions_are_neither_html_nor_links() {
    let description = "<script>alert(1)</script> &lt; <https://a.example> https://b.example/c_d [`Nope`] \
                       [e](https://e.example)\n# no heading\n[ref]: https://r.example\n~~~\n|a|\n|-|\n*/ `\n\nBye";
    let pages = Pages::new(description);
    let shown = "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; &lt;https://a.example&gt; https://b.example/c_d \
                 [`Nope`] [e](https://e.example)\n# no heading\n[ref]: https://r.example\n~~~\n|a|\n|-|\n*/ `</p>\n<p>Bye";
    assert_eq!(pages.counts(shown), PLACES, "{}", pages.retry);
    for never in ["<script>alert", "href=\"https://a.", "href=\"https://b.", "href=\"https://e.", "href=\"https://r."] {
        assert_eq!(pages.counts(never), [0; 4], "{never}");
    }
}

#[test]
fn code_in_descriptions_is_never_compiled() {
    let description = "Call\n    compile_error!(\"<b>indented</b>\");\n\n```rust\ncompile_error!(\"fenced\");\n````\n\
                       - ```\n  compile_error!(\"listed\");\n  ````x\n";
    let pages = Pages::new(description);
    for shown in [
        "<code>compile_error!(&quot;&lt;b&gt;indented&lt;/b&gt;&quot;);</code>",
        "<code>compile_error!(&quot;fenced&quot;);</code>",
        "<code>compile_error!(&quot;listed&quot;);\n````x</code>",
    ] {
        assert_eq!(pages.counts(shown), PLACES, "{shown}\n{}", pages.retry);
    }
    assert_eq!(pages.counts("<b>"), [0; 4]);
}
