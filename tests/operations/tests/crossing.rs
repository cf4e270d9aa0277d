//! Errors that go from one operation to another, and what a program can do with them.

use std::error::Error as _;

use operations_tests::operations::{
    Access, Buy, BuyCode, BuyError, ErrorOf, FindArticleError, Operation, ReserveError, SignOutError,
};
use operations_tests::{Error, ErrorCode, ResultExt};

fn find(article: &'static str) -> Result<u64, FindArticleError> {
    match article {
        "tea" => Ok(3),
        "salt" => Ok(0),
        _ => Err(FindArticleError::article_not_found(article)),
    }
}

fn reserve(article: &'static str) -> Result<(), ReserveError> {
    let left = find(article)?;
    if left > 0 { Ok(()) } else { Err(ReserveError::out_of_stock(article, left)) }
}

fn buy(user: Option<&str>, article: &'static str) -> Result<(), BuyError> {
    sign_in::<Buy>(user)?;
    Ok(reserve(article)?)
}

fn sign_out(user: Option<&str>) -> Result<(), SignOutError> {
    sign_in(user)
}

/// A step of every operation with the codes of the group.
fn sign_in<Op: Access>(user: Option<&str>) -> Result<(), ErrorOf<Op>> {
    user.map(|_| ()).ok_or_else(ErrorOf::unauthorized)
}

#[test]
fn errors_of_narrower_operations_cross_into_wider_ones_and_into_any_error() {
    assert_eq!(buy(Some("me"), "tea"), Ok(()));
    assert_eq!(buy(Some("me"), "salt"), Err(BuyError::out_of_stock("salt", 0)));
    assert_eq!(buy(Some("me"), "gold"), Err(BuyError::article_not_found("gold")));
    assert_eq!(buy(None, "tea"), Err(BuyError::unauthorized()));
    assert_eq!(sign_out(None).map_err(Error::from), Err(Error::unauthorized()));
}

#[test]
fn a_question_mark_converts_errors_of_other_crates_where_the_crate_says_so() {
    fn find_number(number: &str) -> Result<u64, FindArticleError> {
        find("tea")?;
        Ok(number.parse()?)
    }
    assert_eq!(find_number("7"), Ok(7));
    let error = find_number("seven").expect_err("it is no number");
    assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("invalid digit found in string"));
}

#[test]
fn an_error_of_another_crate_becomes_the_cause_of_an_operations_error() {
    fn count(text: &str) -> Result<u64, BuyError> {
        let count = text.parse::<u64>().or_error(BuyError::card_declined)?;
        let doubled = count.checked_mul(2).ok_or("too many").or_error(|| BuyError::out_of_stock("tea", count))?;
        Ok(doubled)
    }
    assert_eq!(count("7"), Ok(14));
    let error = count("seven").expect_err("it is no number");
    assert_eq!(error, BuyError::card_declined());
    assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("invalid digit found in string"));
    let error = count("9999999999999999999").expect_err("it is too large");
    assert_eq!(error.source().map(ToString::to_string).as_deref(), Some("too many"));
}

#[test]
fn a_client_matches_the_codes_of_an_operation_and_everything_else_in_one_arm() {
    let advice = |error: Error| match BuyError::try_from(error).as_ref().map(BuyCode::from) {
        Ok(BuyCode::Unauthorized) => "sign in",
        Ok(BuyCode::TooManyRequests) => "wait",
        Ok(BuyCode::ArticleNotFound | BuyCode::OutOfStock) => "choose another article",
        Ok(BuyCode::CardDeclined) => "use another card",
        Err(_) => "call us",
    };
    assert_eq!(advice(Error::out_of_stock("tea", 1)), "choose another article");
    assert_eq!(advice(Error::card_declined()), "use another card");
    assert_eq!(advice(Error::unknown()), "call us");
}

#[test]
fn the_documentation_shows_this_catalogue() {
    let (docs, catalogue) = (include_str!("../../../docs/operations.md"), include_str!("../errors.yaml"));
    assert!(docs.contains(&format!("```yaml\n{catalogue}```\n")));
}

#[test]
fn a_program_can_ask_an_operation_for_its_codes() {
    let codes = ["Unauthorized", "TooManyRequests", "ArticleNotFound", "OutOfStock", "CardDeclined"];
    assert_eq!((Buy::NAME, Buy::CODES.iter().map(ErrorCode::as_ref).collect::<Vec<_>>()), ("buy", codes.to_vec()));
}
