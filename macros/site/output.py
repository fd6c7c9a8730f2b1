"""Build beside the old site and put the new one in its place only when it is whole."""

from __future__ import annotations

import shutil
from pathlib import Path


class Output:
    """The folder of a finished site. A build that fails leaves the folder as it was."""

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
        if self.site.exists():
            self.site.rename(self._old)
        self._new.rename(self.site)
        shutil.rmtree(self._old, ignore_errors=True)
