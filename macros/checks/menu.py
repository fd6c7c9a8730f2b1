"""Check that every page is in the menu of its edition, and that every menu entry is a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from ..content import BUILDER, EDITIONS, Content, Problem
from ..content.files import project_files
from ..content.problems import MAX_QUOTE
from ..content.register import DATA
from ..documents import DOCUMENTS
from ..pages.builder import PAGE as BUILDER_PAGE
from ..pages.status import PAGE as STATUS_PAGE
from ..pages.status import has_page as has_status_page
from ..site.addresses import address_of
from .settings import CONFIGS, Settings


def written_pages(root: Path, edition: str) -> list[str]:
    """The paths of the written pages within the edition.

    MkDocs leaves out names that begin with a dot, and so does this."""
    folder = root / "docs" / edition
    paths = (path.relative_to(folder) for path in project_files(folder, "*.md"))
    return sorted(
        path.as_posix() for path in paths if not any(part.startswith(".") for part in path.parts)
    )


def made_pages(content: Content) -> dict[str, str]:
    """The pages that are generated from content, each with the file it is made from.

    Pages of examples are left out, since they are reached from the catalogue and not the menu."""
    pages = {
        question.page: f"docs/data/questions/{question.id}.yml"
        for question in content.questions.values()
    }
    pages |= {
        measure.page: f"docs/data/measures/{measure.slug}.yml"
        for measure in content.measures.values()
    }
    if content.steps:
        pages[BUILDER_PAGE] = f"{(DATA / BUILDER).as_posix()}.yml"
    if has_status_page(content):
        pages[STATUS_PAGE] = "docs/data/todo.yml"
    return pages | {document.page: f"docs/templates/{document.id}.nn.md" for document in DOCUMENTS}


def check_menu(root: Path, content: Content, settings: Mapping[str, Settings]) -> Iterator[Problem]:
    """Every page that is not in the menu of its edition, and every entry without a page."""
    made = made_pages(content)
    missing: dict[str, list[str]] = {}
    for edition in (edition for edition in EDITIONS if edition in settings):
        menu = settings[edition].menu
        if menu is None:
            continue
        pages = [*written_pages(root, edition), *made]
        listed = {entry.path.removeprefix("/") for entry in menu}
        for page in dict.fromkeys(pages):
            if page not in listed:
                missing.setdefault(page, []).append(edition)
        yield from _without_page(settings[edition], pages, content)
    for page, editions in missing.items():
        files = " og ".join(CONFIGS[edition] for edition in editions)
        source = made.get(page, f"docs/{editions[0]}/{page}")
        yield Problem(
            source, 1, f"Sida «{page}» står ikkje i menyen. Legg sida til under «nav» i {files}."
        )


def _without_page(settings: Settings, pages: list[str], content: Content) -> Iterator[Problem]:
    known = {*pages, *(example.page for example in content.examples.values())}
    for entry in settings.menu or ():
        path = entry.path.removeprefix("/")
        if path in known or "://" in path:
            continue
        close = get_close_matches(path[:MAX_QUOTE], pages, n=1)
        guess = f" Meinte du «{close[0]}»?" if close else " Lag sida, eller ta bort linja."
        yield Problem(
            settings.file,
            entry.line,
            f"Menyen viser til «{path[:MAX_QUOTE]}», som ikkje finst.{guess}",
        )


def check_page_paths(root: Path, content: Content) -> Iterator[Problem]:
    """Pages that would have the same address as another, so that one would be lost in silence.

    Capitals are ignored, since some file systems do."""
    made = made_pages(content) | {e.page: f"examples/{e.id}.yml" for e in content.examples.values()}
    for edition in EDITIONS:
        taken = {address_of(page).casefold(): source for page, source in made.items()}
        for page in written_pages(root, edition):
            file = f"docs/{edition}/{page}"
            # MkDocs makes the same page of README.md and of index.md
            address = address_of(page.replace("README.md", "index.md")).casefold()
            if address in taken:
                yield Problem(
                    file,
                    1,
                    f"Sida får same adresse som den {taken[address]} gir. Vel eit anna filnamn.",
                )
            taken.setdefault(address, file)
