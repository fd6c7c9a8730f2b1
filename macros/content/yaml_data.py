"""Make plain data of a YAML text, and refuse what content never needs.

Anchors, tags and duplicate keys are refused. Anchors can be nested so that a small file fills the
memory, a tag can name code to run, and of two equal keys the first would be lost without a word.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from .problems import MAX_QUOTE
from .yaml_file import KeyPath, YamlFile
from .yaml_hints import HARD_INDENT, HARD_MESSAGE, explain

MAX_DEPTH = 20
Loader = type[yaml.CSafeLoader]
_TEXT = "tag:yaml.org,2002:str"
_COMMENT = re.compile(r"\s+#")
_WORD = re.compile(r"[a-z0-9_-]+")


class PlainLoader(yaml.CSafeLoader):
    """Reads only numbers, dates, null and true/false as anything else than text.

    YAML 1.1 would also make a truth value of «no» and a number of 12:30 and 017."""


# Begin with no rules at all, and add only those that content needs
PlainLoader.yaml_implicit_resolvers = {}
for _tag, _form, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"-?(0|[1-9][0-9]*)", "-0123456789"),
    ("float", r"-?(0|[1-9][0-9]*)\.[0-9]+", "-0123456789"),
    ("timestamp", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "0123456789"),
):
    PlainLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_form})\Z"), list(_first)
    )


def is_plain(text: str, source: YamlFile) -> bool:
    """Whether `text` has only what content needs; adds a problem to `source` if not.

    The events are streamed before any data is built, so that a nested bomb never takes memory."""
    depth = documents = 0
    try:
        for event in yaml.parse(text, PlainLoader):
            documents += isinstance(event, yaml.DocumentStartEvent)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if wrong := _unwanted(event, documents, depth):
                source.refuse(event.start_mark.line + 1, wrong)  # type: ignore[union-attr]  # the parser always marks
                return False
    except yaml.YAMLError as error:
        source.refuse(*explain(error, text))
        return False
    return True


def _unwanted(event: Any, documents: int, depth: int) -> str | None:
    """What to tell about `event` if content never needs it, else None.

    `documents` and `depth` are the number of documents begun and of open levels, with `event`."""
    if documents > 1:
        return "Linja «---» eller «...» deler fila i to. Slett henne: ei fil for kvart."
    if getattr(event, "anchor", None):
        return (
            "Anker (&) og alias (*) er ikkje lov. Skriv teksten ut, eller set teksten i hermeteikn."
        )
    if (tag := getattr(event, "tag", None)) not in (None, "!"):
        written = tag.replace("tag:yaml.org,2002:", "!!")[:MAX_QUOTE]
        return f"YAML-merket «{written}» er ikkje lov. Ta det bort, eller set teksten i hermeteikn."
    if depth > MAX_DEPTH:
        return f"Innhaldet har fleire enn {MAX_DEPTH} nivå. Sjå etter klammer som ikkje er lukka."
    return None


def construct(node: yaml.Node, path: KeyPath, source: YamlFile) -> Any:
    """The plain data of `node`, which stands at `path`.

    The lines it takes in the file are noted in `source`, and so are its faults."""
    source.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, source)
    if isinstance(node, yaml.SequenceNode):
        return [construct(item, (*path, index), source) for index, item in enumerate(node.value)]
    # A text written as a block ends at the beginning of the line after it
    source.ends[path] = node.end_mark.line + (1 if node.end_mark.column else 0)
    if isinstance(node, yaml.ScalarNode) and not node.style:
        _refuse_cut(node, source)
    return _scalar(node)


def _refuse_cut(node: yaml.Node, source: YamlFile) -> None:
    """Refuse a text that YAML has cut at « #», where a comment begins.

    Someone who writes «Verktøykasse # 2» would lose the rest of the title. A comment is allowed
    after our own words, ids and dates, which are never cut."""
    mark = node.end_mark
    rest = source.text[mark.line][mark.column :] if mark.line < len(source.text) else ""
    found = _COMMENT.match(rest) if node.value else re.match(r"\s*#(?=[^\s#])", rest)
    if found and not _WORD.fullmatch(str(node.value)):
        source.refuse(
            mark.line + 1,
            "Mellomrom og # byrjar ein merknad, så resten av linja blir borte. Set hermeteikn rundt"
            " teksten, eller flytt merknaden til ei linje for seg sjølv.",
        )


def _mapping(node: yaml.MappingNode, path: KeyPath, source: YamlFile) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            source.refuse(
                line,
                "Nøkkelen må vere eit ord. Ein tekst som byrjar med [ eller {, skal stå i"
                " hermeteikn.",
            )
            continue
        key = str(key_node.value)
        if HARD_INDENT.match(key):
            source.refuse(line, HARD_MESSAGE)
            continue
        if key in result:
            first = source.lines[(*path, key)]
            source.refuse(
                line,
                f"Nøkkelen «{key[:MAX_QUOTE]}» står to gonger, først på linje {first}. Slett den"
                " eine.",
            )
            continue
        source.lines[(*path, key)] = line
        result[key] = construct(value_node, (*path, key), source)
    return result


def _scalar(node: yaml.Node) -> Any:
    if node.tag == _TEXT:
        return node.value
    try:
        return yaml.SafeLoader("").construct_object(node)
    # The 13th month, or a number of 5,000 digits: it stays a text, and the model that wants a date
    # or a number refuses it
    except (ValueError, yaml.YAMLError):
        return node.value
