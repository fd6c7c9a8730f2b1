"""Find everything that a strict build would stop on, without building.

Both `python -m macros check` and the build itself run these checks. Nothing here imports MkDocs,
because that takes longer than all the checks. Each check gives problems with file and line. An
error inside a check is reported as a problem too, and the other checks still run.
"""

from __future__ import annotations

from pathlib import Path

from ..content import EDITIONS, MAIN, Content, ContentError, Problem, load
from ..content.files import check_files
from ..content.problems import caught
from ..documents import check_templates
from ..documents.template import TEMPLATES
from ..page_check import check_pages
from ..site.addresses import ADDRESS_REGISTER, check_addresses
from .links import check_links, shelves
from .menu import check_menu, check_page_paths
from .papers import PAPERS, check_papers
from .settings import CONFIGS, Settings, read_settings
from .theme import THEME, check_theme
from .ways import WAYS, check_ways


def check_project(root: Path) -> tuple[Content | None, list[Problem]]:
    """The content of the project at `root`, or None if it cannot be read, and every fault in it.

    The files themselves are checked first, since reading a pipe or a device may never end. Checks
    that need content do not run without it. Never raises."""
    if strange := caught("docs", lambda: check_files(root)):
        return None, strange
    kept = shelves(root)
    content, problems = _content(root)
    pages = caught("docs", lambda: check_pages(root, content))
    problems += pages
    settings = _settings(root, problems)
    if content is None:
        return None, problems
    known = content
    problems += caught(TEMPLATES.as_posix(), lambda: _templates(known, root))
    problems += caught(ADDRESS_REGISTER.as_posix(), lambda: check_addresses(root, known))
    problems += caught(MAIN.config, lambda: check_menu(root, known, settings))
    problems += caught("docs", lambda: check_page_paths(root, known))
    problems += caught(PAPERS.as_posix(), lambda: check_papers(root, known))
    problems += caught("docs/theme", lambda: check_theme(root, known))
    problems += caught(WAYS.as_posix(), lambda: check_ways(root, known))
    problems += caught("docs", lambda: check_links(root, known, settings, kept))
    return content, problems


def _content(root: Path) -> tuple[Content | None, list[Problem]]:
    found: list[Content] = []

    def read() -> list[Problem]:
        found.append(load(root))
        return []

    try:
        problems = caught("docs/data", read)
    except ContentError as error:
        problems = error.problems
    return (found[0] if found else None), problems


def _settings(root: Path, problems: list[Problem]) -> dict[str, Settings]:
    """The settings of each edition that can be read. The faults are added to `problems`."""
    settings: dict[str, Settings] = {}
    for edition in EDITIONS:

        def read(edition: str = edition) -> list[Problem]:
            found, wrong = read_settings(root, edition)
            if found:
                settings[edition] = found
            return wrong

        problems += caught(CONFIGS[edition], read)
    return settings


def _templates(content: Content, root: Path) -> list[Problem]:
    """The faults of the templates; none for a project with only pages and data, as in the tests."""
    whole = (root / TEMPLATES).is_dir() or (root / THEME).is_dir()
    return check_templates(content, root) if whole else []
