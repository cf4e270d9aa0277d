"""Runs `errcat diff` over the history of a public catalogue, and compares what it finds with the sources.

    python3 history.py SOURCE CLONE [--errcat PROGRAM] [--show] [--keep FOLDER]

SOURCE is one of the catalogues in sources.py, CLONE a clone of its repository with its whole history. Each version on the main
line is converted and compared with the one before. The exit status is 1 if errcat misses a change, or reports one that the
sources don't have.
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from sources import SOURCES

# What is said about a code that both versions have, with what errcat calls its changes.
ABOUT_CODES = {
    "number": {"number-changed"},
    "http_status": {"status-changed"},
    "message": {"message-reworded", "placeholder-moved"},
    "description": {"description-changed"},
    "help": {"help-changed"},
    "attributes": {"attribute-value-changed"},
}
RENAMES = {"code-renamed", "code-case-changed"}
# What a code has several of, with what errcat calls what comes and goes, and the part of the subject that names it.
LISTS = {
    "aliases": (lambda code: code.get("aliases", []), "alias-added", "alias-removed", "name"),
    "params": (lambda code: re.findall(r"{{\.(\w+)}}", code["message"]), "code-param-added", "code-param-removed", "param"),
}


def git(clone, *arguments):
    output = subprocess.run(["git", "-C", clone, *arguments], check=True, capture_output=True)
    return output.stdout.decode()


def versions(source, clone):
    """The commits that changed the catalogue, the oldest first, each with its text."""
    log = git(clone, "log", "--first-parent", "--reverse", "--format=%h %ad %s", "--date=short", "HEAD", "--", source.path)
    for line in log.splitlines():
        commit = line.split(" ", 1)[0]
        try:
            yield line, git(clone, "show", f"{commit}:{source.path}")
        except subprocess.CalledProcessError:
            print(f"skipped {line}: it has no such file")


def disagreements(old, new, changes):
    """Where the changes are not those between two versions, as a plain comparison of their names finds them."""
    keys = [(change["change"], change["subject"].get("code")) for change in changes]
    names = collections.defaultdict(list)
    for kind, code in keys:
        names[kind].append(code)
    gone, come = old.keys() - new.keys(), new.keys() - old.keys()
    renamed = [code for kind in RENAMES for code in names[kind]]
    if gone != set(names["code-removed"]) | set(renamed):
        yield f"gone are {sorted(gone)}"
    if len(come) != len(names["code-added"]) + len(renamed) or not set(names["code-added"]) <= come:
        yield f"come are {sorted(come)}"
    for member, kinds in ABOUT_CODES.items():
        found = {code for kind in kinds for code in names[kind]}
        expected = {name for name in old.keys() & new.keys() if old[name].get(member) != new[name].get(member)}
        # Of a renamed code everything else may have changed too.
        if found - set(renamed) != expected:
            yield f"{member} differs in {sorted(expected)}, found {sorted(found)}"
    for member, (read, added, removed, part) in LISTS.items():
        for kind, before, now in [(added, old, new), (removed, new, old)]:
            subjects = [change["subject"] for change in changes if change["change"] == kind]
            found = {(subject["code"], subject[part]) for subject in subjects if subject["code"] not in renamed}
            both = before.keys() & now.keys()
            expected = {(name, each) for name in both for each in set(read(now[name])) - set(read(before[name]))}
            if found != expected:
                yield f"{member}: {kind} of {sorted(expected)}, found {sorted(found)}"


class Run:
    def __init__(self, errcat, folder):
        self.errcat, self.folder, self.count = errcat, folder, 0

    def write(self, catalogue):
        self.count += 1
        path = self.folder / f"{self.count:04}.yaml"
        path.write_text(json.dumps(catalogue, ensure_ascii=False, indent=1))
        return path

    def diff(self, old, new):
        arguments = [self.errcat, "diff", old, new, "--format", "json", "--fail-on", "none"]
        output = subprocess.run(arguments, capture_output=True, check=False)
        if output.returncode != 0:
            sys.exit(output.stderr.decode())
        return json.loads(output.stdout)["changes"]


def compare(source, clone, run, show):
    """Compares all versions, each with the one before, and returns how many disagreements there are."""
    last, pairs, kinds, wrong = None, 0, collections.Counter(), 0
    for title, text in versions(source, clone):
        catalogue = source.convert(text)
        path = run.write(catalogue)
        if run.diff(path, path):
            sys.exit(f"{title}: it differs from itself")
        if last is not None:
            pairs += 1
            changes = run.diff(last[0], path)
            kinds.update(change["change"] for change in changes)
            if show and changes:
                print(f"\n{title}")
                for change in changes:
                    breaks = ", ".join(change["breaks"])
                    print(f"  {change['change']} [{breaks}]: {change['message']}")
            for line in disagreements(last[1], catalogue["codes"], changes):
                wrong += 1
                print(f"WRONG in {title}: {line}")
        last = (path, catalogue["codes"])
    print(f"\n{pairs + 1} versions, {kinds.total()} changes, {wrong} disagreements")
    for kind, count in kinds.most_common():
        print(f"{count:6} {kind}")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", choices=sorted(SOURCES))
    parser.add_argument("clone")
    parser.add_argument("--errcat", default="errcat", help="the program, if it is not on PATH")
    parser.add_argument("--show", action="store_true", help="print every change")
    parser.add_argument("--keep", type=pathlib.Path, metavar="FOLDER", help="keep the converted versions")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        wrong = compare(SOURCES[options.source], options.clone, Run(options.errcat, folder), options.show)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
