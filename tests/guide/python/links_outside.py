"""Treats links to files outside of the book, which the book doesn't have: an mdBook preprocessor.

They lead to the repository if book.toml names it (`output.html.git-repository-url`). Otherwise their text remains.
"""

import json
import re
import sys

# Blocks of code come first, so that a link in one is none.
PATTERN = re.compile(r"^(```+|~~~+).*?^\1|\[([^\]]*)\]\(\.\./([^)]*)\)", re.DOTALL | re.MULTILINE)


def treat(items, repository):
    for chapter in (item["Chapter"] for item in items if isinstance(item, dict) and "Chapter" in item):
        chapter["content"] = PATTERN.sub(lambda link: replacement(link, repository), chapter["content"])
        treat(chapter["sub_items"], repository)


def replacement(link, repository):
    _, text, path = link.groups()
    if text is None:
        return link.group()
    return f"[{text}]({repository.rstrip('/')}/blob/HEAD/{path})" if repository else text


if sys.argv[1:2] != ["supports"]:
    context, book = json.load(sys.stdin)
    html = context["config"].get("output", {}).get("html", {})
    treat(book["items"] if "items" in book else book["sections"], html.get("git-repository-url"))
    json.dump(book, sys.stdout)
