"""The papers that show that something is done, and where somebody finds each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import Field

from .editions import EDITIONS
from .reader import Reader
from .texts import Label, Record
from .yaml_file import KeyPath


class Paper(Record):
    """A paper that texts name as evidence, under each of its `names`.

    `document` is the id of the document of ours that it is, and `sheet` the label of a sheet's
    name. A paper without a document is the body's own, or comes from somebody else."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    names: list[Label] = Field(min_length=1)
    document: str | None = None
    sheet: str | None = Field(default=None, pattern=r"^[a-z0-9.-]+$")


def check_papers(reader: Reader, papers: dict[str, Paper]) -> None:
    """Refuse evidence that names no paper: nobody would know what to show.

    A project without a register of papers, such as those of the tests, has no problems."""
    if not papers:
        return
    known = {
        code: re.compile(
            r"(?<!\w)(?:" + "|".join(re.escape(name[code]) for name in _names(papers)) + r")(?!\w)",
            re.IGNORECASE,
        )
        for code in EDITIONS
    }
    for file in reader.files:
        for path, code, evidence in _evidence(file.data, ()):
            if not known[code].search(evidence):
                file.refuse(
                    file.line(path),
                    f"Dokumentasjonen «{evidence}» nemner ikkje noko papir vi kjenner. Bruk eit"
                    " namn frå docs/data/papers.yml, eller før opp papiret der.",
                )


def _names(papers: dict[str, Paper]) -> Iterator[Label]:
    return (name for paper in papers.values() for name in paper.names)


def _evidence(data: Any, at: KeyPath) -> Iterator[tuple[KeyPath, str, str]]:
    """The place, the edition and the text of everything under the key `evidence`."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key != "evidence":
                yield from _evidence(value, (*at, key))
            elif isinstance(value, dict):
                for code in EDITIONS:
                    if isinstance(value.get(code), str):
                        yield (*at, key, code), code, value[code]
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _evidence(value, (*at, index))
