"""Keep bytes that took time to make on disk between builds, and make them again if damaged."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from secrets import token_hex

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_KEEP = 30 * 24 * 3600  # seconds since an entry was last used


class Cache:
    """Entries in `folder`, each in a file that begins with the digest of its name and bytes.

    Faults on the disk are never errors: a damaged entry counts as missing, and if nothing can be
    written, everything is made each time. A cache should only save time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, name: str) -> bytes | None:
        """The bytes kept under `name`, or None. Damaged bytes are never returned."""
        path = self.folder / name
        try:
            kept = path.read_bytes() if path.is_file() else b""
        except OSError:
            return None
        digest, data = kept[:32], kept[32:]
        if digest != _digest(name, data):
            return None
        with suppress(OSError):
            path.touch()  # forget() goes by the time of last use
        return data

    def has(self, name: str) -> bool:
        """Whether anything is kept under `name`, damaged or not."""
        with suppress(OSError):
            return (self.folder / name).is_file()
        return False

    def put(self, name: str, data: bytes) -> None:
        """Keep `data` under `name`. Another process sees either the whole entry or none of it."""
        fresh = self.folder / f"{name}.{token_hex(4)}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(_digest(name, data) + data)
            # One step for the system, so that no other process sees half an entry
            fresh.replace(self.folder / name)
        except OSError:
            with suppress(OSError):
                fresh.unlink()

    def made(self, name: str, make: Callable[[], bytes]) -> bytes:
        """The bytes kept under `name`. If there are none, `make` makes them, and they are kept."""
        data = self.get(name)
        if data is None:
            data = make()
            self.put(name, data)
        return data

    def forget(self) -> None:
        """Delete the entries that no build has used for a month."""
        with suppress(OSError):
            for path in list(self.folder.iterdir()):
                with suppress(OSError):  # another build has deleted it already, or it is a folder
                    if time.time() - path.stat().st_mtime > _KEEP:
                        path.unlink()


class Templates(BytecodeCache):
    """Jinja's cache of compiled templates, kept from earlier builds."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja, which checks for itself whether the template is still the same."""
        if data := self.cache.get(_entry(bucket)):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja when it has compiled a template."""
        self.cache.put(_entry(bucket), bucket.bytecode_to_string())


def _entry(bucket: Bucket) -> str:
    """The name of the entry, with Jinja's version in it: another version compiles differently."""
    return f"{bucket.key}-{version('jinja2')}"


def _digest(name: str, data: bytes) -> bytes:
    return sha256(f"{name}\n".encode() + data).digest()
