//! Errors to and from JSON, compared with a struct with the same members and derived serde implementations.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::hint::black_box;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::cases::{Case, Contender, ERRCAT};

/// A handwritten error body.
#[derive(Clone, Deserialize, Serialize)]
struct Body {
    code: u16,
    reason: String,
    message: String,
    #[serde(default)]
    metadata: BTreeMap<String, String>,
}

const DERIVED: &str = "derived struct";

/// The cases for errors of a catalogue with this many codes.
pub(crate) fn cases<E: DeserializeOwned + Serialize + 'static>(codes: usize, errors: Vec<E>) -> Vec<Case> {
    let texts: Vec<_> = errors.iter().map(|error| serde_json::to_string(error).expect("an error is JSON")).collect();
    let bodies: Vec<Body> =
        texts.iter().map(|text| serde_json::from_str(text).expect("it has these members")).collect();
    let bare: Vec<_> = bodies.iter().map(without_metadata).collect();
    let made = bodies.clone();
    let case = |name, contenders| Case { name, codes, contenders };
    vec![
        case(
            "serialize with params",
            vec![
                writes(ERRCAT, errors.len(), move |index, json| serde_json::to_writer(json, &errors[index])),
                // As in a handler that has only the values.
                writes("derived struct, made for it", made.len(), move |index, json| {
                    serde_json::to_writer(json, &black_box(&made[index]).clone())
                }),
                writes(DERIVED, bodies.len(), move |index, json| serde_json::to_writer(json, &bodies[index])),
            ],
        ),
        case("deserialize with params", vec![reads::<E>(ERRCAT, &texts), reads::<Body>(DERIVED, &texts)]),
        case("deserialize, params from the message", vec![reads::<E>(ERRCAT, &bare), reads::<Body>(DERIVED, &bare)]),
    ]
}

fn without_metadata(body: &Body) -> String {
    let body = Body { metadata: BTreeMap::new(), ..body.clone() };
    serde_json::to_string(&body).expect("a body is JSON")
}

/// Into a buffer with enough capacity.
fn writes(
    name: &'static str,
    errors: usize,
    write: impl Fn(usize, &mut Vec<u8>) -> serde_json::Result<()> + 'static,
) -> Contender {
    let json = RefCell::new(Vec::with_capacity(4096));
    Contender::new(name, &(0..errors).collect::<Vec<_>>(), move |&index| {
        let mut json = json.borrow_mut();
        json.clear();
        let _ = black_box(write(black_box(index), &mut json));
        black_box(&*json);
    })
}

fn reads<T: DeserializeOwned + 'static>(name: &'static str, texts: &[String]) -> Contender {
    Contender::new(name, texts, |text: &String| drop(black_box(serde_json::from_str::<T>(black_box(text)))))
}
