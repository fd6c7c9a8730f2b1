"""The editions of the site.

To add one, add a row here, its texts beside those of the others, and its MkDocs configuration.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .problems import UnknownNameError


@dataclass(frozen=True)
class Edition:
    """One language of the whole site."""

    code: str
    """The key of its texts in `docs/data/`, its `<html lang>`, and the end of its files' names."""
    tag: str
    """The language and country in the form Word and OpenDocument want, «nn-NO»."""
    prefix: str
    """The beginning of its addresses, after the address of the site: an empty string, or «nb/»."""
    folder: str
    """The folder of its hand-written pages, relative to the project."""
    config: str
    """The configuration file that MkDocs builds the edition from, relative to the project."""
    name: str
    """The name of the edition, which is written the same in every edition."""
    millions: str
    """The plural of «million» in the language, as in «1,3 millionar»."""

    @property
    def up(self) -> str:
        """The relative address from its front page to the main one: an empty string, or «../»."""
        return "../" * self.prefix.count("/")


_ROWS = (
    Edition("nn", "nn-NO", "", "docs/nn", "mkdocs.yml", "Nynorsk", "millionar"),
    Edition("nb", "nb-NO", "nb/", "docs/nb", "mkdocs.nb.yml", "Bokmål", "millioner"),
)
MAIN = _ROWS[0]
"""The edition at the root of the site.

Its build also builds the others, and the register of addresses holds its addresses only."""
CONTRIBUTING = _ROWS[0]
"""The edition whose language contributors meet outside the pages, as in messages from `check`."""
EDITIONS: Mapping[str, Edition] = {row.code: row for row in _ROWS}
"""Every edition by its code, the main one first."""


class UnknownEditionError(UnknownNameError):
    """The edition asked for has no row. The message is Norwegian and names those that have one."""


def edition(code: str) -> Edition:
    """The edition called `code`.

    Raises UnknownEditionError rather than fall back on another: a silent default would publish a
    page in the wrong language."""
    if code not in EDITIONS:
        raise UnknownEditionError(code, EDITIONS)
    return EDITIONS[code]


def others(code: str) -> list[Edition]:
    """Every edition but the one called `code`, which must be one of them."""
    here = edition(code)
    return [other for other in EDITIONS.values() if other != here]
