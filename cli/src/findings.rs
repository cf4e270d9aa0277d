//! Printing findings: for people, for programs and for GitHub's workflow runs.

use std::env;
use std::fmt::{self, Write as _};
use std::io::{self, IsTerminal};
use std::path::Path;

use errcat::{Diagnostics, Finding, Location, RenderOptions, Severity};
use serde_json::{Value, json};

use crate::print;

/// How to print findings.
#[derive(Clone, Copy)]
pub struct Output {
    pub format: Format,
    /// How many findings per file to show; if not given, all of them in the formats for programs.
    pub max_findings: Option<usize>,
}

#[derive(Clone, Copy)]
pub enum Format {
    Human,
    Json,
    Github,
}

impl Output {
    /// Shows the findings in a catalogue.
    pub fn show(self, diagnostics: &Diagnostics) -> io::Result<()> {
        print::result(self.text(diagnostics, is_colored(&io::stdout())))
    }

    /// Shows the findings beside a result that is printed to standard output.
    pub fn show_beside(self, diagnostics: &Diagnostics) {
        print::note(self.text(diagnostics, is_colored(&io::stderr())).trim_end());
    }

    fn text(self, diagnostics: &Diagnostics, color: bool) -> String {
        let max_findings = self.max_findings.unwrap_or(usize::MAX);
        match self.format {
            Format::Human => {
                let max_findings = self.max_findings.unwrap_or(RenderOptions::default().max_findings);
                diagnostics.render(RenderOptions { color, max_findings }) + "\n"
            }
            Format::Json => lines(diagnostics.worst(max_findings).map(object)),
            Format::Github => lines(diagnostics.worst(max_findings).map(workflow_command)),
        }
    }

    /// Shows a finding about an output of a catalogue. Of a stale one, people see a `diff`.
    pub fn show_file(
        self,
        finding: FileFinding,
        path: &Path,
        catalogue_path: &Path,
        diff: impl FnOnce() -> Option<String>,
    ) -> io::Result<()> {
        let (id, severity, message) = (finding.id(), finding.severity().as_str(), finding.message(catalogue_path));
        let shown = print::shown(path);
        let path = path.display().to_string();
        print::result(match self.format {
            Format::Human => diff().unwrap_or_else(|| format!("{severity}[{id}]: {shown}: {message}\n")),
            Format::Json => {
                format!("{}\n", json!({ "id": id, "severity": severity, "message": message, "path": path }))
            }
            Format::Github => {
                format!("::{severity} file={},title={id}::{}\n", property(&in_repository(&path)), data(&message))
            }
        })
    }
}

/// Puts each item on a line.
pub fn lines(items: impl Iterator<Item = impl fmt::Display>) -> String {
    items.fold(String::new(), |mut lines, item| {
        // Writing to a `String` can't fail.
        let _ = writeln!(lines, "{item}");
        lines
    })
}

/// What `generate --check` finds about a whole file.
#[derive(Clone, Copy)]
pub enum FileFinding {
    /// It differs from what the catalogue generates.
    Stale,
    /// An output belongs here, but errcat didn't write this file.
    Blocked,
    /// It is among the outputs, but errcat didn't write it.
    Foreign,
}

impl FileFinding {
    fn id(self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::Blocked => "blocked",
            Self::Foreign => "foreign",
        }
    }

    fn severity(self) -> Severity {
        match self {
            Self::Stale | Self::Blocked => Severity::Error,
            Self::Foreign => Severity::Warning,
        }
    }

    fn message(self, catalogue_path: &Path) -> String {
        match self {
            Self::Stale => format!("out of date; run `errcat generate {}`", print::shown(catalogue_path)),
            Self::Blocked => {
                "an output belongs here, but errcat did not write this file; move it, or set another `path`".to_owned()
            }
            Self::Foreign => "among the generated files, but not written by errcat; it is left alone".to_owned(),
        }
    }
}

/// Whether to print colours: on a terminal that has them, unless the user has switched them off (no-color.org).
fn is_colored(stream: &impl IsTerminal) -> bool {
    let is_dumb = env::var_os("TERM").is_some_and(|value| value == "dumb");
    stream.is_terminal() && !is_dumb && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

fn object(finding: &Finding) -> Value {
    let related = finding.related().iter().map(|related| {
        let mut object = location_object(&related.location);
        object["message"] = related.label.into();
        object
    });
    let mut object = location_object(finding.location());
    object["id"] = finding.id().into();
    object["severity"] = finding.severity().as_str().into();
    object["message"] = finding.message().into();
    object["help"] = finding.help().into();
    object["related"] = related.collect();
    object
}

pub fn location_object(location: &Location) -> Value {
    json!({
        "path": &*location.path,
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
        "byte_start": location.start,
        "byte_end": location.end,
    })
}

/// A line that GitHub shows as an annotation of the file.
pub fn workflow_command(finding: &Finding) -> String {
    let Location { path, line, column, end_line, end_column, .. } = finding.location();
    let command = finding.severity().as_str();
    let mut text = finding.message().to_owned();
    for related in finding.related() {
        let Location { path, line, column, .. } = &related.location;
        let _ = write!(text, "\n{}: {}:{line}:{column}", related.label, in_repository(path));
    }
    if let Some(help) = finding.help() {
        let _ = write!(text, "\nhelp: {help}");
    }
    let (path, id, text) = (property(&in_repository(path)), finding.id(), data(&text));
    // GitHub ignores the columns of a span of several lines.
    let columns = if line == end_line { format!(",col={column},endColumn={end_column}") } else { String::new() };
    format!("::{command} file={path},line={line},endLine={end_line}{columns},title={id}::{text}")
}

/// A path from the root of its repository, as GitHub expects it; unchanged outside of one.
pub fn in_repository(path: &str) -> String {
    let from_root = |path: &Path| {
        let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
        // A missing output may be in a missing folder.
        let folder = folder.canonicalize().or_else(|_| std::path::absolute(folder)).ok()?;
        let path = folder.join(path.file_name()?);
        let root = path.ancestors().skip(1).find(|folder| folder.join(".git").exists())?;
        let parts = path.strip_prefix(root).ok()?.iter().map(|part| part.to_string_lossy().into_owned());
        Some(parts.collect::<Vec<_>>().join("/"))
    };
    from_root(Path::new(path)).unwrap_or_else(|| path.to_owned())
}

pub fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

pub fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn workflow_commands_are_escaped() {
        let text = "errcat: 1\ncatalogue: {name: \"100%\"}\ncodes:\n  \"A%,:\": {http_status: 400, message: a, description: b}\n";
        let diagnostics = errcat::Catalogue::parse("a,b:c%.yaml", text.as_bytes()).expect_err("the name is invalid");
        let command = workflow_command(diagnostics.iter().next().expect("a finding"));
        let rest = "a%2Cb%3Ac%25.yaml,line=4,endLine=4,col=3,endColumn=9,title=invalid-name::a code's name must be";
        assert!(command.starts_with("::error file=") && command.contains(rest), "{command}");
        assert_eq!(data("a\r\nb%"), "a%0D%0Ab%25");
    }
}
