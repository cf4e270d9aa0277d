use operations_tests::operations::FindArticleError;

fn find_article() -> Result<u32, FindArticleError> {
    Err(FindArticleError::out_of_stock("tea", 0))
}

fn main() {
    let _ = find_article();
}
