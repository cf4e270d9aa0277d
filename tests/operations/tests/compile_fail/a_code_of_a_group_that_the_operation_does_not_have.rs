use operations_tests::operations::ReserveError;

fn reserve() -> Result<(), ReserveError> {
    Err(ReserveError::too_many_requests())
}

fn main() {
    let _ = reserve();
}
