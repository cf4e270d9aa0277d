//! The real catalogue of this repository.

use random_catalogues::{AttributeValue, Code, Piece};
use vidu_errors::ErrorCode;

use crate::catalogue::Catalogue;

impl Catalogue {
    /// The catalogue from which `vidu-errors` is made.
    #[must_use]
    pub fn vidu() -> Self {
        let codes = ErrorCode::ALL.iter().map(|code| Code {
            name: code.as_str().to_owned(),
            http_status: code.http_status(),
            message: pieces(code.message()),
            description: Some(code.description().to_owned()),
            attributes: vec![("retry".to_owned(), AttributeValue::Text(code.retry().as_str().to_owned()))],
            ..Code::default()
        });
        let empty = random_catalogues::Catalogue::benchmark();
        random_catalogues::Catalogue { codes: codes.collect(), ..empty }.with_params().into()
    }
}

fn pieces(mut template: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    while let Some((text, (param, rest))) =
        template.split_once("{{.").and_then(|(text, rest)| Some((text, rest.split_once("}}")?)))
    {
        pieces.extend([Piece::Text(text.to_owned()), Piece::param(param)]);
        template = rest;
    }
    pieces.push(Piece::Text(template.to_owned()));
    pieces
}
