"""Build beside the old site and put the new one in its place only when it is whole."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import time
import weakref
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from ..trouble import told

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

# The numbers are those of the system's header files, which Python does not know
_HERE = -100  # AT_FDCWD: paths are relative to the working directory
_EXCHANGE = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS
_LONG_AGO = 24 * 3600  # seconds: a build folder this old belongs to no living build


class OutputError(Exception):
    """The site cannot be written where it should be. The message says why, in Norwegian."""


class Output:
    """The folder of a finished site.

    The folder always has a whole site, also when a build fails or is killed, and when several
    builds run at once: each builds in a folder of its own, and the last to finish replaces the
    others.

    A `site` that is a symbolic link stays one, and the site is written where it points.

    On Linux and macOS the two folders change names in one step. On other systems, and on file
    systems that cannot do that, the old one is moved away first: between two renames there is no
    site. A build killed just there leaves the old site under the name `site.old`, and the next
    build puts it back before it begins.
    """

    def __init__(self, site: Path) -> None:
        self._asked = site
        self.site = Path(os.path.realpath(site))
        self._old = self.site.with_name(self.site.name + ".old")
        self._new: Path | None = None

    def begin(self) -> Path:
        """A new, empty folder to build in. What interrupted builds left behind is deleted.

        The folder is deleted with this object, or when the program ends, unless it has become the
        site. Raises OutputError if no site can be written there."""
        self._refuse_what_is_no_folder()
        try:
            self.site.parent.mkdir(parents=True, exist_ok=True)
            with _alone(self.site.parent):
                self._clear()
                self._new = self.site.with_name(f"{self.site.name}.new.{token_hex(4)}")
                self._new.mkdir()
                held = _lock(self._new, wait=False)
        except OSError as error:
            raise OutputError(f"{self._asked}: Mappa kan ikkje skrivast. {told(error)}") from error
        self._discard = weakref.finalize(self, _discard, self._new, held)
        return self._new

    def finish(self, files: Iterable[Path]) -> None:
        """Put the new site in the place of the old one.

        Raises OutputError, with the old site untouched, if any of `files` is missing."""
        assert self._new is not None, "begin() comes first"
        for file in files:
            if not file.is_file():
                raise OutputError(
                    f"{self._asked}: {file.name} vart borte medan nettstaden vart bygd. Bygg på"
                    " nytt."
                )
        try:
            with _alone(self.site.parent):
                self._swap(self._new)
        except OSError as error:
            raise OutputError(f"{self._asked}: Mappa kan ikkje bytast ut. {told(error)}") from error
        self._discard()

    def _swap(self, new: Path) -> None:
        """Give the new folder the name of the site. The old site gets the new folder's name."""
        if not self.site.exists():
            new.rename(self.site)
        elif not _exchange(new, self.site):
            shutil.rmtree(self._old, ignore_errors=True)
            self.site.rename(self._old)
            new.rename(self.site)
            shutil.rmtree(self._old, ignore_errors=True)

    def _refuse_what_is_no_folder(self) -> None:
        if self.site.is_symlink():  # realpath stops at a link that leads back to itself
            raise OutputError(f"{self._asked}: Lenkja viser til seg sjølv. Slett henne.")
        if self.site.exists() and not self.site.is_dir():
            raise OutputError(
                f"{self._asked}: Her ligg ei fil. Flytt fila, eller bygg til ei anna mappe."
            )
        if self.site.is_dir() and os.path.ismount(self.site):
            raise OutputError(
                f"{self._asked}: Mappa er eit monteringspunkt og kan ikkje bytast ut. "
                f"Bygg til ei mappe under den: mkdocs build --site-dir {self._asked / 'www'}"
            )

    def _clear(self) -> None:
        """Put back a site that was lost between two renames, and delete what dead builds left."""
        if self._old.is_dir() and not self.site.exists():
            self._old.rename(self.site)
        shutil.rmtree(self._old, ignore_errors=True)
        names = (f"{self.site.name}.new", f"{self.site.name}.new.")
        for path in list(self.site.parent.iterdir()):
            if (path.name == names[0] or path.name.startswith(names[1])) and _is_left(path):
                shutil.rmtree(path, ignore_errors=True)


def _discard(folder: Path, held: int | None) -> None:
    """Delete what is left of a build, and lift its lock.

    After a failed build that is the unfinished site; after a swap, the old site, which then has the
    name of the build folder."""
    shutil.rmtree(folder, ignore_errors=True)
    if held is not None:
        os.close(held)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step. False, with nothing done, if the system cannot."""
    paths = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return bool(system.renamex_np(*paths, _EXCHANGE) == 0)
        return bool(system.renameat2(_HERE, paths[0], _HERE, paths[1], _EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):  # the system has no such call, or no C library
        return False


# A lock on a folder itself leaves no file behind, and the system lifts it when a process dies. On
# Windows, and on network disks without such locks, builds do without: each still has its own
# folder.


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one process at a time set up or swap folders in `folder`."""
    lock = _lock(folder, wait=True)
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)


def _is_left(folder: Path) -> bool:
    """Whether the build that made `folder` has ended: a running build holds a lock on its folder.

    Without locks, the age of the folder must do."""
    if fcntl is None:
        with suppress(OSError):
            return time.time() - folder.stat().st_mtime > _LONG_AGO
        return False
    lock = _lock(folder, wait=False)
    if lock is not None:
        os.close(lock)
    return lock is not None


def _lock(folder: Path, *, wait: bool) -> int | None:
    """A handle on the locked folder; None if it is locked already, or cannot be locked at all."""
    if fcntl is None:
        return None
    opened = None
    try:
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        fcntl.flock(opened, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        if opened is not None:
            os.close(opened)
        return None
    return opened
