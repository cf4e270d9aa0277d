use operations_tests::operations::{Common, ErrorOf, SignOut};

fn limit<Op: Common>() -> Result<(), ErrorOf<Op>> {
    Err(ErrorOf::too_many_requests())
}

fn main() {
    let _ = limit::<SignOut>();
}
