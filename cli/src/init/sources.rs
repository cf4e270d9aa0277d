//! The build script, and the module in the package's code.

use std::fs;
use std::io;
use std::path::Path;

use super::{CATALOGUE, Edit, by_hand};
use crate::input::error_about;

const MAIN: &str = "fn main() {\n";
const MODULE: &str = "mod errors {\n    include!(concat!(env!(\"OUT_DIR\"), \"/errors.rs\"));\n}\n";

/// The build script with a call; nothing if it has it.
pub fn build_script(path: &Path) -> io::Result<Option<Edit>> {
    let call = format!("    errcat::generate(\"{CATALOGUE}\");\n");
    let new = || {
        let text = format!("{MAIN}{call}}}\n");
        Edit { path: path.to_owned(), added: text.clone(), text, is_new: true }
    };
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Some(new())),
        Err(error) => return Err(error_about(path, &error)),
    };
    if text.contains(call.trim()) {
        return Ok(None);
    }
    let Some(at) = text.find(MAIN).map(|at| at + MAIN.len()) else {
        return Err(by_hand(path, "has no `fn main() {`", &call));
    };
    let text = format!("{}{call}{}", &text[..at], &text[at..]);
    Ok(Some(Edit { path: path.to_owned(), text, is_new: false, added: call }))
}

/// The root of the code with the module at its end; public in a library.
pub fn module(path: &Path) -> io::Result<Edit> {
    let text = fs::read_to_string(path).map_err(|error| error_about(path, &error))?;
    let is_library = !path.ends_with("main.rs");
    let module = if is_library { format!("/// The errors of this package.\npub {MODULE}") } else { MODULE.to_owned() };
    if text.contains("mod errors") {
        return Err(by_hand(path, "has a module `errors` already", &module));
    }
    let separator = match &*text {
        "" => "",
        text if text.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    Ok(Edit { path: path.to_owned(), text: format!("{text}{separator}{module}"), is_new: false, added: module })
}
