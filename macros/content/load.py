"""Load everything in `docs/data/`, check that the parts agree, and report all faults together."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from .asked import Alike, WayIn
from .blanks import Blank, refuse_marks
from .builder import BUILDER, Step, check_builder
from .compared import Compared, compared_records
from .content import Content
from .dates import today
from .days import refuse_days
from .example import Example
from .examples import read_examples
from .files import project_files
from .law_records import Amount, Consideration, ContractKind, LawSection, RepealedSection
from .model import Action, Indicator, Measure, Question, RiskFactor, Sector, Source, Term
from .nameless import refuse_nameless
from .own_texts import own_texts
from .papers import Paper, check_papers
from .pictures import Picture
from .problems import ContentError
from .reader import Reader
from .references import (
    check_chosen,
    check_numbers,
    check_references,
    check_sections,
    check_sectors,
)
from .register import ADDRESSES, COMPARED, DATA
from .retired import retired_checkpoints
from .todo import TODO, Todo, check_todos
from .words import WordChoice
from .worked import WORKED, Answer, check_answers
from .worked_book import (
    BOOK,
    MET,
    PEOPLE,
    STANDING,
    STEPS,
    TICKS,
    WorkedAction,
    WorkedContract,
    WorkedPerson,
    WorkedStanding,
    WorkedTick,
    WorkedVisit,
    check_actions,
    check_book,
    check_standing,
)
from .yaml_file import YamlFile

R = TypeVar("R", bound=BaseModel)


@lru_cache(maxsize=4)
def load(root: Path) -> Content:
    """The content of the project at `root`. Raises ContentError with every fault in it.

    It is loaded once a process: whoever knows that files have changed calls `load.cache_clear`."""
    reader = Reader(root)
    content = _read(reader)
    check_references(reader)
    check_numbers(reader)
    check_chosen(reader, content)
    check_sections(reader, content)
    check_sectors(reader)
    check_papers(reader, content.papers)
    check_answers(reader, content.blanks)
    check_book(reader, len(content.risk))
    check_actions(reader, content.plan, content.worked)
    check_builder(reader, content.blanks)
    check_todos(reader, content.blanks)
    check_standing(reader)
    for file in reader.files:
        refuse_days(file, today())
        refuse_marks(file, reader.names.get("fields"))
        refuse_nameless(file, content.blanks)
    _refuse_unused(reader)
    problems = [problem for file in (*reader.files, *reader.sent_in) for problem in file.problems]
    if problems:
        raise ContentError(problems)
    return content


def _read(reader: Reader) -> Content:
    """Read every file. Records with faults are left out, and the faults noted in their files.

    Amounts are read first, because every other file may have their marks in its texts. Questions
    and measures come before examples and before the register of checkpoints, which may only speak
    of those that exist."""
    amounts = reader.amounts = reader.records("amounts", Amount)
    labels, label_files = reader.labels()
    questions = reader.folder("questions", Question)
    measures = reader.folder("measures", Measure)
    own = own_texts([*questions.values(), *measures.values()], labels)
    return Content(
        questions=questions,
        measures=measures,
        sources=reader.records("sources", Source),
        law=reader.records("law", LawSection),
        compared=_compared(reader),
        repealed=reader.records("repealed", RepealedSection),
        amounts=amounts,
        contracts=reader.records("duties", ContractKind),
        sectors=reader.records("sectors", Sector),
        considerations=reader.records("considerations", Consideration),
        terms=reader.records("glossary", Term),
        word_choices=reader.records("terms", WordChoice),
        indicators=reader.records("indicators", Indicator),
        plan=reader.records("plan", Action),
        risk=reader.records("risk", RiskFactor),
        papers=_optional(reader, "papers", Paper),
        pictures=_optional(reader, "pictures", Picture),
        blanks={**reader.records("fields", Blank), **own},
        worked=_optional(reader, WORKED, Answer),
        worked_contracts=_optional(reader, BOOK, WorkedContract),
        worked_people=_optional(reader, PEOPLE, WorkedPerson),
        worked_actions=_optional(reader, STEPS, WorkedAction),
        worked_ticks=_optional(reader, TICKS, WorkedTick),
        worked_visits=_optional(reader, MET, WorkedVisit),
        worked_standing=_optional(reader, STANDING, WorkedStanding),
        steps=_optional(reader, BUILDER, Step),
        todos=_optional(reader, TODO, Todo),
        labels=labels,
        label_files=label_files,
        ways=_optional(reader, "ways", WayIn),
        alike=_optional(reader, "alike", Alike),
        examples=_examples(reader),
        retired=retired_checkpoints(reader),
    )


def _compared(reader: Reader) -> dict[str, Compared]:
    """What the law watch has noted, if it has run. The file is made, so it may be missing."""
    path = reader.root / DATA / COMPARED
    return compared_records(reader.read(path)) if path.exists() else {}


def _optional(reader: Reader, name: str, model: type[R]) -> dict[str, R]:
    """The records of a file that small projects, such as those of the tests, do without."""
    there = (reader.root / DATA / f"{name}.yml").exists()
    return reader.records(name, model) if there else {}


def _examples(reader: Reader) -> dict[str, Example]:
    chapters = (reader.names.get("questions"), reader.names.get("measures"))
    known = sorted(name for names in chapters for name in names or ())
    examples, reader.sent_in = read_examples(reader.root, known, today())
    reader.names["examples"] = {Path(file.file).stem for file in reader.sent_in}
    return examples


def _refuse_unused(reader: Reader) -> None:
    """Refuse files in `docs/data/` that nothing reads: the name is probably misspelled."""
    read = {file.file for file in reader.files}
    read.add((DATA / ADDRESSES).as_posix())
    for path in project_files(reader.root / DATA):
        name = path.relative_to(reader.root).as_posix()
        if name not in read:
            file = YamlFile(name)
            file.refuse(1, "Fila blir ikkje brukt. Rett namnet, eller ta fila bort.")
            reader.files.append(file)
