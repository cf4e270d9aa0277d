//! Compiles the catalogue of the other package into a module.

fn main() {
    errcat::generate("../awkward-names/errors.yaml");
}
