//! The files of a catalogue: the first one, and those that it includes.

use std::collections::HashMap;
use std::io;
use std::path::{Component, Path, PathBuf};

use crate::decode::is_relative;
use crate::diagnostics::Sink;
use crate::format::root;
use crate::rules::RuleId;
use crate::source::{FileId, SourceMap, Span};
use crate::yaml::{self, Kind, Node};

/// How a catalogue's files are read.
pub(crate) type ReadFile<'r> = dyn Fn(&Path) -> io::Result<Vec<u8>> + 'r;

/// A path in an `include`, and where it is written.
pub(crate) type Include = (String, Span);

/// A catalogue is meant to be read by people; this many files are a mistake.
const MAX_FILES: usize = 1000;

/// The files of a catalogue.
pub(crate) struct Files {
    pub(crate) paths: Vec<PathBuf>,
    /// Whether these are all. In a file that can't be read there may be anything that the others refer to.
    pub(crate) are_all: bool,
}

/// Adds the files that the first one includes, and those that they include. What can't be added is reported.
pub(crate) fn add_files(
    sources: &mut SourceMap,
    first: (FileId, &Path),
    read: &ReadFile<'_>,
    sink: &mut Sink,
) -> Files {
    let mut files = Files { paths: vec![first.1.to_owned()], are_all: true };
    let mut known: HashMap<PathBuf, Option<Span>> = HashMap::from([(plain(first.1), None)]);
    let mut unread = vec![(first.0, first.1.to_owned())];
    while let Some((file, path)) = unread.pop() {
        let folder = path.parent().map(Path::to_owned).unwrap_or_default();
        for (include, span) in includes_of(sources, file) {
            if !is_inside(&include) {
                let message = format!("`{include}` is not inside the folder of this file");
                let help = "write a path below the folder of this file, such as `codes/billing.yaml`";
                sink.report(RuleId::InvalidInclude, span, message).help = Some(help.to_owned());
                files.are_all = false;
                continue;
            }
            let path = folder.join(plain(Path::new(&include)));
            if let Some(&earlier) = known.get(&path) {
                sink.report(RuleId::InvalidInclude, span, format!("`{include}` is already part of the catalogue"))
                    .related
                    .extend(earlier.map(|earlier| (earlier, "included here")));
                continue;
            }
            known.insert(path.clone(), Some(span));
            if known.len() > MAX_FILES {
                let message = format!("a catalogue can have at most {MAX_FILES} files");
                sink.report(RuleId::InvalidInclude, span, message);
                return Files { are_all: false, ..files };
            }
            match read(&path) {
                Ok(bytes) => {
                    let added = sources.add_utf8(&path.display().to_string(), &bytes, sink);
                    files.are_all &= added.is_some();
                    unread.extend(added.map(|file| (file, path.clone())));
                    files.paths.push(path);
                }
                Err(error) => {
                    sink.report(RuleId::InvalidInclude, span, format!("`{include}` can't be read: {error}"));
                    files.are_all = false;
                }
            }
        }
    }
    files
}

/// The paths in a file's `include`. What is wrong with the file is reported when all files are read.
fn includes_of(sources: &SourceMap, file: FileId) -> Vec<Include> {
    yaml::parse(sources, file, &mut Sink::new()).map(|document| includes(&document)).unwrap_or_default()
}

/// The paths in a document's `include`. What is wrong with it is reported when the document is decoded.
pub(crate) fn includes(document: &Node<'_>) -> Vec<Include> {
    let Kind::Map(entries) = &document.kind else { return Vec::new() };
    let is_include = |key: &Node<'_>| key.text().is_some_and(|name| name == root::INCLUDE.name());
    let lists = entries.iter().filter(|entry| is_include(&entry.key)).filter_map(|entry| match &entry.value.kind {
        Kind::List(nodes) => Some(nodes),
        _ => None,
    });
    lists.flatten().filter_map(|node| Some((node.text()?.clone().into_owned(), node.span))).collect()
}

/// Whether a relative path stays below the folder it starts in, on all platforms.
fn is_inside(path: &str) -> bool {
    let is_plain = |component| matches!(component, Component::Normal(_) | Component::CurDir);
    is_relative(path) && !path.contains('\\') && Path::new(path).components().all(is_plain)
}

/// The path without `.`, so that one file has one path.
fn plain(path: &Path) -> PathBuf {
    path.components().filter(|component| *component != Component::CurDir).collect()
}
