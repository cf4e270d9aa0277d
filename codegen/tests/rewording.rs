//! A reworded message changes no constructor: what a program passes still arrives where it is meant to.

use errcat::{Catalogue, render_crate};
use random_catalogues::{Choices, Piece, Random, Taste};

/// The constructors with their arguments, without what is said about them.
fn signatures(yaml: &str) -> Vec<String> {
    let catalogue =
        Catalogue::parse("errors.yaml", yaml.as_bytes()).unwrap_or_else(|mistakes| panic!("{yaml}\n{mistakes}"));
    let files = render_crate(&catalogue);
    let (_, text) = files.iter().find(|(name, _)| name == "constructors.rs").expect("it is rendered");
    text.lines().filter(|line| !line.trim_start().starts_with("///")).map(ToOwned::to_owned).collect()
}

/// A brace before a placeholder would become a part of it.
fn part_braces(message: &mut [Piece]) {
    for piece in message {
        if let Piece::Text(text) = piece
            && text.ends_with('{')
        {
            text.push(' ');
        }
    }
}

#[test]
fn rewording_every_message_leaves_every_signature() {
    let mut reordered = 0;
    for seed in 0..300 {
        let mut choices = Choices::of_seed(seed);
        let Random { mut catalogue, .. } = random_catalogues::Catalogue::random(&mut choices, Taste::Odd);
        let before = signatures(&catalogue.yaml());
        for code in &mut catalogue.codes {
            let shown: Vec<_> = code.shown_params().map(ToOwned::to_owned).collect();
            choices.shuffle(&mut code.message);
            part_braces(&mut code.message);
            reordered += usize::from(!code.shown_params().eq(shown.iter().map(String::as_str)));
        }
        assert_eq!(signatures(&catalogue.yaml()), before, "seed {seed}");
    }
    assert!(reordered > 50, "only {reordered} messages show their params in another order");
}
