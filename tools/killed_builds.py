"""`python -m tools.killed_builds PROJECT TIMES`: build the project again and again, killing each
build at a random moment, and print what the site was after each kill. MkDocs is imported once and
each build is a fork of it, so that the moments fall within the build and not within the imports.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from hashlib import sha256
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config


def make(project: Path) -> None:
    """One build, in this process."""
    os.chdir(project)
    config = load_config("mkdocs.yml")
    config.plugins.on_startup(command="build", dirty=False)
    build(config)


def fork(project: Path) -> int:
    """Start a build in a process of its own, and give its id."""
    child = os.fork()
    if child == 0:
        make(project)
        os._exit(0)
    return child


def seconds(project: Path) -> float:
    """How long a build takes."""
    began = time.monotonic()
    os.waitpid(fork(project), 0)
    return time.monotonic() - began


def whole(site: Path) -> str:
    """A fingerprint of every file of the site."""
    digest = sha256()
    for path in sorted(site.rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(site)}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def edit(project: Path, turn: int) -> None:
    """Make the next site another than the last, in both editions."""
    for edition in ("nn", "nb"):
        page = project / "docs" / edition / "index.md"
        page.write_text(page.read_text().split("\nUtgåve")[0] + f"\nUtgåve {turn % 2}.\n")


def wait_for(folder: Path, pattern: str, child: int) -> None:
    """Until a build has come as far as to write a file like `pattern`, or is over."""
    while (
        not any(folder.glob(pattern))
        and os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
    ):
        time.sleep(0.0005)


def main(project: Path, times: int) -> None:
    """Two whole builds to know what whole is, then the kills. Prints a letter for each: a, b, or
    ? for neither."""
    site, known = project / "site", {}
    for turn, name in enumerate("ab"):
        edit(project, turn)
        make(project)
        known[whole(site)] = name
    assert len(known) == 2
    took = min(
        seconds(project) for _ in range(3)
    )  # the least: whatever else runs now may not run later
    moments = random.Random(os.environ.get("SEED", "akrim"))
    killed, seen = 0, ""
    for turn in range(times):
        edit(project, turn)
        child = fork(project)
        if turn % 3:
            time.sleep(moments.uniform(0, 0.9 * took))
        else:  # at the end, where the two folders change places and the old one is cleared away
            wait_for(project, "site.new.*/_headers", child)
            time.sleep(moments.uniform(0, 0.02))
        os.kill(child, signal.SIGKILL)
        was_killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
        killed += was_killed
        if turn % 3 and not was_killed:
            took *= 0.8  # it was over already: the machine was busier when a build was measured
        seen += known.get(whole(site), "?")
    print(seen, killed)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), int(sys.argv[2]))
