"""The third set: every term of the glossary and every heading, typed in six other ways.

It holds the mechanisms, since nobody chose which words are easy. A heading that several
pages have belongs to none of them, and is left out."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from macros.content import EDITIONS, Content
from macros.search import Page, sections

from .quality import Query

_EACH = 40
"""Questions of each kind in each edition: the same ones for the same content."""
_ASCII = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
_LAST_PARTS = (
    "krav",
    "plikt",
    "kontroll",
    "strategi",
    "liste",
    "attest",
    "avtale",
    "kjede",
    "kjeda",
    "plan",
    "skjema",
    "modellen",
    "vilkår",
    "arbeid",
    "sjekk",
    "lova",
    "loven",
    "tid",
)
_ENDINGS = {"nn": ("en", "ane", "ar", "a"), "nb": ("en", "ene", "er", "et")}


def made(content: Content, pages: dict[str, Sequence[Page]]) -> list[Query]:
    """The questions of both editions; `pages` has the pages of each."""
    found = []
    for code in EDITIONS:
        led = _led_to(content, code)
        names = {
            name: right | led.get(name, set())
            for name, right in {**_headings(pages[code]), **_terms(content, code)}.items()
        }
        chance = random.Random(f"{code}, in the same order each time")
        for kind, change in _CHANGES.items():
            asked = [
                Query(code, kind, text, right, held_out=False)
                for name, right in sorted(names.items())
                if (text := change(name, code)) and text != name
            ]
            found += chance.sample(asked, min(_EACH, len(asked)))
        other = [
            Query(code, "other edition", text, right, held_out=False)
            for text, right in sorted(_other(content, code).items())
        ]
        found += chance.sample(other, min(_EACH, len(other)))
    return found


def _terms(content: Content, code: str) -> dict[str, frozenset[str]]:
    """Every term, with the glossary and the pages that are about it."""
    found: dict[str, frozenset[str]] = {}
    for term in content.terms.values():
        chapter = content.chapters[term.chapter].page if term.chapter else None
        about = {f"{chapter.removesuffix('.md')}/"} if chapter else set()
        found[term[code].lower()] = frozenset({"ordliste/", *about})
    return found


def _led_to(content: Content, code: str) -> dict[str, set[str]]:
    """The pages that each word leads to by what people type, in the words of the content."""
    found: dict[str, set[str]] = {}
    for way in content.ways.values():
        for text in way.said(code):
            page = "" if way.page == "index" else f"{way.page}/"
            found.setdefault(text.lower(), set()).add(page)
    return found


def _other(content: Content, code: str) -> dict[str, frozenset[str]]:
    """The terms as the other edition has them, where it has another word."""
    other = next(each for each in EDITIONS if each != code)
    own = _terms(content, code)
    return {
        term[other].lower(): own[term[code].lower()]
        for term in content.terms.values()
        if term[other] != term[code]
    }


def _headings(pages: Sequence[Page]) -> dict[str, frozenset[str]]:
    where: dict[str, set[str]] = {}
    for page in pages:
        for section in sections(page.content):
            if section.level <= 3 and section.title:
                where.setdefault(section.title.lower(), set()).add(page.address)
    return {name: frozenset(found) for name, found in where.items() if _is_telling(name, found)}


def _is_telling(name: str, pages: set[str]) -> bool:
    """Whether a heading belongs to one page, and says more than «Mål» and «I strategien»."""
    long = [word for word in name.split() if len(word) > 4 and word.isalpha()]
    return len(pages) == 1 and len(long) >= 2 and len(name.split()) <= 4


def _longest(name: str) -> str:
    return max(name.split(), key=len)


def _misspelt(name: str, code: str) -> str | None:
    """Two letters in the middle of the longest word in the wrong order."""
    word = _longest(name)
    at = len(word) // 2
    if len(word) < 6 or word[at] == word[at - 1]:
        return None
    return name.replace(word, word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :], 1)


def _inflected(name: str, code: str) -> str | None:
    """Another ending on the last word, where it ends like a noun in the singular."""
    word = name.split()[-1]
    if len(word) < 5 or word.endswith(("e", "ar", "er", "ane", "ene", "s", "t", "a", "ande")):
        return None
    return name + _ENDINGS[code][len(name) % 4]


def _split(name: str, code: str) -> str | None:
    """A compound typed as two words, cut where its last part begins."""
    word = _longest(name)
    for end in _LAST_PARTS:
        if word.endswith(end) and len(word) - len(end) > 3:
            return name.replace(word, f"{word[: -len(end)]} {end}", 1)
    return None


def _joined(name: str, code: str) -> str | None:
    """Two words typed as one, or a hyphen left out."""
    if "-" in name:
        return name.replace("-", "")
    return name.replace(" ", "") if len(name.split()) == 2 else None


def _ascii(name: str, code: str) -> str | None:
    return name.translate(_ASCII)


def _begun(name: str, code: str) -> str | None:
    """Without its last quarter, as it stands while the reader types."""
    return name[: -(len(name) // 4)] if len(name) > 8 else None


_CHANGES: dict[str, Callable[[str, str], str | None]] = {
    "misspelt": _misspelt,
    "inflected": _inflected,
    "split": _split,
    "joined": _joined,
    "ascii": _ascii,
    "half typed": _begun,
}
