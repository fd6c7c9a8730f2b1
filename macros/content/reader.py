"""Read the files of `docs/data/` into records, and remember what the checks need afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from .amounts import fill_in
from .asked import Alike, WayIn
from .blanks import Blank
from .builder import Step
from .files import project_files
from .law_records import Amount, ContractKind
from .model import Indicator, RiskFactor, Sector, Term
from .problems import MAX_QUOTE
from .register import DATA, LABELS, points_of
from .texts import Label
from .todo import Todo
from .validate import validate
from .words import WordChoice
from .worked import Answer
from .worked_book import (
    WorkedAction,
    WorkedContract,
    WorkedPerson,
    WorkedStanding,
    WorkedTick,
    WorkedVisit,
)
from .yaml_file import KeyPath, YamlFile
from .yaml_source import read_yaml

R = TypeVar("R", bound=BaseModel)

# Ids are unique across all kinds of records, except that these kinds have a name space of their own
_SPACES: dict[type[BaseModel], str] = {
    Term: "term:",
    WordChoice: "word:",
    RiskFactor: "risk:",
    Indicator: "indicator:",
    ContractKind: "contract:",
    Sector: "sector:",
    Blank: "blank:",
    Answer: "worked:",
    WorkedContract: "worked-contract:",
    WorkedPerson: "worked-person:",
    WorkedAction: "worked-action:",
    WorkedTick: "worked-tick:",
    WorkedVisit: "worked-visit:",
    WorkedStanding: "worked-standing:",
    Step: "step:",
    Todo: "todo:",
    WayIn: "way:",
    Alike: "alike:",
}


class Reader:
    """Reads files into records. Faults are noted in the files, so that one run reports them all."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: list[YamlFile] = []
        # The files of examples are kept apart: anybody may have sent them in, and they have rules
        # of their own
        self.sent_in: list[YamlFile] = []
        # Where each id was first used, by its name space and id, so that a second use can name the
        # place
        self.origin: dict[str, tuple[YamlFile, KeyPath]] = {}
        # The ids of each kind of record, also of records with faults: a reference to such a record
        # is right. None for a kind with an unreadable file: its references cannot be checked.
        self.names: dict[str, set[str] | None] = {}
        self.amounts: dict[str, Amount] = {}
        # The ids of all checkpoints, also of those in records with faults
        self.checkpoints: list[str] = []

    def file(self, name: str) -> YamlFile | None:
        """The file called `name` in `docs/data/`, if it has been read."""
        wanted = (DATA / name).as_posix()
        return next((file for file in self.files if file.file == wanted), None)

    def chapter_ids(self) -> set[str] | None:
        """The ids of all questions and measures; None if a file of them could not be read.

        If so, what seems to be missing may be in the file that could not be read."""
        questions, measures = self.names.get("questions"), self.names.get("measures")
        return None if questions is None or measures is None else questions | measures

    def read(self, path: Path) -> YamlFile:
        """The file at `path`, with the marks of amounts replaced by their words."""
        source = read_yaml(path, path.relative_to(self.root).as_posix())
        if self.names.get("amounts") is not None:  # None when amounts.yml could not be read
            fill_in(source, self.amounts)
        self.files.append(source)
        return source

    def folder(self, name: str, model: type[R]) -> dict[str, R]:
        """The records of a folder with one record in each file, ordered by `number`."""
        found: list[R] = []
        for path in project_files(self.root / DATA / name, "*.yml"):
            source = self.read(path)
            data = source.data
            self._note(name, data)
            if isinstance(data, dict) and "slug" in model.model_fields:
                data = {**data, "slug": path.stem}
            if not source.problems and (record := self._record(model, data, source, ())):
                found.append(record)
                if path.stem != getattr(record, "slug", record.id):  # type: ignore[attr-defined]
                    source.refuse(1, f"Fila skal heite {record.id}.yml, etter id.")  # type: ignore[attr-defined]
        found.sort(key=lambda record: record.number)  # type: ignore[attr-defined]
        return {record.id: record for record in found}  # type: ignore[attr-defined]

    def records(self, name: str, model: type[R]) -> dict[str, R]:
        """The records of a file that holds a list of them, in the order of the file."""
        source = self.read(self.root / DATA / f"{name}.yml")
        self._note(name, *(source.data if isinstance(source.data, list) else [None]))
        if source.data is not None and not isinstance(source.data, list):
            source.refuse(1, "Fila skal vere ei liste, med «- id:» framfor kvar oppføring.")
            return {}
        found: dict[str, R] = {}
        for index, data in enumerate(source.data or []):
            if record := self._record(model, data, source, (index,)):
                found[record.id] = record  # type: ignore[attr-defined]
        return found

    def labels(self) -> tuple[dict[str, Label], dict[str, str]]:
        """The labels of every file in the folder, and the file that each family of keys is in."""
        labels: dict[str, Label] = {}
        files: dict[str, str] = {}
        for path in project_files(self.root / LABELS, "*.yml"):
            source = self.read(path)
            if source.data is not None and not isinstance(source.data, dict):
                source.refuse(
                    1, "Fila skal ha nøklar, til dømes «sources: {nn: Kjelder, nb: Kilder}»."
                )
            for key, value in (source.data if isinstance(source.data, dict) else {}).items():
                self._claim_label(key, source)
                files.setdefault(key.split(".")[0], source.file)
                if record := validate(Label, value, source, (key,)):
                    labels[key] = record
        return labels, files

    def claim_checkpoints(self) -> list[str]:
        """Take the id of every checkpoint, and return them, also from records with other faults."""
        for source in self.files:
            for index, point in enumerate(points_of(source.data)):
                if isinstance(point, dict) and isinstance(point.get("id"), str):
                    self._claim(point["id"], source, ("checkpoints", index, "id"))
                    self.checkpoints.append(point["id"])
        return self.checkpoints

    def _record(self, model: type[R], data: Any, source: YamlFile, at: KeyPath) -> R | None:
        record = validate(model, data, source, at)
        if record is not None:
            self._claim(record.id, source, (*at, "id"), _SPACES.get(model, ""))  # type: ignore[attr-defined]
        return record

    def _claim(self, name: str, source: YamlFile, at: KeyPath, space: str = "") -> None:
        """Take an id within its name space, or refuse it and say where it is taken."""
        if taken := self.origin.get(space + name):
            first, path = taken
            source.refuse(
                source.line(at),
                f"Id «{name}» er allereie brukt i {first.file}:{first.line(path)}. Vel ein annan.",
            )
        self.origin.setdefault(space + name, (source, at))

    def _claim_label(self, key: str, source: YamlFile) -> None:
        """Refuse a key that another file has. The YAML reader refuses a key twice in one file."""
        if taken := self.origin.get(f"label:{key}"):
            first, path = taken
            source.refuse(
                source.line((key,)),
                f"Nøkkelen «{key[:MAX_QUOTE]}» står alt i {first.file}:{first.line(path)}. Slett"
                " den eine.",
            )
        self.origin.setdefault(f"label:{key}", (source, (key,)))

    def _note(self, kind: str, *entries: Any) -> None:
        """Remember the ids of `entries`, also of entries with other faults.

        An entry of None could not be read, and one without an id cannot be referred to. Then the
        names of the kind become None, so that no reference to it is called wrong by mistake."""
        for entry in entries:
            names = self.names.setdefault(kind, set())
            if entry is None:
                self.names[kind] = None
            elif names is not None and isinstance(entry, dict):
                if isinstance(name := entry.get("id"), str):
                    names.add(name)
                else:
                    self.names[kind] = None
