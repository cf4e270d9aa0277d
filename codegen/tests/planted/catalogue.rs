//! The catalogues in which mistakes are planted.

use random_catalogues::{Choices, Node, Random, Taste};

pub struct Catalogue {
    pub root: Node,
    /// A code that can be added.
    pub spare: (Node, Node),
}

/// A catalogue without findings.
pub fn catalogue(choices: &mut Choices) -> Catalogue {
    let Random { catalogue, spare } = random_catalogues::Catalogue::random(choices, Taste::Clean);
    let root = catalogue.tree(choices);
    Catalogue { root, spare: (spare.name.as_str().into(), spare.tree(choices)) }
}
