"""What the zip with every file of an edition holds: folders by job, and a note to read first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from ..content import View
from .listing import DOCUMENTS, WORKED_SET, Document
from .manuscript import Manuscript
from .put_together import Presented

JOBS: Mapping[str, tuple[str, ...]] = {
    "check": (
        "kortliste",
        "sjekkliste-lovkrav",
        "sjekkliste-sporsmal",
        "sjekkliste-grep",
        "sjekkliste-samla",
    ),
    "decide": ("strategi", "kapittel", "anskaffingsstrategi", "saksframlegg"),
    "work": ("rutine", "handlingsplan", "klausular", "brev"),
    "control": ("arbeidsbok", "kontrollskjema", "lonsslipp"),
    "report": ("rapport", "leiarnotat"),
    "practise": tuple(document.id for document in WORKED_SET),
}
"""The jobs that the documents are for, in the order they are done, with the documents of each."""
ON_PAGE = ("decide", "work", "control", "report", "check", "practise")
"""The jobs in the order of the page with all documents: what most people come for stands first."""
_FOR_PROGRAMS = ("csv", "json", "md")


def archived(
    view: View,
    files: Mapping[tuple[str, str], bytes],
    presented: Mapping[str, Presented],
    manuscripts: Mapping[str, Manuscript],
) -> dict[str, bytes]:
    """The content of the zip by the path inside it.

    `files` holds every file by the id of its document and its format. A document of no job is
    with those to decide."""
    named = {_path(view, name, form): data for (name, form), data in files.items()}
    note = "\r\n".join(_note(view, {name for name, _ in files}, presented, manuscripts))
    # The mark at the beginning tells Windows that the text is UTF-8
    return {f"{view.say('archive.note')}.txt": note.encode("utf-8-sig"), **named}


def by_job(view: View) -> Iterator[tuple[str, list[Document]]]:
    """The name of each job on the page of all documents, with its documents. No job is empty."""
    for job in ON_PAGE:
        if found := [document for document in DOCUMENTS if _job(document.id) == job]:
            yield view.say(f"archive.{job}"), found


def _path(view: View, name: str, form: str) -> str:
    folder = PurePosixPath(_folder(view, _job(name)))
    if form in _FOR_PROGRAMS:
        folder /= view.say("archive.programs")
    return str(folder / f"{_called(view, name)}.{form}")


def _job(name: str) -> str:
    return next((job for job, names in JOBS.items() if name in names), "decide")


def _folder(view: View, job: str) -> str:
    return f"{list(JOBS).index(job) + 1} {view.say(f'archive.{job}')}"


def _called(view: View, name: str) -> str:
    """The name of a document as a file is called, «Mal for strategi»."""
    words = view.say(f"document.{name}")
    return words[:1].upper() + words[1:]


def _note(
    view: View,
    held: set[str],
    presented: Mapping[str, Presented],
    manuscripts: Mapping[str, Manuscript],
) -> Iterator[str]:
    """The lines of the note: where to begin, and what each folder holds and when to use it."""
    first = next(iter(manuscripts.values()))
    yield from (view.say("archive.title"), "", view.say("archive.begin"), "")
    for job in JOBS:
        listed = (*DOCUMENTS, *WORKED_SET)
        documents = [d for d in listed if d.id in held and _job(d.id) == job]
        if documents:
            yield from (_folder(view, job), "")
            yield from (_line(view, document, presented) for document in documents)
            yield ""
    yield from (view.say("archive.formats"), "")
    yield from (first.words["version"], first.words["address"])


def _line(view: View, document: Document, presented: Mapping[str, Presented]) -> str:
    return f"- {_called(view, document.id)}: {presented[document.id].when}"
