"""The index as data: the pages and their sections (`docs`), and what is known of the words (`norwegian`)."""

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

# First part of the address -> label key of the kind
KINDS = {
    "sporsmal": "question",
    "grep": "measure",
    "eksempel": "example",
    "sjekklister": "checklist",
    "nedlasting": "download",
    "ordliste": "glossary",
    "regelverk": "law",
}
# What pages of a kind are called: terms of the glossary
_CALLED = {"download": "mal", "checklist": "sjekkliste", "example": "eksempelstrategi"}
# Pages that are lists: each entry answers for itself
_LISTS = {"ordliste", "eksempel"}
_ROW = 7
Named = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Page:
    """A built page. `path` is where it lies within its edition without ending («grep/09-kontroll», «» for the
    front page), `address` how it is linked to, `content` its HTML."""

    path: str
    address: str
    title: str
    description: str
    content: str

    @property
    def kind(self) -> str:
        """Label key of the kind: question, measure, example, checklist, download, glossary, law or guide."""
        return KINDS.get(self.path.split("/")[0], "guide")

    @property
    def is_list(self) -> bool:
        """Whether its headings of the third level are things of their own."""
        return self.path.removesuffix("/index") in _LISTS


def index(view: View, pages: Iterable[Page], written: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The index of one edition. `written` are texts outside `content` that both editions have, as (nn, nb)."""
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
            "aliases": [[term.id, *_names(view.content, term.id)] for term in view.content.terms.values()],
            "pairs": pairs(tuple(beside)),
            "parts": parts(both),
        },
    }


def _documents(view: View, page: Page, named: Named) -> Iterator[dict[str, Any]]:
    """The page first, then its sections, as `browser/search/search.js` reads them."""
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
        document = {"location": f"{page.address}#{section.anchor}", "title": section.title, "text": section.text}
        yield document | ({"entry": True} if _is_entry(page, section) else {})


def _about(view: View, page: Page, named: Named) -> str:
    """The description, the terms of the glossary the page is the place for, what pages of its kind are called, and
    other words for the term it is named after."""
    own = view.content.terms.get(page.path.split("/")[-1])
    is_own = own is not None and (page.kind == "question" or own[view.code] in page.title.lower())
    called = _CALLED.get(page.kind)
    here = [*named.get(page.path, ())]
    if called in view.content.terms and not page.is_list and view.content.terms[called][view.code] not in here:
        here.append(view.content.terms[called][view.code])
    return ". ".join([page.description.rstrip("."), *here, *(_names(view.content, own.id) if own and is_own else [])])


def _named(view: View) -> Named:
    """The terms of the glossary that each page is the place for, by its path."""
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
    """Every word for a term, in both editions, once."""
    term = content.terms[name]
    names = words_for(term)
    return list(dict.fromkeys(part.strip() for name in names for part in re.split(r"[()]", name) if part.strip()))
