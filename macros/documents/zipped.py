"""Make zip files that have the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip file with `files` (from name to bytes), sorted by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(files):
            archive.writestr(timeless(name), files[name])
    return out.getvalue()


def timeless(name: str) -> zipfile.ZipInfo:
    """A zip entry without the time of day, which would make the bytes differ from build to build.

    The entry `mimetype` of an OpenDocument file is not compressed, as that format requires."""
    # The earliest date that a zip file can have
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
    # The permissions of the file, which would otherwise depend on the system
    entry.external_attr = 0o644 << 16
    return entry
