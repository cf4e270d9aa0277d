//! The catalogue in `docs/wire.md`, compiled for each format that the page shows.

pub mod tables;

macro_rules! formats {
    ($($module:ident),*) => {
        $(
            #[allow(missing_docs, reason = "the page says what it is")]
            #[cfg(feature = "frameworks")]
            pub mod $module {
                include!(concat!(env!("OUT_DIR"), "/", stringify!($module), ".rs"));
            }
        )*
    };
}

formats!(kratos, problem, enveloped, first_of_several, numbered, envelope, strict);
