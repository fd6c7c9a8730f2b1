"""Read a Markdown file of ours: what stands between the two lines «---» at its top, and the text below."""

from __future__ import annotations

import re
from pathlib import Path

from .yaml_source import LINE_BREAK, Loader, PlainLoader, YamlFile, decode, parse_yaml, read_bytes

# What Python-Markdown takes as a block of code, and code inside a line
_FENCED = re.compile(r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[ ]*$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(?<![\\`])(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_LETTER = re.compile(r"[^\n]")
_TOP = re.compile(r"---\n(.*?)\n---(?:\n|\Z)", re.DOTALL)


def read_markdown(path: Path, file: str, loader: Loader = PlainLoader) -> tuple[YamlFile, str | None]:
    """The top of `path`, named `file` in messages, and its whole text; None when it cannot be read. Never raises."""
    source = YamlFile(file)
    raw = read_bytes(path, source)
    text = None if raw is None else decode(raw, source)
    if text is None:
        return source, None
    text = "\n".join(LINE_BREAK.split(text))
    return _top(text, file, loader), text


def _top(text: str, file: str, loader: Loader) -> YamlFile:
    """The data of the top, with lines counted from the start of the file; no data when there is none."""
    match = _TOP.match(text)
    if not match:
        return YamlFile(file)
    # An empty line in place of «---»: every line keeps its number, also inside messages
    top = parse_yaml(f"\n{match[1]}".encode(), file, loader)
    top.lines = {path: line for path, line in top.lines.items() if path}
    return top


def below(text: str) -> tuple[str, int]:
    """What stands under the top, and how many lines the top takes."""
    match = _TOP.match(text)
    return (text[match.end() :], match[0].count("\n")) if match else (text, 0)


def masked(text: str) -> str:
    """`text` with everything in code blanked, so that what only shows how to write something is not taken as written.

    Lines and columns stay where they were."""
    for code in (_FENCED, _CODE):
        text = code.sub(lambda match: _LETTER.sub(" ", match[0]), text)
    return text
