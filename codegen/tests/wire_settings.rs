//! What a catalogue says about the wire: in the model, and as the settings of the generated code.

use errcat::{Catalogue, PathStep, Wire, render_crate};

/// A catalogue with these lines under `catalogue`, and codes with numbers.
fn catalogue(settings: &str) -> Catalogue {
    let codes = ["Unknown", "Unavailable", "TooManyRequests"].into_iter().enumerate();
    let codes = codes.map(|(at, name)| format!("  {name}: {{http_status: 500, message: m{at}, number: {at}}}\n"));
    let head = "errcat: 1\noutputs: {rust: {features: [http]}}\n";
    let text = format!("{head}catalogue:\n  name: Shop API\n{settings}codes:\n{}", codes.collect::<String>());
    Catalogue::parse("errors.yaml", text.as_bytes()).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

/// The value of a constant in the generated settings, on one line.
fn constant(catalogue: &Catalogue, name: &str) -> String {
    let files = render_crate(catalogue);
    let (_, text) = files.iter().find(|(file, _)| file == "wire_settings.rs").expect("there are features");
    let start = text.find(&format!(" const {name}: ")).expect("the constant is there");
    let value = text[start..].split_once(" = ").expect("it has a value").1;
    let value = value.split_once(";\n").expect("it ends").0;
    value.split_whitespace().collect::<Vec<_>>().join(" ").replace(", }", " }").replace(",)", ")")
}

#[test]
fn the_domain_is_the_name_unless_the_catalogue_has_one() {
    for (settings, domain) in
        [("", "Shop API"), ("  domain: \"\"\n", "Shop API"), ("  domain: shop.example\n", "shop.example")]
    {
        let catalogue = catalogue(settings);
        assert_eq!(catalogue.domain(), domain);
        assert_eq!(constant(&catalogue, "DOMAIN"), format!("{domain:?}"));
    }
}

#[test]
fn an_exact_status_comes_before_its_class_wherever_it_is_written() {
    let catalogue =
        catalogue("  fallback: {5xx: Unavailable, 503: Unknown, else: Unknown, 4xx: Unknown, 429: TooManyRequests}\n");
    let name = |code: errcat::CodeId| &*catalogue[code].name;
    assert_eq!(catalogue.fallback().map(name), Some("Unknown"));
    let fallbacks = catalogue.fallbacks().iter().map(|fallback| (fallback.statuses.clone(), name(fallback.code)));
    let expected =
        [(429..=429, "TooManyRequests"), (503..=503, "Unknown"), (400..=499, "Unknown"), (500..=599, "Unavailable")];
    assert_eq!(fallbacks.collect::<Vec<_>>(), expected);
    assert_eq!(constant(&catalogue, "FALLBACK"), "Some(ErrorCode::Unknown)");
    let expected = "&[ (429, 429, ErrorCode::TooManyRequests), (503, 503, ErrorCode::Unknown), \
                    (400, 499, ErrorCode::Unknown), (500, 599, ErrorCode::Unavailable), ]";
    assert_eq!(constant(&catalogue, "FALLBACKS"), expected);
}

#[test]
fn one_fallback_is_for_every_status() {
    for settings in
        ["  fallback: Unavailable\n", "  fallback: {else: Unavailable}\n", "  fallback: {else: Unavailable, 429: }\n"]
    {
        let catalogue = catalogue(settings);
        assert_eq!(catalogue.fallback().map(|code| &*catalogue[code].name), Some("Unavailable"));
        assert_eq!(constant(&catalogue, "FALLBACK"), "Some(ErrorCode::Unavailable)");
        assert_eq!(constant(&catalogue, "FALLBACKS"), "&[]");
    }
    assert_eq!(constant(&catalogue(""), "FALLBACK"), "None");
}

#[test]
fn an_envelope_names_its_members() {
    let settings = "  wire: {at: \"errors[0].error\", code: type, message: message, params: details, status: status}\n";
    let catalogue = catalogue(settings);
    let Wire::Envelope(envelope) = catalogue.wire() else { panic!("{:?}", catalogue.wire()) };
    let member = |name: &str| PathStep::Member(name.to_owned());
    assert_eq!(envelope.at, [member("errors"), PathStep::First, member("error")]);
    assert_eq!((envelope.code.as_deref(), &envelope.number), (Some("type"), &None));
    let expected = "Some(Envelope { at: &[\"errors\", \"0\", \"error\"], code: Some(\"type\"), number: None, \
                    message: Some(\"message\"), params: Some(\"details\"), status: Some(\"status\") })";
    assert_eq!(constant(&catalogue, "ENVELOPE"), expected);
    assert_eq!(constant(&catalogue, "IS_PROBLEM"), "false");
    assert_eq!(constant(&catalogue, "CONTENT_TYPE"), "\"application/json\"");
}

#[test]
fn an_envelope_can_have_the_number_alone() {
    let catalogue = catalogue("  wire: {number: code, message: msg}\n");
    let expected = "Some(Envelope { at: &[], code: None, number: Some(\"code\"), message: Some(\"msg\"), params: None, \
                    status: None })";
    assert_eq!(constant(&catalogue, "ENVELOPE"), expected);
}

#[test]
fn other_catalogues_have_no_envelope() {
    for (settings, content_type) in [
        ("", "application/json"),
        ("  wire: kratos\n", "application/json"),
        ("  wire: problem\n", "application/problem+json"),
    ] {
        let catalogue = catalogue(settings);
        assert_eq!(constant(&catalogue, "ENVELOPE"), "None");
        assert_eq!(constant(&catalogue, "CONTENT_TYPE"), format!("{content_type:?}"));
    }
}
