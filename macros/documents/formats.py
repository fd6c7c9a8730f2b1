"""The formats of the documents. To add one, add a row here and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from importlib import import_module
from typing import Literal

from .manuscript import DocumentError, Manuscript

Holds = Literal["text", "tables", "records", "events"]
"""The part of a manuscript that a file has: its Markdown, its sheets, its checkpoints, or its
days."""


@dataclass(frozen=True)
class Format:
    """One format. `id` is the ending of its files; `name` is shown to readers in every edition."""

    id: str
    name: str
    holds: Holds
    writer: Callable[[Manuscript], bytes]

    def write(self, manuscript: Manuscript) -> bytes:
        """The bytes of the file.

        Raises DocumentError, with one line, for any error in the writer."""
        try:
            return self.writer(manuscript)
        except Exception as error:
            said = " ".join(str(error).split())
            raise DocumentError(
                f"{manuscript.name}.{self.id}: Fila kan ikkje lagast. {said}"
            ) from error


def _later(module: str, function: str) -> Callable[[Manuscript], bytes]:
    """The writer `function` in `module`, imported when it first writes.

    The libraries take long to import, and most builds find every file in the cache."""

    def write(manuscript: Manuscript) -> bytes:
        written: bytes = getattr(import_module(f".{module}", __package__), function)(manuscript)
        return written

    return write


FORMATS: dict[str, Format] = {
    row.id: row
    for row in (
        Format("docx", "Word", "text", _later("pandoc", "write_docx")),
        Format("odt", "OpenDocument", "text", _later("pandoc", "write_odt")),
        Format("pdf", "PDF", "text", _later("pandoc", "write_pdf")),
        Format("md", "Markdown", "text", _later("pandoc", "write_md")),
        Format("xlsx", "Excel", "tables", _later("excel", "write_xlsx")),
        Format("csv", "CSV", "tables", _later("csv_json", "write_csv")),
        Format("ics", "Kalender", "events", _later("calendar", "write_ics")),
        Format("json", "JSON", "records", _later("csv_json", "write_json")),
    )
}
"""Every format that a document can have, by the ending of its files."""
PAGE = Format("page", "", "text", _later("pandoc", "write_page"))
"""The text as Markdown for the document's own page. No file is published in this format."""
COVER = Format("png", "", "text", _later("cover", "write_cover"))
"""A picture of the first page, for the pages that offer the document."""
PREVIEW = Format("html", "", "text", _later("pandoc", "write_html"))
"""The whole document to look at while it is made from answers. Only its parts are published."""
PARTS = Format("parts", "", "text", _later("taken_apart", "write_parts"))
"""The parts of the file in every format that the document can be made in, as JSON."""


def together(manuscript: Manuscript, forms: Collection[str]) -> AbstractContextManager[None]:
    """In the block, the files in these formats are written in less time than one by one.

    pandoc does its part of them all in one process. What is written is the same."""
    if not forms:
        return nullcontext()
    from . import convert, pandoc  # whose libraries take long to import

    return convert.together(pandoc.jobs(manuscript, forms))


ARCHIVE = "ZIP"
"""The name shown to readers for the format of the archive with all files."""
