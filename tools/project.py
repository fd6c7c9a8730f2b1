"""The project as the tools, the measurements and the tests use it: built, copied and served."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from macros import ROOT

CHROMIUM = next(
    (
        path
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (path := shutil.which(name))
    ),
    None,
)
HEADLESS = shutil.which("chromium-headless-shell") or CHROMIUM
"""The same engine without the windows and menus around a page, which nobody sees here. A page
opens in a fourth of the processor time."""


def build(
    root: Path, site: Path, program: Sequence[str] = ("-m", "mkdocs"), **environment: str
) -> subprocess.CompletedProcess[str]:
    """Build the project at `root` strictly into `site`, as anyone would.

    `program` is what Python runs, for whoever has to change MkDocs or our code first."""
    return subprocess.run(
        [sys.executable, *program, "build", "--strict", "--site-dir", str(site)],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def copy_project(folder: Path, *, warm: bool = False) -> None:
    """What a build needs, copied to `folder`, to be changed.

    A `warm` copy has the documents that are made already, so that its build makes only what has
    changed. They are links: the cache never writes into a file that is there."""
    folder.mkdir(exist_ok=True)
    for name in ("docs", "examples", "macros", "mkdocs.yml", "mkdocs.nb.yml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    if warm and (ROOT / ".cache").is_dir():
        shutil.copytree(ROOT / ".cache", folder / ".cache", copy_function=_link)


def _link(source: str, target: str) -> None:
    with suppress(FileNotFoundError):  # another build has just forgotten it
        try:
            os.link(source, target)
        except OSError:  # on another disk
            shutil.copy2(source, target)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address `folder` is served at, for instance http://127.0.0.1:40001/."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
