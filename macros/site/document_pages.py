"""What the download macros show: the files of an edition, with their real sizes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..content import Content, Edition
from ..documents import DOCUMENTS, Document, Manuscript, Presented
from ..documents.listing import BY_ID
from ..pages.checklist import checklist
from ..pages.downloads import Shelf, data_list, document_page, file_links, offer, offers, table_columns
from .edition_files import EditionFiles, archive_path, edition_files, file_path


class DocumentPages:
    """The files of one edition as Markdown for its pages. The files themselves are made at most once a build."""

    def __init__(self, root: Path, content: Content, edition: Edition, site_url: str) -> None:
        self.content, self.edition = content, edition
        self.made: EditionFiles = edition_files(root, content, edition, site_url)

    def offer(self, name: str) -> str:
        """One document: what it is, and its files."""
        document = BY_ID[name]
        return offer(
            self.content, document.page, self.made.presented[name], self._paths(document), self.made, self.edition
        )

    def offers(self) -> str:
        """Every document."""
        told = {d.page: (self.made.presented[d.id], self._paths(d)) for d in DOCUMENTS}
        return offers(self.content, told, self.made, self.edition)

    def archive(self) -> str:
        """Everything in one file."""
        title = self.content.label("download.archive", self.edition)
        return file_links(title, [archive_path(self.edition)], self.made, alone=True)

    def data(self) -> str:
        """The open data."""
        return data_list([path for path in self.made.files if path.startswith("data/")], self.made)

    def pages(self) -> Iterator[tuple[str, bytes]]:
        """The own page of every document, `(path within the edition, content)`."""
        for document in DOCUMENTS:
            presented, manuscript = self.made.presented[document.id], self.made.manuscripts[document.id]
            text = self.made.texts[document.id]
            page = page_of(self.content, document, presented, manuscript, text, self.made, self.edition)
            yield document.page, page.encode()

    def _paths(self, document: Document) -> list[str]:
        return [file_path(document, form, self.edition) for form in document.formats]


def page_of(
    content: Content, document: Document, presented: Presented, manuscript: Manuscript, text: str, shelf: Shelf,
    edition: Edition,
) -> str:  # fmt: skip
    """The own page of a document: what it is, its files, and the boxes to tick, its `text`, or what its sheets hold."""
    if document.owners:
        kind, body = ".checklist", checklist(content, document.owners(content), edition)
    elif text:
        kind, body = "", text
    else:
        sheets = ((s.title, s.note, [c.title for c in s.columns]) for s in manuscript.sheets)
        kind, body = ".workbook", table_columns(sheets)
    paths = [file_path(document, form, edition) for form in document.formats]
    # A checklist or a workbook is made of many files, and their folder is where to mend them
    source = "docs/data" if kind else f"docs/templates/{document.id}.{edition}.md"
    return document_page(content, presented, body, paths, shelf, edition, content.updated, source, kind)
