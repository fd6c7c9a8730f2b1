"""Markdown extension: `[@id]` becomes a short name in the text and a full entry at the page's end.

The name of a section of the law links to the site's own explanation of it, which links on to the
official text. The name of any other source links to its entry. Each entry links back to every place
that cites it. Citations work the same on paper, from a disk, and without scripts.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from re import Match
from typing import Any

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from macros import ROOT
from macros.content import CITATIONS, MAIN, View, citations, joined, load
from macros.content.dates import long_date, published

ANCHOR = "kjelder-paa-sida"
LAW_PAGE = "/regelverk.md"
"""The page that explains the sections of the law. MkDocs makes the address relative to the page."""


class CitationExtension(Extension):
    """The extension. Its options are the code of the `edition`, and the `root` of the project."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {"edition": [MAIN.code, "Edition"], "root": [str(ROOT), "Project folder"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register the two parts; a higher number runs earlier.

        The mark must run before Markdown's links (160), which would take the bracket. The list must
        be there before the table of contents is made (5), so that its heading is listed."""
        cited = _Cited(Path(self.getConfig("root")), self.getConfig("edition"))
        md.registerExtension(self)
        self.cited = cited
        md.inlinePatterns.register(_Mark(CITATIONS.pattern, cited), "citation", 165)
        md.treeprocessors.register(_List(md, cited), "citation-list", 15)

    def reset(self) -> None:
        """Called by Python-Markdown before each page: forget the citations of the previous one."""
        self.cited.forget()


@dataclass(frozen=True)
class _Place:
    """One citation in the text: its own id, the words it shows, and the address it links to."""

    anchor: str
    words: str
    target: str


class _Cited:
    """The citations of the page so far.

    `sections` has the ids of the sources in the order they were first cited, each with the ids of
    its cited sections. `times` counts the citations of each source."""

    def __init__(self, root: Path, code: str) -> None:
        self.root, self.code = root, code
        self.sections: dict[str, list[str]] = {}
        self.times: Counter[str] = Counter()

    def forget(self) -> None:
        """Begin a new page."""
        self.sections.clear()
        self.times.clear()

    @property
    def view(self) -> View:
        """The content in the edition. Raises UnknownEditionError.

        It is not loaded before it is needed: when MkDocs validates its settings, it makes every
        extension once and throws it away."""
        return View.of(load(self.root), self.code)

    def knows(self, name: str) -> bool:
        """Whether `name` can be cited."""
        content = self.view.content
        return name in content.law or name in content.sources

    def add(self, name: str) -> _Place:
        """Note a citation of `name`, the id of a source or a section that can be cited."""
        content = self.view.content
        section = content.law.get(name)
        source = content.sources[section.source if section else name]
        noted = self.sections.setdefault(source.id, [])
        self.times[source.id] += 1
        anchor = f"vist-{source.id}-{self.times[source.id]}"
        short = source.short[self.code]
        if section is None:
            return _Place(anchor, short, f"#{_entry_id(source.id)}")
        if name not in noted:
            noted.append(name)
        return _Place(anchor, f"{short} {section.number}", f"{LAW_PAGE}#{name}")


def _entry_id(source: str) -> str:
    return f"kjelde-{source}"


class _Mark(InlineProcessor):
    """The citations in a place, such as «(Riksrevisjonen 2016)», each with its link.

    Those that follow each other stand in one parenthesis, and each can be linked back to."""

    def __init__(self, pattern: str, cited: _Cited) -> None:
        super().__init__(pattern)
        self.cited = cited

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: Match[str], data: str
    ) -> tuple[ET.Element | None, int | None, int | None]:
        names = list(citations(m[0]))
        if not all(map(self.cited.knows, names)):
            return None, None, None  # the check of the page tells of it
        found = [self.cited.add(name) for name in names]
        words = joined([place.words for place in found])
        marks = [_marked(*each) for each in zip(found, words, strict=True)]
        marks[0].text, marks[-1][0].tail = "(", ")"
        if len(marks) == 1:
            return marks[0], m.start(0), m.end(0)
        together = ET.Element("span")
        together.extend(marks)
        return together, m.start(0), m.end(0)


def _marked(place: _Place, words: tuple[str, str]) -> ET.Element:
    """One citation, behind what joins it to the one before."""
    mark = ET.Element("span", {"class": "cite", "id": place.anchor})
    link = ET.SubElement(mark, "a", {"href": place.target})
    mark.text, link.text = words
    return mark


class _List(Treeprocessor):
    """The list of cited sources, under a heading of its own at the end of the page."""

    def __init__(self, md: Markdown, cited: _Cited) -> None:
        super().__init__(md)
        self.cited = cited

    def run(self, root: ET.Element) -> None:
        if not self.cited.sections:
            return
        view = self.cited.view
        folded = ET.SubElement(root, "details", {"class": "fold sources-fold"})
        summary = ET.SubElement(folded, "summary")
        heading = ET.SubElement(summary, "h2", {"id": ANCHOR})
        heading.text = f"{view.say('sources')} ({len(self.cited.sections)})"
        entries = ET.SubElement(folded, "ul", {"class": "sources"})
        for name, sections in self.cited.sections.items():
            entries.append(_entry(view, name, sections, self.cited.times[name]))


def _entry(view: View, name: str, sections: list[str], times: int) -> ET.Element:
    source = view.content.sources[name]
    item = ET.Element("li", {"id": _entry_id(name)})
    link = ET.SubElement(item, "a", {"href": source.url})
    link.text = source.title
    if source.language != view.code:
        link.set("lang", source.language)
    _append(item, "".join(f", {view.content.law[section].number}" for section in sections))
    day = published(source.published, view.say("source.undated"))
    checked = f"{view.say('source.checked')} {long_date(source.checked)}"
    how = view.say(f"source.level.{source.level}")
    stop = "" if source.title.endswith(("?", "!")) and not sections else "."
    _append(item, f"{stop} {source.publisher[view.code]}, {day}. {how}. {checked}. ")
    _append_back_links(view, item, name, times)
    return item


def _append_back_links(view: View, item: ET.Element, name: str, times: int) -> None:
    """Add «Vist til: 1, 2», where each number links to a place that cites the source."""
    back = ET.SubElement(item, "span", {"class": "back"})
    back.text = f"{view.say('source.back')}: "
    for number in range(1, times + 1):
        called = f"{view.say('source.back.name')} {number}"
        link = ET.SubElement(back, "a", {"href": f"#vist-{name}-{number}", "aria-label": called})
        link.text, link.tail = str(number), ", " if number < times else "."


def _append(item: ET.Element, text: str) -> None:
    """Add `text` after the last element in `item`."""
    item[-1].tail = (item[-1].tail or "") + text


def makeExtension(**kwargs: Any) -> CitationExtension:  # noqa: N802 - Markdown's name
    """Called by Python-Markdown, which looks for this name, to make the extension."""
    return CitationExtension(**kwargs)
