//! The examples of bodies in documents are what the generated code sends.

use documents::COMPILED;
use errcat::Catalogue;

#[test]
fn an_example_is_the_body_that_the_generated_code_sends() {
    for compiled in COMPILED {
        let catalogue = Catalogue::parse("errors.yaml", compiled.yaml.as_bytes()).expect("it was compiled");
        let bodies = (compiled.bodies)();
        assert_eq!(bodies.len(), catalogue.codes().len(), "{}", compiled.name);
        for (name, body) in bodies {
            let code = catalogue.code(name).expect("the code is there");
            assert_eq!(errcat::render_example(&catalogue, code), body, "{}", compiled.name);
        }
    }
}

#[test]
fn the_bodies_have_everything_that_formats_treat_differently() {
    let all: Vec<_> = COMPILED.iter().flat_map(|compiled| (compiled.bodies)()).map(|(_, body)| body).collect();
    for part in [
        "[redacted]",
        "unknown error with <article>, [redacted]",
        r#""left":"3""#,
        r#""left":3"#,
        r#""errors":[{"pointer":"#,
        r#""status_":"#,
        r#"{"errors":[{"status":"#,
        r#""number":-9"#,
        r#""type":"https://shop.example/sold-out""#,
        r#""message":"try again later","metadata":{}"#,
        "one: is missing; two: is too long",
    ] {
        assert!(all.iter().any(|body| body.contains(part)), "{part}");
    }
}
