"""The index as data: `docs` has the pages and their sections, and `norwegian` what words mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..content import Content, Term, View
from .asked import acts, ways
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
# Pages that are lists, where each entry is found by itself: the level of heading that begins one
_LISTS = {"ordliste": 3, "eksempel": 3, "regelverk": 3, "bransje": 2}
# Those that also answer by what all their entries say together: a question about the law is often
# about several sections
_WHOLE = {"regelverk"}
# Pages that have the same text in another form. The search shows the best, and names the others
_SAME = {
    "sjekklister": "checklist",
    "nedlasting/sjekkliste-samla": "checklist",
    "nedlasting/sjekkliste-sporsmal": "checklist",
    "nedlasting/sjekkliste-grep": "checklist",
    "sjekklister/lovkrav": "duties",
    "nedlasting/sjekkliste-lovkrav": "duties",
}
# Pages that have many words and are seldom the answer: the list of sources, the open data, the
# statement on access, how to contribute, and what only repeats: the finished documents say what the
# templates say, and the lists of all checkpoints what the chapters say
_SELDOM = {"bidra", "data", "kjelder", "oving", "sjekklister", "tilgjenge"}
# Pages that are found by what they are called, and by what people type who want them: examples and
# templates. Only who looks for a word that stands nowhere else needs their text.
_LATER = {"example", "download"}
_OVERVIEWS = {"eksempel", "eksempel/samanlikn", "nedlasting"}
# Parts of a page that only repeat what other pages say: whoever searches is led to those pages
_REPEATED = {"andre", "kjelder-paa-sida"}
# A heading that so many pages share says nothing about any of them: «Lovkrav», «Slik gjer de det»
_SHARED = 4
_ROW = 7
Named = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Page:
    """A built page.

    `path` is its path within the edition without an ending, «grep/09-kontroll», and empty for the
    front page. `address` is the address links use, and `content` the HTML. `note` is what a reader
    should know before she goes there, such as that an example is no longer in force."""

    path: str
    address: str
    title: str
    description: str
    content: str
    note: str = ""

    @property
    def kind(self) -> str:
        """The kind of page as a part of a label's key, «question»; «guide» for all other pages."""
        return KINDS.get(self.path.split("/")[0], "guide")

    @property
    def name(self) -> str:
        """The path as other records refer to the page; that of the front page is «index»."""
        return self.path.removesuffix("/index") or "index"

    @property
    def entries(self) -> int | None:
        """The level of heading that begins an entry of its own, if the page is a list."""
        return _LISTS.get(self.name)

    @property
    def is_list(self) -> bool:
        """Whether the page is a list, where each entry is found by itself."""
        return self.entries is not None


@dataclass(frozen=True)
class Index:
    """The index of one edition, as plain data.

    `main` has every page, and what is known of the language. `more` has the text of the examples,
    which is most of the text once there are many, of the templates, and of a few pages that are
    seldom the answer; the search asks for it when it may be needed."""

    main: dict[str, Any]
    more: list[dict[str, Any]]


def index(view: View, pages: Iterable[Page], written: Iterable[tuple[str, str]]) -> Index:
    """The index of one edition.

    `written` has the texts outside `content` that both editions have, as (nynorsk, bokmål)."""
    pages = tuple(pages)
    known = _Known(
        _named(view),
        ways(view),
        acts(view),
        _shared(pages),
        {page.path: page.address for page in pages},
    )
    documents = [(page, each) for page in pages for each in _documents(view, page, known)]
    beside = [*twins(view.content), *written]
    both = [
        *texts(view.content),
        *(text for pair in beside for text in pair),
        *(each["title"] + " " + each["text"] for _, each in documents),
    ]
    main = {
        "docs": [_short(document) for page, document in documents if not _is_more(page, document)],
        "more": view.say("search.kind.example"),
        "norwegian": {
            "aliases": [
                [term.id, *_names(view.content, term.id)] for term in view.content.terms.values()
            ],
            "alike": [[each.close, *each.words] for each in view.content.alike.values()],
            "pairs": pairs(tuple(beside)),
            "parts": parts(both),
        },
    }
    return Index(main, [document for page, document in documents if _is_more(page, document)])


def _short(document: dict[str, Any]) -> dict[str, Any]:
    """The document with only the anchor as the address of a section, since its page comes first."""
    _, mark, anchor = document["location"].partition("#")
    return document | {"location": f"#{anchor}"} if mark else document


def _is_more(page: Page, document: Mapping[str, Any]) -> bool:
    """Whether `document` is a section whose text is only asked for when it may be needed."""
    is_own = page.kind in _LATER and page.name not in _OVERVIEWS
    return "#" in document["location"] and (is_own or page.name in _SELDOM)


@dataclass(frozen=True)
class _Known:
    """What all pages are read with.

    `named`: the terms that refer to a page. `ways`: what people type, by the page and anchor it
    leads to. `acts`: the names of the act of each section of the law. `shared`: headings that tell
    nothing. `addresses`: of the pages by their paths."""

    named: Named
    ways: Mapping[tuple[str, str], Sequence[str]]
    acts: Mapping[str, str]
    shared: frozenset[str]
    addresses: Mapping[str, str]


def _shared(pages: Sequence[Page]) -> frozenset[str]:
    """The headings that many pages have."""
    counts = Counter(
        title for page in pages for title in {part.title for part in sections(page.content)[1:]}
    )
    return frozenset(title for title, count in counts.items() if count >= _SHARED)


def _documents(view: View, page: Page, known: _Known) -> Iterator[dict[str, Any]]:
    """The page and then its sections, with the keys that `browser/search/search.js` reads."""
    top, *rest = sections(page.content) or [Section("", 1, page.title)]
    yield {
        "location": page.address,
        "title": page.title,
        "text": top.text,
        "kind": view.say(f"search.kind.{page.kind}"),
        "heading": top.title,
        "lead": page.description,
        "about": _about(view, page, known.named),
        **({"note": page.note} if page.note else {}),
        **({"same": _SAME[page.path]} if page.path in _SAME else {}),
        **({"whole": True} if page.name in _WHOLE else {}),
        **_said(known, page, ""),
    }
    if page.path in _SAME and page.kind == "download":
        return  # its text is that of the page with the same checkpoints
    leads = _leads(view, page, known.addresses)
    for section in _own(page, rest):
        document: dict[str, Any] = {
            "location": f"{page.address}#{section.anchor}",
            "title": section.title,
            "text": _without_more(view, section.text) if page.name == "ordliste" else section.text,
        }
        if section.title in known.shared:
            document["shared"] = True
        if page.entries and page.entries < section.level < _ROW:
            document["part"] = True
        if _is_entry(page, section):
            document |= {"entry": True} | _said(known, page, section.anchor)
            if section.anchor in leads:
                document["leads"] = leads[section.anchor]
            if page.name == "regelverk" and (act := known.acts.get(section.anchor)):
                document["about"] = act
        yield document


def _without_more(view: View, text: str) -> str:
    """A definition without the link to the page that is about the term."""
    return text.rsplit(f" {view.say('term.chapter')}: ", 1)[0]


def _formats(page: Page) -> Iterator[str]:
    """The formats of the files on the page, which people search for: «sjekkliste excel»."""
    yield from dict.fromkeys(re.findall(r"(Word|Excel|PDF|OpenDocument|CSV), \d+", page.content))


def _said(known: _Known, page: Page, anchor: str) -> dict[str, Any]:
    said = known.ways.get((page.name, anchor))
    return {"ways": said} if said else {}


def _own(page: Page, parts: Iterable[Section]) -> Iterator[Section]:
    """The sections of a page without those that only repeat other pages, and what is below them."""
    below = 0
    for section in parts:
        if below and section.level > below:
            continue
        below = section.level if _is_repeated(page, section.anchor) else 0
        if not below:
            yield section


def _is_repeated(page: Page, anchor: str) -> bool:
    # On the page of the law, «andre» is about other rules, which stand nowhere else
    return anchor in _REPEATED and not (page.kind == "law" and anchor == "andre")


def _leads(view: View, page: Page, addresses: Mapping[str, str]) -> dict[str, str]:
    """The entries of the glossary that a page of its own is about, each with its address."""
    if page.name != "ordliste":
        return {}
    about = {term.id: _page_of(view.content, term) for term in view.content.terms.values()}
    return {name: addresses[path] for name, path in about.items() if path and path in addresses}


def _about(view: View, page: Page, named: Named) -> str:
    """Words that the page should be found by, although its text may not have them.

    These are the formats of its files, the terms of the glossary that refer to it, the term for its
    kind of page, and every word for the term that it is named after."""
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
            *here,
            *_formats(page),
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
    return _path(content.chapters[term.chapter].page) if term.chapter else None


def _path(page: str) -> str:
    return page.removesuffix(".md")


def _is_entry(page: Page, section: Section) -> bool:
    return section.level in (_ROW, page.entries)


def _names(content: Content, name: str) -> list[str]:
    """Every word for a term, in both editions, each word once."""
    term = content.terms[name]
    names = words_for(term)
    return list(
        dict.fromkeys(
            part.strip() for name in names for part in re.split(r"[()]", name) if part.strip()
        )
    )
