"""Markdown extension: put every table in a frame that scrolls sideways.

The frame can be reached by keyboard and has a name for screen readers. It is a part of the page
itself, so that it needs no script.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from macros import ROOT
from macros.content import MAIN, View, load

CAPTION = "table-caption"
"""The class of a paragraph below a table that is its caption."""


class FrameExtension(Extension):
    """The extension. Its options are the code of the `edition`, and the `root` of the project."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {"edition": [MAIN.code, "Edition"], "root": [str(ROOT), "Project folder"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register with a number below 20, so that it runs after the text of the cells is made, and
        below 8, when the attributes of paragraphs are set."""
        md.treeprocessors.register(
            _Frames(md, Path(self.getConfig("root")), self.getConfig("edition")), "table-frames", 7
        )


class _Frames(Treeprocessor):
    def __init__(self, md: Markdown, root: Path, code: str) -> None:
        super().__init__(md)
        self.root, self.code = root, code

    def run(self, root: ET.Element) -> None:
        number = 0
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag == "table":
                    number += 1
                    parent[index] = self._framed(child, number)
            for frame, below in list(pairwise(parent)):
                if below.get("class") == CAPTION and frame.get("class") == "table-frame":
                    _take_caption(frame, below)
                    parent.remove(below)

    def _framed(self, table: ET.Element, number: int) -> ET.Element:
        name = f"{View.of(load(self.root), self.code).say('site.table')} {number}"
        frame = ET.Element(
            "div", {"class": "table-frame", "role": "region", "tabindex": "0", "aria-label": name}
        )
        frame.tail, table.tail = table.tail, None
        # Without a class, Material's styles would draw another frame around the table
        table.set("class", "data")
        frame.append(table)
        return frame


def _take_caption(frame: ET.Element, caption: ET.Element) -> None:
    """Make the paragraph below a table its caption, which also names the frame."""
    table = frame[0]
    made = ET.Element("caption")
    made.text = caption.text
    made.extend(caption)
    table.insert(0, made)
    frame.set("aria-label", "".join(made.itertext()))
    frame.tail = caption.tail


def makeExtension(**kwargs: Any) -> FrameExtension:  # noqa: N802 - Markdown's name
    """Called by Python-Markdown, which looks for this name, to make the extension."""
    return FrameExtension(**kwargs)
