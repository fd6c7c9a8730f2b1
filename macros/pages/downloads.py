"""Show files on a page: what each document is for, and a link with the size for each format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from ..content import View
from ..documents.archive import by_job
from ..documents.formats import ARCHIVE, FORMATS
from ..documents.look import COVER
from .markup import front_matter, heading, link, paragraphs, table, text


class Shelf(Protocol):
    """What this module must know of the files: the size of each, and the path to link to."""

    def size(self, path: str) -> int: ...
    def source(self, path: str) -> str: ...


class Offered(Protocol):
    """The description of a document: its title, whom it is for, and when to use it."""

    @property
    def title(self) -> str: ...
    @property
    def who(self) -> str: ...
    @property
    def when(self) -> str: ...


def human_size(size: int) -> str:
    """The size in words, such as «48 kB» or «1,2 MB». A kilobyte is 1000 bytes."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def file_links(title: str, paths: Iterable[str], shelf: Shelf, *, alone: bool = False) -> str:
    """A list of links to files, each with document, format and size: «Strategi: Word, 48 kB».

    Screen readers may read one link at a time, so each has the title. It is visible only if the
    links stand `alone`, without a heading that says the same."""
    items = [f"- {_file_link(title, path, shelf, shown=alone)}" for path in paths]
    return "\n".join(['<div class="downloads" markdown>', "", *items, "", "</div>"])


def document_files(
    view: View, title: str, paths: Iterable[str], shelf: Shelf, *, primary: bool = False
) -> str:
    """The first file as a button that says what to do, and the other formats folded away.

    Most readers want the first format, Word or Excel. `primary` is for the document's own page,
    where downloading is what the page is for."""
    first, *others = paths
    words = f"{view.say('download.get')} {_kind(first)}, {human_size(shelf.size(first))}"
    weight = " .button--primary" if primary else ""
    button = (
        f'[{words}<span class="visually-hidden">: {text(title)}</span>](/{shelf.source(first)})'
        f"{{: .button{weight} download }}"
    )
    links = [f"- {_file_link(title, path, shelf)}" for path in others]
    folded = (
        "<details markdown>",
        f"<summary>{text(view.say('download.others'))}"
        f'<span class="visually-hidden">: {text(title)}</span></summary>',
        "",
        *links,
        "",
        "</details>",
    )
    lines = ['<div class="downloads" markdown>', "", button, "", *(folded if others else ())]
    return "\n".join([*lines, "", "</div>"])


def _file_link(title: str, path: str, shelf: Shelf, *, shown: bool = False) -> str:
    name = f"{text(title)}: " if shown else f'<span class="visually-hidden">{text(title)}: </span>'
    words = f"{name}{_kind(path)}, {human_size(shelf.size(path))}"
    return f"[{words}](/{shelf.source(path)}){{: .button download }}"


def _picture(view: View, cover: str) -> str:
    """The first page as a picture, which is fetched when it comes into sight."""
    width, height = COVER
    size = f"loading=lazy width={width} height={height}"
    return f"![{text(view.say('download.cover'))}](/{cover}){{: .cover {size} }}"


def _kind(path: str) -> str:
    ending = path.rsplit(".", 1)[-1]
    name = ARCHIVE if ending == "zip" else FORMATS[ending].name
    return f"{name} (Schema)" if path.endswith(".schema.json") else name


def offer(view: View, page: str, offered: Offered, paths: Iterable[str], shelf: Shelf) -> str:
    """A document in short: a link to its page, whom it is for, when to use it, and its files."""
    return paragraphs(
        f"**{link(offered.title, page)}**",
        f"{view.say('download.who')}: {offered.who} {view.say('download.when')}: {offered.when}",
        document_files(view, offered.title, paths, shelf),
    )


Shelved = Mapping[str, tuple[Offered, list[str], str]]
"""Documents by the path of their pages, each with its description, the paths of its files, and
that of the picture of its first page."""


def offers(view: View, told: Shelved, shelf: Shelf) -> str:
    """The documents in `told`, each under the job that it is for."""
    parts = []
    for job, documents in by_job(view):
        pages = [document.page for document in documents if document.page in told]
        parts += [heading(3, job), '<div class="offers" markdown>']
        parts += [_offered(view, page, *told[page], shelf) for page in pages]
        parts.append("</div>")
    return paragraphs(*parts)


def _offered(
    view: View, page: str, offered: Offered, paths: list[str], cover: str, shelf: Shelf
) -> str:
    return paragraphs(
        '<div class="offer" markdown>',
        heading(4, link(offered.title, page)),
        _picture(view, cover),
        f"{view.say('download.who')}: {offered.who}",
        f"{view.say('download.when')}: {offered.when}",
        document_files(view, offered.title, paths, shelf),
        "</div>",
    )


def worked_list(view: View, files: Mapping[str, Iterable[str]], shelf: Shelf) -> str:
    """Finished documents, each with its files. The keys of `files` are their titles."""
    parts = ['<div class="offers" markdown>']
    for title, paths in files.items():
        shown = (heading(3, title), document_files(view, title, paths, shelf))
        parts += ['<div class="offer" markdown>', *shown, "</div>"]
    return paragraphs(*parts, "</div>")


def deepened(markdown: str) -> str:
    """`markdown` with each heading one level further down, to stand below a heading of a page."""
    return re.sub(r"(?m)^(#{1,5} )", r"#\1", markdown)


def document_page(
    view: View, offered: Offered, body: str, paths: list[str], shelf: Shelf,
    updated: date, source: str, cover: str, kind: str = "",
) -> str:  # fmt: skip
    """The document's own page: its description, its files, and the whole text in `body`.

    `cover` is the path of the picture of its first page. `kind` is the end of the key of the label
    that says how the page and the files differ."""
    blanks = ".blanks" if r"\[" in body else ""
    return front_matter(
        title=offered.title,
        description=f"{offered.who} {offered.when}"[:160],
        updated=updated,
        source=source,
    ) + paragraphs(
        heading(1, offered.title),
        f"{view.say('download.who')}: {offered.who} {view.say('download.when')}:"
        f" {offered.when}\n{{: .lead }}",
        '<div class="first-page" markdown>',
        document_files(view, offered.title, paths, shelf, primary=True),
        _picture(view, cover),
        "</div>",
        f"{view.say('download.master' + (kind or blanks))}\n{{: .note }}",
        *([view.say("download.calendar")] if any(p.endswith(".ics") for p in paths) else []),
        body,
        heading(2, view.say("next"), "neste-steg"),
        f"- {link(view.say('download.all'), 'nedlasting/index.md')}\n"
        f"- {link(view.say('download.steps'), 'strategi.md')}",
    )


def data_list(paths: Iterable[str], shelf: Shelf) -> str:
    """The files of open data, grouped by name, so that the formats of one set stand together."""
    groups: dict[str, list[str]] = {}
    for path in paths:
        groups.setdefault(path.rsplit("/", 1)[-1].split(".")[0], []).append(path)
    return paragraphs(
        *(
            part
            for name, files in groups.items()
            for part in (f"`{name}`", file_links(name, files, shelf))
        )
    )


Shown = tuple[str, str, list[str], Sequence[Sequence[object]]]
"""What a page shows of a sheet: its title, its purpose, its headings and its rows."""


def workbook_text(tables: Iterable[Shown]) -> str:
    """The sheets of a workbook, each with its purpose and its columns, for one that has no text.

    A sheet with nothing to fill in is to read, and is shown as the table it is."""
    parts = []
    for title, note, columns, rows in tables:
        if all(isinstance(cell, str) for row in rows for cell in row):
            lines = [columns, ["---"] * len(columns), *([str(c) for c in row] for row in rows)]
            shown = table(lines)
        else:
            shown = "\n".join(f"- {column}" for column in columns)
        parts += [heading(2, title), note, shown]
    return paragraphs(*parts)
