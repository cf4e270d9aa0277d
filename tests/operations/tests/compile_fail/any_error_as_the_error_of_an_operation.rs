use operations_tests::operations::FindArticleError;
use operations_tests::Error;

fn find_article() -> Result<u32, FindArticleError> {
    Err(Error::card_declined())
}

fn main() {
    let _ = find_article();
}
