"""What is typed, made safe for each format: no character of it is ever read as markup."""

from __future__ import annotations

import json
import re

UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffe\uffff\ud800-\udfff]"
)
"""Characters that XML 1.0 does not allow, and control and private characters that nobody can
see."""
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NEWLINE = re.compile(r"\r\n?")
_BREAKS = re.compile(r"[\t ]*[\n\t][\n\t ]*")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#|&~^$!])")
# What would begin a list or a line under a heading, at the start of a line
_BEGINS = re.compile(r"^[ \t]*(?:([-+=:])|([0-9]+)([.)]))")


def clean(text: str) -> str:
    """`text` with a replacement mark (U+FFFD) for what cannot be shown, and one sign for the end of
    a line."""
    return UNPRINTABLE.sub("\ufffd", _NEWLINE.sub("\n", text))


def one_line(text: str) -> str:
    """`text` with a space for each group of tabs and ends of lines."""
    return _BREAKS.sub(" ", text)


def xml(text: str) -> str:
    """`text` between two tags of XML or HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """`text` in an attribute of XML, where ends of lines and tabs would become spaces."""
    escaped = xml(text).replace('"', "&quot;")
    return escaped.replace("\n", "&#10;").replace("\t", "&#9;")


def stored(text: str) -> str:
    """`text` in the part of a Word file that keeps what is typed, where nothing else is lost than
    what XML cannot hold."""
    return xml(_NOT_XML.sub("\ufffd", _NEWLINE.sub("\n", text)))


def embedded(answers: str) -> str:
    """The answer file, which is JSON, in that part. What XML cannot hold becomes JSON's escapes."""
    return xml(_NOT_XML.sub(lambda match: json.dumps(match[0])[1:-1], answers))


def markdown(text: str, *, begins: bool) -> str:
    """Markdown that shows exactly `text`, also in a cell of a table.

    `begins` tells that the text stands first in its paragraph, where more signs have a meaning.
    Its own lines have breaks between them, and begin nothing."""
    escaped = _MARKDOWN.sub(r"\\\1", text)
    safe = _BEGINS.sub(_escaped_beginning, escaped) if begins else escaped
    return safe.replace("\n", "<br>")


def _escaped_beginning(match: re.Match[str]) -> str:
    sign, number, stop = match.groups()
    return f"\\{sign}" if sign else f"{number}\\{stop}"
