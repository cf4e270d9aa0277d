//! Types of fields as types of params.

use syn::{GenericArgument, PathArguments, Type, TypePath};

use crate::catalogue::ParamType;

/// The type of a param that holds a value of this type; `None` if its text has to do.
pub(super) fn param_type(of: &Type) -> Option<ParamType> {
    match of {
        Type::Reference(reference) => param_type(&reference.elem),
        Type::Paren(inner) => param_type(&inner.elem),
        Type::Slice(slice) => list_of(&slice.elem),
        Type::Array(array) => list_of(&array.elem),
        Type::Path(path) => of_path(path),
        _ => None,
    }
}

fn of_path(path: &TypePath) -> Option<ParamType> {
    let last = path.path.segments.last()?;
    let inner = match &last.arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.iter().find_map(|argument| match argument {
            GenericArgument::Type(inner) => Some(inner),
            _ => None,
        }),
        _ => None,
    };
    match (&*last.ident.to_string(), inner) {
        ("String" | "str" | "char" | "PathBuf" | "Path" | "OsString" | "OsStr" | "Url" | "Uuid", _) => {
            Some(ParamType::String)
        }
        ("u8" | "u16" | "u32" | "u64" | "usize" | "NonZeroU32" | "NonZeroU64" | "NonZeroUsize", _) => {
            Some(ParamType::Unsigned)
        }
        ("i8" | "i16" | "i32" | "i64" | "isize", _) => Some(ParamType::Integer),
        ("f32" | "f64", _) => Some(ParamType::Float),
        ("bool", _) => Some(ParamType::Boolean),
        ("Vec" | "HashSet" | "BTreeSet" | "VecDeque", Some(inner)) => list_of(inner),
        ("Option" | "Box" | "Arc" | "Rc" | "Cow", Some(inner)) => param_type(inner),
        _ => None,
    }
}

fn list_of(element: &Type) -> Option<ParamType> {
    (param_type(element) == Some(ParamType::String)).then_some(ParamType::List)
}
