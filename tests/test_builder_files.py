"""The files that the browser makes: other programs open them, and they read as they should."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import docx
import icalendar
import pytest
from lxml import etree
from openpyxl import load_workbook

from macros.builder import Filling, Parts, assemble
from macros.content import CITATIONS, EDITIONS, Content, View, citations, joined
from macros.documents.manuscript import Manuscript
from macros.documents.regions import body_types, region_names
from macros.site.edition_files import EditionFiles

from .answers import AWKWARD, filling, plain
from .conftest import ROOT
from .test_builder import NODE, in_node_script, job, made, scripts
from .test_documents import ODF, W
from .test_validators import faults

__all__ = ["made", "scripts"]  # fixtures

FILES = ROOT / "browser/builder/tests/files.js"
pytestmark = pytest.mark.filterwarnings("ignore:Print area:UserWarning")
BUILT = ("strategi", "kapittel")
_ODF_NAME = f"{{{ODF['text']}}}name"


def chosen(content: Content, *, level: str = "advice", own: str = "") -> dict[str, bool]:
    """The regions of a finished document, with the sentences of one level in every chapter."""
    keep = {"standard": False, "card": False, "rettleiing": False}
    for name in content.chapters:
        keep[f"{name}.{'own' if name == own else level}"] = True
    return keep


def answered(content: Content, file: Parts, value: str, keep: dict[str, bool]) -> Filling:
    """The same text in every field of a document, and a day in every date."""
    blanks = content.blanks
    names = {n.removeprefix("field:") for _, used in file.uses for n in used if ":" in n}
    shown = {n: "1. mars 2027" if blanks[n].kind == "date" else value for n in names & set(blanks)}
    stored = {n: "2027-03-01" if blanks[n].kind == "date" else value for n in names & set(blanks)}
    return Filling(shown, stored, keep, json.dumps({"version": 1, "fields": stored}))


@pytest.fixture(scope="module")
def opened(
    content: Content,
    made: dict[str, EditionFiles],
    scripts: list[Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, tuple[Path, Any]]:
    """Every Word file and workbook with awkward answers, made in Node: where it is, and what
    reading it again gives."""
    folder = tmp_path_factory.mktemp("opened")
    random, jobs, paths = Random(26), [], []
    for code, files in made.items():
        for document, forms in files.parts.items():
            for form in {"docx", "odt", "xlsx"} & set(forms):
                path = folder / f"{document}-{code}.{form}"
                answers = filling(random, forms[form])
                if form == "docx":
                    keep = chosen(content, own="kapasitet")
                    answers = answered(content, forms[form], random.choice(AWKWARD[:8]), keep)
                if form == "xlsx":
                    answers = Filling(rows=owners(forms[form]))
                jobs.append({**job(code, document, form, answers), "path": str(path)})
                paths.append(path)
    read = [path for path in paths if path.suffix == ".docx"]
    asked = {"scripts": [*map(str, scripts)], "jobs": jobs, "read": [*map(str, read)]}
    answers_of = dict(zip(read, in_node_script(FILES, asked), strict=True))
    return {path.name: (path, answers_of.get(path)) for path in paths}


def test_microsofts_validator_finds_nothing(opened: dict[str, tuple[Path, Any]]) -> None:
    """In a Word file of each document, and in each workbook."""
    names = ("strategi-nn.docx", "kapittel-nb.docx", "saksframlegg-nn.docx", "rutine-nb.docx",
             "handlingsplan-nn.xlsx", "arbeidsbok-nb.xlsx", "leiarnotat-nn.docx",
             "statusplan-nb.xlsx", "statusmatrise-nn.xlsx")  # fmt: skip
    files = [opened[name][0] for name in names]
    assert faults(files) == {}


def test_other_programs_open_them(opened: dict[str, tuple[Path, Any]], tmp_path: Path) -> None:
    """python-docx, openpyxl and LibreOffice. A text that looks like a formula is none."""
    for path, _ in opened.values():
        if path.suffix == ".docx":
            assert docx.Document(str(path)).paragraphs
        if path.suffix == ".xlsx":
            book = load_workbook(path)
            typed = [c for sheet in book for row in sheet.iter_rows() for c in row]
            assert not [c for c in typed if c.data_type == "f" and str(c.value).startswith("=1+1")]
            assert [c for c in typed if c.value == "=1+1"]
    some = [path for name, (path, _) in opened.items() if name.startswith("kapittel-nn.")]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    done = subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *some],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert (tmp_path / "kapittel-nn.pdf").exists(), done.stderr


def test_a_filled_workbook_is_reckoned(
    made: dict[str, EditionFiles], scripts: list[Path], tmp_path: Path
) -> None:
    """By LibreOffice: the hours follow the numbers that came from the answers, without an error."""
    sheet = made["nn"].parts["arbeidsbok"]["xlsx"].sheets["Timar"]
    rows = {"Timar": [{"#": "risk", "number": 12, "each": 1.5, "owner": "=1+1"}]}
    path = tmp_path / "utfylt.xlsx"
    asked = {**job("nn", "arbeidsbok", "xlsx", Filling(rows=rows)), "path": str(path)}
    in_node_script(FILES, {"scripts": [*map(str, scripts)], "jobs": [asked]})
    profile, out = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", tmp_path / "ut"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", out, path],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    book = load_workbook(out / path.name, data_only=True)
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "e"]
    (page,) = [page for page in book if "Timar" in page.tables or page.title.startswith("Tim")]
    values = [cell.value for cell in page[sheet.rows["risk"]]]
    assert values[1:5] == ["=1+1", 12, 1.5, 18]


def test_a_word_file_reads_back(
    made: dict[str, EditionFiles], opened: dict[str, tuple[Path, Any]]
) -> None:
    """The same document, edition, fields and answer file, whatever was typed."""
    for name, (path, read) in opened.items():
        if path.suffix == ".docx":
            document, code = path.stem.rsplit("-", 1)
            assert (read["document"], read["edition"]) == (document, code), name
            fields = read["answers"]["fields"]
            assert fields and read["fields"].items() <= fields.items(), name
            assert len(read["fields"]) >= len(made[code].manuscripts[document].prompts)


def test_any_text_reads_back(
    made: dict[str, EditionFiles], scripts: list[Path], tmp_path: Path
) -> None:
    """All but what XML cannot hold, which a mark stands for; and the answer file without loss."""
    file, path = made["nb"].parts["strategi"]["docx"], tmp_path / "alt.docx"
    names = sorted(n[6:] for _, used in file.uses for n in used if n.startswith("field:"))
    typed = dict(zip(dict.fromkeys(names), AWKWARD, strict=False))
    assert len(typed) == len(AWKWARD)
    keep = {name: True for path, _ in file.uses for name in path}
    answers = Filling(typed, typed, keep, json.dumps({"fields": typed}, ensure_ascii=False))
    asked = {**job("nb", "strategi", "docx", answers), "path": str(path)}
    found = {"scripts": [*map(str, scripts)], "jobs": [asked], "read": [str(path)]}
    (read,) = in_node_script(FILES, found)
    assert read["answers"] == {"fields": typed}
    kept = {n: re.sub(r"\r\n?", "\n", text) for n, text in typed.items() if text}
    assert read["fields"] == {n: cut(text) for n, text in kept.items()}


def cut(text: str) -> str:
    """The text with a mark for each character that XML does not allow."""
    return "".join("\ufffd" if re.match("[\0\x1b\ud800-\udfff\ufffe]", c) else c for c in text)


def test_what_is_changed_in_word_is_read(opened: dict[str, tuple[Path, Any]]) -> None:
    """Word writes what is typed into the part; the answer file beside it stays as it was."""
    path, before = opened["kapittel-nb.docx"]
    changed = path.with_name("endra.docx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(changed, "w") as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename == "customXml/item1.xml":
                tree = etree.fromstring(data)
                next(e for e in tree[0] if e.tag.endswith("}verksemd")).text = "Ny & <betre>\nto"
                data = etree.tostring(tree, encoding="UTF-8", standalone=True)
            target.writestr(item, data)
    (read,) = in_node_script(FILES, {"read": [str(changed)]})
    assert read["fields"] == {**before["fields"], "verksemd": "Ny & <betre>\nto"}
    assert read["answers"] == before["answers"]


def test_a_file_from_elsewhere_has_its_code(site: Path, tmp_path: Path) -> None:
    """A template of ours can be read, too; a Word file of others cannot."""
    foreign = tmp_path / "framand.docx"
    docx.Document().save(str(foreign))
    cut = tmp_path / "kutta.docx"
    cut.write_bytes((site / "nedlasting/kapittel-nn.docx").read_bytes()[:9000])
    template = site / "nedlasting/kapittel-nn.docx"
    read = in_node_script(FILES, {"read": [str(foreign), str(cut), str(template)]})
    assert read[:2] == ["foreign", "damaged"]
    assert (read[2]["document"], read[2]["answers"], read[2]["fields"]) == ("kapittel", None, {})


def owners(file: Parts) -> dict[str, list[Mapping[str, Any]]]:
    """A text that looks like a formula in every row that answers can fill in, by its name or, in a
    sheet without names, in order."""
    typed = {"owner": "=1+1", "value": "=1+1", "body": "=1+1"}
    return {
        name: [{"#": row, **typed} for row in sheet.rows] or [typed for _ in sheet.empty]
        for name, sheet in file.sheets.items()
    }


def word(file: Parts, answers: Filling) -> Any:
    """The text of a Word file, parsed."""
    return etree.fromstring(dict(assemble(file, "docx", answers))["word/document.xml"].encode())


def some_answers(content: Content, file: Parts) -> Iterator[Filling]:
    """One level everywhere, and then whatever comes."""
    for level in ("advice", "further", "own"):
        yield answered(content, file, "tekst", chosen(content, level=level))
    random = Random(7)
    for _ in range(10):
        yield filling(random, file)


def test_ids_are_unique(content: Content, made: dict[str, EditionFiles]) -> None:
    """Of every control in Word; and of every declared field and every section in OpenDocument."""
    for files in made.values():
        for forms in files.parts.values():
            for answers in some_answers(content, forms.get("docx", Parts([]))):
                if "docx" not in forms:
                    continue
                ids = [e.get(W + "val") for e in word(forms["docx"], answers).iter(W + "id")]
                assert len(ids) == len(set(ids)) and "0" not in ids
                text = dict(assemble(forms["odt"], "odt", answers))["content.xml"]
                tree = etree.fromstring(text.encode())
                for kind in ("user-field-decl", "section"):
                    named = [e.get(_ODF_NAME) for e in tree.iter(f"{{{ODF['text']}}}{kind}")]
                    assert max(Counter(named).values(), default=1) == 1, named


def headings(tree: Any) -> list[tuple[int, str, bool]]:
    """`(level, words, whether anything but a smaller heading comes before the next one)`."""
    found: list[tuple[int, str, bool]] = []
    for block in tree.iter(W + "p"):
        style = block.find(f"{W}pPr/{W}pStyle")
        level = re.fullmatch(r"Heading(\d)", style.get(W + "val") if style is not None else "")
        words = "".join(block.itertext()).strip()
        if level:
            found.append((int(level[1]), words, False))
        elif found and words:
            found[-1] = (*found[-1][:2], True)
    return found


def test_no_heading_is_without_text(content: Content, made: dict[str, EditionFiles]) -> None:
    """Whatever is chosen, in the strategy and in the chapter, and no heading stands twice. A
    heading may be followed by a smaller one that has text."""
    for code, files in made.items():
        for document in BUILT:
            file = files.parts[document]["docx"]
            for answers in some_answers(content, file):
                found = headings(word(file, answers))
                for (level, words, has_text), (after, *_) in zip(
                    found, [*found[1:], (0,)], strict=True
                ):
                    assert has_text or after > level, (code, document, words)
                if answers.keep.get("standard") is False:
                    assert max(Counter(words for _, words, _ in found).values()) == 1


def test_what_the_law_demands_always_stands(
    content: Content, made: dict[str, EditionFiles]
) -> None:
    """Also when everything that can be refused is refused."""
    for files in made.values():
        for document in BUILT:
            file = files.parts[document]["docx"]
            public = word(file, Filling())
            regions = {name for path, _ in file.uses for name in path} | set(file.groups)
            least = word(file, Filling(keep=dict.fromkeys(regions, False)))
            for tree in (public, least):
                tags = [e.get(W + "val") for e in tree.iter(W + "tag")]
                assert [tag for tag in tags if str(tag).startswith("niva:lovkrav:")]


def test_a_source_is_there_when_it_is_cited(
    content: Content, made: dict[str, EditionFiles]
) -> None:
    """And only then, by the words of its citations."""
    for code, files in made.items():
        view = View.of(content, code)
        for document in files.parts:
            if "md" not in files.parts[document]:
                continue
            file, source = files.parts[document]["md"], files.manuscripts[document]
            for answers in some_answers(content, file):
                text = "".join(part for _, part in assemble(file, "md", answers))
                body, _, end = text.partition(f"\n## {view.say('sources')}\n")
                listed = {n for n in sources_of(content, source) if content.sources[n].url in end}
                wanted = answers.keep.get("kjelder", True)
                assert listed == (set(told_in(content, source, body)) if wanted else set())


def sources_of(content: Content, source: Manuscript) -> set[str]:
    """The sources of everything that the document cites anywhere."""
    return {content.law[n].source if n in content.law else n for n in source.cited}


def told_in(content: Content, source: Manuscript, body: str) -> Iterator[str]:
    """The sources whose citations stand in the text."""
    assert source.marked is not None
    for found in CITATIONS.finditer(source.marked.markdown):
        names = list(citations(found[0]))
        words = "".join(joint + each for joint, each in joined([source.cited[n] for n in names]))
        if f"({' '.join(words.split())})" in body.replace("\\", ""):
            yield from (content.law[n].source if n in content.law else n for n in names)


def test_every_region_is_known(content: Content, made: dict[str, EditionFiles]) -> None:
    """In every text of every part; and each that is opened is closed."""
    known = {*region_names(content), "card", "rettleiing", "kjelder"}
    known |= {f"source:{name}" for name in content.sources}
    known |= {f"field:{name}" for name in content.blanks}
    for files in made.values():
        for forms in files.parts.values():
            for form, file in forms.items():
                for _, text in file.parts:
                    marks = re.findall(r"<!--([\[\]])([^>]*)-->", text)
                    assert {name for _, name in marks} <= known
                    opened = Counter(name for sign, name in marks if sign == "[")
                    assert opened == Counter(name for sign, name in marks if sign == "]"), form


def test_no_mark_is_left(content: Content, made: dict[str, EditionFiles]) -> None:
    """In any finished part, and nothing that is not the file's own."""
    none = {f"only:{name}": False for name in (*body_types(content), *content.sectors)}
    for files in made.values():
        for forms in files.parts.values():
            for form, file in forms.items():
                for answers in (Filling(), Filling(keep=chosen(content)), Filling(keep=none)):
                    for name, text in assemble(file, form, answers):
                        assert "<!--" not in text, (form, name)


@pytest.mark.parametrize("code", EDITIONS)
def test_the_public_file_has_no_field_of_a_chosen_sentence(
    made: dict[str, EditionFiles], code: str
) -> None:
    """Not in its text, its answers, its prompts or its declarations."""
    for document in BUILT:
        for form in ("docx", "odt"):
            file = made[code].parts[document][form]
            text = "".join(part for _, part in assemble(file, form, Filling()))
            assert "tekst." not in text and "grunn." not in text
            extra = made[code].manuscripts[document].marked
            assert extra and not [n for n in extra.extra if f'"{n}"' in text or f"<{n}>" in text]


def test_a_calendar_is_read_by_another_program(tmp_path: Path) -> None:
    """Days, titles and texts come out as they were typed."""
    events = [
        {"id": "plan-risiko", "day": "2027-02-15", "title": f"Frist: {text}", "text": text * 3}
        for text in AWKWARD[:4]
    ]
    program = (
        "import('./calendar.js').then(({calendar}) => process.stdout.write(calendar("
        f"{json.dumps(events)}, {{name: 'Plan; a,b', language: 'nn-NO', stamp: '2026-11-26'}})))"
    )
    done = subprocess.run(
        [NODE, "--input-type=module", "--eval", program],
        cwd=ROOT / "browser/builder", capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    found = icalendar.Calendar.from_ical(done.stdout.decode()).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in found] == [event["title"] for event in events]
    assert [str(event["DESCRIPTION"]) for event in found] == [event["text"] for event in events]
    assert {event["DTSTART"].dt for event in found} == {date(2027, 2, 15)}


def test_plain_is_what_the_browser_gets() -> None:
    """All that a filling has, so that no test leaves a part of it out."""
    assert set(plain(Filling())) == set(Filling.__dataclass_fields__)
