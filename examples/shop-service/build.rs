//! Compiles the catalogue into a module.

fn main() {
    errcat::generate("errors.yaml");
}
