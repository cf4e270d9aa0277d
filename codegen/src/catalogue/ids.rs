//! References between the parts of a catalogue.

/// Declares an index into one of the catalogue's lists as a type of its own.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(u32);

            impl $name {
                /// # Panics
                ///
                /// The index is 2^32 or more, which the size limit of a catalogue rules out.
                pub(crate) fn new(index: usize) -> Self {
                    Self(u32::try_from(index).expect("a catalogue is at most 64 MiB"))
                }

                /// The position in the catalogue's list.
                #[must_use]
                pub const fn index(self) -> usize {
                    self.0 as usize
                }
            }
        )*
    };
}

ids! {
    /// A code of a catalogue: its position in [`Catalogue::codes`](super::Catalogue::codes).
    CodeId;
    /// A param of a catalogue: its position in [`Catalogue::params`](super::Catalogue::params).
    ParamId;
    /// An attribute of a catalogue: its position in [`Catalogue::attributes`](super::Catalogue::attributes).
    AttributeId;
    /// A value of an attribute: its position in [`AttributeType::Words`](super::AttributeType::Words).
    WordId;
    /// A group of a catalogue: its position in [`Catalogue::groups`](super::Catalogue::groups).
    GroupId;
    /// An operation of a catalogue: its position in [`Catalogue::operations`](super::Catalogue::operations).
    OperationId;
}
