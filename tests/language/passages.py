"""The text of pages and of data as passages: what a reader meets as one paragraph, item or cell."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any, Literal

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag

from macros.content import Amount
from macros.content.amounts import AMOUNT
from macros.content.load import load
from macros.content.text import CITATION
from macros.content.yaml_file import KeyPath
from macros.content.yaml_source import read_yaml

HOLE = "◦"
"""Stands where a passage has something that is not our text in its language: a title, a code."""

# Elements that stand in a line of text. Every other element starts a passage of its own.
_INLINE = frozenset(
    ["a", "abbr", "b", "br", "cite", "code", "em", "i", "input", "mark", "q", "s", "small", "span"]
) | frozenset(["strong", "sub", "sup", "svg", "time", "wbr"])
_NOTHING = frozenset(["script", "style", "svg", "template"])
# The date and the question on every page are labels, and read as such once; ids are for programs
_SHARED = frozenset(["page-foot", "checkpoint__id"])
# Forms not to write, and addresses
_NOT_TEXTS = frozenset(["terms.yml", "addresses.yml"])
# Words that people search with, and the parts of what has been given already
_SEARCHED = frozenset(["aliases", "nn", "nb"])
Owner = Literal["ours", "told", "sources"]
"""Whose words a passage has: ours, those of whoever sent in an example, or a list of sources."""


@dataclass(frozen=True)
class Passage:
    """A paragraph, an item of a list, a cell or a heading, without its citations."""

    page: str
    """The address of the page, or file and key of a text in the data."""
    edition: str
    element: str
    text: str
    owner: Owner = "ours"
    cites: int = 0
    links: tuple[str, ...] = field(default=())
    linked: int = 0
    """How many words of it stand in links."""
    foreign: bool = False
    """The whole passage is in another language than the page, and marked so."""

    @property
    def template(self) -> bool:
        """Whether it stands in a document that others fill in and sign."""
        return is_template(self.page)

    @property
    def listing(self) -> bool:
        """Whether it is a row of links rather than a sentence."""
        words = len(self.text.split())
        return len(self.links) > 1 and words - self.linked <= max(6, words // 4)


def is_template(page: str) -> bool:
    """Whether `page` shows a document that others fill in and sign."""
    return bool(re.match(r"(nb/)?nedlasting/(?!sjekkliste)[^/]+/", page))


def page_passages(address: str, page: BeautifulSoup) -> list[Passage]:
    """What stands in the article of `page`, in order."""
    article = page.select_one("article")
    assert article, address
    edition = "nb" if address.startswith("nb/") else "nn"
    return list(_walk(article, _Place(address, edition, "article")))


@dataclass(frozen=True)
class _Place:
    """Where the walk is: the page, and what the nearest elements say of what stands there."""

    address: str
    edition: str
    element: str
    owner: Owner = "ours"
    foreign: bool = False

    def inside(self, tag: Tag) -> _Place:
        """The place of what stands in `tag`."""
        classes = tag.get("class") or []
        owner: Owner = self.owner
        if "told" in classes or "facts" in classes:
            owner = "told"
        elif "sources" in classes:
            owner = "sources"
        language = tag.get("lang")
        foreign = language != self.edition if language else self.foreign
        return _Place(self.address, self.edition, tag.name, owner, foreign)


def _walk(tag: Tag, place: _Place) -> Iterator[Passage]:
    """A passage for each run of inline nodes; every other element is walked in its turn.

    A break of the line ends a run, and so does the mark of a kind: neither what is a line of its
    own nor what looks like a stamp is a part of the sentence after it."""
    run: list[PageElement] = []
    for child in tag.children:
        if not isinstance(child, Tag) or _is_inline(child):
            run.append(child)
            if isinstance(child, Tag) and (
                child.name == "br" or "kind" in child.get_attribute_list("class")
            ):
                yield from _passage(run, place)
                run = []
            continue
        yield from _passage(run, place)
        run = []
        if not _is_skipped(child):
            yield from _walk(child, place.inside(child))
    yield from _passage(run, place)


def _is_inline(tag: Tag) -> bool:
    return tag.name in _INLINE and all(_is_inline(child) for child in tag.find_all(True))


def _is_skipped(tag: Tag) -> bool:
    """Whether `tag` is nothing that readers meet as text of the page."""
    return (
        tag.name in _NOTHING
        or tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or not _SHARED.isdisjoint(tag.get("class") or [])
    )


def _is_cite(tag: Tag) -> bool:
    return "cite" in (tag.get("class") or [])


def _is_hole(tag: Tag, place: _Place) -> bool:
    """Whether `tag` is code, somebody's name or title, or in another language than the page.

    What leads out of the site is called by its title."""
    return (
        tag.name == "code"
        or (tag.name == "a" and str(tag.get("href", "")).startswith("http"))
        or tag.get("translate") == "no"
        or (place.owner == "sources" and tag.name == "a")
        or tag.get("lang", place.edition) != place.edition
    )


def _passage(run: Iterable[PageElement], place: _Place) -> Iterator[Passage]:
    """The passage that a run of inline nodes makes, if it says anything."""
    run = list(run)
    text = _tidy("".join(_inline(node, place) for node in run))
    if not re.search(r"\w", text) and not (text and place.foreign):
        return
    tags = [tag for node in run if isinstance(node, Tag) for tag in (node, *node.find_all(True))]
    links = [tag for tag in tags if tag.name == "a" and tag.get("href")]
    yield Passage(
        place.address, place.edition, place.element, text, place.owner,
        cites=sum(map(_is_cite, tags)),
        links=tuple(_target(place, str(link["href"])) for link in links),
        linked=sum(len(_inline(link, place).split()) for link in links),
        foreign=place.foreign,
    )  # fmt: skip


def _tidy(text: str) -> str:
    """`text` on one line, without the spaces that a citation leaves before a mark."""
    return re.sub(r" (?=[.,;:?!])", "", " ".join(text.split()))


def _inline(node: PageElement, place: _Place) -> str:
    """The text of an inline node, with a hole for what is not our text in the language."""
    if not isinstance(node, Tag):
        return str(node) if type(node) is NavigableString else ""
    if _is_skipped(node) or _is_cite(node):
        return ""
    if node.name in ("br", "input", "wbr"):
        return " "
    if _is_hole(node, place):
        return HOLE
    return "".join(_inline(child, place) for child in node.children)


def _target(place: _Place, href: str) -> str:
    """Where a link leads, the same in both editions where it leads to the same."""
    if re.match(r"[a-z]+:", href):
        return href
    path, _, anchor = href.partition("#")
    full = posixpath.normpath(posixpath.join("/", place.address, path))
    full = re.sub(r"-n[nb](?=\.\w+$)", "", full)
    return (full.removeprefix("/nb") or "/") + ("#" if anchor else "")


def record_passages(root: Path) -> Iterator[tuple[Passage, Passage]]:
    """Both versions of every text in the data."""
    amounts = load(root).amounts
    for file, path, versions in _records(root):
        blocks = [_blocks(versions[code], code, amounts) for code in ("nn", "nb")]
        for nn, nb in zip_longest(*blocks, fillvalue=""):
            yield (
                Passage(f"{file}: {path} nn", "nn", "record", nn),
                Passage(f"{file}: {path} nb", "nb", "record", nb),
            )


def _records(root: Path) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """The file and the key of every text with a version in each edition, and the versions."""
    for file in sorted((root / "docs/data").rglob("*.yml")):
        name = file.relative_to(root).as_posix()
        if file.name not in _NOT_TEXTS:
            for path, versions in _versions(read_yaml(file, name).data, ()):
                yield name, ".".join(map(str, path)), versions


def _versions(data: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Mapping[str, str]]]:
    """Each `{nn, nb}` in `data` with where it is."""
    if isinstance(data, dict):
        if isinstance(data.get("nn"), str) and isinstance(data.get("nb"), str):
            yield path, data
            data = {key: value for key, value in data.items() if key not in _SEARCHED}
        name = data.get("id")
        path = (*path[:-1], str(name)) if name and path and isinstance(path[-1], int) else path
        for key, value in data.items():
            yield from _versions(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _versions(value, (*path, index))


def _blocks(text: str, code: str, amounts: Mapping[str, Amount]) -> list[str]:
    """The paragraphs and items of `text` as a page shows them, without marks and citations."""
    blocks = re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)", text)
    return [_plain(block, code, amounts) for block in blocks]


def _plain(text: str, code: str, amounts: Mapping[str, Amount]) -> str:
    text = re.sub(r"^\s*(?:[-*]|\d+\.)\s+", "", text)
    text = AMOUNT.sub(lambda m: amounts[m[1]].words(code) if m[1] in amounts else m[0], text)
    text = CITATION.sub("", re.sub(r"\[\[([\w.]+)\]\]", r"[\1]", text))
    text = re.sub(r"\[([^\]]+)\]\([^)]+\)(?:\{[^}]*\})?", r"\1", text)
    return _tidy(re.sub(r"[*_`]{1,2}(\S(?:[^*_`]*\S)?)[*_`]{1,2}", r"\1", text))
