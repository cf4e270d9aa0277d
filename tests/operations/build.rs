//! Generates the errors of a shop.

fn main() {
    errcat::generate("errors.yaml");
}
