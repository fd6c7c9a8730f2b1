"""Fill in the macros of a written page as the build does, but without making any file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from ..content import Content, View
from ..documents import DOCUMENTS, WORKED_SET, Document, TemplateFaultError, present
from ..pages.downloads import offers
from ..pages.form import Publication
from ..pages.macros import MACROS, Context, Macro
from ..pages.markup import heading, paragraphs
from ..site.edition_files import cover_path, file_path
from ..site.whole_blocks import ids

# An anchor in Markdown's own form: {: #lenke }
_ATTRIBUTE = re.compile(r"\{:[^}\n]*#([\w-]+)")
_BLOCKS = {
    "source_table", "checklist", "checkpoints", "catalogue", "coverage", "comparison",
    "example_form",
}  # fmt: skip
"""Macros that give tables and blocks of HTML, in which only our code has made the links.

Only their anchors matter here. To convert them as Markdown would take half the time of a check."""


class Filler:
    """Fills in the macros on the pages of one edition."""

    def __init__(self, root: Path, content: Content, edition: str) -> None:
        context = Context(
            View.of(content, edition),
            lambda: UnmadeFiles(root, content, edition),
            Publication(True, "", ""),
        )
        self._environment = Environment(undefined=StrictUndefined, autoescape=False)
        self._environment.globals = {macro.name: partial(_call, macro, context) for macro in MACROS}

    def fill(self, text: str) -> str:
        """`text` with every macro called.

        Raises what Jinja and the macros raise for a wrong call."""
        return self._environment.from_string(text).render()


def _call(macro: Macro, context: Context, *arguments: Any) -> str:
    made = macro.render(context, arguments[0] if arguments else macro.default or "")
    if macro.name not in _BLOCKS:
        return made
    anchors = "".join(f'<i id="{name}"></i>' for name in (*ids(made), *_ATTRIBUTE.findall(made)))
    return f"\n\n<div>{anchors}</div>\n\n"


class UnmadeFiles:
    """Stands in for the files of an edition, which take far longer to make than a check."""

    def __init__(self, root: Path, content: Content, edition: str) -> None:
        self.root, self.content, self.edition = root, content, edition

    def offer(self, name: str) -> str:
        """Nothing: the description of a document has no anchor, and no link that can be wrong."""
        return ""

    def offers(self) -> str:
        """The description of every document, whose headings give anchors."""
        return offers(View.of(self.content, self.edition), dict(self._told(DOCUMENTS)), self)

    def archive(self) -> str:
        return ""

    def worked_files(self) -> str:
        """The name of every document of the worked set: the headings give anchors."""
        return paragraphs(*(heading(3, told.title) for _, (told, *_) in self._told(WORKED_SET)))

    def worked_text(self, name: str) -> str:
        """Nothing: what the text cites is checked where it is written, in the template."""
        return ""

    def worked_duties(self) -> str:
        """Nothing: the duties are checked where they are written."""
        return ""

    def worked_standing(self) -> str:
        """Nothing: the duties are checked where they are written."""
        return ""

    def data(self) -> str:
        return ""

    def size(self, path: str) -> int:
        """Zero, since nobody reads the size."""
        return 0

    def source(self, path: str) -> str:
        """The path that a page would link to."""
        return f"{path}.txt" if path.endswith(".md") else path

    def _told(self, documents: Iterable[Document]) -> Iterator[Any]:
        for document in documents:
            try:
                told = present(View.of(self.content, self.edition), self.root, document)
            except TemplateFaultError:  # the check of the templates reports it
                continue
            paths = [file_path(document, form, self.edition) for form in document.formats]
            yield document.page, (told, paths, cover_path(document, self.edition))
