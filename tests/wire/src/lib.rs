//! One catalogue, compiled for each wire format, and catalogues of public APIs.

pub mod hostile;

/// Written in the format of go-kratos, and not exhaustive:
///
/// ```compile_fail,E0004
/// use wire::kratos::ErrorCode;
///
#[doc = include_str!("../tests/exhaustive/every_code.rs")]
/// ```
pub mod kratos {
    include!(concat!(env!("OUT_DIR"), "/kratos.rs"));
}

/// Written in the format of RFC 9457. As it has a `float`, an error needn't equal itself:
///
/// ```compile_fail,E0277
/// fn is_eq<T: Eq>() {}
/// is_eq::<wire::problem::Error>();
/// ```
pub mod problem {
    include!(concat!(env!("OUT_DIR"), "/problem.rs"));
}

/// Written as the first of several errors, in members with names of the catalogue's own, and with fallbacks by status.
pub mod envelope {
    include!(concat!(env!("OUT_DIR"), "/envelope.rs"));
}

/// Written with the code's number instead of its name.
pub mod numbered {
    include!(concat!(env!("OUT_DIR"), "/numbered.rs"));
}

/// Without a fallback, and exhaustive:
///
/// ```
/// use wire::strict::ErrorCode;
///
#[doc = include_str!("../tests/exhaustive/every_code.rs")]
/// ```
pub mod strict {
    include!(concat!(env!("OUT_DIR"), "/strict.rs"));
}

/// Catalogues of public APIs, each in the API's own format.
pub mod apis {
    /// `{"error": {"code": 400, "message": "…", "status": "INVALID_ARGUMENT"}}`
    pub mod google {
        include!(concat!(env!("OUT_DIR"), "/google.rs"));
    }

    /// `{"errors": [{"status": "422", "code": "123", "detail": "…"}]}`
    pub mod json_api {
        include!(concat!(env!("OUT_DIR"), "/json_api.rs"));
    }

    /// `{"error": {"code": "card_declined", "message": "…"}}`
    pub mod stripe {
        include!(concat!(env!("OUT_DIR"), "/stripe.rs"));
    }

    /// `{"errcode": 40013, "errmsg": "invalid appid"}`
    pub mod wechat {
        include!(concat!(env!("OUT_DIR"), "/wechat.rs"));
    }
}
