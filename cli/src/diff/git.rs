//! Files in revisions, read with the program `git`.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use errcat::printable;

use crate::print::{note, shown};

/// The repository that a file is in.
pub struct Repository {
    /// The folder of the file.
    folder: PathBuf,
    /// The file, seen from the root of the repository.
    file: String,
}

/// A file in a revision.
pub struct Revision {
    repository: Repository,
    name: String,
    commit: String,
    path: String,
}

impl Repository {
    pub fn of(file: &Path) -> io::Result<Self> {
        let folder = file.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new(".")).to_owned();
        if !folder.is_dir() {
            return Err(io::Error::other(format!("there is no folder {}", shown(&folder))));
        }
        let repository = Self { folder, file: String::new() };
        let prefix = repository.git(&["rev-parse", "--show-prefix"])?;
        if !prefix.status.success() {
            let folder = shown(&repository.folder);
            return Err(io::Error::other(format!(
                "git finds no repository for the folder {folder}: {}",
                complaint(&prefix)
            )));
        }
        let prefix = String::from_utf8(prefix.stdout).ok();
        let path = prefix.zip(file.file_name().and_then(OsStr::to_str));
        let Some((prefix, name)) = path else {
            return Err(io::Error::other(format!("{}: in revisions only paths in UTF-8 can be read", shown(file))));
        };
        Ok(Self { file: prefix.trim_end_matches(['\r', '\n']).to_owned() + name, ..repository })
    }

    /// The file in `REV`, or the one at the path of `REV:PATH`.
    pub fn revision(self, text: &str) -> io::Result<Revision> {
        let (name, path) = text.split_once(':').map_or((text, None), |(name, path)| (name, Some(path)));
        // As an option of git, it would do something else.
        if name.is_empty() || name.starts_with('-') {
            let message = format!("`{}` is not a revision: write git:REV, such as git:HEAD~1", printable(name));
            return Err(io::Error::other(message));
        }
        if path == Some("") {
            let message = format!("git:{} has no path after the `:`", printable(text));
            return Err(io::Error::other(message));
        }
        let mut commit = self.git(&["rev-parse", "--verify", "--quiet", &format!("{name}^{{commit}}")])?;
        if name == "HEAD" && !self.git(&["rev-parse", "--verify", "--quiet", "HEAD"])?.status.success() {
            // Before the first commit there is nothing: the empty tree.
            commit = self.git(&["hash-object", "-t", "tree", "--stdin"])?;
        }
        if is_damaged(&commit) {
            return Err(io::Error::other(format!("git can't read `{}`: {}", printable(name), complaint(&commit))));
        }
        if !commit.status.success() {
            return Err(io::Error::other(format!("there is no revision `{}`{}", printable(name), self.depth()?)));
        }
        let commit = String::from_utf8_lossy(&commit.stdout).trim().to_owned();
        let path = path.unwrap_or(&self.file).to_owned();
        let mut revision = Revision { repository: self, name: name.to_owned(), commit, path };
        if text == name && !revision.has_file()? {
            revision.follow_rename()?;
        }
        Ok(revision)
    }

    /// That a clone has only a part of the history, if so.
    fn depth(&self) -> io::Result<&'static str> {
        let shallow = self.git(&["rev-parse", "--is-shallow-repository"])?;
        Ok(if shallow.stdout.starts_with(b"true") {
            "; this clone is shallow: `git fetch --unshallow` gets the rest, as does `fetch-depth: 0` of actions/checkout"
        } else {
            ""
        })
    }

    fn git(&self, args: &[&str]) -> io::Result<Output> {
        let mut git = Command::new("git");
        git.arg("-C").arg(&self.folder).args(args);
        // What git says is looked at, so it must be in English.
        git.env("LC_ALL", "C");
        // In a hook these are set, and relative to another folder.
        for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
            git.env_remove(variable);
        }
        git.output().map_err(|error| io::Error::other(format!("the program `git`, which reads revisions: {error}")))
    }
}

impl Revision {
    /// The revision as given.
    pub fn name(&self) -> String {
        printable(&self.name).into_owned()
    }

    /// The file, seen from the root of the repository.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The content of a file, whose path is seen from the root of the repository.
    pub fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        // Includes are joined with the separator of the platform.
        let path = path.replace(std::path::MAIN_SEPARATOR, "/");
        let linked = self.followed(&path)?;
        let blob = self.repository.git(&["cat-file", "blob", &format!("{}:{linked}", self.commit)])?;
        if self.was_found(&path, &blob)? {
            return Ok(blob.stdout);
        }
        let help = "; if it had another path: git:REV:PATH, seen from the root of the repository";
        let help = if path == self.path { help } else { "" };
        let message = format!("there is no file {} in {}{help}", printable(&path), self.name());
        Err(io::Error::new(io::ErrorKind::NotFound, message))
    }

    /// Whether the catalogue itself is there.
    pub fn has_file(&self) -> io::Result<bool> {
        let found = self.repository.git(&["cat-file", "-e", &format!("{}:{}", self.commit, self.path)])?;
        self.was_found(&self.path, &found)
    }

    /// Whether git found a file. That it could not look is an error.
    fn was_found(&self, path: &str, output: &Output) -> io::Result<bool> {
        let complaint = complaint(output);
        let is_missing = ["does not exist in", "exists on disk, but not in", "Not a valid object name", "bad file"];
        match output.status.success() {
            true => Ok(true),
            false if !is_damaged(output) && is_missing.iter().any(|said| complaint.contains(said)) => Ok(false),
            false => {
                Err(io::Error::other(format!("git can't read {} in {}: {complaint}", printable(path), self.name())))
            }
        }
    }

    /// The path of the file that a symbolic link in the revision leads to; of another file, its own.
    fn followed(&self, path: &str) -> io::Result<String> {
        const MAX_LINKS: usize = 40;
        let mut path = path.to_owned();
        for _ in 0..MAX_LINKS {
            let entry = self.repository.git(&["ls-tree", "-z", "--full-tree", &self.commit, "--", &path])?;
            if !entry.stdout.starts_with(b"120000 ") {
                return Ok(path);
            }
            let target = self.repository.git(&["cat-file", "blob", &format!("{}:{path}", self.commit)])?;
            let target = String::from_utf8_lossy(&target.stdout).into_owned();
            path = joined(&path, &target).ok_or_else(|| {
                let (link, target, name) = (printable(&path), printable(&target), self.name());
                io::Error::other(format!("{link} in {name} is a link to {target}, outside of the repository"))
            })?;
        }
        Err(io::Error::other(format!("{} in {} is a link that leads in a circle", printable(&path), self.name())))
    }

    /// Takes the path that the file had before it was renamed, if git can tell.
    fn follow_rename(&mut self) -> io::Result<()> {
        let renames =
            ["diff", "-z", "--find-renames", "--diff-filter=R", "--name-status", "--no-relative", &self.commit];
        let renames = self.repository.git(&renames)?;
        let fields: Vec<_> = renames.stdout.split(|byte| *byte == 0).collect();
        let found = fields.chunks_exact(3).find(|rename| rename[2] == self.path.as_bytes());
        if let Some(old) = found.and_then(|rename| std::str::from_utf8(rename[1]).ok()) {
            note(format_args!("{} was {} in {}", printable(&self.path), printable(old), self.name()));
            old.clone_into(&mut self.path);
        }
        Ok(())
    }
}

/// The path that a symbolic link leads to; `None` if that is outside of the repository.
fn joined(link: &str, target: &str) -> Option<String> {
    if target.starts_with('/') {
        return None;
    }
    let mut parts: Vec<_> = link.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => _ = parts.pop()?,
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Whether git met something in the repository that it could not read.
fn is_damaged(output: &Output) -> bool {
    let said = String::from_utf8_lossy(&output.stderr);
    !output.status.success() && said.lines().any(|line| line.starts_with("error: "))
}

/// What git says, in one line.
fn complaint(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    let mut lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.dedup();
    if lines.is_empty() {
        return format!("git stopped with {}", output.status);
    }
    printable(lines.join(" ").trim_start_matches("fatal: ")).into_owned()
}
