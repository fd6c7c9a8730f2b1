"""The pages, files and anchors that a link within one edition may lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

from ..content import CITATION, Content, View
from ..content.files import project_files
from ..content.markdown_source import below
from ..documents import DOCUMENTS, Document, TemplateFaultError, manuscript, present
from ..documents.feed import FEED
from ..documents.open_data import open_data
from ..pages import builder_pages, chapter_pages, example_pages, status_pages
from ..pages.catalogue import WORDS
from ..pages.compare import COMPARED_EXAMPLES
from ..site.addresses import address_of
from ..site.document_pages import page_of
from ..site.edition_files import archive_path, cover_path, file_path
from ..site.whole_blocks import ids
from .filled import UnmadeFiles
from .menu import made_pages, written_pages

Anchors = Callable[[str], frozenset[str]]
"""A function from the Markdown of a page to its anchors."""


class Places:
    """The pages and files of one edition, by their paths. What takes time is made on first use."""

    def __init__(self, root: Path, content: Content, edition: str, anchors: Anchors) -> None:
        self.root, self.content, self.edition = root, content, edition
        self._anchors = anchors
        self._known: dict[str, frozenset[str] | None] = {}

    def note(self, page: str, anchors: frozenset[str] | None) -> None:
        """Remember the anchors of a written page; None if a fault in the page hides them."""
        self._known[page] = anchors

    def knows(self, page: str) -> bool:
        """Whether the anchors of a written page are known, that is, if its macros could be run."""
        return self._known.get(page) is not None

    def has(self, path: str) -> bool:
        """Whether the build will have a page or a file at `path`."""
        return path in self._paths or (path.startswith("data/") and path in self._open_data)

    def names(self) -> list[str]:
        """The paths to suggest for a link that leads nowhere."""
        return [*self._paths]

    def page_at(self, address: str) -> str | None:
        """The path of the page at `address`; None if there is none."""
        return self._pages.get(address)

    def anchors(self, page: str) -> frozenset[str] | None:
        """The anchors of `page`; None for a file, and if they are not known."""
        if page not in self._known:
            text = self._text(page)
            self._known[page] = None if text is None else self._anchors(below(text)[0])
        return self._known[page]

    def headings(self, page: str) -> frozenset[str] | None:
        """The anchors of the headings of `page`, and those in raw HTML; None if not known.

        Old anchors lead to these. A generated page need not be converted whole for them."""
        if page in self._known:
            return self._known[page]
        text = self._text(page)
        if text is None:
            return None
        body = below(text)[0]
        return self._anchors("\n\n".join(_headings(body))) | frozenset(ids(body))

    def made(self) -> Iterator[tuple[str, str]]:
        """`(path, Markdown)` of every page of a question or a measure, and of one example.

        All examples link to the same pages, so one is enough."""
        for path, data in self._chapters.items():
            yield path, data.decode()
        first = next(iter(self.content.examples), None)
        for path, data in self._example(first) if first else ():
            yield path, data.decode()

    @cached_property
    def _paths(self) -> dict[str, None]:
        """Every path except those of the open data, which takes longer to make.

        A dict is used as a set that keeps the order."""
        folder, theme = self.root / "docs" / self.edition, self.root / "docs/theme"
        files = (path.relative_to(folder) for path in project_files(folder))
        written = [
            path.as_posix()
            for path in files
            if not any(part.startswith(".") for part in path.parts)
        ]
        examples = [example.page for example in self.content.examples.values()]
        downloads = [
            file_path(document, form, self.edition)
            for document in DOCUMENTS
            for form in document.formats
        ]
        # MkDocs is given Markdown files to download under another name, or it would make pages of
        # them
        downloads = [f"{path}.txt" if path.endswith(".md") else path for path in downloads]
        downloads += [cover_path(document, self.edition) for document in DOCUMENTS]
        assets = [path.relative_to(theme).as_posix() for path in project_files(theme / "assets")]
        pages = [*written_pages(self.root, self.edition), *made_pages(self.content)]
        return dict.fromkeys(
            (*pages, *written, *examples, *downloads, archive_path(self.edition), FEED, *assets)
        )

    @cached_property
    def _pages(self) -> dict[str, str]:
        return {address_of(path): path for path in self._paths if path.endswith(".md")}

    @cached_property
    def _open_data(self) -> frozenset[str]:
        compared = (f"{COMPARED_EXAMPLES}/{name}.js" for name in self.content.examples)
        return frozenset(
            (*(f"data/{name}" for name, _ in open_data(self.content)), *compared, WORDS)
        )

    @cached_property
    def _chapters(self) -> dict[str, bytes]:
        view = View.of(self.content, self.edition)
        pages = (*chapter_pages(view), *builder_pages(view), *status_pages(view))
        return {path: _bytes(text) for path, text in pages}

    def _example(self, name: str) -> Iterator[tuple[str, bytes]]:
        yield from (
            (path, _bytes(text))
            for path, text in example_pages(View.of(self.content, self.edition), "", {name})
        )

    def _text(self, page: str) -> str | None:
        """The Markdown of a generated page; None if there is no such page."""
        if page in self._chapters:
            return self._chapters[page].decode()
        if page.startswith("eksempel/"):
            found = dict(self._example(page.removeprefix("eksempel/").removesuffix(".md")))
            return found[page].decode() if page in found else None
        return next(
            (self._document(document) for document in DOCUMENTS if document.page == page), None
        )

    def _document(self, document: Document) -> str | None:
        """The Markdown of a document's own page, with nothing of its text but what gives anchors;
        None if its template has faults, which are told of where templates are checked.

        That saves a run of pandoc for every document."""
        view = View.of(self.content, self.edition)
        try:
            made = manuscript(view, self.root, document)
        except TemplateFaultError:
            return None
        presented = present(view, self.root, document)
        shelf = UnmadeFiles(self.root, self.content, self.edition)
        text = "" if document.parts else _anchoring(made.markdown)
        return page_of(view, document, presented, made, text, shelf)


def _headings(markdown: str) -> Iterator[str]:
    return (line for line in markdown.split("\n") if line.startswith("#"))


def _anchoring(markdown: str) -> str:
    """The headings of the text of a document, a level down as on its page, and its citations."""
    headings = (f"#{line}" for line in _headings(markdown))
    return "\n\n".join((*headings, *(match[0] for match in CITATION.finditer(markdown))))


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()
