"""«Kvar står de?»: the rules, with the cases that the browser's rules are tested with too."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from macros.content import Content, ContentError, View, load
from macros.documents.answer_schema import MOST
from macros.status import (
    STATUSES,
    Model,
    applying,
    carried,
    chapters,
    drafted,
    duties,
    model_of,
    moved,
    next_five,
    words,
)

from .conftest import MINI, ROOT, Broken

TABLE = json.loads((ROOT / "tests/status_cases.json").read_text(encoding="utf-8"))
MODEL = Model.read({name: TABLE["model"][name] for name in ("points", "chapters", "retired")})

FILE = "docs/data/todo.yml"
TODO = """\
- id: kapasitet-a
  todo: {{nn: Rekn ut timane., nb: Regn ut timene.}}
  effort: small
  weight: high
  quarter: 1
{more}"""
FAULTS = {
    "an action for what is no checkpoint": (
        TODO.format(more="").replace("kapasitet-a", "kapasitet-å"),
        f"{FILE}:1: Sjekkpunktet «kapasitet-å» finst ikkje.",
    ),
    "an effort that is none": (
        TODO.format(more="").replace("small", "liten"),
        f"{FILE}:3: «effort» kan ikkje vere «liten». Lovlege verdiar: small, large.",
    ),
    "a quarter that is none": (
        TODO.format(more="").replace("quarter: 1", "quarter: 5"),
        f"{FILE}:5: «quarter» kan ikkje vere «5». Lovlege verdiar: 1, 2, 3, 4.",
    ),
    "a text that is too long for a cell": (
        TODO.format(more="").replace("timane.", "timane " * 25),
        f"{FILE}:1: Oppføringa har ein «todo» på 27 ord (nn). Høgst 25. Kort ned.",
    ),
    "a document that there is not": (
        TODO.format(more="  document: rutin\n"),
        f"{FILE}:6: «document» kan ikkje vere «rutin». Meinte du «rutine»?",
    ),
    "a role that is no field": (
        TODO.format(more="  role: rolle.kontrol\n"),
        f"{FILE}:6: «role»: «rolle.kontrol» finst ikkje. Meinte du «rolle.kontroll»?",
    ),
    "a sector that there is not": (
        TODO.format(more="  sectors: [renhald]\n"),
        f"{FILE}:6: «sectors»: «renhald» finst ikkje.",
    ),
    "a field that there is not": (
        TODO.format(more="  fields: [verksemt]\n"),
        f"{FILE}:6: «fields»: «verksemt» finst ikkje. Meinte du «verksemd»?",
    ),
}
NONE = "har ingen «todo»"
"""What is told of every other checkpoint of the small project, which has no actions."""


def _named(cases: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in cases]


@pytest.mark.parametrize("case", _named(TABLE["cases"]))
def test_the_rules_say_the_same_as_in_the_browser(case: dict[str, Any]) -> None:
    """What concerns the body, what is in place, what is in the draft, and what comes first."""
    answers = case["answers"]
    assert applying(answers, MODEL) == case["applying"]
    found = duties(answers, MODEL)
    assert case["duties"] == {
        "done": list(found.done), "open": list(found.open), "all": found.all,
        "unanswered": list(found.unanswered), "not": list(found.not_),
    }  # fmt: skip
    in_draft = drafted(answers, MODEL)
    assert [point.id for point in MODEL.points if point.id in in_draft] == case["drafted"]
    assert [asdict(action) for action in next_five(answers, MODEL)] == case["next"]
    if "chapters" in case:
        assert chapters(answers, MODEL) == case["chapters"]


@pytest.mark.parametrize("case", _named(TABLE["years"]))
def test_two_years_are_held_against_each_other_as_in_the_browser(case: dict[str, Any]) -> None:
    """Points that are gone are carried over, and told of."""
    before, now = ({"checkpoints": case[year]} for year in ("before", "now"))
    found = [
        {name: value for name, value in asdict(move).items() if name != "into" or value}
        for move in moved(before, now, MODEL)
    ]
    assert found == case["moved"]
    if "carried" in case:
        assert carried(before, MODEL)["checkpoints"] == case["carried"]


def test_what_the_rest_builds_on_stands_before_all_else() -> None:
    """In the order of the content, whatever its kind, its risk and its work."""
    points = [replace(p, sectors=(), bodies=(), first=False) for p in MODEL.points]
    base = [replace(point, first=True) for point in points[-2:]]
    answers = {"checkpoints": {point.id: {"status": "no"} for point in points}}
    found = next_five(answers, replace(MODEL, points=(*points[:-2], *base)))
    assert [action.id for action in found[:2]] == [point.id for point in base]
    assert len(found) == 5


def test_the_model_comes_back_as_it_was(content: Content) -> None:
    """What the page gets has everything the rules need, and no word of any edition."""
    model = model_of(content)
    plain = json.loads(json.dumps(model.plain()))
    assert Model.read(plain) == model
    assert len(model.points) == sum(len(c.checkpoints) for c in content.chapters.values())
    for code in ("nn", "nb"):
        said = words(View.of(content, code))
        assert set(said["points"]) == {point.id for point in model.points}
        assert {point.document for point in model.points} == set(said["documents"])
        assert not any(point["todo"] in json.dumps(plain) for point in said["points"].values())


@pytest.mark.parametrize(("data", "told"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_gives_its_line(broken: Broken, data: str, told: str) -> None:
    """One line, which says what is wrong and what would be right."""
    problems = [line for line in broken(FILE, None, data) if NONE not in line]
    assert len(problems) == 1, problems
    assert problems[0].startswith(told), problems


def test_a_checkpoint_without_an_action_is_told_of_where_it_stands(broken: Broken) -> None:
    """One line for each, and none for the one that has an action."""
    problems = broken(FILE, None, TODO.format(more="  document: rutine\n  bodies: [kommune]\n"))
    assert problems and all(NONE in line for line in problems), problems
    assert not any("«kapasitet-a»" in line for line in problems)
    assert any(
        line.startswith("docs/data/questions/kapasitet.yml:18: Sjekkpunktet «kapasitet-b»")
        for line in problems
    ), problems


def test_a_kind_of_body_that_there_is_not_gives_its_line(tmp_path: Path) -> None:
    """The kinds are the choices of the field that asks for them."""
    project = shutil.copytree(MINI, tmp_path / "project")
    fields = project / "docs/data/fields.yml"
    named = fields.read_text(encoding="utf-8").replace("id: slag", "id: verksemdstype")
    fields.write_text(named, encoding="utf-8")
    more = "  bodies: [komune]\n"
    (project / FILE).write_text(TODO.format(more=more), encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        load(project)
    told = [str(problem) for problem in refused.value.problems if NONE not in str(problem)]
    assert told == [
        f"{FILE}:6: «bodies»: «komune» finst ikkje. Meinte du «kommune»? Lovlege verdiar: kommune,"
        " stat."
    ]


def test_the_browser_and_the_schema_have_the_same_answers_and_limits() -> None:
    """Who changes one has to change the other."""
    program = (
        'import("./browser/answers/checkpoint.js").then(({ STATUSES, MOST }) =>'
        " console.log(JSON.stringify([STATUSES, MOST])))"
    )
    node = Path(sys.executable).with_name("node")
    said = subprocess.run([node, "-e", program], cwd=ROOT, capture_output=True, check=True).stdout
    assert json.loads(said) == [list(STATUSES), MOST]
