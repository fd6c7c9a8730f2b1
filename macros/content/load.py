"""Load everything in `docs/data/`, check that the parts agree, and report all faults together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from .amounts import fill_in
from .dates import today
from .days import refuse_days
from .example import Example
from .examples import read_examples
from .files import project_files
from .model import (
    Action,
    Amount,
    Checkpoint,
    Consideration,
    ContractKind,
    Indicator,
    LawSection,
    Measure,
    Question,
    Register,
    RepealedSection,
    Retired,
    RiskFactor,
    Sector,
    Source,
    Term,
)
from .problems import (
    MAX_QUOTE,
    ContentError,
    MissingLabelError,
    Problem,
    UnknownNameError,
    near,
    unknown,
    unknown_source,
)
from .register import ADDRESSES, CHECKPOINT_IDS, COMPARED, DATA, LABELS, points_of
from .text import CITATION
from .texts import Label
from .validate import validate
from .yaml_source import KeyPath, YamlFile, read_yaml, strings

R = TypeVar("R", bound=BaseModel)


# Ids are unique across all kinds of records, except that these kinds have a name space of their own
_SPACES: dict[type[BaseModel], str] = {
    Term: "term:",
    RiskFactor: "risk:",
    Indicator: "indicator:",
    ContractKind: "contract:",
    Sector: "sector:",
}


@dataclass(frozen=True, eq=False, repr=False)
class Content:
    """All content that the editions share, checked.

    Each dict is keyed by id. Questions and measures are ordered by number, examples by name, and
    everything else as in its file."""

    questions: dict[str, Question]
    measures: dict[str, Measure]
    sources: dict[str, Source]
    law: dict[str, LawSection]
    repealed: dict[str, RepealedSection]
    amounts: dict[str, Amount]
    contracts: dict[str, ContractKind]
    sectors: dict[str, Sector]
    considerations: dict[str, Consideration]
    terms: dict[str, Term]
    indicators: dict[str, Indicator]
    plan: dict[str, Action]
    risk: dict[str, RiskFactor]
    labels: dict[str, Label]
    label_files: dict[str, str]
    """The file that labels are written in, by the first part of their keys, such as «site»."""
    examples: dict[str, Example]
    retired: dict[str, Retired]
    """The checkpoints that are taken out, by their ids, each with what became of it."""

    def section_name(self, name: str, code: str) -> str:
        """The section `name` as running text cites it, «anskaffelsesloven § 5k». Raises
        UnknownNameError."""
        section = find(self.law, name)
        return f"{self.sources[section.source].short[code]} {section.number}"

    def label(self, key: str, code: str) -> str:
        """The words the edition uses for `key`. Raises MissingLabelError."""
        if key not in self.labels:
            family = key.split(".")[0]
            raise MissingLabelError(
                key, self.labels, self.label_files.get(family, LABELS.as_posix())
            )
        return self.labels[key][code]

    @property
    def chapters(self) -> dict[str, Question | Measure]:
        """The questions, then the measures: together, everything that owns checkpoints."""
        return {**self.questions, **self.measures}

    @property
    def updated(self) -> date:
        """The latest date of any chapter, example or source check."""
        days = [c.updated for c in self.chapters.values()] + [
            s.checked for s in self.sources.values()
        ]
        return max([*days, *(example.checked for example in self.examples.values())])

    @property
    def citable(self) -> list[str]:
        """The ids that `[@id]` may name: all sources, and the sections of the law in force."""
        return [*self.sources, *self.law]

    @property
    def replaced(self) -> dict[str, list[str]]:
        """The ids of repealed sections, each with the ids of the sections that replace it."""
        return {section.id: section.law for section in self.repealed.values()}

    def shown(self, chapter: str) -> list[Example]:
        """The examples that say something about `chapter`, the id of a question or a measure, in
        order."""
        return self._by_chapter.get(chapter, [])

    @cached_property
    def _by_chapter(self) -> dict[str, list[Example]]:
        found: dict[str, list[Example]] = {}
        for example in self.examples.values():
            for chapter in example.chapters:
                found.setdefault(chapter, []).append(example)
        return found

    def due(self, today: date) -> list[Source]:
        """Sources whose check is older than a year on `today`, oldest first."""
        old = [s for s in self.sources.values() if (today - s.checked).days > 365]
        return sorted(old, key=lambda s: s.checked)

    def stale(self, today: date) -> list[Example]:
        """Examples whose check is older than a year on `today`, oldest first."""
        old = [
            example for example in self.examples.values() if (today - example.checked).days > 365
        ]
        return sorted(old, key=lambda example: example.checked)

    def untranslated(self) -> list[Example]:
        """Examples that lack a translation into the other målform, or lack `use`."""
        return [e for e in self.examples.values() if e.translation is None or e.use is None]


def find(items: dict[str, R], name: str) -> R:
    """`items[name]`. Raises UnknownNameError, which names the nearest and the allowed names."""
    if name not in items:
        raise UnknownNameError(name, items)
    return items[name]


@lru_cache(maxsize=4)
def load(root: Path) -> Content:
    """The content of the project at `root`. Raises ContentError with every fault in it.

    It is loaded once a process: whoever knows that files have changed calls `load.cache_clear`."""
    return _Loader(root).load()


class _Loader:
    """Reads all files and records before it raises, so that one run reports every fault."""

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

    def load(self) -> Content:
        """The content. Raises ContentError with all problems of all files.

        Amounts are read first, because every other file may have their marks in its texts.
        Questions and measures come before examples, which may only speak of those that exist."""
        self.amounts = self._list("amounts", Amount)
        labels, label_files = self._labels()
        content = Content(
            questions=self._folder("questions", Question),
            measures=self._folder("measures", Measure),
            sources=self._list("sources", Source),
            law=self._list("law", LawSection),
            repealed=self._list("repealed", RepealedSection),
            amounts=self.amounts,
            contracts=self._list("duties", ContractKind),
            sectors=self._list("sectors", Sector),
            considerations=self._list("considerations", Consideration),
            terms=self._list("glossary", Term),
            indicators=self._list("indicators", Indicator),
            plan=self._list("plan", Action),
            risk=self._list("risk", RiskFactor),
            labels=labels,
            label_files=label_files,
            examples=self._examples(),
            retired=self._retired(),
        )
        self._check_references()
        self._check_numbers()
        self._check_chosen(content)
        self._check_sections(content)
        for file in self.files:
            refuse_days(file, today())
        self._check_unused()
        problems = [problem for file in (*self.files, *self.sent_in) for problem in file.problems]
        if problems:
            raise ContentError(problems)
        return content

    def _examples(self) -> dict[str, Example]:
        chapters = (self.names.get("questions"), self.names.get("measures"))
        known = sorted(name for names in chapters for name in names or ())
        examples, self.sent_in = read_examples(self.root, known, today())
        self.names["examples"] = {Path(file.file).stem for file in self.sent_in}
        return examples

    def _read(self, path: Path) -> YamlFile:
        source = read_yaml(path, path.relative_to(self.root).as_posix())
        if self.names.get("amounts") is not None:  # None when amounts.yml could not be read
            fill_in(source, self.amounts)
        self.files.append(source)
        return source

    def _folder(self, name: str, model: type[R]) -> dict[str, R]:
        """The records of a folder with one record in each file, ordered by `number`."""
        found: list[R] = []
        for path in project_files(self.root / DATA / name, "*.yml"):
            source = self._read(path)
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

    def _list(self, name: str, model: type[R]) -> dict[str, R]:
        """The records of a file that holds a list of them, in the order of the file."""
        source = self._read(self.root / DATA / f"{name}.yml")
        self._note(name, *(source.data if isinstance(source.data, list) else [None]))
        if source.data is not None and not isinstance(source.data, list):
            source.refuse(1, "Fila skal vere ei liste, med «- id:» framfor kvar oppføring.")
            return {}
        found: dict[str, R] = {}
        for index, data in enumerate(source.data or []):
            if record := self._record(model, data, source, (index,)):
                found[record.id] = record  # type: ignore[attr-defined]
        return found

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
                f"Id «{name}» er alt brukt i {first.file}:{first.line(path)}. Vel ein annan.",
            )
        self.origin.setdefault(space + name, (source, at))

    def _labels(self) -> tuple[dict[str, Label], dict[str, str]]:
        """The labels of every file in the folder, and the file that each family of keys is in."""
        labels: dict[str, Label] = {}
        files: dict[str, str] = {}
        for path in project_files(self.root / LABELS, "*.yml"):
            source = self._read(path)
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

    def _check_references(self) -> None:
        sources, law = self.names.get("sources"), self.names.get("law")
        citable = None if sources is None or law is None else sources | law
        questions, measures = self.names.get("questions"), self.names.get("measures")
        chapters = None if questions is None or measures is None else questions | measures
        kinds = {**self.names, "source": citable, "by": sources, "chapter": chapters}
        replaced = self._replaced()
        for source in self.files:
            for path, value in strings(source.data):
                allowed = kinds.get(_key(path))
                if allowed is not None and value not in allowed:
                    source.refuse(
                        source.line(path), f"«{_key(path)}»: {unknown(value, sorted(allowed))}"
                    )
                for match in CITATION.finditer(value):
                    if citable is not None and match[1] not in citable:
                        line = source.line_within(path, value, match.start())
                        source.refuse(line, unknown_source(match[1], sorted(citable), replaced))

    def _replaced(self) -> dict[str, list[str]]:
        """As `Content.replaced`, but with the records that have faults too.

        Used while the content is checked, when a record with a fault should still explain why a
        citation of it is wrong."""
        file = next((f for f in self.files if f.file == (DATA / "repealed.yml").as_posix()), None)
        entries = file.data if file and isinstance(file.data, list) else []
        named = [entry for entry in entries if isinstance(entry, dict) and "id" in entry]
        laws = (entry["law"] if isinstance(entry.get("law"), list) else [] for entry in named)
        return {
            str(entry["id"]): list(map(str, law)) for entry, law in zip(named, laws, strict=True)
        }

    def _check_numbers(self) -> None:
        """Refuse questions, and measures, that are not numbered 1 to n with each number used once.

        The link «Neste» on a page leads to the next number, and would stop at a gap."""
        for folder in ("questions", "measures"):
            files = [
                file
                for file in self.files
                if file.file.startswith(f"{(DATA / folder).as_posix()}/")
            ]
            numbers = [
                file.data.get("number") if isinstance(file.data, dict) else None for file in files
            ]
            first: dict[int, YamlFile] = {}
            for file, number in zip(files, numbers, strict=True):
                if type(number) is not int:
                    continue
                taken = first.setdefault(number, file)
                if taken is not file:
                    self._refuse_number(
                        file,
                        number,
                        f"står alt i {taken.file}:{taken.line(('number',))}",
                        len(files),
                    )
                elif not 1 <= number <= len(files) and None not in numbers:
                    self._refuse_number(file, number, "ikkje er blant tala i rekkja", len(files))

    @staticmethod
    def _refuse_number(file: YamlFile, number: int, why: str, count: int) -> None:
        file.refuse(
            file.line(("number",)),
            f"«number» er {number}, som {why}. Bruk tala frå 1 til {count}, kvart ein gong.",
        )

    def _check_chosen(self, content: Content) -> None:
        """Refuse an example chosen for a page when it has no text about the subject of the page."""
        for source in self.files:
            chosen = source.data.get("examples") if isinstance(source.data, dict) else None
            for index, name in enumerate(chosen if isinstance(chosen, list) else ()):
                example = content.examples.get(name) if isinstance(name, str) else None
                chapter = str(source.data.get("id"))
                if example and chapter not in example.chapters:
                    source.refuse(
                        source.line(("examples", index)),
                        f"Dømet «{name}» seier ikkje noko om «{chapter}». Vel eit anna.",
                    )
                    self._tell_chosen(name, chapter, source)

    def _tell_chosen(self, name: str, chapter: str, source: YamlFile) -> None:
        """Report the fault in the file of the example too.

        Someone who takes a text out of an example may not know that a page shows it."""
        key = "measures" if chapter in (self.names.get("measures") or ()) else "questions"
        for file in self.sent_in:
            if Path(file.file).stem == name:
                file.refuse(
                    file.line((key,)),
                    f"{source.file} viser dette dømet, men dømet seier ikkje noko om «{chapter}»"
                    f" under {key}. Skriv teksten, eller ta dømet bort frå den fila.",
                )

    def _check_sections(self, content: Content) -> None:
        """Refuse a checkpoint whose section is unknown, or imposes no duty (*shall*)."""
        law = self.names.get("law")
        for source in self.files:
            for index, point in enumerate(points_of(source.data)):
                name = point.get("section") if isinstance(point, dict) else None
                if law is None or not isinstance(name, str):
                    continue
                line = source.line(("checkpoints", index, "section"))
                if name not in law:
                    source.refuse(line, f"«section»: {unknown(name, near(name, sorted(law)))}")
                elif name in content.law and content.law[name].strength != "shall":
                    source.refuse(
                        line,
                        f"«section»: {name} seier ikkje «skal», så punktet er ikkje eit lovkrav.",
                    )

    def _chapters_are_read(self) -> bool:
        """Whether every file of questions and measures could be read.

        If not, a checkpoint that seems to be missing may be in the file that could not."""
        return self.names.get("questions") is not None and self.names.get("measures") is not None

    def _check_sectors(self, present: list[str]) -> None:
        """Refuse ids in `sectors.yml` of checkpoints that do not exist."""
        if not self._chapters_are_read():
            return
        source = next((f for f in self.files if f.file == (DATA / "sectors.yml").as_posix()), None)
        for index, sector in enumerate(
            source.data if source and isinstance(source.data, list) else ()
        ):
            names = sector.get("checkpoints") if isinstance(sector, dict) else None
            for place, name in enumerate(names if isinstance(names, list) else ()):
                if source and isinstance(name, str) and name not in present:
                    line = source.line((index, "checkpoints", place))
                    source.refuse(
                        line, f"Sjekkpunktet {unknown(name, near(name, sorted(present)))}"
                    )

    def _retired(self) -> dict[str, Retired]:
        """The checkpoints that are taken out, from the register, which is checked here too."""
        register = self._read(self.root / DATA / CHECKPOINT_IDS)
        ids = validate(Register, register.data, register) if register.data is not None else None
        if ids is None:
            return {}
        present = self._claim_checkpoints()
        self._check_sectors(present)
        self._check_register(register, ids, present)
        for name, after in ids.retired.items():
            line = register.line(("retired", name))
            if name in present:
                register.refuse(
                    line,
                    f"Sjekkpunktet «{name}» står under retired, men finst enno. Ta bort det eine.",
                )
            elif name not in ids.used:
                register.refuse(
                    line, f"Id «{name}» står under retired, men ikkje under used. Rett id-en."
                )
            if after.to is not None and after.to not in present and self._chapters_are_read():
                register.refuse(line, f"«to»: {unknown(after.to, near(after.to, sorted(present)))}")
        return ids.retired

    def _check_register(self, register: YamlFile, ids: Register, present: list[str]) -> None:
        """Refuse ids of checkpoints that are not registered, and registered ids that are gone."""
        used, retired = ids.used, ids.retired
        for name in [name for name in present if name not in used]:
            source, path = self.origin[name]
            source.refuse(
                source.line(path),
                f"Sjekkpunktet «{name}» er ikkje registrert. Køyr: python -m macros ids",
            )
        if self.names.get("questions") is None or self.names.get("measures") is None:
            return
        for index, name in enumerate(used):
            if name not in present and name not in retired:
                register.refuse(
                    register.line(("used", index)),
                    f"Sjekkpunktet «{name}» er borte eller har skifta id. Set id-en tilbake, "
                    "eller før han opp under retired.",
                )

    def _check_unused(self) -> None:
        """Refuse files in `docs/data/` that nothing reads: the name is probably misspelled."""
        read = {file.file for file in self.files} | {
            (DATA / name).as_posix() for name in (ADDRESSES, COMPARED)
        }
        for path in project_files(self.root / DATA):
            name = path.relative_to(self.root).as_posix()
            if name not in read:
                file = YamlFile(name)
                file.refuse(1, "Fila blir ikkje brukt. Rett namnet, eller ta henne bort.")
                self.files.append(file)

    def _claim_checkpoints(self) -> list[str]:
        """Take the id of every checkpoint, and return them, also from records with other faults."""
        found: list[str] = []
        for source in self.files:
            for index, point in enumerate(points_of(source.data)):
                if isinstance(point, dict) and isinstance(point.get("id"), str):
                    self._claim(point["id"], source, ("checkpoints", index, "id"))
                    found.append(point["id"])
        return found


def _key(path: KeyPath) -> str:
    """The key that the value at `path` stands under; for an item of a list, the key of the list."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def checkpoints(owners: Iterable[Question | Measure]) -> list[Checkpoint]:
    """The checkpoints of `owners`, in order."""
    return [checkpoint for owner in owners for checkpoint in owner.checkpoints]


__all__ = ["Content", "ContentError", "Problem", "checkpoints", "find", "load"]
