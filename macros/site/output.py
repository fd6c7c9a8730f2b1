"""Build beside the old site and put the new one in its place only when it is whole."""

from __future__ import annotations

import ctypes
import shutil
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD: paths are relative to the working directory
_EXCHANGE = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS


class Output:
    """The folder of a finished site. A build that fails or is killed at any moment leaves a whole site there.

    On Linux and macOS the two folders change names in one step. On other systems, and on file systems that cannot
    do that, the old one is moved away first: between two renames there is no site. A build killed just there leaves
    the old site under the name `site.old`, and the next build puts it back before it begins.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self._new = site.with_name(site.name + ".new")
        self._old = site.with_name(site.name + ".old")

    def begin(self) -> Path:
        """An empty folder to build in, with what an earlier, interrupted build left behind cleared away."""
        if self._old.exists() and not self.site.exists():
            self._old.rename(self.site)
        shutil.rmtree(self._old, ignore_errors=True)
        shutil.rmtree(self._new, ignore_errors=True)
        self._new.mkdir(parents=True)
        return self._new

    def finish(self) -> None:
        """Put the new site in place of the old one."""
        if not self.site.exists():
            self._new.rename(self.site)
        elif _exchange(self._new, self.site):
            self._new.rename(self._old)
        else:
            self.site.rename(self._old)
            self._new.rename(self.site)
        shutil.rmtree(self._old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step. False, with nothing done, where the system cannot."""
    paths = str(one).encode(), str(other).encode()
    try:
        system = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return bool(system.renamex_np(*paths, _EXCHANGE) == 0)
        return bool(system.renameat2(_HERE, paths[0], _HERE, paths[1], _EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):  # no such call, or no C library to ask (Windows)
        return False
