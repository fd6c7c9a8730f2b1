"""Rebuild only the pages with a changed text under `mkdocs serve`; after other changes, everything.

A page depends on its own Markdown, and on what all pages share: the menu, the theme, labels,
sources and the list of files. If only written pages and examples have changed, and no page in the
menu has a new name, the shared parts are the same. Then a page with the same Markdown is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from pathlib import Path
from stat import S_ISREG

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ..content import EDITIONS, Content, Edition, View
from ..content.examples import EXAMPLES
from ..content.files import project_files
from .bundles import bundle_again, sources
from .config import addresses, edition_of
from .generated import Made, generated
from .page_top import escape_top
from .searching import write_index

SOURCES = ("docs", "examples", "macros", *(edition.config for edition in EDITIONS.values()))
"""The files and folders that a site is made of. `mkdocs serve` watches them."""
Stamp = tuple[int, int]
"""The time of a file's last change in nanoseconds, and its size in bytes."""


@dataclass
class Built:
    """The last build of one edition: the objects MkDocs made, which a small rebuild uses again."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment = field(init=False)

    def paths(self) -> Iterator[Path]:
        """The path on disk of each page and file of the edition."""
        left_out = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
        return (Path(file.abs_dest_path) for file in self.files if file.inclusion not in left_out)

    def settle(self, site: Path) -> None:
        """Note that the finished edition now lies in `site`, and not where it was built."""
        self.config.site_dir = str(site)
        for file in self.files:
            file.dest_dir = str(site)
            file.__dict__.pop("abs_dest_path", None)  # a cached property, computed from dest_dir


@lru_cache(maxsize=1)
def built(root: Path) -> dict[Edition, Built]:
    """The last build of each edition of the project at `root`. The hooks fill in the dict."""
    return {}


class Incremental:
    """The builder that `mkdocs serve` calls when a file has changed.

    `whole` builds everything. `check` returns the checked content, and reads it again if its
    argument is true."""

    def __init__(
        self, root: Path, site: Path, whole: Callable[[], None], check: Callable[[bool], Content]
    ) -> None:
        self.root, self.site, self.whole, self.check = root, site, whole, check
        self._settle(check(False), _stamps(root))

    def __call__(self) -> None:
        """Build what has changed. Raises what a whole build would raise.

        MkDocs then calls again at the next change, which is why `before` is only replaced after a
        build that succeeded."""
        now = _stamps(self.root)
        changed = _differing(self.before, now)
        if not changed:
            return  # an editor wrote a file of its own, which is no part of the site
        if bundle_again(self.root, changed):
            now = _stamps(self.root)  # the new bundles are changed files as well
            changed |= _differing(self.before, now)
        texts = all(
            path in now and path in self.before and _is_text(path.relative_to(self.root))
            for path in changed
        )
        examples = {path.stem for path in changed if path.is_relative_to(self.root / EXAMPLES)}
        content = self.check(not texts or bool(examples))
        if not (
            texts and content.updated == self.updated and self._small(changed, examples, content)
        ):
            self.whole()
        self._settle(content, now)

    def _settle(self, content: Content, stamps: dict[Path, Stamp]) -> None:
        self.before, self.updated = stamps, content.updated
        for edition, last in built(self.root).items():
            last.settle(self.site / edition.prefix)

    def _small(self, changed: set[Path], examples: set[str], content: Content) -> bool:
        """Rebuild the pages that changed. False, with nothing written, if that is not enough."""
        self.before = {}  # if this stops halfway, every file seems new, and the next build is whole
        steps = []
        for edition, last in built(self.root).items():
            where = addresses(last.config)
            made = (
                list(generated(self.root, View(content, edition), *where, only=examples))
                if examples
                else []
            )
            pages = _changed_pages(self.root, last, changed, made)
            if pages is None:
                return False
            steps.append((last, pages, made))
        for last, pages, made in steps:
            _rebuild(last, pages)
            _write_changed(last, made)
            write_index(self.root, View(content, edition_of(last.config)), last.config)
        return True


def _is_text(path: Path) -> bool:
    """Whether `path`, relative to the project, is a written page or an example."""
    written = path.suffix == ".md" and any(
        path.is_relative_to(edition.folder) for edition in EDITIONS.values()
    )
    return written or path.parts[0] == EXAMPLES.name


def _differing(one: dict[Path, Stamp], other: dict[Path, Stamp]) -> set[Path]:
    """The files that are new, deleted or changed."""
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


def _stamps(root: Path) -> dict[Path, Stamp]:
    """The stamp of every file that the site is made of."""
    tops = [root / name for name in SOURCES]
    paths = chain(
        (path for top in tops for path in (project_files(top) if top.is_dir() else [top])),
        sources(root),
    )
    return {path: stamp for path in paths if (stamp := _stamp(path))}


def _stamp(path: Path) -> Stamp | None:
    """The stamp of a plain file; None for a folder, and for a file that has just been deleted.

    An editor that saves deletes the old file before it gives the new one its name."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size) if S_ISREG(found.st_mode) else None


def _changed_pages(
    root: Path, last: Built, changed: set[Path], made: list[Made]
) -> list[Page] | None:
    """The pages of the edition to make again; None if a whole build is needed.

    That is when a page is new, or a page in the menu has a new name, which every page shows."""
    found: list[Page] = []
    for new in (new for new in made if new.path.endswith(".md")):
        file = last.files.get_file_from_path(new.path)
        if file is None or file.page is None:
            return None
        if file.content_bytes != new.data:
            file._content = new.data
            found.append(file.page)
    folder = root / edition_of(last.config).folder
    for written in sorted(path for path in changed if path.is_relative_to(folder)):
        file = last.files.get_file_from_path(written.relative_to(folder).as_posix())
        if file is None or file.page is None:
            return None
        found.append(file.page)
    renamed = [page for page in found if page.parent is not None and _renamed(page, last.config)]
    if renamed:
        return None
    with_examples = any(path.is_relative_to(root / EXAMPLES) for path in changed)
    return found + [
        page for page in _calling(last, found) if with_examples and _says_other(page, last)
    ]


def _renamed(page: Page, config: MkDocsConfig) -> bool:
    """Whether the page has a new title, after its source has been read again."""
    before = page.title
    page.read_source(config)
    escape_top(page)
    return bool(page.title != before)


def _calling(last: Built, besides: list[Page]) -> Iterator[Page]:
    """The other pages that call macros, and so may show texts of a changed example."""
    for file in last.files.documentation_pages():
        if file.page and file.page.meta.get("render_macros") and file.page not in besides:
            yield file.page


def _says_other(page: Page, last: Built) -> bool:
    """Whether the macros of the page now give another text than at the last build."""
    before = page.markdown
    page.read_source(last.config)
    now = last.config.plugins.on_page_markdown(
        page.markdown or "", page=page, config=last.config, files=last.files
    )
    page.markdown = now
    return now != before


def _rebuild(last: Built, pages: list[Page]) -> None:
    """Make `pages` again, in the order MkDocs does it.

    All pages are read before any is written, because a page may link to an anchor on another.
    Static templates such as 404.html come last."""
    config, files = last.config, last.files
    for page in pages:
        _populate_page(page, config, files)
    for page in pages:
        _build_page(page, config, files.documentation_pages(), last.nav, last.env)
        page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
    for template in config.theme.static_templates:
        _build_theme_template(template, last.env, files, config, last.nav)


def _write_changed(last: Built, made: list[Made]) -> None:
    """Write the changed files among `made` that are not pages."""
    for new in made:
        file = last.files.get_file_from_path(new.path)
        if file is not None and file.page is None and file.content_bytes != new.data:
            file._content = new.data
            Path(file.abs_dest_path).write_bytes(new.data)
