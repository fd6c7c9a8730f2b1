"""The index as data: `docs` has the pages and their sections, and `norwegian` what words mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..content import Content, Term, View
from .pairs import pairs
from .sections import Section, sections
from .side_by_side import texts, twins, words_for
from .words import parts

# The kind of a page, as a part of a label's key, by the first part of its address
KINDS = {
    "sporsmal": "question",
    "grep": "measure",
    "eksempel": "example",
    "sjekklister": "checklist",
    "nedlasting": "download",
    "ordliste": "glossary",
    "regelverk": "law",
    "omsyn": "law",
    "bransje": "law",
}
# The term of the glossary for pages of a kind, so that a search for the term finds them
_CALLED = {"download": "mal", "checklist": "sjekkliste", "example": "eksempelstrategi"}
# Pages that are lists, where each entry is found by itself
_LISTS = {"ordliste", "eksempel"}
_ROW = 7
Named = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Page:
    """A built page.

    `path` is its path within the edition without an ending, «grep/09-kontroll», and empty for the
    front page. `address` is the address links use, and `content` the HTML."""

    path: str
    address: str
    title: str
    description: str
    content: str

    @property
    def kind(self) -> str:
        """The kind of page as a part of a label's key, «question»; «guide» for all other pages."""
        return KINDS.get(self.path.split("/")[0], "guide")

    @property
    def is_list(self) -> bool:
        """Whether each heading of the third level begins an entry of its own."""
        return self.path.removesuffix("/index") in _LISTS


def index(view: View, pages: Iterable[Page], written: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The index of one edition.

    `written` has the texts outside `content` that both editions have, as (nynorsk, bokmål)."""
    named = _named(view)
    documents = [document for page in pages for document in _documents(view, page, named)]
    beside = [*twins(view.content), *written]
    both = [
        *texts(view.content),
        *(text for pair in beside for text in pair),
        *(d["title"] + " " + d["text"] for d in documents),
    ]
    return {
        "docs": documents,
        "norwegian": {
            "aliases": [
                [term.id, *_names(view.content, term.id)] for term in view.content.terms.values()
            ],
            "pairs": pairs(tuple(beside)),
            "parts": parts(both),
        },
    }


def _documents(view: View, page: Page, named: Named) -> Iterator[dict[str, Any]]:
    """The page and then its sections, with the keys that `browser/search/search.js` reads."""
    top, *rest = sections(page.content) or [Section("", 1, page.title)]
    yield {
        "location": page.address,
        "title": page.title,
        "text": top.text,
        "kind": view.say(f"search.kind.{page.kind}"),
        "heading": top.title,
        "about": _about(view, page, named),
    }
    for section in rest:
        document = {
            "location": f"{page.address}#{section.anchor}",
            "title": section.title,
            "text": section.text,
        }
        yield document | ({"entry": True} if _is_entry(page, section) else {})


def _about(view: View, page: Page, named: Named) -> str:
    """Words that the page should be found by, although its text may not have them.

    These are its description, the terms of the glossary that refer to it, the term for its kind of
    page, and every word for the term that it is named after."""
    own = view.content.terms.get(page.path.split("/")[-1])
    is_own = own is not None and (page.kind == "question" or own[view.code] in page.title.lower())
    called = _CALLED.get(page.kind)
    here = [*named.get(page.path, ())]
    if (
        called in view.content.terms
        and not page.is_list
        and view.content.terms[called][view.code] not in here
    ):
        here.append(view.content.terms[called][view.code])
    return ". ".join(
        [
            page.description.rstrip("."),
            *here,
            *(_names(view.content, own.id) if own and is_own else []),
        ]
    )


def _named(view: View) -> Named:
    """The terms of the glossary that refer to a page, by the path of the page."""
    found: dict[str, list[str]] = {}
    for term in view.content.terms.values():
        if page := _page_of(view.content, term):
            found.setdefault(page, []).append(term[view.code])
    return found


def _page_of(content: Content, term: Term) -> str | None:
    return content.chapters[term.chapter].page.removesuffix(".md") if term.chapter else None


def _is_entry(page: Page, section: Section) -> bool:
    return section.level == _ROW or (page.is_list and section.level == 3)


def _names(content: Content, name: str) -> list[str]:
    """Every word for a term, in both editions, each word once."""
    term = content.terms[name]
    names = words_for(term)
    return list(
        dict.fromkeys(
            part.strip() for name in names for part in re.split(r"[()]", name) if part.strip()
        )
    )
