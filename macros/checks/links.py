"""Check links, anchors and pictures within each edition, by the rules of Markdown and MkDocs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache, partial
from pathlib import Path
from posixpath import dirname, join, normpath, splitext
from typing import Any
from urllib.parse import unquote, urlsplit

from ..content import EDITIONS, Content, Problem
from ..content.files import project_files
from ..content.markdown_source import below, masked, read_markdown
from ..content.problems import MAX_QUOTE
from ..content.raw_html import wrong_address
from ..content.register import DATA
from ..content.yaml_file import YamlFile, strings
from ..content.yaml_source import read_yaml
from ..page_check import macro_faults
from ..site.addresses import ADDRESS_REGISTER, LostAnchorError, every_old_anchor
from ..site.cache import Cache
from ..site.shelf import Shelf
from .converted import Converted, Converter
from .filled import Filler
from .menu import made_pages, written_pages
from .places import Places
from .settings import CONFIGS, Extensions, Settings
from .theme import THEME

CONVERTED = Path(".cache/checked")
"""The folder with the anchors and links of texts that have been converted before."""
_LINK = re.compile(r"\]\((/[^)\s]+)\)")
_MACRO = re.compile(r"\{\{.*?\}\}")


def shelves(root: Path) -> dict[str, Shelf]:
    """For each edition, the anchors and links of its texts as they were last converted.

    Make them before the content is loaded."""
    cache = Cache(root / CONVERTED)
    return {edition: Shelf(cache, edition, [root / DATA]) for edition in EDITIONS}


def check_links(
    root: Path,
    content: Content,
    settings: Mapping[str, Settings],
    kept: Mapping[str, Shelf],
) -> Iterator[Problem]:
    """Every link that leads nowhere, in the editions whose settings can be read.

    `kept` tells what the texts link to. Whether that is there is looked up each time, since any
    other file may have taken it away."""
    for edition in (edition for edition in EDITIONS if edition in settings):
        try:
            converter = _converter(root, edition, settings[edition].extensions)
        except Exception as error:  # an extension may raise anything when it is made
            told = (
                f"Markdown-tillegga kan ikkje brukast ({type(error).__name__}). Sjå etter"
                " skrivefeil i namna."
            )
            yield Problem(CONFIGS[edition], 1, told)
            continue
        # A project without the theme, or without our generated pages in its menu, is one of the
        # small ones in the tests, and does not have these pages
        listed = {entry.path for entry in settings[edition].menu or ()}
        with_made = (root / THEME).is_dir() and not listed.isdisjoint(made_pages(content))
        extensions = json.dumps(settings[edition].extensions, default=_name_of)
        convert = partial(_converted, kept[edition], extensions, converter)
        yield from _Edition(root, content, edition, convert, with_made).check()
        kept[edition].save()


class _Edition:
    """Checks the pages of one edition against each other."""

    def __init__(
        self,
        root: Path,
        content: Content,
        edition: str,
        convert: Callable[[str], Converted],
        with_made: bool = True,
    ) -> None:
        self.with_made = with_made
        self.root, self.content, self.edition, self.convert = root, content, edition, convert
        self.filler = Filler(root, content, edition)
        self.places = Places(root, content, edition, lambda text: convert(text).anchors)

    def check(self) -> Iterator[Problem]:
        """Every wrong link. All pages are read first, since a link may lead to an anchor on any."""
        read = [(page, *self._read(page)) for page in written_pages(self.root, self.edition)]
        for page, text, found in read:
            yield from self._page(page, text, found)
        if self.with_made:
            yield from self._made_pages()
        yield from self._forwards()
        yield from self._data()

    def _forwards(self) -> Iterator[Problem]:
        """Anchors of before that lead to an anchor that their page does not have."""
        headings: dict[str, frozenset[str] | None] = {}
        for address, old, new, line in every_old_anchor(self.root, self.edition):
            if address not in headings:
                page = self.places.page_at(address)
                headings[address] = self.places.headings(page) if page else None
            anchors = headings.get(address)
            if anchors is not None and new not in anchors:
                told = f"{self.edition}/{address}: {LostAnchorError(old, new)}"
                yield Problem(ADDRESS_REGISTER.as_posix(), line, told)

    def _read(self, page: str) -> tuple[str, Converted]:
        """The whole text of a page, and its anchors and links."""
        file = f"docs/{self.edition}/{page}"
        top, text = read_markdown(self.root / file, file)
        if text is None:
            self.places.note(page, None)
            return "", Converted(frozenset(), ())
        body, known = below(text)[0], True
        if isinstance(top.data, dict) and top.data.get("render_macros") is True:
            # The macros are only run after a check that the page has nothing but correct calls
            known = not any(macro_faults(text, top.data, self.content))
            body = self.filler.fill(body) if known else _MACRO.sub("", body)
        found = self.convert(body)
        self.places.note(page, found.anchors if known else None)
        return text, found

    def _page(self, page: str, text: str, found: Converted) -> Iterator[Problem]:
        lines = _Lines(text, self.filler if self.places.knows(page) else None)
        for url, picture in dict.fromkeys(found.links):
            if wrong := self._wrong(url, page, picture):
                for line in lines.of(url):
                    yield Problem(f"docs/{self.edition}/{page}", line, wrong)

    def _made_pages(self) -> Iterator[Problem]:
        """Anchors that generated pages link to, and that a written page no longer has.

        If the whole page is gone, the checks of the menu and of the addresses report it."""
        for page, text in self.places.made():
            for url in dict.fromkeys(match[1] for match in _LINK.finditer(text)):
                goal, _, anchor = url.removeprefix("/").partition("#")
                anchors = self.places.anchors(goal) if anchor and self.places.has(goal) else None
                if anchors is not None and anchor not in anchors:
                    told = (
                        f"Sida skal ha ankeret «{anchor}», som «{page}» viser til. Set inn att det"
                        " som har det."
                    )
                    yield Problem(f"docs/{self.edition}/{goal}", 1, told)

    def _data(self) -> Iterator[Problem]:
        """Wrong links in the texts of `docs/data/`, which end up on pages."""
        for file in project_files(self.root / DATA, "*.yml"):
            source = read_yaml(file, file.relative_to(self.root).as_posix())
            for path, value in strings(source.data):
                if "](" in value or "]:" in value:
                    yield from self._text(
                        source, path[-1:] == (self.edition,), source.line(path), value
                    )

    def _text(self, source: YamlFile, own: bool, line: int, value: str) -> Iterator[Problem]:
        if not own:
            return
        for url, picture in dict.fromkeys(self.convert(value).links):
            # A link within the same page cannot be checked: the text may be used on several pages
            if not url.startswith("#") and (wrong := self._wrong(url, "index.md", picture)):
                offset = next((n for n, part in enumerate(value.split("\n")) if url in part), 0)
                yield Problem(source.file, line + offset, wrong)

    def _wrong(self, url: str, page: str, picture: bool) -> str | None:
        """The message about a wrong link on `page`, or None.

        The rules are those of `_RelativePathTreeprocessor` in MkDocs."""
        shown = url[:MAX_QUOTE]
        try:
            parts = urlsplit(url)
            parts.port  # noqa: B018 - raises for what is no number
        except ValueError:
            return (
                f"Lenkja «{shown}» er ikkje ei gyldig nettadresse. Kopier adressa frå nettlesaren."
            )
        if parts.scheme in ("http", "https") and not parts.hostname:
            return (
                f"Lenkja «{shown}» er ikkje ei gyldig nettadresse. Kopier adressa frå nettlesaren."
            )
        if wrong := wrong_address(url):
            return wrong
        if parts.scheme or parts.netloc:
            return None
        goal = page
        if parts.path:
            goal = normpath(join(dirname(page), unquote(parts.path)).lstrip("/"))
            if not self.places.has(goal):
                return self._nowhere(shown, goal, picture)
        return self._no_anchor(shown, goal, parts.fragment) if parts.fragment else None

    def _nowhere(self, shown: str, goal: str, picture: bool) -> str:
        names = self.places.names()
        likely = [
            f"{goal}/index.md",
            f"{goal}.md",
            f"{splitext(goal)[0]}.md",
            f"{splitext(goal)[0]}/index.md",
        ]
        near = next((name for name in likely if name in names), None)
        near = near or next(iter(get_close_matches(goal[: 2 * MAX_QUOTE], names, n=1)), None)
        guess = f"Meinte du «/{near}»?" if near else "Rett adressa."
        if picture:
            return f"Biletet «{shown}» finst ikkje i docs/{self.edition}/. {guess}"
        return (
            f"Lenkja «{shown}» viser til noko som utgåva på {EDITIONS[self.edition].name.lower()}"
            f" ikkje har. {guess}"
        )

    def _no_anchor(self, shown: str, goal: str, anchor: str) -> str | None:
        anchors = self.places.anchors(goal)
        if anchors is None or anchor in anchors:
            return None
        near = next(iter(get_close_matches(anchor[:MAX_QUOTE], sorted(anchors), n=1)), None)
        guess = f"Meinte du «#{near}»?" if near else "Rett lenkja."
        return (
            f"Lenkja «{shown}» viser til ankeret «{anchor[:MAX_QUOTE]}», som ikkje finst på"
            f" «/{goal}». {guess}"
        )


class _Lines:
    """Finds the lines of a page that have a link."""

    def __init__(self, text: str, filler: Filler | None) -> None:
        self.lines, self.filler = masked(text).split("\n"), filler

    def of(self, url: str) -> list[int]:
        """The lines that have `url`, or else the first whose macro gives it, or else line 1."""
        form = re.compile(rf"[(<:]\s*<?{re.escape(url)}(?![^\s)>\"'])")
        written = [number for number, line in enumerate(self.lines, 1) if form.search(line)]
        return (
            written
            or [n for n, line in enumerate(self.lines, 1) if self._gives(line, url)][:1]
            or [1]
        )

    def _gives(self, line: str, url: str) -> bool:
        if self.filler is None or "{{" not in line:
            return False
        try:
            return url in self.filler.fill(line)
        except Exception:  # the line may have only half of a call that goes over two lines
            return False


@lru_cache(maxsize=4)
def _converter(root: Path, edition: str, extensions: Extensions) -> Converter:
    return Converter(root, edition, extensions)


def _name_of(option: Any) -> str:
    """An option that is no plain data. A function is told by its name: Python would tell its place
    in memory as well, which is another in every run."""
    return f"{type(option).__name__} {getattr(option, '__qualname__', repr(option))}"


def _converted(shelf: Shelf, extensions: str, converter: Converter, text: str) -> Converted:
    """The converted text, from the shelf if it has been converted before."""

    def made() -> Any:
        found = converter.convert(text)
        return [sorted(found.anchors), found.links]

    anchors, links = shelf.made(shelf.key(extensions, text), made)
    return Converted(frozenset(anchors), tuple((url, picture) for url, picture in links))
