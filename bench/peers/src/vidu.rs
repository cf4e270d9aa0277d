//! The real catalogue of this repository.

use vidu_errors::ErrorCode;

use crate::catalogue::{Catalogue, Code, Piece};

impl Catalogue {
    /// The catalogue from which `vidu-errors` is made.
    #[must_use]
    pub fn vidu() -> Self {
        let codes = ErrorCode::ALL.iter().map(|code| Code {
            name: code.as_str().to_owned(),
            http_status: code.http_status(),
            message: pieces(code.message()),
            description: code.description().to_owned(),
            retry: code.retry().as_str(),
            alias: None,
        });
        Self { codes: codes.collect() }
    }
}

fn pieces(mut template: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    while let Some((text, (param, rest))) =
        template.split_once("{{.").and_then(|(text, rest)| Some((text, rest.split_once("}}")?)))
    {
        pieces.extend([Piece::Text(text.to_owned()), Piece::Param(param.to_owned())]);
        template = rest;
    }
    pieces.push(Piece::Text(template.to_owned()));
    pieces
}
