//! Each way in which a description and a catalogue can differ, at its place.

use crate::{CATALOGUE, DESCRIPTION, assert_findings, findings_with, with};

#[test]
fn a_description_that_agrees_has_no_findings() {
    assert_findings(DESCRIPTION, &[]);
}

#[test]
fn a_code_that_the_catalogue_does_not_have() {
    assert_findings(
        &with("[OutOfStock, BasketEmpty]", "[OutOfStock, BasketEmpty, BasketEmtpy]"),
        &[("openapi-unknown-code", 25, 50, "`BasketEmtpy` is no code of the catalogue")],
    );
}

#[test]
fn an_internal_code_is_never_sent_and_its_fallback_is_in_its_place() {
    assert_findings(
        &with("'500': {description: our fault}", "'422': {content: {json: {example: {reason: LedgerCorrupt}}}}"),
        &[
            ("openapi-missing-code", 12, 20, "`buy` can answer with `Unknown`, but has no response `500`"),
            ("openapi-unknown-code", 17, 52, "`LedgerCorrupt` is internal: it goes out as the fallback"),
        ],
    );
}

#[test]
fn a_code_of_another_operation() {
    assert_findings(
        &with("'200': {description: found}", "'409': {$ref: '#/components/responses/Conflict'}").replace(
            "  schemas:\n",
            "    Conflict: {content: {json: {schema: {$ref: '#/components/schemas/Conflict'}}}}\n  schemas:\n",
        ),
        &[
            ("openapi-undeclared-code", 8, 9, "`find_article` can't answer with `BasketEmpty`"),
            ("openapi-undeclared-code", 8, 9, "`find_article` can't answer with `OutOfStock`"),
        ],
    );
}

#[test]
fn a_code_that_the_description_lacks() {
    assert_findings(
        &with("[OutOfStock, BasketEmpty]", "[OutOfStock]"),
        &[("openapi-missing-code", 16, 9, "`buy` can answer with `BasketEmpty`, which this response doesn't name")],
    );
    assert_findings(
        &with("        '500': {description: our fault}\n", ""),
        &[("openapi-missing-code", 12, 20, "`buy` can answer with `Unknown`, but has no response `500`")],
    );
}

#[test]
fn a_code_under_another_status() {
    assert_findings(
        &with("'409': {content", "'400': {content"),
        &[
            ("openapi-wrong-status", 16, 9, "`BasketEmpty` is sent with the status 409"),
            ("openapi-wrong-status", 16, 9, "`OutOfStock` is sent with the status 409"),
        ],
    );
}

#[test]
fn a_status_that_no_code_of_the_operation_has() {
    assert_findings(
        &with("'201': {description: bought}", "'413': {description: too large}"),
        &[("openapi-undeclared-status", 14, 9, "no code that `buy` can answer with has the status 413")],
    );
}

#[test]
fn an_operation_that_only_one_side_has() {
    assert_findings(
        &with("operationId: buy", "operationId: sell"),
        &[
            ("openapi-missing-operation", 3, 1, "the operation `buy` of the catalogue is not described"),
            ("openapi-unknown-operation", 12, 20, "the catalogue has no operation `sell`"),
        ],
    );
    assert_findings(
        &with("      operationId: buy\n", ""),
        &[
            ("openapi-missing-operation", 3, 1, "the operation `buy` of the catalogue is not described"),
            ("openapi-unknown-operation", 11, 5, "`POST /orders` has no `operationId`, so that it can't be compared"),
        ],
    );
}

#[test]
fn without_operations_names_and_statuses_are_compared() {
    let from = CATALOGUE.find("operations:").expect("it has operations");
    let to = CATALOGUE.find("codes:").expect("it has codes");
    let catalogue = format!("{}{}", &CATALOGUE[..from], &CATALOGUE[to..]);
    let description = with("'409': {content", "'400': {content").replace("const: ArticleNotFound", "const: NotFound");
    let found = findings_with(&catalogue, "openapi.yaml", description);
    let ids: Vec<_> = found.iter().map(|(id, line, ..)| (&**id, *line)).collect();
    assert_eq!(ids, [("openapi-wrong-status", 16), ("openapi-wrong-status", 16), ("openapi-unknown-code", 20)]);
}
