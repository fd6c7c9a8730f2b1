"""The editions of the site. A new one is a row here, its texts beside the others, and its configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .problems import UnknownNameError


@dataclass(frozen=True)
class Edition:
    """One language of the whole site."""

    code: str
    """What the texts of the edition are called in `docs/data/`, its `<html lang>`, and the end of its files' names."""
    tag: str
    """Language and country as Word and OpenDocument want them."""
    prefix: str
    """What its addresses begin with, below the address of the site: nothing, or «nb/»."""
    folder: str
    """Where its written pages are, relative to the project."""
    config: str
    """The configuration MkDocs builds it from, relative to the project."""
    name: str
    """What it is called, in every edition."""
    millions: str
    """More than one million, in words: «1,3 millionar»."""

    @property
    def up(self) -> str:
        """The way from its front page to that of the main edition: nothing, or «../»."""
        return "../" * self.prefix.count("/")


_ROWS = (
    Edition("nn", "nn-NO", "", "docs/nn", "mkdocs.yml", "Nynorsk", "millionar"),
    Edition("nb", "nb-NO", "nb/", "docs/nb", "mkdocs.nb.yml", "Bokmål", "millioner"),
)
MAIN = _ROWS[0]
"""The edition at the root of the site. Its build makes the others, and addresses are registered as it has them."""
CONTRIBUTING = _ROWS[0]
"""The edition that contributors are spoken to in, outside the pages."""
EDITIONS: Mapping[str, Edition] = {row.code: row for row in _ROWS}
"""Every edition by its code, the main one first."""


class UnknownEditionError(UnknownNameError):
    """An edition that has no row. The message is Norwegian and names those there are."""


def edition(code: str) -> Edition:
    """The edition called `code`. Raises UnknownEditionError: no edition stands in for another."""
    if code not in EDITIONS:
        raise UnknownEditionError(code, EDITIONS)
    return EDITIONS[code]


def others(code: str) -> list[Edition]:
    """Every edition but the one called `code`, which must be one of them."""
    here = edition(code)
    return [other for other in EDITIONS.values() if other != here]
