"""What the tests share: the project, one real strict build of it, a browser, and a small project
to break."""

from __future__ import annotations

import fcntl
import functools
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from macros import ROOT
from macros.__main__ import main
from macros.content import Content, checkpoints, load
from tools.project import HEADLESS, build, copy_project, served

__all__ = [
    "ROOT",
    "build",
    "copy_project",
    "served",
]  # for the tests, beside what is below

CAPACITY = len(load(ROOT).chapters["kapasitet"].checkpoints)
"""How many points the checklist has that most tests tick."""
POINTS = len(checkpoints(load(ROOT).chapters.values()))
"""How many points there are in all."""
MINI = ROOT / "tests" / "mini"
Done = subprocess.CompletedProcess[str]
# Let a process that a test starts find our code compiled by the one before it, as for anybody
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of our own."""
    parser.addoption(
        "--renew-golden", action="store_true", help="write what pages say now to tests/golden/"
    )
    parser.addoption(
        "--renew-looks", action="store_true", help="write what pages look like now to tests/looks/"
    )


@pytest.hookimpl(tryfirst=True)  # xdist reads the groups in the same hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give all tests of a file that share what it makes once to one process.

    Or each process would make it for itself. What this file makes is for all, and is left out."""
    for item in items:
        if isinstance(item, pytest.Function) and _shares(item):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


def _shares(item: pytest.Function) -> bool:
    """Whether the test has a fixture of its own file that is made once for many tests."""
    known = item._fixtureinfo.name2fixturedefs.values()
    return any(
        made.scope in ("module", "session") and made.baseid == item.nodeid.split("::")[0]
        for definitions in known
        for made in definitions
    )


@functools.lru_cache
def markdown_extensions() -> tuple[str, ...]:
    """All that the site turns on in Markdown, MkDocs' own included."""
    return tuple(load_config(str(ROOT / "mkdocs.yml")).markdown_extensions)


def copy_labels(project: Path, citation: str) -> None:
    """Every label of the site for a small `project`, with `citation` for the sources it does not
    have, its one amount for all of ours, and no links, since it does not have our pages."""
    for path in (ROOT / "docs/data/labels").iterdir():
        text = re.sub(r" ?\[@[\w-]+\]", citation, path.read_text())
        text = re.sub(r"\[#[\w-]+\]", "[#terskel]", text)
        text = re.sub(r"\[([^\[\]]+)\]\(/[^)]*\)", r"\1", text)
        (project / "docs/data/labels" / path.name).write_text(text)


@pytest.fixture(scope="session")
def content() -> Content:
    """The real content."""
    return load(ROOT)


def built_once(
    tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Done]
) -> Path:
    """The site that `make` builds, in a folder `name` that the processes of the tests share."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared
    folder = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            done = make(folder)
            assert done.returncode == 0, done.stderr
            assert "WARNING" not in done.stderr, done.stderr
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly once, also when the tests run side by side in several
    processes."""
    return built_once(tmp_path_factory, "site", lambda folder: build(ROOT, folder))


SETTINGS = {
    "SITE_URL": "https://rettleiing.example.no/",
    "REPO_URL": "https://github.com/example/strategi",
    "CONTACT": "post@example.no",
    "PUBLISHER": "Eksempelkommunen",
}


ADDRESSED = "sjekkliste-grep"
"""The one document of the published site that tells its address. To make them all again with it
would take a minute of processor time."""
_BUILD = """
from mkdocs.__main__ import cli
from macros.site import edition_files

real = edition_files.manuscript
edition_files.manuscript = lambda view, root, document, address: real(
    view, root, document, address if document.id == "{document}" else ""
)
cli()
"""


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, site: Path) -> Path:
    """The site as a publisher with an address, a repository and a contact builds it.

    All documents but one are those of `site`, which the build has kept."""
    program = ("-c", _BUILD.format(document=ADDRESSED))
    return built_once(
        tmp_path_factory, "published", lambda folder: build(ROOT, folder, program, **SETTINGS)
    )


@pytest.fixture(scope="session")
def published_address(published: Path) -> Iterator[str]:
    """Where that site is served. Only its pages ask whether they were of help."""
    with served(published) as where:
        yield where


@pytest.fixture(scope="session")
def disk_site(tmp_path_factory: pytest.TempPathFactory, site: Path) -> Path:
    """The site built to be opened from a disk or a shared folder, where every link names a file."""
    return built_once(
        tmp_path_factory, "disk", lambda folder: build(ROOT, folder, DIRECTORY_URLS="false")
    )


@functools.cache
def parsed(path: Path) -> BeautifulSoup:
    """The page in a file of a built site. It is shared by all tests, so it must not be changed."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def built_pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page of both editions in the built `site` by its address, «nb/grep/» for instance; the
    404 pages and the pages that only tell where another went are not among them."""
    return {
        path.parent.relative_to(site).as_posix().removeprefix(".") + "/": parsed(path)
        for path in sorted(site.rglob("index.html"))
        if not parsed(path).find("meta", {"name": "robots", "content": "noindex"})
    }


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """The pages of the real site, as `built_pages` gives them."""
    return built_pages(site)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served."""
    with served(site) as where:
        yield where


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, headless, with everything it would fetch by itself turned off."""
    assert HEADLESS, "Chromium is missing: run tests/debian-packages.sh"
    quiet = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        # Or the headless shell fits letters to whole pixels, and lines break elsewhere
        "--font-render-hinting=none",
    ]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=HEADLESS, args=quiet)
        yield chromium
        chromium.close()


KEY = "strategisk-mot-akrim.sjekkliste"
"""Where the ticks of a checklist are kept, in the tab or, when the reader asks, on her machine."""
ANSWERS = "strategisk-mot-akrim.svar"
"""Where the answers of «Lag strategien» are kept, in the same way."""
Open = Callable[..., Page]


@functools.cache
def _unused(browser: Browser, options: str) -> list[BrowserContext]:
    """Profiles with the same options that nobody is using, and that nothing is stored in."""
    return []


@contextmanager
def reader(
    browser: Browser, address: str, width: int = 1280, *, fresh: bool = False, **options: object
) -> Iterator[Page]:
    """A page in an empty browser profile. Whatever is done with it, at the end the promises must
    have held: no request beyond `address`, no error (a breach of the policy is one), no cookie,
    nothing stored unasked.

    A profile that nothing has been stored in is given to the next reader: to make one takes more
    than twice as long as all that most tests do. It may have fetched files already, so whoever
    stands between the browser and the server asks for a `fresh` one."""
    size = {"width": width, "height": 900}
    # On a phone, the size belongs to the profile
    fixed = size if "is_mobile" in options else {}
    unused = _unused(browser, repr(sorted((options | fixed).items())))
    if unused and not fresh:
        context = unused.pop()
    else:
        context = browser.new_context(viewport=size, **options)  # type: ignore[arg-type]
    broken: list[str] = []
    page = context.new_page()
    if "is_mobile" not in options:
        page.set_viewport_size(size)  # type: ignore[arg-type]
    page.on(
        "request",
        lambda r: (
            None if r.url.startswith((address, "blob:")) else broken.append(f"request {r.url}")
        ),
    )
    page.on("console", lambda m: broken.append(f"console {m.text}") if m.type == "error" else None)
    page.on("pageerror", lambda error: broken.append(f"error {error}"))
    yield page
    left = context.storage_state(indexed_db=True)
    if any(left.values()):
        context.close()
    else:
        for each in context.pages:
            each.close()
        unused.append(context)
    kept = {item["name"] for origin in left["origins"] for item in origin["localStorage"]}
    assert broken == []
    assert left["cookies"] == []
    assert kept <= {KEY, ANSWERS}
    assert not any(origin.get("indexedDB") for origin in left["origins"])


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """`open_page(path, width=…, **context options)`: a reader's page at `path`, watched to the
    end of the test."""
    with ExitStack() as readers:

        def run(path: str, width: int = 1280, **options: object) -> Page:
            page = readers.enter_context(reader(browser, address, width, **options))
            page.goto(address + path)
            return page

        yield run


def stored(page: Page) -> int:
    """How many things the site has left on the reader's machine, beyond what goes with the tab."""
    return int(page.evaluate("localStorage.length + document.cookie.length"))


def in_tab(page: Page) -> list[str]:
    """The keys of what the site keeps until the tab is closed."""
    return list(page.evaluate("Object.keys(sessionStorage)"))


HOOKS = """
from macros import checks
from macros.site import hooks
from macros.site.hooks import on_build_error, on_config, on_env, on_files, on_page_markdown
from macros.site.hooks import on_post_build, on_post_page, on_post_template, on_startup

# Documents have no part in this, and take most of the time.
# What is made from the content is in no menu.
checks.check_templates = checks.check_menu = lambda *_: []
hooks.generated = lambda *_: ()
"""
NAV = "nav:\n  - index.md\n  - Om: [om.md]\n"


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    """A project of two pages with our theme, our settings and our hooks, that is built in a
    second."""
    tmp_path /= "small"
    shutil.copytree(MINI, tmp_path)
    shutil.copytree(ROOT / "docs" / "theme", tmp_path / "docs" / "theme")
    copy_labels(tmp_path, "")
    (tmp_path / "hooks.py").write_text(HOOKS)
    for name in ("mkdocs.yml", "mkdocs.nb.yml"):
        settings = (ROOT / name).read_text().split("nav:\n")[0] + NAV
        watched = ("docs, examples, macros,", "docs,")
        for old, new in (
            ("macros/site/hooks.py", "hooks.py"),
            ("module_name: macros", ""),
            watched,
        ):
            settings = settings.replace(old, new)
        (tmp_path / name).write_text(settings)
    for edition in ("nn", "nb"):
        (tmp_path / "docs" / edition / "regelverk.md").unlink()
        page = (
            "---\ntitle: {}\ndescription: Ei side.\ndate: 2026-11-24\n---\n# Overskrift\n\nEi plikt"
            " [@loa].\n"
        )
        for name in ("index", "om"):
            (tmp_path / "docs" / edition / f"{name}.md").write_text(page.format(name))
    return tmp_path


Broken = Callable[..., list[str]]


@pytest.fixture
def broken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Broken:
    """`broken(file, old, new)`: what `check` prints for the small project with `old` replaced by
    `new`."""

    def run(file: str, old: str | bytes | None, new: str | bytes) -> list[str]:
        project = tmp_path / "project"
        shutil.copytree(MINI, project, dirs_exist_ok=True)
        path = project / file
        before = path.read_bytes() if path.exists() else b""
        wanted, given = _bytes(old), _bytes(new)
        assert wanted is None or wanted in before, f"{old!r} is not in {file}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(given if wanted is None else before.replace(wanted, given, 1))
        status = main(["--root", str(project), "check"])
        lines = capsys.readouterr().err.splitlines()
        assert status == (1 if lines else 0)
        return lines[:-1]

    return run


def _bytes(value: str | bytes | None) -> bytes | None:
    return value.encode() if isinstance(value, str) else value
