"""How fast the whole site is, as ratios against stock MkDocs and Material with the same finished
Markdown.

1. A full build of both editions with 100 and 1,000 made-up examples, in processor seconds, and
growth per page.
   Documents (Word, PDF ...), converted pages and compiled Python are in their caches, as for
   anybody who builds twice. A build where every page has to be converted again, as after a change
   of data that all pages may show, is told of beside it.
2. An edit of a written page and of an example, until a waiting browser would reload, under `mkdocs
serve`. 3. The first page over the wire: every file a browser fetches, gzipped.

Run: python -m bench.site
"""

from __future__ import annotations

import gzip
import os
import re
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import yaml
from playwright.sync_api import sync_playwright

from macros.checks.links import CONVERTED
from macros.site.kept_pages import PAGES
from tools.project import CHROMIUM, served

from .synthetic import project

BUILDS = {100: 9, 1000: 3}  # by number of examples: a short build is the more easily disturbed
SMALL, LARGE = BUILDS
ANEW = 3
EDITS = 5
PATIENCE = 120  # seconds
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
QUIET.pop(
    "PYTHONDONTWRITEBYTECODE", None
)  # stock came compiled: then so is ours, as for anybody who builds twice
_MEMORY = Path("/dev/shm")
"""Where a disk has no say. Some file systems take long to make a file where others were taken
away seconds ago, and whoever builds next pays for that."""
# Prints every finished page of both editions: what MkDocs was given after macros and generators
# have done their part
_FINISHED = """
import json, sys
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config
from macros.site.incremental import built
build(load_config("mkdocs.yml", site_dir=sys.argv[1]))
for edition, last in built(Path.cwd()).items():
    folder = Path(sys.argv[2]) / edition.prefix
    for file in last.files.documentation_pages():
        target = folder / file.src_uri
        target.parent.mkdir(parents=True, exist_ok=True)
        assert not target.exists(), target  # stock has as many pages as we have
        meta = {key: str(value) for key, value in file.page.meta.items() if key in ("title",
        "description")}
        target.write_text("---\\n" + json.dumps(meta,
        ensure_ascii=False) + "\\n---\\n" + file.page.markdown)
"""


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as name:
        folder = Path(name)
        ours, stock, per_page = {}, {}, {}
        for size, builds in BUILDS.items():
            ours[size] = project(folder / f"ours-{size}", size)
            stock[size] = stock_project(ours[size], folder / f"stock-{size}")
            pairs = [(build(ours[size]), build(stock[size])) for _ in range(builds)]
            mine, theirs = (median(side) for side in zip(*pairs, strict=True))
            ratio = median(one / other for one, other in pairs)
            per_page[size] = mine / len(list((ours[size] / "site").rglob("index.html")))
            print(
                f"full build, {size} examples: {mine:.1f} s, stock {theirs:.1f} s: ratio"
                f" {ratio:.2f}; with every page converted anew"
                f" {median(build_anew(ours[size]) for _ in range(ANEW)) / theirs:.2f}",
                flush=True,
            )
        print(f"growth per page: {per_page[LARGE] / per_page[SMALL]:.2f}", flush=True)
        report_edits(ours[LARGE], stock[LARGE])
        report_transfer(ours[SMALL] / "site", stock[SMALL] / "site")


def stock_project(ours: Path, folder: Path) -> Path:
    """A site of stock MkDocs and Material with the same pages in one tree, the same menu, and
    search."""
    folder.mkdir()
    command = [sys.executable, "-c", _FINISHED, str(folder / "throwaway"), str(folder / "docs")]
    subprocess.run(command, cwd=ours, env=QUIET, check=True, capture_output=True)
    menu = yaml.safe_load(re.sub(r"!!?\S+", "", (ours / "mkdocs.yml").read_text()))["nav"]
    config = {
        "site_name": "Stock", "theme": {"name": "material", "language": "nn", "font": False},
        "plugins": [{"search": {"lang": "no"}}], "nav": menu,
        "not_in_nav": "/nb/\n/eksempel/\n/nedlasting/",
        "markdown_extensions": ["attr_list", "def_list", "md_in_html", "tables", "toc"],
        "validation": {"links": {"not_found": "ignore", "absolute_links": "ignore",
        "unrecognized_links": "ignore"}},
    }  # fmt: skip
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True))
    return folder


def build(root: Path) -> float:
    """Processor seconds for a build."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=root,
        env=QUIET,
        check=True,
        capture_output=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def build_anew(root: Path) -> float:
    """Processor seconds for a build that has nothing kept of any text."""
    for folder in (PAGES, CONVERTED):
        shutil.rmtree(root / folder)
    return build(root)


def report_edits(ours: Path, stock: Path) -> None:
    """Seconds from the file is saved until the server has the new page."""
    example = sorted(path.stem for path in (ours / "examples").glob("prove*.yml"))[0]
    cases = {
        "written page": (("docs/nn/om.md", "", "om/"), ("docs/om.md", "", "om/")),
        "example": (
            (f"examples/{example}.yml", "lesson: |-\n", f"eksempel/{example}/"),
            (f"docs/eksempel/{example}.md", "", f"eksempel/{example}/"),
        ),
    }
    mine, theirs = (
        edits(ours, [case[0] for case in cases.values()]),
        edits(stock, [case[1] for case in cases.values()]),
    )
    for name, one, other in zip(cases, mine, theirs, strict=True):
        print(f"edit of a {name}: {one:.1f} s, stock {other:.1f} s: ratio {one / other:.2f}")


def edits(root: Path, cases: list[tuple[str, str, str]]) -> list[float]:
    """Median seconds of each case, in one server."""
    with serving(root) as address:
        return [median(edit(root, address, *case) for _ in range(EDITS)) for case in cases]


def edit(root: Path, address: str, path: str, before: str, page: str) -> float:
    """Seconds for one edit: a word nobody else has written is put in behind `before`, or last
    where that is empty, and asked for until it is there."""
    word, file = f"Prøveord{time.monotonic_ns()}", root / path
    text = file.read_text()
    start = time.perf_counter()
    file.write_text(
        text.replace(before, f"{before}  {word}.\n", 1) if before else f"{text}\n\n{word}.\n"
    )
    while word not in read(address + page):
        if time.perf_counter() - start > PATIENCE:
            raise TimeoutError(f"{path} was changed, and {page} never was")
        time.sleep(0.02)
    return time.perf_counter() - start


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """The address `mkdocs serve` serves `root` at, once it has built it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(
        command, cwd=root, env=QUIET, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not read(f"http://127.0.0.1:{port}/"):
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def read(address: str) -> str:
    """The page, or nothing while there is none."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            text: str = answer.read().decode()
            return text
    except OSError:
        return ""


def report_transfer(ours: Path, stock: Path) -> None:
    """Everything a browser asks for to show a question's page for the first time. Stock fetches
    its search index with the page; that grows with the site, so the ratio is without it."""
    (mine, count), (theirs, others) = (
        fetched(site, "sporsmal/kapasitet/") for site in (ours, stock)
    )
    index = len(gzip.compress((stock / "search/search_index.json").read_bytes()))
    print(
        f"first page: {mine / 1024:.1f} KiB in {count} requests, stock"
        f" {(theirs - index) / 1024:.1f} KiB in {others}, and {index / 1024:.1f} KiB of index:"
        f" ratio {mine / (theirs - index):.2f}, {mine / theirs:.2f} with the index"
    )


def fetched(site: Path, page: str) -> tuple[int, int]:
    """Bytes and number of files, each gzipped as a host would send it."""
    with sync_playwright() as playwright, served(site) as address:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        tab, bodies = browser.new_page(), {}
        tab.on("response", lambda answer: bodies.setdefault(answer.url, answer))
        tab.goto(address + page, wait_until="networkidle")
        sizes = [len(gzip.compress(answer.body())) for answer in bodies.values() if answer.ok]
        browser.close()
    return sum(sizes), len(sizes)


if __name__ == "__main__":
    main()
