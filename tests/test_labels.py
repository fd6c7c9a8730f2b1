"""The labels: each is used somewhere, each that is used is written, and any YAML reader can read
them."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
import yaml

from macros.content import DRAFTS, EDITIONS, PHASES, Content, MissingLabelError
from macros.content.blanks import BlankKind
from macros.content.example import Body, County, Evidence, ExampleKind, Group, Status
from macros.content.law_records import BANDS, Regime
from macros.content.model import Download, Kind
from macros.contribute.fields import source_fields, top_fields
from macros.documents import ANSWERED, DOCUMENTS, WORKED_SET
from macros.documents.archive import JOBS
from macros.documents.colophon import PAPER
from macros.documents.words import STATUSES
from macros.pages.builder_rules import FILES as BUILDER_FILES
from macros.pages.builder_rules import SPOKEN as BUILDER_SPOKEN
from macros.pages.catalogue import CHOICES
from macros.pages.checklist import BUTTONS
from macros.pages.checklist import SPOKEN as CHECKLIST_SPOKEN
from macros.pages.compare import SPOKEN as COMPARE_SPOKEN
from macros.pages.form import SPOKEN as FORM_SPOKEN
from macros.pages.standing import COLUMNS as STANDING_COLUMNS
from macros.pages.status import STEPS as ASSESS_STEPS
from macros.pages.status_points import LINES as ASSESS_LINES
from macros.pages.status_rules import SPOKEN as ASSESS_SPOKEN
from macros.search.build import KINDS
from macros.status.model import STATUSES as ANSWERS
from macros.status.rules import EFFORTS, RISKS
from macros.status.words import NOTE

from .conftest import ROOT, Broken

FIELDS = [field.key for field in (*top_fields(), *source_fields())]
BUILDER_BUTTONS = ("print", "save", "remember", "erase")
# Labels whose key is put together where it is used: what it begins with, and every value it can end
# with. A new key of that sort needs a line here, or the test below calls it dead.
FAMILIES: dict[str, Collection[str]] = {
    "related.": ("measures", "questions", "law", "files"),
    "phase.": PHASES,
    "field.": ("own", "own.hint", "reason", "reason.hint"),
    "kind.": [f"{kind}{part}" for kind in get_args(Kind) for part in ("", ".sign", ".means")],
    "status.": STATUSES,
    "calendar.": [
        *("first", "second", "third", "fourth"),
        *(
            f"{day}{text}"
            for day in ("annual-report", "accounts", "budget")
            for text in ("", ".text")
        ),
    ],
    "standing.": ANSWERS,
    "standing.note.": NOTE,
    "standing.column.": ("done", "open"),
    "standing.risk.": RISKS,
    "standing.effort.": EFFORTS,
    "standing.document.": get_args(Download),
    "book.way.": ("paper", "site", "both"),
    "risk.": ("low", "medium", "high"),
    "column.points.": "012",
    "source.level.": "AB",
    "source.column.": ("title", "publisher", "published", "checked", "level"),
    "consideration.": ("law", "says", "relevant", "goal", "owner"),
    "sector.": ("rules", "look", "ask"),
    "law.": ("who", "demands", "proof", "checkpoints", "used"),
    "law.repealed.": ("section", "about", "since", "now"),
    "law.strength.": ("shall", "should", "may"),
    "duty.band.": BANDS,
    "duty.caption.": get_args(Regime),
    "amount.column.": ("sum", "what", "section", "since", "checked"),
    "forward.": ("moved.title", "moved.text", "withdrawn.title", "withdrawn.text"),
    "builder.": (*BUILDER_SPOKEN, *BUILDER_BUTTONS),
    "builder.document.": DRAFTS,
    "builder.role.": ("column", "who"),
    "builder.file.": BUILDER_FILES,
    "assess.": (*ASSESS_SPOKEN, *ASSESS_LINES, "save-part", "print-part"),
    "assess.get.": ("duties", "next", "files", "answers"),
    "assess.step.": [f"{step}{part}" for step in ASSESS_STEPS for part in ("", ".lead")],
    "checklist.": (*CHECKLIST_SPOKEN, *BUTTONS),
    "compare.": COMPARE_SPOKEN,
    "catalogue.": ("count", "empty", "first"),
    "catalogue.filter.": ("question", "measure", *(field for field, _ in CHOICES.values())),
    "example.body.": get_args(Body),
    "example.county.": (*get_args(County), "none"),
    "example.group.": get_args(Group),
    "example.kind.": get_args(ExampleKind),
    "example.language.": EDITIONS,
    "example.status.": get_args(Status),
    "example.evidence.": (*get_args(Evidence), *(f"{value}.note" for value in get_args(Evidence))),
    "example.": ("questions", "measures"),
    "form.": (*FORM_SPOKEN, *FIELDS, "questions", "measures"),
    "form.send.": ("download", "copy"),
    "document.": [document.id for document in (*DOCUMENTS, *WORKED_SET)],
    "worked.standing.": STANDING_COLUMNS,
    "worked.in.": [document.fills for document in WORKED_SET],
    "download.master": ("", ".blanks", ".checklist", ".workbook"),
    "sheet.": (
        *(
            f"{said}.{kind}"
            for said in ("prompt", "error")
            for kind in ("choice", "date", "number")
        ),
    ),
    "prompt.": get_args(BlankKind),
    "paper.": (*PAPER, "body", "by", "date"),
    "archive.": JOBS,
    "reply.": ("yes", "no", "neither"),
    "search.kind.": ("guide", *KINDS.values()),
}
# Used where they are written, and done without where they are not
OPTIONAL: dict[str, Collection[str]] = {
    "form.": [
        f"{key}{more}"
        for key in FIELDS
        for more in (".help", *(f".{value}" for value in get_args(Evidence)))
    ],
    "document.": [
        f"{document.id}.{part}"
        for document in (*DOCUMENTS, *ANSWERED)
        for part in ("title", "who", "when")
    ],
}


def _all(families: dict[str, Collection[str]]) -> set[str]:
    return {start + end for start, ends in families.items() for end in ends}


@cache
def _written() -> dict[str, set[str]]:
    """The keys of each file of labels, read as any program would read them."""
    files = sorted((ROOT / "docs/data/labels").glob("*.yml"))
    return {path.stem: set(yaml.load(path.read_text(), yaml.SafeLoader)) for path in files}


def _texts(folder: str, pattern: str) -> Iterator[str]:
    return (path.read_text() for path in sorted((ROOT / folder).rglob(pattern)))


@cache
def _literal() -> frozenset[str]:
    """Every text constant in the program, and every label that the theme and the templates ask
    for by name."""
    nodes = (node for text in _texts("macros", "*.py") for node in ast.walk(ast.parse(text)))
    constants = {
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    asked = (
        match[1]
        for folder, pattern in (("docs/theme", "*.html"), ("docs/templates", "*.md"))
        for text in _texts(folder, pattern)
        for match in re.finditer(r"""\blabel\(["']([\w.-]+)["']\)""", text)
    )
    return frozenset(constants.union(asked, _looped()))


def _looped() -> Iterator[str]:
    """The labels that the theme asks for in a loop, as in
    `{% for word in ("none", "one") %} … {{ label("search." ~ word) }}`."""
    loop = r"""for word in \(([^)]*)\).*?label\(["']([\w.-]+)["'] ~ word\)"""
    for text in _texts("docs/theme", "*.html"):
        for words, start in re.findall(loop, text, re.DOTALL):
            yield from (f"{start}{word}" for word in re.findall(r'"([\w.-]+)"', words))


FAMILY_KEYS, OPTIONAL_KEYS = _all(FAMILIES), _all(OPTIONAL)


def test_every_label_is_used() -> None:
    """One that nothing uses is still translated, proofread and searched for."""
    known = _literal() | FAMILY_KEYS | OPTIONAL_KEYS
    dead = {key for keys in _written().values() for key in keys - known}
    assert dead == set(), "used by nothing: take them out, or add their family to FAMILIES"


def test_every_label_of_a_family_is_written() -> None:
    """Also those that no page needs today: the county that has no example yet."""
    written = set().union(*_written().values())
    assert written >= FAMILY_KEYS


@pytest.mark.parametrize("start", FAMILIES)
def test_a_family_is_put_together_somewhere(start: str) -> None:
    """A family that no code composes any more would keep its dead labels alive."""
    keys = _all({start: FAMILIES[start]})
    assert start in _literal() or any(
        re.fullmatch(form, key) for form in _composed() for key in keys
    )


@cache
def _composed() -> tuple[str, ...]:
    """Every f-string of the program that begins with the first part of a label, as a pattern."""
    nodes = (node for text in _texts("macros", "*.py") for node in ast.walk(ast.parse(text)))
    parts = (node.values for node in nodes if isinstance(node, ast.JoinedStr))
    return tuple(
        "".join(
            re.escape(part.value) if isinstance(part, ast.Constant) else r"[\w.-]+"
            for part in values
        )
        for values in parts
        if isinstance(values[0], ast.Constant)
    )


def test_a_family_of_keys_lives_in_one_file() -> None:
    """So that everyone knows where a label is, and the message about a missing one names the
    right file."""
    homes: dict[str, set[str]] = {}
    for file, keys in _written().items():
        for key in keys:
            homes.setdefault(key.split(".")[0], set()).add(file)
    assert {family: files for family, files in homes.items() if len(files) > 1} == {}


@pytest.mark.parametrize(
    ("key", "file"), [("form.nytt", "form"), ("column.ny", "workbook"), ("phase.ny", "checklist")]
)
def test_a_missing_label_is_told_with_its_file(content: Content, key: str, file: str) -> None:
    """The file where others of its family are."""
    with pytest.raises(MissingLabelError) as missing:
        content.label(key, "nn")
    assert missing.value.problem.file == f"docs/data/labels/{file}.yml"


def test_a_label_of_no_family_is_told_with_the_folder(content: Content) -> None:
    """Nobody can know in which of the files it belongs."""
    with pytest.raises(MissingLabelError) as missing:
        content.label("ukjend.nytt", "nn")
    assert missing.value.problem.file == "docs/data/labels"


def test_a_label_in_two_files_is_told_with_both_lines(broken: Broken) -> None:
    """The later file tells, and names the first."""
    assert broken(
        "docs/data/labels/site.yml", None, "# Ord\nsources: {nn: Kjelder, nb: Kilder}\n"
    ) == [
        "docs/data/labels/site.yml:2: Nøkkelen «sources» står alt i docs/data/labels/page.yml:1."
        " Slett den eine."
    ]


def test_a_label_twice_in_a_file_is_told_with_both_lines(broken: Broken) -> None:
    """Of two equal keys the first would silently be lost."""
    twice = "sources: {nn: Kjelder, nb: Kilder}\n" * 2
    assert broken("docs/data/labels/page.yml", None, twice) == [
        "docs/data/labels/page.yml:2: Nøkkelen «sources» står to gonger, først på linje 1. Slett"
        " den eine."
    ]


@pytest.mark.parametrize("folder", ["docs/data", "examples", ".github"])
def test_every_yaml_file_can_be_read_by_any_program(folder: str) -> None:
    """PyYAML's own reader is stricter than libyaml: «{nn: Er de få?, …}» it cannot read."""
    files: list[Path] = sorted((ROOT / folder).rglob("*.yml"))
    assert files
    for path in files:
        assert yaml.load(path.read_text(), yaml.SafeLoader) is not None, path
