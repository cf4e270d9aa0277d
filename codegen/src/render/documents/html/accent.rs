//! The accent colour of the page, made legible in both of its colour schemes.

use crate::catalogue::Colour;

const DEFAULT: Colour = Colour { red: 0x2f, green: 0x56, blue: 0xd6 };

/// The background of the light scheme with the least contrast to dark text: `--raised` in `page.css`.
const LIGHT: Colour = Colour { red: 0xf4, green: 0xf5, blue: 0xf8 };

/// The background of the dark scheme with the least contrast to light text.
const DARK: Colour = Colour { red: 0x1e, green: 0x21, blue: 0x28 };

/// What WCAG 2 asks of text.
const CONTRAST: f64 = 4.5;

/// The rules that set the colour.
pub(super) fn style(accent: Option<Colour>) -> String {
    let accent = accent.unwrap_or(DEFAULT);
    let (light, dark) = (legible(accent, LIGHT, 0), legible(accent, DARK, 255));
    format!(
        ":root{{--accent:{}}}\n@media (prefers-color-scheme:dark){{:root{{--accent:{}}}}}\n",
        in_css(light),
        in_css(dark)
    )
}

/// The colour, mixed with black or white until it can be read on the background.
fn legible(colour: Colour, background: Colour, extreme: u8) -> Colour {
    let mixed = (0..=32).map(|parts| mix(colour, extreme, parts));
    mixed.into_iter().find(|mixed| contrast(*mixed, background) >= CONTRAST).unwrap_or(mix(colour, extreme, 32))
}

/// The colour with `parts` of 32 of black or white.
fn mix(colour: Colour, extreme: u8, parts: u16) -> Colour {
    let part = |own: u8| {
        let mixed = (u16::from(own) * (32 - parts) + u16::from(extreme) * parts) / 32;
        u8::try_from(mixed).unwrap_or(extreme)
    };
    Colour { red: part(colour.red), green: part(colour.green), blue: part(colour.blue) }
}

fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

/// The relative luminance of WCAG 2.
fn luminance(colour: Colour) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
}

fn in_css(colour: Colour) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_colour_can_be_read_in_both_schemes_and_a_legible_one_is_kept() {
        for red in (0..=255).step_by(51) {
            for green in (0..=255).step_by(51) {
                for blue in (0..=255).step_by(51) {
                    let colour = Colour { red, green, blue };
                    for (background, extreme) in [(LIGHT, 0), (DARK, 255)] {
                        let legible = legible(colour, background, extreme);
                        assert!(contrast(legible, background) >= CONTRAST, "{colour:?}");
                        assert!(legible == colour || contrast(colour, background) < CONTRAST, "{colour:?}");
                    }
                }
            }
        }
    }
}
