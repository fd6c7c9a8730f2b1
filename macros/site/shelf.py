"""Keep what was worked out of many texts in one file, from one run to the next."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Any

import markdown

import macros

from .cache import Cache
from .digest import digest


class Shelf:
    """What was made of texts by the last run, kept in the cache under `name`.

    It is for what depends on the text, on the files in `paths`, on our own code and on packages. A
    change in any of these makes everything anew. The values are plain data that JSON can hold.
    Make the shelf before the files in `paths` are read: `save` keeps nothing if they have changed
    since. It keeps only what this run has asked for, so that the file never grows with what nobody
    needs any more."""

    def __init__(self, cache: Cache, name: str, paths: Iterable[Path]) -> None:
        self._cache, self._name, self._paths = cache, name, tuple(paths)
        self._around = _surroundings(self._paths)
        kept = cache.get(name)
        self._before: dict[str, Any] = json.loads(kept) if kept else {}
        self._now: dict[str, Any] = {}

    def key(self, *parts: str) -> str:
        """The key of what is made of `parts`, another one for each of them and each order."""
        return _hashed(self._around, *parts)

    def get(self, key: str) -> Any:
        """The value under `key`, or None."""
        if key not in self._now and key in self._before:
            self._now[key] = self._before[key]
        return self._now.get(key)

    def put(self, key: str, value: Any) -> None:
        """Keep `value` under `key`, in the place of what was there."""
        self._now[key] = value
        self._before.pop(key, None)

    def made(self, key: str, make: Callable[[], Any]) -> Any:
        """The value under `key`. If there is none, `make` makes it, and it is kept."""
        value = self.get(key)
        if value is None:
            value = make()
            self.put(key, value)
        return value

    def save(self) -> None:
        """Write the values to the cache, unless the file there has exactly these."""
        is_new = self._now.keys() != self._before.keys()
        if is_new and _surroundings(self._paths) == self._around:
            self._cache.put(self._name, json.dumps(self._now, ensure_ascii=False).encode())
            self._before = dict(self._now)


def _hashed(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _surroundings(paths: Iterable[Path]) -> str:
    """A text that changes with the files in `paths`, with our code, with Python and with packages.

    If a file has gone while it was to be read, the text is one that nothing was ever kept under."""
    try:
        return _hashed(digest(paths), _code())
    except OSError:
        return token_hex()


@lru_cache(maxsize=1)
def _code() -> str:
    """A text for the code that runs: Python, this package, and each package that is installed.

    Read once, since the code of a running program stays the same."""
    packages = Path(markdown.__file__).parent.parent
    installed = sorted(name for name in os.listdir(packages) if name.endswith(".dist-info"))
    return _hashed(sys.version, digest([Path(macros.__file__).parent]), *installed)
