"""Nynorsk is spelled as nynorsk and bokmål as bokmål, by hunspell's dictionaries and a short
list of ours, and both are plain, by the rules in `tests/language/`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag

from macros.content import EDITIONS, Content

from .conftest import ROOT
from .language.gate import Reading, figures
from .language.limits import limits
from .language.pairs import KINDS as PAIR_KINDS
from .language.rules import Hit
from .language.spelling import compounds, known, unknown_to_hunspell

# Names, titles and ids are not text of ours in the edition's language
# What others send in is theirs, spelling and all; we hold ours to the dictionary when we enter it
SKIP = (
    "script, style, code, .checkpoint__id, .sources a, ol.sources, .cite, svg, .told, .facts,"
    " [translate=no]"
)
# Two letters or more: a single letter is a list mark or a section of the law
WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]{2,}(?:-[A-Za-zÀ-ÖØ-öø-ÿ]+)*")


def own_words(pages: dict[str, BeautifulSoup], edition: str) -> dict[str, str]:
    """The words of the edition's pages in its own language, each with a page it stands on."""
    words: dict[str, str] = {}
    for address, page in pages.items():
        if (edition == "nb") != address.startswith("nb/"):
            continue
        assert page.body
        skipped = {id(tag) for tag in page.body.select(SKIP)}
        for string in _ours(page.body, edition, skipped, ours=True):
            for word in WORD.findall(string):
                words.setdefault(word, address)
    return words


def _ours(tag: Tag, edition: str, skipped: set[int], *, ours: bool) -> Iterator[NavigableString]:
    """The texts within `tag` in the language of the edition. `ours` tells if its own texts are."""
    for child in tag.children:
        if isinstance(child, NavigableString) and ours:
            yield child
        elif isinstance(child, Tag) and id(child) not in skipped:
            language = child.get("lang")
            inside = language == edition if language else ours
            yield from _ours(child, edition, skipped, ours=inside)


@pytest.mark.parametrize("edition", EDITIONS)
def test_spelling(pages: dict[str, BeautifulSoup], edition: str) -> None:
    """Every word is in the dictionary of its målform, a compound of words that are, or on our
    list."""
    words = own_words(pages, edition)
    ours = known(edition)
    unknown = {
        word
        for word in unknown_to_hunspell(words, edition)
        if word.lower() not in ours and word not in ours
    }
    lower = {word: word.lower() for word in unknown}
    fine = compounds(lower.values(), edition)
    assert {word: words.get(word, "?") for word in sorted(unknown) if lower[word] not in fine} == {}


@pytest.mark.parametrize("edition", EDITIONS)
def test_our_list_holds_nothing_unused(pages: dict[str, BeautifulSoup], edition: str) -> None:
    """A word that no page uses any more is taken off, so that the list stays short enough to
    read."""
    words = own_words(pages, edition)
    parts = {part for word in words for part in (word, *word.split("-"))}
    assert sorted(known(edition) - parts - {part.lower() for part in parts}) == []


@pytest.fixture(scope="module")
def gate(pages: dict[str, BeautifulSoup], content: Content) -> tuple[Reading, list[Hit]]:
    """The built site as the gate reads it, and every hit that no page is excused for."""
    reading = Reading(ROOT, pages)
    return reading, reading.hits(content)


def test_the_language_is_within_its_limits(gate: tuple[Reading, list[Hit]]) -> None:
    """No kind of fault is more frequent than its limit, and no page is excused in vain."""
    reading, hits = gate
    allowed = limits()
    counted = [hit for hit in allowed.counted(hits) if not hit.told]
    broken = allowed.broken(figures(reading, counted))
    kinds = {re.sub(r"-(percent|templates).*", "", kind) for kind in broken}
    shown = "\n".join(f"[{hit.kind}] {hit}" for hit in counted if hit.kind in kinds)
    assert broken == {}, f"\n{shown}"
    assert allowed.unused(hits, allowed.kinds.keys() - set(PAIR_KINDS)) == []


def test_every_kind_of_hit_has_a_limit_and_none_is_behind_its_goal(
    gate: tuple[Reading, list[Hit]],
) -> None:
    """A kind without a limit would let everything through."""
    reading, hits = gate
    kinds = limits().kinds
    assert figures(reading, hits).keys() <= kinds.keys()
    assert [kind for kind, limit in kinds.items() if limit.today < limit.goal] == []
