"""The kinds of text the content holds, and the one citation mark they share: `[@id]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator

CITATION = re.compile(r"\[@([^\]\s]+)\]")
HTML = re.compile(r"<(?=[A-Za-z/!?])")
# C0 and C1 controls except line feed, marks that turn the direction of text or take no room, and halves of characters
INVISIBLE = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    r"\ufff9-\uffff\U000e0000-\U000e007f]"
)


def legible(text: str) -> str:
    """`text` on one line, with what cannot be seen written as its number: a message may quote anything."""
    return "".join(letter if letter.isprintable() else f"<U+{ord(letter):04X}>" for letter in text)


def citations(text: str) -> Iterator[str]:
    """The ids cited in `text`, in order, repeated where the text repeats them."""
    return (match[1] for match in CITATION.finditer(text))


def check_prose(value: str) -> str:
    if not value.strip():
        raise ValueError("er tom. Skriv teksten, eller ta bort nøkkelen om han kan vere borte")
    if found := INVISIBLE.search(value):
        raise ValueError(f"har eit usynleg teikn (U+{ord(found[0]):04X}). Slett det")
    if found := HTML.search(value):
        raise ValueError(f"har rå HTML («{value[found.start() : found.start() + 12].strip()}»). Skriv teksten utan")
    return value.strip()


def check_line(value: str) -> str:
    value = check_prose(value)
    if "\n" in value:
        raise ValueError("skal stå på éi linje")
    return value


Prose = Annotated[str, AfterValidator(check_prose)]
"""Short Markdown, possibly several paragraphs, no raw HTML."""

Line = Annotated[str, AfterValidator(check_line)]
"""Plain text on one line: titles, checkpoints, names."""
