use operations_tests::operations::FindArticleError;
use operations_tests::Error;

fn query() -> Result<u32, Error> {
    Err(Error::unauthorized())
}

fn find_article() -> Result<u32, FindArticleError> {
    Ok(query()?)
}

fn main() {
    let _ = find_article();
}
