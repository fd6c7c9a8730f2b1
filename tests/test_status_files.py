"""The files of «Kvar står de?»: the note fits its page, and the workbooks say what was answered."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZipFile

import docx
import icalendar
import pytest
from openpyxl import load_workbook

from macros.builder import Filling, assemble
from macros.content import EDITIONS, LAW_DATES, Content, View
from macros.documents.csv_table import csv_table
from macros.documents.status_sheets import BODIES
from macros.site.edition_files import EditionFiles
from macros.status import STATUSES, Model, model_of, note, rules, words

from .answers import AWKWARD
from .conftest import ROOT
from .test_builder import in_node_script, made, scripts
from .test_validators import faults

__all__ = ["made", "scripts"]  # fixtures

TWIN = ROOT / "browser/status/tests/twin.js"
DAY = "2027-03-01"
NAMES = ("notat.docx", "notat.odt", "notat.md", "plan.xlsx", "status.csv", "fristar.ics")
pytestmark = pytest.mark.filterwarnings("ignore:Print area:UserWarning")


def by_chance(content: Content, random: Random) -> dict[str, Any]:
    """An answer file that nobody would think of."""
    points = model_of(content).points
    deadlines = ("", "2027-12-31", "2028-02-29")
    texts = [text for text in AWKWARD if "\ud800" not in text and len(text) <= 200]
    return {
        "fields": {
            "verksemd": random.choice(texts),
            "verksemdstype": random.choice(["", "kommune", "stat"]),
            **{name: random.choice(texts) for name in content.blanks if random.random() < 0.5
               and content.blanks[name].kind == "text"},
        },
        "sectors": random.sample(list(content.sectors), random.randint(0, 3)),
        "levels": {name: random.choice(["advice", "own"]) for name in content.questions},
        "unknown": random.sample(list(content.blanks), 40),
        "checkpoints": {
            point.id: {
                "status": random.choice(STATUSES),
                "owner": random.choice(texts),
                "deadline": random.choice(deadlines),
                "note": random.choice(texts),
                "proof": random.choice(["", *texts]),
            }
            for point in points
            if random.random() < 0.8
        },
    }  # fmt: skip


def in_browser(content: Content, scripts: list[Path], **asked: Any) -> tuple[Any, Any]:
    """What the browser's code makes of some jobs: what is in the notes, and the tables."""
    given = {"scripts": [*map(str, scripts)], "model": model_of(content).plain(), **asked}
    notes, tables = in_node_script(TWIN, given)
    return notes, tables


def test_the_note_says_the_same_as_the_build_makes_it(
    content: Content, scripts: list[Path]
) -> None:
    """For the blanks of the note, in both editions, with answers by chance."""
    random, jobs, expected = Random(19), [], []
    model = model_of(content)
    said = {code: words(View.of(content, code)) for code in EDITIONS}
    for number in range(120):
        code = list(EDITIONS)[number % 2]
        answers = by_chance(content, random)
        jobs.append({"edition": code, "answers": answers})
        expected.append(note(answers, model, said[code], DAY))
    found, _ = in_browser(content, scripts, jobs=jobs)
    for job, here, there in zip(jobs, expected, found, strict=True):
        assert here == there, job
    assert len({json.dumps(row) for row in expected}) == len(expected)


@pytest.fixture(scope="module")
def files(
    content: Content, scripts: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Every file in both editions, and the matrix of as many bodies as there is room for."""
    folder, random = tmp_path_factory.mktemp("status"), Random(7)
    paths = {f"{code}-{name}": folder / f"{code}-{name}" for code in EDITIONS for name in NAMES}
    jobs = [
        {"edition": name[:2], "file": name[3:], "answers": worst(content), "path": str(path)}
        for name, path in paths.items()
    ]
    paths["nb-chance.xlsx"] = folder / "nb-chance.xlsx"
    jobs.append({"edition": "nb", "file": "plan.xlsx", "answers": chance(content),
                 "path": str(paths["nb-chance.xlsx"])})  # fmt: skip
    bodies = [
        {"name": f"Kommune {number}", "answers": by_chance(content, random)}
        for number in range(BODIES)
    ]
    paths["matrise.xlsx"] = folder / "matrise.xlsx"
    jobs.append({"edition": "nb", "bodies": bodies, "path": str(paths["matrise.xlsx"])})
    in_browser(content, scripts, jobs=jobs)
    (folder / "bodies.json").write_text(json.dumps(bodies), encoding="utf-8")
    return paths


def chance(content: Content) -> dict[str, Any]:
    """Answers by chance that are the same each time."""
    return by_chance(content, Random(11))


def worst(content: Content) -> dict[str, Any]:
    """An answer file where nothing is in place, with long names of those who are responsible."""
    owner = "seksjonsleiaren for innkjøp, eigedom og teknisk drift"
    given = {"status": "no", "owner": owner, "note": "=1+1;-2", "deadline": "2027-12-31"}
    points = model_of(content).points
    last = {points[-1].id: {"status": "yes"}, points[-2].id: {"status": "partly"}}
    return {
        "fields": {"verksemd": "Bø & <kommune>"},
        "checkpoints": {**{point.id: given for point in points}, **last},
    }


def test_other_programs_find_nothing_wrong(files: dict[str, Path]) -> None:
    """Microsoft's validator, in Word and in Excel."""
    assert faults([path for path in files.values() if path.suffix in (".docx", ".xlsx")]) == {}


def test_the_note_is_one_page_even_when_nothing_is_in_place(
    files: dict[str, Path], made: dict[str, EditionFiles], tmp_path: Path
) -> None:
    """In Word's format and in OpenDocument, as LibreOffice shows them; and so are the blank and
    the one of the made-up body on paper."""
    printed = []
    for name in ("nn-notat.docx", "nb-notat.odt"):
        convert("pdf", tmp_path / name[-3:], files[name])
        printed.append(tmp_path / name[-3:] / f"{files[name].stem}.pdf")
    for code, edition in made.items():
        for name in ("leiarnotat", "oving-leiarnotat"):
            printed.append(tmp_path / f"{name}-{code}.pdf")
            printed[-1].write_bytes(edition.files[f"nedlasting/{name}-{code}.pdf"])
    for path in printed:
        told = subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True).stdout
        assert "Pages:           1\n" in told, path.name


def convert(form: str, out: Path, *paths: Path) -> None:
    """Let LibreOffice open files, and write them in another format."""
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", form, "--outdir", out, *paths],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip


def test_the_note_tells_what_is_missing_and_what_comes_first(files: dict[str, Path]) -> None:
    """The counts of the duties, never as a percentage, the sections, and five actions."""
    tables = docx.Document(str(files["nn-notat.docx"])).tables
    cells = ["".join(node.text or "" for node in cell._tc.iter() if node.tag.endswith("}t"))
             for table in tables for row in table.rows for cell in row.cells]  # fmt: skip
    assert "0 av 25 på plass, 25 å rette" in cells
    assert "Bø & <kommune>" in cells
    assert any(cell.startswith("anskaffingslova §§\u00a05a, 5e, 5f, 5g") for cell in cells)
    assert "1 av 48 på plass" in cells
    assert cells.count("31. desember 2027".replace(" ", "\u00a0", 1)) == 5
    assert not any("%" in cell or "prosent" in cell for cell in cells)


def test_the_plan_has_what_is_missing_first(content: Content, files: dict[str, Path]) -> None:
    """Duties, then advice, then what goes further, then what is in place, each in its words."""
    page = load_workbook(files["nb-plan.xlsx"]).worksheets[0]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=5)]
    filled = [row for row in rows if row[1]]
    said = words(View.of(content, "nb"))
    assert len(filled) == len(model_of(content).points)
    assert filled[0][1] == said["points"]["ambisjonsniva-strategi"]["todo"]
    todo = said["points"]["grep-01-sanksjonar"]["todo"]
    (typed,) = [row for row in filled if row[1] == todo]
    assert typed[8] == "Lovkrav, anskaffelsesloven §\u00a05p. =1+1;-2"
    kinds = [str(row[8]).split(",")[0].split(".")[0] for row in filled[:-1]]
    assert kinds == sorted(kinds, key=["Lovkrav", "Råd", "Går lenger"].index)
    assert [row[3] for row in filled].count("I gang") == 1
    assert [filled[-1][1], filled[-1][3]] == [
        said["points"]["grep-10-strengare"]["text"],
        "Gjort",
    ]
    assert typed[0] == 4 and typed[5].year == 2027


def plan_rows(answers: dict[str, Any], content: Content, code: str) -> list[dict[str, Any]]:
    """The rows of the plan by the rules of the build: what is missing first, then what nobody has
    answered, what is in place, and what does not concern the body."""
    model, said = model_of(content), words(View.of(content, code))
    points = {point.id: point for point in model.points}
    first = {action.id: action for action in rules.missing(answers, model)}
    rest = {"": 0, "yes": 1, "not": 2}
    others = [name for name in rules.applying(answers, model) if name not in first]
    others.sort(key=lambda name: rest[rules.status_of(answers, name)])
    rows = []
    for name in (*first, *others):
        given, point = answers["checkpoints"].get(name, {}), points[name]
        status, action = rules.status_of(answers, name), first.get(name)
        kind = said["kinds"][point.kind]
        cited = f"{kind}, {said['sections'][point.section]}" if point.section else kind
        none = [] if status else [said["note"]["none"]]
        note = [given["note"]] if given.get("note") else []
        rows.append({
            "quarter": action.quarter if action else point.quarter,
            "action": said["points"][name]["text" if status in ("yes", "not") else "todo"],
            "chapter": said["chapters"][point.chapter],
            "status": said["progress"][status],
            "owner": action.owner if action else given.get("owner", ""),
            "deadline": given.get("deadline", ""),
            "evidence": given.get("proof") or said["points"][name]["evidence"],
            "note": ". ".join([cited, *none, *note]),
        })  # fmt: skip
    return rows


def test_the_plan_has_the_parts_that_the_build_would_give_it(
    content: Content, files: dict[str, Path], made: dict[str, EditionFiles]
) -> None:
    """Part by part, with answers by chance and with the worst there are."""
    for name, answers in {"nn-plan": worst(content), "nb-chance": chance(content)}.items():
        parts = made[name[:2]].parts["statusplan"]["xlsx"]
        filling = Filling(rows={"Statusplan": plan_rows(answers, content, name[:2])})
        with ZipFile(files[f"{name}.xlsx"]) as found:
            there = {part: found.read(part).decode() for part in found.namelist()}
        assert dict(assemble(parts, "xlsx", filling)) == there, name


def test_the_matrix_counts_what_each_body_has(
    content: Content, files: dict[str, Path], tmp_path: Path
) -> None:
    """As LibreOffice reckons it: a row for each body, a column for each duty, and no error."""
    convert("xlsx", tmp_path, files["matrise.xlsx"])
    book = load_workbook(tmp_path / "matrise.xlsx", data_only=True)
    assert not [c for page in book for row in page.iter_rows() for c in row if c.data_type == "e"]
    bodies = json.loads((files["matrise.xlsx"].parent / "bodies.json").read_text(encoding="utf-8"))
    model = model_of(content)
    law = [point.id for point in model.points if point.kind == "law"]
    said = words(View.of(content, "nb"))["statuses"]
    page = book.worksheets[0]
    for number, body in enumerate(bodies):
        row = [cell.value for cell in page[5 + number]]
        given = duties_of(body["answers"], model)
        assert row[0] == body["name"]
        assert row[3:] == [said.get(status) for status in given]
        assert row[1] == given.count("yes")
        assert row[2] == sum(given.count(status) for status in ("no", "partly", "unknown"))
    missing = [row for row in book.worksheets[1].iter_rows(min_row=5) if row[0].value]
    assert len(missing) == sum(page.cell(5 + n, 3).value for n in range(len(bodies)))
    assert page.cell(5, 28).value == said.get(duties_of(bodies[0]["answers"], model)[-1])
    assert len(law) == len(duties_of({"checkpoints": {}}, model)) == 25


def duties_of(answers: dict[str, Any], model: Model) -> list[str]:
    """What a body has answered to each duty, in order. One that does not concern it is «not»."""
    concerned = set(rules.applying(answers, model))
    duties = [point.id for point in model.points if point.kind == "law"]
    return [rules.status_of(answers, name) if name in concerned else "not" for name in duties]


def matrix_rows(
    bodies: list[dict[str, Any]], content: Content, code: str
) -> dict[str, list[dict[str, Any]]]:
    """The rows of the matrix and of what is missing, by the rules of the build."""
    model, said = model_of(content), words(View.of(content, code))
    duties = {point.id: point for point in model.points if point.kind == "law"}
    matrix, missing = [], []
    for body in bodies:
        given = duties_of(body["answers"], model)
        answers = {name: said["statuses"].get(s, "") for name, s in zip(duties, given, strict=True)}
        matrix.append({"body": body["name"], **answers})
        for action in rules.missing(body["answers"], model):
            if action.id in duties:
                missing.append({
                    "body": body["name"],
                    "section": said["sections"][duties[action.id].section],
                    "answer": answers[action.id],
                    "action": said["points"][action.id]["todo"],
                    "owner": action.owner,
                    "deadline": action.deadline,
                })  # fmt: skip
    return {"Matrise": matrix, "Manglar": missing}


def test_the_matrix_has_the_parts_that_the_build_would_give_it(
    content: Content, files: dict[str, Path], made: dict[str, EditionFiles]
) -> None:
    """Part by part, with thirty bodies that have answered by chance."""
    bodies = json.loads((files["matrise.xlsx"].parent / "bodies.json").read_text(encoding="utf-8"))
    filling = Filling(rows=matrix_rows(bodies, content, "nb"))
    with ZipFile(files["matrise.xlsx"]) as found:
        there = {part: found.read(part).decode() for part in found.namelist()}
    assert dict(assemble(made["nb"].parts["statusmatrise"]["xlsx"], "xlsx", filling)) == there


def test_a_table_has_no_formula_and_is_written_as_the_build_writes_tables(
    content: Content, scripts: list[Path], files: dict[str, Path]
) -> None:
    """With texts that have broken one program or another."""
    texts = [t.replace("\r\n", "\n").replace("\r", "\n") for t in AWKWARD if "\ud800" not in t]
    table = [[text, "-1", f"a;{text}"] for text in [*texts, '"=1', "x;\t-2", 'a "b"; +3']]
    _, (made_there,) = in_browser(content, scripts, tables=[table])
    assert made_there == "\ufeff" + csv_table(table, ";").decode()
    text = files["nn-status.csv"].read_text(encoding="utf-8")
    assert text.startswith("\ufeffId;Gjeld;Slag;Paragraf;")
    assert "'=1+1;'-2" in text


def test_the_calendar_has_each_deadline_each_quarter_and_the_days_of_the_law(
    content: Content, files: dict[str, Path]
) -> None:
    """As another program reads it: an event for each action with a day, and none for the others."""
    book = icalendar.Calendar.from_ical(files["nb-fristar.ics"].read_bytes())
    events = {str(event["UID"]): event for event in book.walk("VEVENT")}
    law = [events.pop(f"{day.id}@strategisk-mot-akrim") for day in LAW_DATES]
    missing = [p for p in model_of(content).points if p.id != "grep-10-strengare"]
    dated = [name for name in events if not name.startswith("kvartal-")]
    assert len(dated) == len(missing) - 1
    assert (
        str(events["grep-09-risiko@strategisk-mot-akrim"]["SUMMARY"])
        == (words(View.of(content, "nb"))["points"]["grep-09-risiko"]["todo"])
    )
    # The one without a day of its own is in the quarter that the data has for it
    (quarter,) = [events[name] for name in events if name.startswith("kvartal-")]
    assert quarter["DTSTART"].dt.isoformat() == "2027-06-30"
    assert not [event for event in events.values() if "RRULE" in event]  # each is done once
    assert "Gå gjennom alle malene" in str(quarter["DESCRIPTION"])
    days = [event["DTSTART"].dt.isoformat() for event in law]
    assert days == ["2027-03-31", "2027-06-30", "2027-12-31"]
    assert all(event["RRULE"]["FREQ"] == ["YEARLY"] for event in law)
    assert str(law[0]["SUMMARY"]) == "Frist i kommuneloven for årsberetningen (§ 14-7)"


def test_the_browser_has_room_for_as_many_bodies_as_the_workbook() -> None:
    """Who changes one has to change the other."""
    source = (ROOT / "browser/status/matrix.js").read_text(encoding="utf-8")
    assert f"export const MOST = {BODIES};" in source
