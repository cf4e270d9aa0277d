use operations_tests::operations::{BuyCode, BuyError};

fn is_the_shops_fault(error: &BuyError) -> bool {
    match BuyCode::from(error) {
        BuyCode::OutOfStock | BuyCode::TooManyRequests => true,
        BuyCode::ArticleNotFound | BuyCode::Unauthorized => false,
    }
}

fn main() {
    let _ = is_the_shops_fault(&BuyError::card_declined());
}
