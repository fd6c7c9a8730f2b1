"""`python -m tools.canary BIN FOLDER`: the site beside what two other engines make of it.

BIN is the folder the engines are installed in. ProperDocs builds the project as it is. Zensical
builds both editions from the pages written to FOLDER, since it runs no hooks. This is a report and
not a test: it ends well whatever it finds.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup

from macros import ROOT
from macros.content import EDITIONS, load

from .project import build

CONFIGS = ("mkdocs.yml", "mkdocs.nb.yml")
FOLDERS = ("docs/theme", "docs/data", "docs/templates", "docs/nn", "docs/nb", "examples", "macros")


def gather(written: Path, project: Path) -> None:
    """A project for an engine that runs no hooks: our files, with the generated ones among the
    written pages."""
    shutil.rmtree(project, ignore_errors=True)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, project / name)
    for name in CONFIGS:
        shutil.copy(ROOT / name, project / name)
    for edition in EDITIONS:
        shutil.copytree(written / edition, project / "docs" / edition, dirs_exist_ok=True)


def run(zensical: Path, project: Path) -> str:
    """Build both editions, with our templates if the engine takes them, else with its own. Gives
    what it said."""
    said = _builds(zensical, project, "with our templates")
    if "status 1" in said:
        for name in CONFIGS:
            settings = (project / name).read_text(encoding="utf-8")
            (project / name).write_text(
                settings.replace("  custom_dir: docs/theme\n", ""), encoding="utf-8"
            )
        said += _builds(zensical, project, "with its own templates")
    return said


def _builds(zensical: Path, project: Path, how: str) -> str:
    said = ""
    for name in CONFIGS:
        done = subprocess.run(
            [str(zensical), "build", "-f", name, "-c"],
            cwd=project, env={**os.environ, "PYTHONPATH": str(project)}, capture_output=True,
            text=True, check=False,
        )  # fmt: skip
        last = (done.stdout + done.stderr).strip().splitlines()[-1] if done.returncode else ""
        said += f"{name} {how}: exit status {done.returncode} {last}\n"
    return said


def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page by its address."""
    return {
        path.parent.relative_to(site).as_posix(): BeautifulSoup(
            path.read_text(encoding="utf-8"), "html.parser"
        )
        for path in sorted(site.rglob("index.html"))
    }


def compare(ours: Path, theirs: Path) -> Iterator[str]:
    """One line for each thing we promise: how much of it is there."""
    wanted, found = pages(ours), pages(theirs)
    both = wanted.keys() & found.keys()
    yield _line("pages", len(both), len(wanted), wanted.keys() - found.keys())
    right = {name for name in both if _lang(wanted[name]) == _lang(found[name])}
    yield _line("<html lang>", len(right), len(both), both - right)
    points = {
        f"{name}#{box['id']}" for name in wanted for box in wanted[name].select(".checkpoint input")
    }
    kept = {
        f"{name}#{box['id']}" for name in found for box in found[name].select(".checkpoint input")
    }
    yield _line("checklist items", len(points & kept), len(points), points - kept)
    files = {
        p.relative_to(ours).as_posix()
        for p in ours.glob("**/nedlasting/*.*")
        if p.suffix != ".html"
    }
    there = {
        p.relative_to(theirs).as_posix().removesuffix(".txt")
        for p in theirs.glob("**/nedlasting/*.*")
    }
    yield _line("downloads", len(files & there), len(files), files - there)
    for what, selector in (
        ("sources at the end", ".sources"), ("tables in a frame", ".table-frame"), ("policy",
        "meta[http-equiv]"),
        ("our header", ".site-header"), ("last changed", ".page-foot time"),
    ):  # fmt: skip
        has = {name for name in wanted if wanted[name].select(selector)}
        still = {name for name in has & both if found[name].select(selector)}
        yield _line(what, len(still), len(has), has - still)
    raw = {name for name in both if re.search(r"\{\{|\[@", found[name].get_text())}
    yield _line("pages without raw macros or citations", len(both - raw), len(both), raw)


def compare_files(ours: Path, theirs: Path) -> Iterator[str]:
    """How many files are there, to the byte, and to the byte but for the line that names the
    engine."""
    wanted, found = _files(ours), _files(theirs)
    both = wanted.keys() & found.keys()
    same = {name for name in both if wanted[name] == found[name]}
    alike = {name for name in both if _unsigned(wanted[name]) == _unsigned(found[name])}
    yield _line("files", len(both), len(wanted), wanted.keys() - found.keys())
    yield _line("files equal to the byte", len(same), len(both), set())
    yield _line("files equal but for the engine's name", len(alike), len(both), both - alike)
    yield _line("files that are there only", len(found.keys() - both), len(found), set())


def _files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def _unsigned(data: bytes) -> bytes:
    return re.sub(rb'<meta name="generator"[^>]*>', b"", data)


def properdocs(python: Path, site: Path) -> str:
    """Build the project as it is into `site`. Gives what it said."""
    command = [str(python), "-m", "properdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    last = (done.stdout + done.stderr).strip().splitlines()[-1] if done.returncode else ""
    return f"both editions, nothing changed: exit status {done.returncode} {last}\n"


def _lang(page: BeautifulSoup) -> str:
    return str(page.html["lang"]) if page.html else ""


def _line(what: str, there: int, wanted: int, lost: set[str]) -> str:
    some = f"   lost: {', '.join(sorted(lost)[:3])}" if lost else ""
    return f"{what:40}{there:5} of {wanted}{some}"


def main(engines: Path, written: Path) -> None:
    """Print the report. `engines` is the folder of their programs, `written` that of the
    generated pages."""
    engines, written = engines.absolute(), written.absolute()  # not resolved: its Python is a link
    ours = written.parent / "mkdocs"
    assert build(ROOT, ours).returncode == 0
    content = load(ROOT)
    print(f"{len(content.chapters)} chapters, {len(content.examples)} examples\n")
    said = properdocs(engines / "python", written.parent / "properdocs")
    print(f"ProperDocs beside MkDocs:\n{said}")
    print("\n".join(compare_files(ours, written.parent / "properdocs")))
    project = written.parent / "site-project"
    gather(written, project)
    print(f"\nZensical beside MkDocs:\n{run(engines / 'zensical', project)}")
    print("\n".join(compare(ours, project / "site")))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
