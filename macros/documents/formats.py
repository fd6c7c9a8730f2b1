"""The formats of the documents. A new one is a row here, and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Literal

from .manuscript import DocumentError, Manuscript

Holds = Literal["text", "tables", "records"]
"""What of a manuscript goes into a file: its Markdown, its sheets, or its checkpoints one by one."""


@dataclass(frozen=True)
class Format:
    """One format. `id` is the ending of its files, `name` what readers call it, the same in every edition."""

    id: str
    name: str
    holds: Holds
    writer: Callable[[Manuscript], bytes]

    def write(self, manuscript: Manuscript) -> bytes:
        """The file. Raises DocumentError, in one line, whatever went wrong in the writer."""
        try:
            return self.writer(manuscript)
        except Exception as error:
            said = " ".join(str(error).split())
            raise DocumentError(f"{manuscript.name}.{self.id}: Fila kan ikkje lagast. {said}") from error


def _later(module: str, function: str) -> Callable[[Manuscript], bytes]:
    """The library of a writer is imported when it first writes: most builds have every file already."""

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
        Format("json", "JSON", "records", _later("csv_json", "write_json")),
    )
}
"""Every format a document can be had in, by the ending of its files."""
PAGE = Format("page", "", "text", _later("pandoc", "write_page"))
"""Not a file: the text as Markdown for the document's own page."""
ARCHIVE = "ZIP"
"""What readers call the format of the archive with every file."""
