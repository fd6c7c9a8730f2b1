"""The script that gives a page the parts of the documents, so that it can make files of them.

A page that is opened from a disk can load scripts, but fetch no files; so the parts come as one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from .parts import Parts

_EDGE = re.compile(r"(?=<!--\[)|(?<=-->)(?=\n)")


def script(code: str, files: Mapping[str, Mapping[str, Parts]]) -> bytes:
    """The script for the edition `code`. `files` has the parts by document and format.

    Each text stands once, however many files have it. A part is a list of numbers of texts: it is
    cut where regions begin and end, since two documents may have the same region."""
    texts: dict[str, int] = {}
    made: dict[str, dict[str, Any]] = {document: {} for document in files}
    # One format at a time, since what is alike is packed best when it stands close together
    for form in dict.fromkeys(form for forms in files.values() for form in forms):
        for document, forms in files.items():
            if form in forms:
                made[document][form] = _numbered(forms[form], texts)
    data = _json({"texts": list(texts), "files": made})
    return f"(globalThis.strategyParts??={{}})[{json.dumps(code)}]={data};\n".encode()


def _numbered(file: Parts, texts: dict[str, int]) -> dict[str, Any]:
    plain = file.plain()
    plain["parts"] = [
        [name, [texts.setdefault(piece, len(texts)) for piece in _pieces(text)]]
        for name, text in file.parts
    ]
    return plain


def _pieces(text: str) -> Iterator[str]:
    """The text cut in front of each region and behind its end."""
    return (piece for piece in _EDGE.split(text) if piece)


def _json(data: Any) -> str:
    """JSON that a script may hold: two ends of lines of JSON were once ends of lines in scripts."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
