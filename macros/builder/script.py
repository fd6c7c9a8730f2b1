"""The script that gives a page the parts of the documents, so that it can make files of them.

A page that is opened from a disk can load scripts, but fetch no files; so the parts come as one.
The script is to be small when it is packed for the network. Each text stands once, however many
files have it, and texts with the same words stand together, since gzip only looks back 32 kB.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any

from .parts import Parts

_EDGE = re.compile(
    r"(?=<!--\[)|(?<=-->)(?=\n)"  # where a region begins, and behind its end
    r"|(?<=</w:p>)|(?<=</text:[ph]>)|(?<=</p>)|(?<=</h[1-6]>)|(?<=</li>)|(?<=</td>)|(?<=</th>)"
    r"|(?<=\n\n)|(?<=\|\n)|(?<=<!--\*-->)"
    r"|(?=<(?:w:docPart|Relationship|Override|w:style|style:style|w:num|w:abstractNum) )"
    r"|(?=<w:docPart>)|(?=<text:user-field-decl )"
    r"|(?=<w:sdt>)|(?<=</w:sdt>)|(?=<text:user-field-)|(?<=</text:user-field-get>)"
)
"""A text is cut here, so that what two files have in common is a piece of its own."""
_ROW = re.compile(r'<row r="([0-9]+)".*?</row>', re.DOTALL)
_TAG, _WORD = re.compile(r"<[^>]*>"), re.compile(r"[a-zæøå0-9]+")

Files = Mapping[str, Mapping[str, Parts]]


def script(name: str, files: Files, more: Mapping[str, Any] = MappingProxyType({})) -> bytes:
    """The script that sets `strategyParts[name]`. `files` has the parts by document and format.

    `more` is set beside the parts, for whoever makes something of them.

    Every part is a list of steps through the list of texts, each from the one before. What the
    formats of a document share stands once, and the script gives it to each of them."""
    cut = [
        (document, form, [(name, list(_pieces(text))) for name, text in forms[form].parts])
        for form in dict.fromkeys(form for forms in files.values() for form in forms)
        for document, forms in files.items()
        if form in forms
    ]
    texts = _arranged(pieces for _, _, parts in cut for _, pieces in parts)
    place = {text: number for number, text in enumerate(texts)}
    made: dict[str, dict[str, Any]] = {document: {} for document in files}
    for document, form, parts in cut:
        steps = [[name, list(_steps(place[piece] for piece in pieces))] for name, pieces in parts]
        made[document][form] = {"parts": steps}
    shared = [_shared(files[document]) for document in made]
    written = ",".join(
        f"{json.dumps(document)}:{_given(forms, number)}"
        for number, (document, forms) in enumerate(made.items())
    )
    also = "".join(f",{json.dumps(key)}:{_json(value)}" for key, value in more.items())
    return (
        f"(globalThis.strategyParts??={{}})[{json.dumps(name)}]=(s=>({{texts:{_json(texts)},"
        f"files:{{{written}}}{also}}}))({_json(shared)});\n"
    ).encode()


def _shared(forms: Mapping[str, Parts]) -> dict[str, Any]:
    """All but the parts, which is the same in every format of a document."""
    first = next(iter(forms.values())).plain()
    return {name: value for name, value in first.items() if name != "parts"}


def _given(forms: Mapping[str, Any], number: int) -> str:
    """The formats of the document with the given number, each with what they share."""
    made = (
        f"{json.dumps(form)}:{{...s[{number}],{_json(file)[1:]}" for form, file in forms.items()
    )
    return f"{{{','.join(made)}}}"


def _arranged(sequences: Iterable[Sequence[str]]) -> list[str]:
    """Each piece of the sequences once, so that pieces with the same words stand together.

    A piece follows the first one that had three of its words in a row, and a piece without such
    words, such as the markup between two fields, stays with the piece before it."""
    known: dict[tuple[str, ...], int] = {}
    places: dict[str, int] = {}
    for sequence in sequences:
        here = len(places)
        for piece in sequence:
            words = _WORD.findall(_TAG.sub(" ", piece).lower())
            threes = list(zip(words, words[1:], words[2:], strict=False))
            found = next((known[three] for three in threes if three in known), None)
            here = found if found is not None else len(places) if threes else here
            places.setdefault(piece, here)
            for three in threes:
                known.setdefault(three, here)
    return sorted(places, key=lambda piece: places[piece])


def _steps(places: Iterable[int]) -> Iterator[int]:
    before = 0
    for place in places:
        yield place - before
        before = place


def _pieces(text: str) -> Iterator[str]:
    return (piece for piece in _EDGE.split(_folded(text)) if piece)


def _folded(text: str) -> str:
    """The text with equal rows of a sheet written once: `<!--*5:64-->`, the row with `#` for its
    number, and `<!--*-->`. Most rows of a register are empty and equal."""
    rows = list(_ROW.finditer(text))
    if not rows:
        return text
    made = [text[: rows[0].start()]]
    for _, group in groupby(rows, key=_without_number):
        same = list(group)
        row = same[0][0] if len(same) == 1 else _without_number(same[0])
        if len(same) > 1:
            row = f"<!--*{same[0][1]}:{same[-1][1]}-->{row}<!--*-->"
        made.append(row)
    return "".join([*made, text[rows[-1].end() :]])


def _without_number(row: re.Match[str]) -> str:
    return re.sub(rf'( r="[A-Z]*){row[1]}"', r'\1#"', row[0])


def _json(data: Any) -> str:
    """JSON that a script may hold: two ends of lines of JSON were once ends of lines in scripts."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
