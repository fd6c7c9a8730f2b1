"""The pages to search: those of the built site, and a thousand made-up examples beside them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import html

from macros.search import Page, sections

_PLACES = (
    "berg",
    "vik",
    "dal",
    "nes",
    "fjord",
    "vatn",
    "heim",
    "sund",
    "lund",
    "strand",
    "ås",
    "øy",
)
_NAMES = (
    "Stor",
    "Lang",
    "Furu",
    "Gran",
    "Bjørke",
    "Elve",
    "Kvit",
    "Nord",
    "Sol",
    "Tran",
    "Ulv",
    "Ørne",
    "Bråte",
    "Myr",
)
_HEADINGS = (
    "Ambisjon",
    "Kompetanse",
    "Roller",
    "Kapasitet",
    "Informasjon",
    "Rapportering",
    "Kontroll",
    "Krav",
)


def site_pages(site: Path, edition: str) -> list[Page]:
    """The pages of a built site, read back from its HTML."""
    root = site if edition == "nn" else site / "nb"
    found = [
        path
        for path in sorted(root.rglob("index.html"))
        if edition == "nb" or "nb" not in path.relative_to(root).parts
    ]
    return [page for path in found if (page := _page(path, root))]


def _page(path: Path, root: Path) -> Page | None:
    """The page; None for one that only says where it has moved."""
    address = path.parent.relative_to(root).as_posix().removeprefix(".")
    tree = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
    article = next(iter(tree.xpath("//article")), None)
    if article is None:
        return None
    for foot in article.xpath(".//aside"):
        foot.drop_tree()
    title = tree.xpath("//title")[0].text_content().rsplit(" – ", 1)[0]
    description = tree.xpath("//meta[@name='description']/@content")[0]
    content = "".join(html.tostring(child, encoding="unicode") for child in article)
    return Page(address, f"{address}/" if address else "", title, description, content)


def made_up(real: Sequence[Page], count: int, seed: int = 1) -> Iterator[Page]:
    """Examples with sentences of the real pages in new order, under headings like those of an
    example. The same for the same seed; the places are not real."""
    chance = random.Random(seed)
    sentences = [sentence for page in real for sentence in _sentences(page.content)]
    for number in range(count):
        name = f"{chance.choice(_NAMES)}{chance.choice(_PLACES)} {number} kommune"
        body = "".join(
            f'<h2 id="{heading.lower()}">{heading}</h2>'
            f"<p>{' '.join(chance.sample(sentences, 6))}</p>"
            for heading in chance.sample(_HEADINGS, 6)
        )
        title = f"{name}: innkjøpsstrategi"
        content = f"<h1>{title}</h1><p>{chance.choice(sentences)}</p>{body}"
        path = f"eksempel/made-up-{number}"
        yield Page(path, f"{path}/", title, f"Innkjøpsstrategien til {name}.", content)


def _sentences(content: str) -> list[str]:
    text = " ".join(section.text for section in sections(content))
    return [sentence for sentence in re.split(r"(?<=[.?!])\s", text) if 40 < len(sentence) < 200]
