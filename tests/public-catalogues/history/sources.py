"""Public catalogues with a history, and how each becomes one for errcat."""

import json
import re

# A placeholder of Go's `fmt`.
VERB = re.compile(r"%(?:%|[-+# 0]*\d*(?:\.\d+)?[a-zA-Z])")


class Source:
    def __init__(self, path, read, head, attributes=None):
        self.path, self.read, self.head, self.attributes = path, read, head, attributes or {}

    def convert(self, text):
        """The catalogue that a text is, which is JSON and so YAML."""
        params, codes = {}, {}
        for name, code in self.read(text, params):
            if name in codes:
                raise ValueError(f"{name} is there twice")
            codes[name] = {key: value for key, value in code.items() if value not in ("", [], None)}
        head = {"errcat": 1, "catalogue": self.head, "attributes": self.attributes, "params": params}
        return {**head, "codes": codes}


def nats(text, params):
    """A list of objects, whose messages have placeholders with names."""
    for entry in json.loads(text):
        yield entry["constant"], {
            "http_status": entry["code"],
            "number": entry["error_code"],
            "message": with_named_params(entry["description"], params),
            "description": entry.get("comment"),
            "help": entry.get("help"),
            "aliases": [alias for alias in [entry.get("deprecates")] if alias],
        }


def dm(text, params):
    """A line for each code: its name, its number and properties, then its texts."""
    lines = text.splitlines()
    codes = [re.fullmatch(r'(\w+),\[code=(\d+):([^\]]*)\](?:, ?"(.*)")?', line) for line in lines]
    for name, number, properties, texts in (code.groups() for code in codes):
        # The texts had no labels at first, and for two versions others.
        texts = re.sub(r"^msg: '(.*)', workaround: '(.*)'$", r"Message: \1, Workaround: \2", texts or "")
        texts = re.sub(r"^(?!Message: |Workaround: )", "Message: ", texts)
        message, workaround = re.fullmatch(r"(?:Message: (.*?))?(?:(?:, |^)Workaround: (.*))?", texts).groups()
        yield name, {
            "number": int(number),
            "message": with_verbs(message or name, params),
            "help": workaround,
            "attributes": dict(each.split("=") for each in properties.split(":")),
        }


def toml(text, params):
    """A table for each code, written by a program: the only strings are literal ones."""
    for name, table in re.findall(r'^\["?([^\]"]+)"?\]\n(.*?)(?=^\[|\Z)', text, re.MULTILINE | re.DOTALL):
        texts = dict(re.findall(r"^(\w+) = '''\n?(.*?)'''$", table, re.MULTILINE | re.DOTALL))
        # Two versions of TiFlow have a name that somebody wrote a part of the message into.
        yield name.removesuffix(" %s"), {
            "message": with_verbs(texts["error"].strip(), params),
            "description": texts.get("description", "").strip(),
            "help": texts.get("workaround", "").strip(),
        }


def with_named_params(message, params):
    """`{prefix}` as a placeholder of errcat."""

    def replaced(found):
        params[found[1]] = "string"
        return "{{." + found[1] + "}}"

    return re.sub(r"\{(\w+)\}", replaced, message)


def with_verbs(message, params):
    """Go's verbs as placeholders: the first text, the first number and so on."""
    counts = {"text": 0, "number": 0}

    def replaced(found):
        if found[0] == "%%":
            return "%"
        name, kind = ("number", "integer") if found[0][-1] == "d" else ("text", "string")
        counts[name] += 1
        param = f"{name}{counts[name]}"
        params[param] = kind
        return "{{." + param + "}}"

    return VERB.sub(replaced, message)


SOURCES = {
    "nats": Source(
        "server/errors.json",
        nats,
        {
            "name": "NATS JetStream",
            "wire": {"at": "error", "number": "err_code", "status": "code", "message": "description"},
        },
    ),
    "dm": Source(
        "_utils/terror_gen/errors_release.txt",
        dm,
        {"name": "TiDB Data Migration", "http_status": 500},
        {"class": "string", "scope": "string", "level": {"values": ["high", "medium", "low"]}},
    ),
    "tiflow": Source("errors.toml", toml, {"name": "TiFlow", "http_status": 500}),
    "pd": Source("errors.toml", toml, {"name": "Placement Driver", "http_status": 500}),
}
