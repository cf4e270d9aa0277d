use tempfile::TempDir;

use crate::support::errcat;
use crate::wrong::{WRONG, catalogue};
use crate::{general, places};

#[test]
fn each_mistake_at_its_place_and_errcat_finds_it_too() {
    let schema = general();
    let folder = TempDir::new().expect("a temporary folder can be created");
    for (line, place) in WRONG {
        let catalogue = catalogue(line);
        let mut found = places(&schema, &catalogue);
        // Validators differ in whether a wrong name of a key is at the key or at its map.
        found.retain(|found| !found.is_empty() || place.is_empty());
        assert!(found.iter().any(|found| found == place), "{line}: {found:?}");
        std::fs::write(folder.path().join("errors.yaml"), &catalogue).expect("the disk is writable");
        assert_eq!(errcat(folder.path(), &["check"]).status.code(), Some(1), "{catalogue}");
    }
}
