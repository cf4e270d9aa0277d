fn name(code: ErrorCode) -> &'static str {
    match code {
        ErrorCode::Unknown => "Unknown",
        ErrorCode::Plain => "Plain",
        ErrorCode::Missing => "Missing",
        ErrorCode::Named => "Named",
        ErrorCode::Two => "Two",
        ErrorCode::Typed => "Typed",
        ErrorCode::Adjacent => "Adjacent",
        ErrorCode::Lists => "Lists",
        ErrorCode::Three => "Three",
        ErrorCode::Repeated => "Repeated",
        ErrorCode::Same => "Same",
        ErrorCode::Braces => "Braces",
        ErrorCode::Sent => "Sent",
        ErrorCode::Digits => "Digits",
        ErrorCode::Ratio => "Ratio",
        ErrorCode::Invalid => "Invalid",
        ErrorCode::Secret => "Secret",
        ErrorCode::Members => "Members",
        ErrorCode::Code22e01 => "22E01",
    }
}
