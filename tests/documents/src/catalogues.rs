//! The catalogues that are compiled, in every format of errors on the wire.

/// A catalogue, compiled into a module.
pub struct Source {
    /// The name of the module.
    pub module: &'static str,
    /// The path of the catalogue's file in this package.
    pub path: &'static str,
    /// What is added to the head of the catalogue.
    pub settings: &'static str,
}

const SHOP: &str = "catalogues/shop.yaml";
/// Has no numbers, nor a format of its own.
const TYPES: &str = "../wire/catalogues/errors.yaml";

/// All catalogues.
pub const SOURCES: [Source; 11] = [
    Source { module: "shop_kratos", path: SHOP, settings: "wire: kratos" },
    Source { module: "shop_problem", path: SHOP, settings: "wire: problem" },
    Source {
        module: "shop_envelope",
        path: SHOP,
        settings: "wire: {at: error, code: type, number: number, message: message, status: status, params: details}",
    },
    Source { module: "shop_numbers", path: SHOP, settings: "wire: {number: code, message: msg}" },
    Source { module: "types_kratos", path: TYPES, settings: "wire: kratos\n  fallback: Unknown" },
    Source { module: "types_problem", path: TYPES, settings: "wire: problem\n  fallback: Unknown" },
    Source {
        module: "types_envelope",
        path: TYPES,
        settings: "wire: {at: \"errors[0]\", code: type, message: message, params: details, status: status}\n  \
                   fallback: {429: Plain, 5xx: Named, else: Unknown}",
    },
    Source { module: "google", path: "../wire/catalogues/apis/google.yaml", settings: "" },
    Source { module: "json_api", path: "../wire/catalogues/apis/json_api.yaml", settings: "" },
    Source { module: "stripe", path: "../wire/catalogues/apis/stripe.yaml", settings: "" },
    Source { module: "wechat", path: "../wire/catalogues/apis/wechat.yaml", settings: "" },
];
