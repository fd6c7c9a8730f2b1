"""The files of an edition as the download macros and the documents' own pages show them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..content import View
from ..documents import DOCUMENTS, WORKED_SET, Document, Manuscript, Presented
from ..documents.listing import BY_ID
from ..documents.worked_duties import answered
from ..documents.worked_standing import worked_moves, worked_next
from ..pages.checklist import whole_checklist
from ..pages.downloads import (
    Shelf,
    data_list,
    deepened,
    document_page,
    file_links,
    offer,
    offers,
    workbook_text,
    worked_list,
)
from ..pages.registers import duty_places
from ..pages.standing import first_actions, year_moved
from .edition_files import EditionFiles, archive_path, cover_path, edition_files, file_path


class DocumentPages:
    """Markdown about the files of one edition. The files themselves are made at most once a build.

    They must be made, because every link states the size of its file."""

    def __init__(self, root: Path, view: View, site_url: str) -> None:
        self.view = view
        self.made: EditionFiles = edition_files(root, view, site_url)

    def offer(self, name: str) -> str:
        """The description of one document, and links to its files."""
        document = BY_ID[name]
        return offer(
            self.view, document.page, self.made.presented[name], self._paths(document), self.made
        )

    def offers(self) -> str:
        """The description of every document, and links to its files."""
        told = {
            d.page: (self.made.presented[d.id], self._paths(d), cover_path(d, self.view.code))
            for d in DOCUMENTS
        }
        return offers(self.view, told, self.made)

    def archive(self) -> str:
        """A link to the archive with all files."""
        title = self.view.say("download.archive")
        return file_links(title, [archive_path(self.view.code)], self.made, alone=True)

    def worked_files(self) -> str:
        """Every document of the worked set, with links to its files."""
        told = {self.made.presented[d.id].title: self._paths(d) for d in WORKED_SET}
        return worked_list(self.view, told, self.made)

    def worked_text(self, name: str) -> str:
        """The whole text of one document of the worked set, to read below a heading of the page."""
        return deepened(self.made.texts[name])

    def worked_duties(self) -> str:
        """A table of the duties, and where the worked set answers each of them."""
        found = answered(self.view, self.made.manuscripts)
        return duty_places(self.view, ((row.point, row.places) for row in found))

    def worked_standing(self) -> str:
        """How far the made-up body has come in a year, and what comes first in the next."""
        found = ((row.kind, (row.all, row.before, row.now, row.better, row.worse))
                 for row in worked_moves(self.view))  # fmt: skip
        actions = ((row.id, row.owner, row.because) for row in worked_next(self.view))
        return year_moved(self.view, found) + "\n\n" + first_actions(self.view, actions)

    def data(self) -> str:
        """Links to the files of open data."""
        return data_list([path for path in self.made.files if path.startswith("data/")], self.made)

    def pages(self) -> Iterator[tuple[str, bytes]]:
        """`(path within the edition, content)` of each document's own page."""
        for document in DOCUMENTS:
            presented, manuscript = (
                self.made.presented[document.id],
                self.made.manuscripts[document.id],
            )
            text = self.made.texts[document.id]
            page = page_of(self.view, document, presented, manuscript, text, self.made)
            yield document.page, page.encode()

    def _paths(self, document: Document) -> list[str]:
        return [file_path(document, form, self.view.code) for form in document.formats]


def page_of(
    view: View,
    document: Document,
    presented: Presented,
    manuscript: Manuscript,
    text: str,
    shelf: Shelf,
) -> str:
    """The document's own page: its description, its files, and its content.

    The content is a checklist to tick for a document of checkpoints, else its `text`, and for a
    workbook without a text the columns of its sheets."""
    if document.parts:
        kind, body = ".checklist", whole_checklist(view, document.parts(view))
    elif text:
        kind, body = "", text
    else:
        sheets = ((s.name, s.note, [c.title for c in s.columns], s.rows) for s in manuscript.sheets)
        kind, body = ".workbook", workbook_text(sheets)
    paths = [file_path(document, form, view.code) for form in document.formats]
    # Where an editor finds the text: in the template, or in the folder if it has many files
    source = "docs/data" if kind else f"docs/templates/{document.id}.{view.code}.md"
    cover = cover_path(document, view.code)
    return document_page(view, presented, body, paths, shelf, manuscript.date, source, cover, kind)
