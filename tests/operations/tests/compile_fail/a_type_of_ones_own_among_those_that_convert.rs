use operations_tests::operations::{BuyError, FindArticleError, HasOnlyCodesOf};

impl HasOnlyCodesOf<FindArticleError> for BuyError {}

fn main() {}
