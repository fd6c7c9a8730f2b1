"""Markdown extension: `[@id]` becomes a short name in the text and a full entry at the end of the page.

Everything stays within the page, so it reads the same on paper, from a file and without a script.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from re import Match
from typing import Any

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from macros import ROOT
from macros.content import CITATION, Content, Edition, load
from macros.content.dates import published, short_date

ANCHOR = "kjelder-paa-sida"


class CitationExtension(Extension):
    """Options: `edition` (nn or nb) and `root`, the project the content is read from."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {"edition": ["nn", "Edition"], "root": [str(ROOT), "Project folder"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Before links (160), which would take the bracket; the list before the table of contents (5)."""
        edition: Edition = "nb" if self.getConfig("edition") == "nb" else "nn"
        cited = _Cited(Path(self.getConfig("root")), edition)
        md.registerExtension(self)
        self.cited = cited
        md.inlinePatterns.register(_Mark(CITATION.pattern, cited), "citation", 165)
        md.treeprocessors.register(_List(md, cited), "citation-list", 15)

    def reset(self) -> None:
        """Forget the citations of the page before."""
        self.cited.sections.clear()


class _Cited:
    """What the page has cited so far: source ids in order, each with the sections named."""

    def __init__(self, root: Path, edition: Edition) -> None:
        self.root, self.edition = root, edition
        self.sections: dict[str, list[str]] = {}

    @property
    def content(self) -> Content:
        """Loaded when first needed: MkDocs makes every extension once just to see that it can."""
        return load(self.root)

    def add(self, name: str) -> tuple[str, str] | None:
        """Note a citation. Gives `(source id, words in the text)`, or None for an unknown id."""
        if name in self.content.law:
            section = self.content.law[name]
            source = self.content.sources[section.source]
            noted = self.sections.setdefault(source.id, [])
            if section.number not in noted:
                noted.append(section.number)
            return source.id, f"{source.short[self.edition]} {section.number}"
        if name in self.content.sources:
            self.sections.setdefault(name, [])
            return name, self.content.sources[name].short[self.edition]
        return None


class _Mark(InlineProcessor):
    """The mark in the text: «(Riksrevisjonen 2016)», linked to the entry below."""

    def __init__(self, pattern: str, cited: _Cited) -> None:
        super().__init__(pattern)
        self.cited = cited

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: Match[str], data: str
    ) -> tuple[ET.Element | None, int | None, int | None]:
        found = self.cited.add(m[1])
        if found is None:
            return None, None, None
        mark = ET.Element("span", {"class": "cite"})
        mark.text = "("
        link = ET.SubElement(mark, "a", {"href": f"#kjelde-{found[0]}"})
        link.text, link.tail = found[1], ")"
        return mark, m.start(0), m.end(0)


class _List(Treeprocessor):
    """The entries, under their own heading at the end of the page."""

    def __init__(self, md: Markdown, cited: _Cited) -> None:
        super().__init__(md)
        self.cited = cited

    def run(self, root: ET.Element) -> None:
        if not self.cited.sections:
            return
        content, edition = self.cited.content, self.cited.edition
        heading = ET.SubElement(root, "h2", {"id": ANCHOR})
        heading.text = content.label("sources", edition)
        entries = ET.SubElement(root, "ul", {"class": "sources"})
        for name, sections in self.cited.sections.items():
            entries.append(_entry(content, name, sections, edition))


def _entry(content: Content, name: str, sections: list[str], edition: Edition) -> ET.Element:
    source = content.sources[name]
    item = ET.Element("li", {"id": f"kjelde-{name}"})
    link = ET.SubElement(item, "a", {"href": source.url})
    link.text = source.title
    if source.language != edition:
        link.set("lang", source.language)
    day = published(source.published, content.label("source.undated", edition))
    checked = f"{content.label('source.checked', edition)} {short_date(source.checked)}"
    how = content.label(f"source.level.{source.level}", edition)
    named = f", {', '.join(sections)}" if sections else ""
    link.tail = f"{named}. {source.publisher[edition]}, {day} ({checked}, {how})."
    return item


def makeExtension(**kwargs: Any) -> CitationExtension:  # noqa: N802 - Markdown's name
    """What Python-Markdown calls to make the extension."""
    return CitationExtension(**kwargs)
