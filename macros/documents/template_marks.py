"""Check the marks in the text of a template before it is filled in: citations, blanks and blocks.

Here the line of each mark is known, as it no longer is in the finished text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..content import BLANK, CITATION, Content
from ..content.nameless import nameless_in, without_name
from ..content.problems import near, unknown, unknown_source
from .prompts import LEVELS

REGION = '{{ region("…") }}'
"""How messages name a block that is a region."""
BLOCKS = (*LEVELS, "rettleiing", "sjekkpunkt", "detalj", "papir", "skjerm", "nyside")
"""The blocks that a template may have, each opened with `::: name` and closed with `:::`.

A region has a name of its own, and is opened with `::: {{ region("name") }}`."""
_PROGRAM = re.compile(r"\{([{%#]).*?[}%#]\}", re.DOTALL)
"""What Jinja reads, in which brackets make a list."""
_ONLY_WRONG = (
    "only(…) skal stå først i ei rad, eller først i ei setning som ikkje er den første i avsnittet."
    " Flytt merket dit."
)
_FENCE = re.compile(r":{3,}[ \t]*(?P<name>[^\s:]*).*")
_REGION = re.compile(r":{3,}[ \t]*\{\{ *region\([^{}]*\) *\}\}")
_CALL = re.compile(r"\{\{ *region\(")
_ONLY = re.compile(r"\{\{ *only\(")
_ONLY_PLACE = re.compile(r"(?:^\| *|[.!?] )\{\{ *only\(")


def wrong_marks(content: Content, text: str) -> Iterator[tuple[int, str]]:
    """`(line, what is wrong)` for every mark in `text` that names nothing, and every block that is
    not closed."""
    yield from _wrong_names(content, text)
    yield from _without_names(content, text)
    yield from wrong_blocks(text)
    for number, line in enumerate(text.split("\n"), 1):
        if len(_ONLY.findall(line)) != len(_ONLY_PLACE.findall(line)):
            yield number, _ONLY_WRONG


def wrong_blocks(text: str) -> Iterator[tuple[int, str]]:
    """`(line, what is wrong)` for the blocks of `text`.

    pandoc closes by itself at the end what somebody forgot to close, so that the rest of a document
    would be taken away together with one piece of advice."""
    opened: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), 1):
        match = _FENCE.fullmatch(line.strip())
        is_region = _REGION.fullmatch(line.strip()) is not None
        if _CALL.search(line) and not is_region:
            yield number, 'Ein region må stå på ei eiga linje, slik: ::: {{ region("standard") }}'
            continue
        if match is None:
            continue
        name = REGION if is_region else match["name"]
        if not name and not opened:
            yield number, "Her sluttar ei blokk som ikkje er opna. Slett linja, eller opne blokka."
        elif not name:
            opened.pop()
        else:
            yield from ((number, wrong) for wrong in _wrong_block(name, opened))
            if is_region and line != line.lstrip():
                yield number, "Linja med regionen byrjar med mellomrom. Slett mellomromma."
            opened.append((number, name))
    for number, name in opened:
        yield number, f"Blokka «{name}» er ikkje lukka. Skriv ::: på ei eiga linje der ho sluttar."


def _wrong_block(name: str, opened: list[tuple[int, str]]) -> Iterator[str]:
    if name not in (*BLOCKS, REGION):
        yield f"Blokka {unknown(name, BLOCKS)}"
    outer = next((other for _, other in opened if other in LEVELS), None)
    if name in LEVELS and outer:
        yield (
            f"Blokka «{name}» står inne i «{outer}». Lukk den ytste først, så kan kvar av dei"
            " strykast for seg."
        )
    around = next((other for _, other in opened if other != REGION), None)
    if name == REGION and around:
        yield (
            f"Regionen står inne i blokka «{around}». Set regionen utanfor, så blir det ingen tom"
            " blokk att når regionen er stroken."
        )


def _wrong_names(content: Content, text: str) -> Iterator[tuple[int, str]]:
    citable, blanks = content.citable, sorted(content.blanks)
    for number, line in enumerate(text.split("\n"), 1):
        for match in CITATION.finditer(line):
            if match[1] not in citable:
                yield number, unknown_source(match[1], citable, content.replaced)
        for match in BLANK.finditer(line):
            if match[1] not in content.blanks:
                yield number, f"Feltet {unknown(match[1], near(match[1], blanks))}"


def _without_names(content: Content, text: str) -> Iterator[tuple[int, str]]:
    prose = _PROGRAM.sub(lambda match: "\n" * match[0].count("\n"), text)
    for number, line in enumerate(prose.split("\n"), 1):
        for match in nameless_in(line):
            yield number, without_name(match[1], content.blanks, '{{{{ field("{}") }}}}')
