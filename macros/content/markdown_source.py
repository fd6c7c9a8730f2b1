"""Read a Markdown file of the project: its top, between two lines of «---», and the text below."""

from __future__ import annotations

import re
from pathlib import Path

from .decoding import LINE_BREAK, decode
from .yaml_data import Loader, PlainLoader
from .yaml_file import YamlFile
from .yaml_source import parse_yaml, read_bytes

# A block of code and code inside a line, as Python-Markdown recognises them
_FENCED = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[ ]*$", re.DOTALL | re.MULTILINE
)
_CODE = re.compile(r"(?<![\\`])(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_LETTER = re.compile(r"[^\n]")
_TOP = re.compile(r"---\n(.*?)\n---(?:\n|\Z)", re.DOTALL)


def read_markdown(
    path: Path, file: str, loader: Loader = PlainLoader
) -> tuple[YamlFile, str | None]:
    """The data at the top of `path`, called `file` in messages, and the whole text of the file.

    The text is None when the file cannot be read; the problems of the data then say why. Never
    raises."""
    source = YamlFile(file)
    raw = read_bytes(path, source)
    text = None if raw is None else decode(raw, source)
    if text is None:
        return source, None
    text = "\n".join(LINE_BREAK.split(text))
    return _top(text, file, loader), text


def _top(text: str, file: str, loader: Loader) -> YamlFile:
    """The data at the top, with lines counted from the start of the file; no data without a top."""
    match = _TOP.match(text)
    if not match:
        return YamlFile(file)
    # An empty line replaces «---», so that every line keeps its number, also in messages
    top = parse_yaml(f"\n{match[1]}".encode(), file, loader)
    top.lines = {path: line for path, line in top.lines.items() if path}
    return top


def below(text: str) -> tuple[str, int]:
    """The text below the top, and the number of lines the top takes."""
    match = _TOP.match(text)
    return (text[match.end() :], match[0].count("\n")) if match else (text, 0)


def masked(text: str) -> str:
    """`text` with all code replaced by spaces, so that examples of how to write are not checked.

    Lines and columns stay where they were, so that messages point to the right place."""
    for code in (_FENCED, _CODE):
        text = code.sub(lambda match: _LETTER.sub(" ", match[0]), text)
    return text
