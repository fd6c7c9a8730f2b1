"""`python -m tools.theme`: record the theme files we stand on, as they are now, in
tools/theme.sums."""

from __future__ import annotations

import re
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import material
import mkdocs
from jinja2 import Environment
from jinja2.meta import find_referenced_templates

from macros import ROOT

OURS = ROOT / "docs" / "theme"
SUMS = ROOT / "tools" / "theme.sums"
UPSTREAM = (Path(material.__path__[0]) / "templates", Path(mkdocs.__path__[0]) / "templates")
FRAME = "base.html"
"""What our main.html stands in the place of. The styles we take over are written for it."""
# Each release has its number and the hashes of its own styles and scripts in it; that changes
# nothing for us
_RELEASE = re.compile(r"mkdocs-material-[\d.]+|\.[0-9a-f]{8}\.min\.")


def theirs() -> dict[str, Path]:
    """What we inherit, by its path among the templates: the frame, and each file that a template
    of ours asks for."""
    asked_for = {name for path in OURS.rglob("*.html") for name in _asked_for(path)}
    names = {FRAME, *(name for name in asked_for if not (OURS / name).is_file())}
    found = {
        name: folder / name for name in names for folder in UPSTREAM if (folder / name).is_file()
    }
    if missing := names - found.keys():
        raise FileNotFoundError(f"no template is called {', '.join(sorted(missing))}")
    return dict(sorted(found.items()))


def _asked_for(template: Path) -> set[str]:
    """The templates that this one includes, imports or extends."""
    parsed = Environment(autoescape=True).parse(template.read_text(encoding="utf-8"))
    return {name for name in find_referenced_templates(parsed) if name}


def checksum(path: Path) -> str:
    """SHA-256 of a template, blind to what every release changes."""
    return sha256(_RELEASE.sub("", path.read_text(encoding="utf-8")).encode()).hexdigest()


def recorded() -> dict[str, str]:
    """The checksums written down, by path."""
    lines = [
        line for line in SUMS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]
    return {name: total for total, name in (line.split("  ", 1) for line in lines)}


def record() -> None:
    """Write down the checksums of now."""
    stands = (
        f"# mkdocs-material {version('mkdocs-material')}, mkdocs {version('mkdocs')}; renew: python"
        " -m tools.theme\n"
    )
    SUMS.write_text(
        stands + "".join(f"{checksum(path)}  {name}\n" for name, path in theirs().items()), "utf-8"
    )


if __name__ == "__main__":
    record()
