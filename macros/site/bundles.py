"""Make the scripts and styles for the browser again when their sources change under serve.

`make site` and `make serve` bundle before they begin: the Makefile knows what depends on what.
While a site is served, nobody calls make, so the same two programs in `browser/` are called here.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Collection, Iterator
from importlib.util import find_spec
from pathlib import Path

from mkdocs.exceptions import Abort

from ..content.files import entries, project_files

BROWSER = Path("browser")
BUNDLED = Path("docs/theme/assets")
"""The folder of the bundles. It also has pictures that are made by hand."""
_PROGRAMS = ("bundle.js", "styles.js")
# The classes on the pages come from these folders. styles.js leaves out rules for classes that no
# page uses, so the styles may change when one of these files does.
_STYLED = ("docs/theme", "macros/pages", "macros/site")


def watched(root: Path) -> Iterator[Path]:
    """The folders and programs in `browser/`, except the installed packages, which nobody edits."""
    for path in entries(root / BROWSER):
        if path.name != "node_modules" and not path.name.startswith("."):
            yield path


def sources(root: Path) -> Iterator[Path]:
    """Every file in `browser/` that may be a part of a bundle."""
    for path in watched(root):
        yield from project_files(path) if path.is_dir() else [path]


def bundle_again(root: Path, changed: Collection[Path]) -> bool:
    """Make the bundles again if any file in `changed` is a source of them. True if they were made.

    Raises Abort with Node's own message when a source has a fault."""
    if not any(_is_source(path.relative_to(root)) for path in changed):
        return False
    for program in _PROGRAMS:
        _run(root, program)
    return True


def _is_source(path: Path) -> bool:
    within = (BROWSER, *map(Path, _STYLED))
    return any(path.is_relative_to(folder) for folder in within) and not path.is_relative_to(
        BUNDLED
    )


def _run(root: Path, program: str) -> None:
    """Run one program in `browser/`; nothing happens if the program or Node is not there.

    `make` installs Node in the same folder as Python, so no other version is used by accident."""
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
        raise Abort(
            f"{(BROWSER / program).as_posix()} stoppa. Rett feilen, så byggjer sida seg"
            f" att.\n{done.stderr}"
        )


def _arguments(program: str) -> list[str]:
    """The arguments of the program: styles.js must know where Material's templates are."""
    if program != "styles.js":
        return []
    found = find_spec("material")
    folders = found.submodule_search_locations if found else None
    return [f"{folders[0]}/templates"] if folders else []
