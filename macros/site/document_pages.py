"""What the download macros show: the files of an edition, with their real sizes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..content import View
from ..documents import DOCUMENTS, Document, Manuscript, Presented
from ..documents.listing import BY_ID
from ..pages.checklist import checklist
from ..pages.downloads import Shelf, data_list, document_page, file_links, offer, offers, table_columns
from .edition_files import EditionFiles, archive_path, edition_files, file_path


class DocumentPages:
    """The files of one edition as Markdown for its pages. The files themselves are made at most once a build."""

    def __init__(self, root: Path, view: View, site_url: str) -> None:
        self.view = view
        self.made: EditionFiles = edition_files(root, view, site_url)

    def offer(self, name: str) -> str:
        """One document: what it is, and its files."""
        document = BY_ID[name]
        return offer(self.view, document.page, self.made.presented[name], self._paths(document), self.made)

    def offers(self) -> str:
        """Every document."""
        told = {d.page: (self.made.presented[d.id], self._paths(d)) for d in DOCUMENTS}
        return offers(self.view, told, self.made)

    def archive(self) -> str:
        """Everything in one file."""
        title = self.view.say("download.archive")
        return file_links(title, [archive_path(self.view.code)], self.made, alone=True)

    def data(self) -> str:
        """The open data."""
        return data_list([path for path in self.made.files if path.startswith("data/")], self.made)

    def pages(self) -> Iterator[tuple[str, bytes]]:
        """The own page of every document, `(path within the edition, content)`."""
        for document in DOCUMENTS:
            presented, manuscript = self.made.presented[document.id], self.made.manuscripts[document.id]
            text = self.made.texts[document.id]
            page = page_of(self.view, document, presented, manuscript, text, self.made)
            yield document.page, page.encode()

    def _paths(self, document: Document) -> list[str]:
        return [file_path(document, form, self.view.code) for form in document.formats]


def page_of(
    view: View, document: Document, presented: Presented, manuscript: Manuscript, text: str, shelf: Shelf
) -> str:
    """The own page of a document: what it is, its files, and the boxes to tick, its `text`, or what its sheets hold."""
    if document.parts:
        kind, body = ".checklist", checklist(view, document.parts(view))
    elif text:
        kind, body = "", text
    else:
        sheets = ((s.title, s.note, [c.title for c in s.columns]) for s in manuscript.sheets)
        kind, body = ".workbook", table_columns(sheets)
    paths = [file_path(document, form, view.code) for form in document.formats]
    # Where the text is; what is made of many files is mended in their folder
    source = "docs/data" if kind else f"docs/templates/{document.id}.{view.code}.md"
    return document_page(view, presented, body, paths, shelf, manuscript.date, source, kind)
