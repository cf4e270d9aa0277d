//! With the feature `regenerate`, brings `generated/` up to date with `errors.yaml`; without it, does nothing.

fn main() {
    #[cfg(feature = "regenerate")]
    errcat::generate("errors.yaml");

    // One named file keeps cargo from running this again for a change of any other.
    #[cfg(not(feature = "regenerate"))]
    println!("cargo::rerun-if-changed=build.rs");
}
