"""Everything an edition offers in one zip file, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of `files` (name to bytes), in the order of their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(files):
            archive.writestr(timeless(name), files[name])
    return out.getvalue()


def timeless(name: str) -> zipfile.ZipInfo:
    """An entry that carries no clock time. An odt's type is stored plain, as its format demands."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
