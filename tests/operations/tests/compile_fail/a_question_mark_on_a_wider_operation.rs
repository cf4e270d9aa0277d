use operations_tests::operations::{BuyError, ReserveError};

fn buy() -> Result<(), BuyError> {
    Err(BuyError::card_declined())
}

fn reserve() -> Result<(), ReserveError> {
    Ok(buy()?)
}

fn main() {
    let _ = reserve();
}
