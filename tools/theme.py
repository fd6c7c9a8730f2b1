"""`python -m tools.theme`: record the theme files we stand on, as they are now, in tools/theme.sums."""

from __future__ import annotations

import re
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import material
import mkdocs

from macros import ROOT

OURS = ROOT / "docs" / "theme"
SUMS = ROOT / "tools" / "theme.sums"
UPSTREAM = (Path(material.__path__[0]) / "templates", Path(mkdocs.__path__[0]) / "templates")
EXTENDED = ("base.html",)
"""Not replaced by a file of ours, but main.html replaces blocks of it."""
# Each release has its number and the hashes of its own styles and scripts in it; that changes nothing for us
_RELEASE = re.compile(r"mkdocs-material-[\d.]+|\.[0-9a-f]{8}\.min\.")


def theirs() -> dict[str, Path]:
    """The upstream file under each of our templates that replaces one, by the path both have."""
    names = [path.relative_to(OURS).as_posix() for path in sorted(OURS.rglob("*")) if path.is_file()]
    found = {name: folder / name for name in (*EXTENDED, *names) for folder in UPSTREAM if (folder / name).is_file()}
    return dict(sorted(found.items()))


def checksum(path: Path) -> str:
    """SHA-256 of a template, blind to what every release changes."""
    return sha256(_RELEASE.sub("", path.read_text(encoding="utf-8")).encode()).hexdigest()


def recorded() -> dict[str, str]:
    """The checksums written down, by path."""
    lines = [line for line in SUMS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {name: total for total, name in (line.split("  ", 1) for line in lines)}


def record() -> None:
    """Write down the checksums of now."""
    stands = (
        f"# mkdocs-material {version('mkdocs-material')}, mkdocs {version('mkdocs')}; renew: python -m tools.theme\n"
    )
    SUMS.write_text(stands + "".join(f"{checksum(path)}  {name}\n" for name, path in theirs().items()), "utf-8")


if __name__ == "__main__":
    record()
