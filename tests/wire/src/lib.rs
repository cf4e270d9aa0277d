//! One catalogue, compiled for each way of going over the wire.

/// Written as go-kratos does.
pub mod kratos {
    include!(concat!(env!("OUT_DIR"), "/kratos.rs"));
}

/// Written as problems of RFC 9457.
pub mod problem {
    include!(concat!(env!("OUT_DIR"), "/problem.rs"));
}

/// Without a code that stands for unknown ones.
pub mod strict {
    include!(concat!(env!("OUT_DIR"), "/strict.rs"));
}
