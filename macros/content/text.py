"""The kinds of text in the content, how each is checked, and the citation mark `[@id]`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import AfterValidator

from .raw_html import raw_html, tag_pattern

CITATION = re.compile(r"\[@([^\]\s]+)\]")
CITATIONS = re.compile(rf"{CITATION.pattern}(?:\s{CITATION.pattern})*")
"""Citations that follow each other, which a reader sees in one parenthesis."""
HTML = re.compile(tag_pattern())
# Control characters except line feed, marks that turn the direction of text or have no width, and
# halves of surrogate pairs
INVISIBLE = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    r"\ufff9-\uffff\U000e0000-\U000e007f]"
)

# Unicode calls these letters or symbols, but they are blank: the fillers of Hangul and Braille
FILLERS = "\u115f\u1160\u2800\u3164\uffa0"


def legible(text: str) -> str:
    """`text` on one line, with invisible characters as <U+…>. A message may quote any text."""
    return "".join(letter if letter.isprintable() else f"<U+{ord(letter):04X}>" for letter in text)


def citations(text: str) -> Iterator[str]:
    """The ids cited in `text`, in order. An id comes as many times as it is cited."""
    return (match[1] for match in CITATION.finditer(text))


def joined(words: Sequence[str]) -> list[tuple[str, str]]:
    """The words of citations that follow each other, each behind what joins it to the one before.

    An act is named once: `[("", "lova § 5i"), (" og ", "§ 5p")]`. Both editions say «og»."""
    made = []
    for number, (before, each) in enumerate(zip(("", *words), words, strict=False)):
        act, mark, section = each.partition(" §")
        same_act = mark and before.partition(" §")[0] == act
        joint = "" if number == 0 else " og " if number == len(words) - 1 else ", "
        made.append((joint, f"§{section}" if same_act else each))
    return made


class TextFaultError(ValueError):
    """A fault at one place in a text.

    `start` is the index in the text, so that the message can name the line of the fault itself."""

    def __init__(self, message: str, start: int) -> None:
        super().__init__(message)
        self.start = start


def is_blank(value: str) -> bool:
    """Whether `value` shows nothing: only space, soft hyphens, or marks that belong on a letter.

    A character that this Unicode does not know yet counts as shown: a browser may know it."""
    kinds = ((unicodedata.category(letter), letter) for letter in value)
    return not any(
        (kind[0] in "LNPS" or kind == "Cn") and letter not in FILLERS for kind, letter in kinds
    )


def check_prose(value: str) -> str:
    """`value` without space around it.

    Raises ValueError when the text is blank, and TextFaultError for a hidden character or HTML."""
    if found := INVISIBLE.search(value):
        raise TextFaultError(
            f"har eit usynleg teikn (U+{ord(found[0]):04X}). Slett det", found.start()
        )
    if is_blank(value):
        raise ValueError("er tom. Skriv teksten, eller ta bort nøkkelen om han kan vere borte")
    if found := HTML.search(value):
        shown = value[found.start() : found.start() + 12].strip()
        raise TextFaultError(f"har rå HTML («{shown}»). Skriv teksten utan", found.start())
    for line, wrong in raw_html(value):
        start = sum(len(before) + 1 for before in value.split("\n")[: line - 1])
        raise TextFaultError(
            f"har noko som kan køyre: {wrong[0].lower()}{wrong[1:].rstrip('.')}", start
        )
    return value.strip()


def check_line(value: str) -> str:
    """As check_prose, for a text on one line. Raises ValueError for a line break too."""
    value = check_prose(value)
    if "\n" in value:
        raise ValueError("skal stå på éi linje")
    return value


Prose = Annotated[str, AfterValidator(check_prose)]
"""Short Markdown without raw HTML. It may have several paragraphs."""

Line = Annotated[str, AfterValidator(check_line)]
"""Plain text on one line, as in titles, checkpoints and names."""
