"""What Node bundles for the browser, made again under `mkdocs serve` when its sources change.

`make site` and `make serve` bundle before they begin: the Makefile knows what depends on what. While a site is served
nobody calls make, so the same two programs in `browser/` are called from here.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Collection, Iterator
from importlib.util import find_spec
from pathlib import Path

from mkdocs.exceptions import Abort

BROWSER = Path("browser")
BUNDLED = Path("docs/theme/assets")
"""Where the bundles lie, beside pictures that are written by hand."""
_PROGRAMS = ("bundle.js", "styles.js")
# Pages get their classes from these, and styles.js leaves out what no page uses
_STYLED = ("docs/theme", "macros/pages", "macros/site")


def watched(root: Path) -> Iterator[Path]:
    """The rooms of `browser/` and its programs, without the packages, which are many and never edited."""
    for path in sorted((root / BROWSER).glob("*")):
        if path.name != "node_modules" and not path.name.startswith("."):
            yield path


def sources(root: Path) -> Iterator[Path]:
    """Every file that a bundle is made of and that lies in `browser/`."""
    for path in watched(root):
        yield from (file for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file())


def bundle_again(root: Path, changed: Collection[Path]) -> bool:
    """Make the bundles again if a file in `changed` is a source of theirs, and tell whether that was done.

    Raises Abort with Node's own words when a source is wrong."""
    if not any(_is_source(path.relative_to(root)) for path in changed):
        return False
    for program in _PROGRAMS:
        _run(root, program)
    return True


def _is_source(path: Path) -> bool:
    within = (BROWSER, *map(Path, _STYLED))
    return any(path.is_relative_to(folder) for folder in within) and not path.is_relative_to(BUNDLED)


def _run(root: Path, program: str) -> None:
    """One program of `browser/`, where the project has it. Node lies beside Python: both come with `make`."""
    node = shutil.which("node", path=str(Path(sys.executable).parent))
    if node is None or not (root / BROWSER / program).is_file():
        return
    done = subprocess.run(
        [node, program, *_arguments(program)],
        cwd=root / BROWSER,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise Abort(f"{(BROWSER / program).as_posix()} stoppa. Rett feilen, så byggjer sida seg att.\n{done.stderr}")


def _arguments(program: str) -> list[str]:
    """styles.js is told where Material's templates are."""
    if program != "styles.js":
        return []
    found = find_spec("material")
    folders = found.submodule_search_locations if found else None
    return [f"{folders[0]}/templates"] if folders else []
