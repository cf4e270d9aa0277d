//! One catalogue, compiled for each wire format.

/// Written in the format of go-kratos.
pub mod kratos {
    include!(concat!(env!("OUT_DIR"), "/kratos.rs"));
}

/// Written in the format of RFC 9457.
pub mod problem {
    include!(concat!(env!("OUT_DIR"), "/problem.rs"));
}

/// Without a fallback.
pub mod strict {
    include!(concat!(env!("OUT_DIR"), "/strict.rs"));
}
