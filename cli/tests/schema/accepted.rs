use std::fs;

use random_catalogues::{Catalogue, Choices, Taste};

use serde_json::Value;

use crate::files::valid_catalogues;
use crate::support::repository;
use crate::{general, json, places, validator};

#[test]
fn every_valid_catalogue_of_this_repository() {
    let schema = general();
    for file in valid_catalogues(&repository()) {
        let catalogue = fs::read_to_string(&file).expect("it is a text");
        assert_eq!(places(&schema, &catalogue), [""; 0], "{}", file.display());
    }
}

#[test]
fn random_catalogues() {
    let (schema, mut accepted) = (general(), 0);
    for seed in 0..200 {
        let catalogue = Catalogue::random(&mut Choices::of_seed(seed), Taste::Odd).catalogue.yaml();
        // JSON can't hold a name such as `1e999`, which YAML reads as a number.
        if serde_yaml::from_str::<Value>(&catalogue).is_ok() {
            assert_eq!(places(&schema, &catalogue), [""; 0], "{seed}:\n{catalogue}");
            accepted += 1;
        }
    }
    assert!(accepted > 150, "only {accepted} catalogues are JSON");
}

#[test]
fn included_files() {
    let part = "errcat: 1\nparams: {left: unsigned}\ncodes: {A: {http_status: 400, message: a}}\n";
    assert!(general().is_valid(&json(part)));
}

#[test]
fn each_catalogue_by_the_schema_made_for_it() {
    let made = |catalogue: &errcat::Catalogue| {
        validator(&serde_json::from_str(&errcat::render_schema(Some(catalogue))).expect("the schema is JSON"))
    };
    for file in valid_catalogues(&repository()) {
        let schema = made(&errcat::Catalogue::load(&file).expect("it is valid"));
        let text = fs::read_to_string(&file).expect("it is a text");
        assert_eq!(places(&schema, &text), [""; 0], "{}", file.display());
    }
    for seed in 0..200 {
        let text = Catalogue::random(&mut Choices::of_seed(seed), Taste::Odd).catalogue.yaml();
        let catalogue = errcat::Catalogue::parse("errors.yaml", text.as_bytes()).expect("it is valid");
        if serde_yaml::from_str::<Value>(&text).is_ok() {
            assert_eq!(places(&made(&catalogue), &text), [""; 0], "{seed}:\n{text}");
        }
    }
}
