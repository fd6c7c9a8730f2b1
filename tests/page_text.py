"""A page as text to compare: what it tells a reader, one thing a line, without what all share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag

FOLDER = Path(__file__).resolve().parent / "golden"
RENEW = ".venv/bin/pytest tests/test_golden.py --renew-golden"

# Elements that stand in a line of text. Every other element starts a line of its own.
_INLINE = frozenset(
    # What Markdown makes
    ["a", "br", "code", "em", "strong"]
) | frozenset(
    # What our own macros and templates add
    ["abbr", "b", "cite", "i", "mark", "q", "s", "small", "span", "sub", "sup", "svg", "time"]
)
# The date and the question whether the page helped are on every page. Other tests hold them.
_SHARED = ".page-foot"
# An example that is sent in must not make whoever sends it renew these pages, so what the number
# of examples decides is left out, and three cards stand for all.
_FROM_EXAMPLES = "select:not([name=sporsmal], [name=grep]) option:not([value='']), .coverage td"
_CARDS = (
    "asker-kommune-verktoykasse-sosialt-ansvar",
    "bane-nor-serios-leverandorkjede",
    "oslomet-innkjopsstrategi-2024",
)
_STANDS_FOR_ALL = ", ".join(f"a[href*={name}]" for name in _CARDS)
_SENTENCE = re.compile(r"(?<=[^\W\d][.?!]|[»>)][.?!]) (?=[A-ZÆØÅ«<(])")
# Dates of checks, sizes of files, and how many examples or checkpoints there are change without
# a change in what the page says.
_CHANGING = (
    (re.compile(r"(Sjekk(?:a|et) )\d+\. [a-z]+ \d{4}"), r"\1(date)"),
    (re.compile(r"\d+(?:[,.]\d+)?\s(?:kB|MB)"), "(size)"),
    (re.compile(r"\(\d+\)(?=</a>|$)", re.MULTILINE), "(count)"),
    (re.compile(r'data-ids="[^"]+"'), 'data-ids="(every checkpoint)"'),
)


def page_text(page: BeautifulSoup) -> str:
    """The title, the description, the other edition and the article of `page`, as lines of text.

    A line is inside the element that it is indented under. An element is written as in CSS, with
    its attributes behind: `p#id.class attribute="value"`.
    """
    page = BeautifulSoup(str(page), "html.parser")  # a copy, as all tests share the pages
    article = page.select_one("article")
    assert article and page.title
    cards = [li for li in article.select(".catalogue > li") if not li.select_one(_STANDS_FOR_ALL)]
    for cut in (*article.select(f"{_SHARED}, {_FROM_EXAMPLES}"), *cards):
        cut.decompose()
    for number in article.select(".unbroken"):  # keeps a line together, and tells nothing
        number.unwrap()
    article.smooth()
    head = page.select("meta[name=description], link[rel=prev], link[rel=next], link[hreflang]")
    path = page.select("nav.site-path")
    lines = _lines([page.title, *head, *path, article], 0)
    text = "\n".join(lines) + "\n"
    for pattern, stand_in in _CHANGING:
        text = pattern.sub(stand_in, text)
    return text


def _lines(nodes: Iterable[PageElement], depth: int) -> Iterator[str]:
    """Each block on a line of its own, each run of text as one line a sentence."""
    for node in _runs(nodes):
        if isinstance(node, str):
            yield from ("  " * depth + sentence for sentence in _sentences(node))
            continue
        inside = list(_lines(node.children, depth + 1))
        if len(inside) == 1 and all(map(_is_text, node.children)):
            yield f"{'  ' * depth}{_element(node)}: {inside[0].strip()}"
        else:
            yield "  " * depth + _element(node)
            yield from inside


def _runs(nodes: Iterable[PageElement]) -> Iterator[str | Tag]:
    """Blocks as they are; what stands between them, as one string a run."""
    for is_text, run in groupby(nodes, _is_text):
        if is_text:
            yield "".join(map(_inline, run))
        else:
            yield from (node for node in run if isinstance(node, Tag))  # and no comments


def _sentences(run: str) -> list[str]:
    text = " ".join(run.replace("\N{NO-BREAK SPACE}", "\N{OPEN BOX}").split())
    return _SENTENCE.split(text) if text else []


def _is_text(node: PageElement) -> bool:
    return _is_inline(node) if isinstance(node, Tag) else type(node) is NavigableString


def _is_inline(tag: Tag) -> bool:
    return tag.name in _INLINE and all(_is_inline(child) for child in tag.find_all(True))


def _inline(node: PageElement) -> str:
    if not isinstance(node, Tag):
        return str(node)
    if node.name in ("br", "svg"):
        return f"<{node.name}>"
    inner = "".join(map(_inline, node.children))
    return f"<{_element(node)}>{inner}</{node.name}>"


def _element(tag: Tag) -> str:
    """`tag` with its attributes. Material's classes are left out, as they say nothing of ours."""
    attributes = {
        name: " ".join(value) if isinstance(value, list) else value  # bs4 cuts classes and rels
        for name, value in tag.attrs.items()
    }
    listed = attributes.pop("class", "").split()
    classes = [name for name in listed if not name.startswith("md-")]
    mark = f"#{attributes.pop('id')}" if "id" in attributes else ""
    name = ".".join([tag.name + mark, *classes])
    rest = (f'{key}="{value}"' if value else key for key, value in attributes.items())
    return " ".join([name, *rest])
