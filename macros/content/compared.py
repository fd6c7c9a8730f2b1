"""What the law watch knows of a section: the day its text was last compared, and the digest then.

The watch writes the file; the page about the law shows the day.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field

from .problems import ContentError
from .register import COMPARED, DATA
from .texts import Record
from .validate import validate
from .yaml_file import YamlFile
from .yaml_source import read_yaml


class Compared(Record):
    """The record that is kept of a section after it has been compared."""

    compared: date
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def compared_records(source: YamlFile) -> dict[str, Compared]:
    """The record of each section in the file, by id. Faults are noted in the file."""
    # A file that holds nothing but its comment is the state before the first record
    source.problems[:] = [p for p in source.problems if p.message != "Fila er tom."]
    entries = source.data if isinstance(source.data, dict) else {}
    if source.data is not None and not isinstance(source.data, dict):
        source.refuse(
            1, "Fila skal ha éin paragraf på kvar linje. Slett fila, og køyr «law record» på nytt."
        )
    records = {name: validate(Compared, value, source, (name,)) for name, value in entries.items()}
    return {name: entry for name, entry in records.items() if entry}


def read_compared(root: Path) -> dict[str, Compared]:
    """The record of each section. Raises ContentError when the file cannot be read."""
    path = root / DATA / COMPARED
    if not path.exists():
        return {}
    source = read_yaml(path, (DATA / COMPARED).as_posix())
    records = compared_records(source)
    if source.problems:
        raise ContentError(source.problems)
    return records
