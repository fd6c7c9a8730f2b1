"""A damaged cache is made again, never published, and never stops a build."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.site.cache import Cache
from tools.killed_builds import whole

from .conftest import build


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-3])


def _garbage(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 4)


def _one_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)


def _of_another(path: Path) -> None:
    """The file of another entry, whole in itself."""
    Cache(path.parent).put("other", b"other")
    (path.parent / "other").replace(path)


def _without_digest(path: Path) -> None:
    """As an earlier version of ours kept it."""
    path.write_bytes(path.read_bytes()[32:])


def _folder(path: Path) -> None:
    path.unlink()
    (path / "inside").mkdir(parents=True)


def _pipe(path: Path) -> None:
    """Whoever opens it waits for ever."""
    path.unlink()
    os.mkfifo(path)


def _nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


Damage = Callable[[Path], None]
DAMAGES = (_empty, _cut, _garbage, _one_bit, _of_another, _without_digest, _folder, _pipe, _nowhere)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_entry_is_made_again(tmp_path: Path, damage: Damage) -> None:
    """Each time, and kept again where a file can take its place."""
    cache = Cache(tmp_path / "cache")
    assert cache.made("key", lambda: b"first") == b"first"
    assert cache.made("key", lambda: b"never made") == b"first"
    damage(tmp_path / "cache" / "key")
    assert cache.made("key", lambda: b"second") == b"second"
    assert cache.get("key") == (None if damage is _folder else b"second")


@pytest.mark.parametrize("folder", ["/proc/cache", "/dev/null/cache", "file"])
def test_a_cache_that_cannot_be_written_is_none(tmp_path: Path, folder: str) -> None:
    """A read-only disk, or a file in the folder's place: everything is made each time."""
    (tmp_path / "file").write_bytes(b"")
    cache = Cache(tmp_path / folder)
    for turn in (b"1", b"2"):
        assert cache.made("key", lambda turn=turn: turn) == turn  # type: ignore[misc]
    cache.forget()


def test_what_is_not_used_is_forgotten_after_a_month(tmp_path: Path) -> None:
    """Also what a killed build left half written; a folder is left alone."""
    cache = Cache(tmp_path)
    cache.put("new", b"")
    (tmp_path / "folder").mkdir()
    for name in ("old", "used"):
        cache.put(name, b"")
        os.utime(tmp_path / name, (0, 0))
    os.utime(tmp_path / "folder", (0, 0))
    assert cache.get("used") == b""
    cache.forget()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "new", "used"]


def test_a_build_with_a_damaged_cache_gives_the_same_site(
    small_project: Path, tmp_path: Path
) -> None:
    """Every file of the cache is damaged, each in another way; then the whole cache is a file."""
    assert build(small_project, tmp_path / "site").returncode == 0
    before = whole(tmp_path / "site")
    kept = sorted(path for path in (small_project / ".cache").rglob("*") if path.is_file())
    assert kept
    for index, path in enumerate(kept):
        DAMAGES[index % len(DAMAGES)](path)
    assert build(small_project, tmp_path / "site").returncode == 0
    assert whole(tmp_path / "site") == before
    shutil.rmtree(small_project / ".cache")
    (small_project / ".cache").write_bytes(b"")
    assert build(small_project, tmp_path / "site").returncode == 0
    assert whole(tmp_path / "site") == before
