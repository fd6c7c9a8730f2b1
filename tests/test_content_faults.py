"""Every fault in the content gives one line: file, line, what is wrong, and how to mend it."""

from __future__ import annotations

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.content import load

from .conftest import MINI, Broken

QUESTION = "docs/data/questions/kapasitet.yml"
MEASURE = "docs/data/measures/01-kontroll.yml"
SOURCES = "docs/data/sources.yml"
PAGE = "docs/nn/index.md"


def _points(chapter: str, *names: str) -> str:
    """The lines of some checkpoints as the small project has them."""
    mini = (Path(__file__).parent / "mini" / MEASURE).read_text(encoding="utf-8")
    lines = (
        line
        for line in mini.splitlines()
        if line.startswith(tuple(f"  - {{id: {chapter}-{n}," for n in names))
    )
    return "".join(f"{line}\n" for line in lines)


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"

FAULTS = {
    "unknown key": (
        (QUESTION, "summary:", "sumary:"),
        [
            f"{QUESTION}:6: Nøkkelen «sumary» finst ikkje. Meinte du «summary»? Lovlege nøklar: "
            "advice, ask, checkpoints, downloads, examples, further, id, law, law_minimum, "
            "measures, number, small, "
            "summary, title, updated, why, wording.",
        ],
    ),
    "missing målform": (
        (QUESTION, "title: {nn: Kapasitet, nb: Kapasitet}", "title: {nn: Kapasitet}"),
        [f"{QUESTION}:4: «title.nb» manglar. Legg til linja «nb: …»."],
    ),
    "unknown key in a list": (
        (QUESTION, "{id: kapasitet-b, phase", "{id: kapasitet-b, fase: x, phase"),
        [
            f"{QUESTION}:18: «fase» finst ikkje. Meinte du «phase»? "
            "Lovlege verdiar: strategi, planlegging, konkurranse, oppfolging.",
        ],
    ),
    "wrong choice": (
        (QUESTION, "kind: further", "kind: furter"),
        [
            f"{QUESTION}:22: «checkpoints.6.kind» kan ikkje vere «furter». Meinte du «further»? "
            "Lovlege verdiar: law, advice, further."
        ],
    ),
    "number for text": (
        (QUESTION, "ask: {nn: Kven har tid?", "ask: {nn: 7"),
        [f"{QUESTION}:5: «ask.nn» skal vere tekst. Set verdien i hermeteikn."],
    ),
    "not a date": (
        (MEASURE, "updated: 2026-11-24", "updated: i går"),
        [f"{MEASURE}:3: «updated» skal vere ein dato utan hermeteikn, til dømes 2026-11-24."],
    ),
    "too few checkpoints": (
        (MEASURE, _points("grep-01", "c", "d"), ""),
        [
            "docs/data/checkpoint-ids.yml:10: Sjekkpunktet «grep-01-c» er borte eller har skifta "
            "id. "
            "Set id-en tilbake, eller før han opp under retired.",
            "docs/data/checkpoint-ids.yml:11: Sjekkpunktet «grep-01-d» er borte eller har skifta "
            "id. "
            "Set id-en tilbake, eller før han opp under retired.",
            f"{MEASURE}:18: «checkpoints» har 2 punkt. Minst 3 må til.",
        ],
    ),
    "a duty that stands on no shall": (
        ("docs/data/law.yml", "strength: shall", "strength: should"),
        [f"{QUESTION}:17: «section»: loa-5i seier ikkje «skal», så punktet er ikkje eit lovkrav."],
    ),
    "empty text": (
        (QUESTION, "  nb: Det er en plikt [@loa-5i].", '  nb: "  "'),
        [f"{QUESTION}:9: «why.nb» er tom. Skriv teksten, eller ta bort nøkkelen om han kan vere "
         "borte."],
    ),
    "raw HTML": (
        (QUESTION, "advice: {nn: Rekn.,", 'advice: {nn: "<script>alert(1)</script>",'),
        [f"{QUESTION}:10: «advice.nn» har rå HTML («<script>aler»). Skriv teksten utan."],
    ),
    "text that turns direction": (
        (QUESTION, "advice: {nn: Rekn.,", 'advice: {nn: "Rekn\u202e",'),
        [f"{QUESTION}:10: Linja har eit usynleg teikn (U+202E). Slett det."],
    ),
    "duplicate id of a checkpoint": (
        (MEASURE, "{id: grep-01-b", "{id: grep-01-a"),
        [
            "docs/data/checkpoint-ids.yml:9: Sjekkpunktet «grep-01-b» er borte eller har skifta "
            "id. "
            "Set id-en tilbake, eller før han opp under retired.",
            f"{MEASURE}:20: Id «grep-01-a» er allereie brukt i {MEASURE}:19. Vel ein annan.",
        ],
    ),
    "duplicate id of a source": (
        (SOURCES, "- id: rapport", "- id: loa"),
        [
            "docs/data/glossary.yml:6: «source»: «rapport» finst ikkje. Lovlege verdiar: loa, "
            "loa-5i.",
            f"{SOURCES}:10: Id «loa» er allereie brukt i {SOURCES}:1. Vel ein annan.",
        ],
    ),
    "changed id of a checkpoint": (
        (QUESTION, "{id: kapasitet-a", "{id: kapasitet-ny"),
        [
            "docs/data/checkpoint-ids.yml:2: Sjekkpunktet «kapasitet-a» er borte eller har skifta "
            "id. "
            "Set id-en tilbake, eller før han opp under retired.",
            f"{QUESTION}:17: Sjekkpunktet «kapasitet-ny» er ikkje registrert. Køyr: python -m "
            "macros ids",
        ],
    ),
    "checkpoint of another chapter": (
        (QUESTION, "{id: kapasitet-a", "{id: tid-a"),
        [
            "docs/data/checkpoint-ids.yml:2: Sjekkpunktet «kapasitet-a» er borte eller har skifta "
            "id. "
            "Set id-en tilbake, eller før han opp under retired.",
            f"{QUESTION}:1: Oppføringa har sjekkpunkt med ein id som ikkje byrjar med "
            "«kapasitet-»: tid-a.",
            f"{QUESTION}:17: Sjekkpunktet «tid-a» er ikkje registrert. Køyr: python -m macros ids",
        ],
    ),
    "file name that is not the id": (
        (QUESTION, "id: kapasitet\n", "id: kapa\n"),
        ["docs/data/indicators.yml:1: «chapter»: «kapasitet» finst ikkje. Meinte du «kapa»? "
         "Lovlege verdiar: grep-01, kapa.",
         f"{MEASURE}:23: «questions»: «kapasitet» finst ikkje. Meinte du «kapa»? Lovlege verdiar: "
         "kapa.",
         f"{QUESTION}:1: Oppføringa har sjekkpunkt med ein id som ikkje byrjar med «kapa-»: "
         "kapasitet-a, kapasitet-b, kapasitet-c, kapasitet-d, kapasitet-e, kapasitet-f."],
    ),
    "dangling measure": (
        (QUESTION, "measures: [grep-01]", "measures: [grep-10]"),
        [f"{QUESTION}:23: «measures»: «grep-10» finst ikkje. Meinte du «grep-01»? Lovlege "
         "verdiar: grep-01."],
    ),
    "dangling section": (
        (MEASURE, "law: [loa-5i]", "law: [loa-5x]"),
        [f"{MEASURE}:24: «law»: «loa-5x» finst ikkje. Meinte du «loa-5i»? Lovlege verdiar: "
         "loa-5i."],
    ),
    "citation that does not exist": (
        (QUESTION, "  nn: Det er ei plikt [@loa-5i].", "  nn: Det er ei plikt [@loa-5j]."),
        [f"{QUESTION}:8: Kjelda «loa-5j» finst ikkje. Meinte du «loa-5i»? Lovlege verdiar: loa, "
         "loa-5i."],
    ),
    "source without a checked date": (
        (SOURCES, "  checked: 2025-01-31\n", ""),
        [f"{SOURCES}:10: «checked» manglar. Legg til linja «checked: …»."],
    ),
    "address that is no address": (
        (SOURCES, "url: https://example.no/rapport", "url: javascript:alert(1)"),
        [f"{SOURCES}:14: «url» er «javascript:alert(1)». "
         "Lenkja må byrje med https:// og kan ikkje ha mellomrom, < eller >."],
    ),
    "not UTF-8": (
        (QUESTION, "ask: {nn: Kven", b"ask: {nn: Kv\xe5n"),
        [f"{QUESTION}:5: Teiknet her er ikkje UTF-8. Lagre fila på nytt med teiknsettet UTF-8."],
    ),
    "tab": (
        (QUESTION, "number: 1", "number:\t1"),
        [f"{QUESTION}:2: Linja har ein tabulator. Byt tabulatoren ut med mellomrom."],
    ),
    "duplicate key": (
        (QUESTION, "number: 1\n", "number: 1\nnumber: 2\n"),
        [f"{QUESTION}:3: Nøkkelen «number» står to gonger, først på linje 2. Slett den eine."],
    ),
    "anchor bomb": (
        (QUESTION, None, BOMB),
        [f"{QUESTION}:1: Anker (&) og alias (*) er ikkje lov. Skriv teksten ut, eller set teksten "
         "i hermeteikn."],
    ),
    "tag that names code": (
        (QUESTION, "number: 1", "number: !!python/object/apply:os.system [ls]"),
        [f"{QUESTION}:2: YAML-merket «!!python/object/apply:os.system» er ikkje lov. "
         "Ta det bort, eller set teksten i hermeteikn."],
    ),
    "colon inside a text": (
        (SOURCES, "title: Ein rapport", "title: Ein rapport: om tid"),
        [f"{SOURCES}:11: Det står kolon og mellomrom inne i ein tekst. Set heile teksten i "
         "hermeteikn. "
         "Dersom linja er ein ny nøkkel, er ho rykt for langt inn."],
    ),
    "quote that is not closed": (
        (SOURCES, "title: Ein rapport", 'title: "Ein rapport'),
        [
            f"{SOURCES}:15: Innrykket stemmer ikkje med linjene over, eller linja før har eit "
            "hermeteikn som ikkje "
            "er lukka. Bruk to mellomrom for kvart nivå."
        ],
    ),
    "endless nesting": (
        (QUESTION, None, "[" * 5000),
        [f"{QUESTION}:1: Innhaldet har fleire enn 20 nivå. Sjå etter klammer som ikkje er lukka."],
    ),
    "huge file": (
        (QUESTION, None, "x" * 1_000_001),
        [f"{QUESTION}:1: Fila er på 1000001 byte. Høgst 1000000 er lov. Del innhaldet opp."],
    ),
    "empty file": ((QUESTION, None, ""), [f"{QUESTION}:1: Fila er tom."]),
}  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_gives_its_line(
    broken: Broken, change: tuple[str, str, str], expected: list[str]
) -> None:
    """The exact lines, and no others: a fault that only follows from another is not told."""
    assert broken(*change) == expected


PAGE_FAULTS = {
    "unknown citation": (
        ("Ei plikt [@loa-5i]", "Ei plikt [@loa-5j]"),
        f"{PAGE}:9: Kjelda «loa-5j» finst ikkje. Meinte du «loa-5i»? Lovlege verdiar: loa, loa-5i.",
    ),
    "no source": (
        ("Ei plikt [@loa-5i]", "Ei plikt"),
        (
            f"{PAGE}:1: Sida viser ikkje til noka kjelde. Set inn minst éi, til dømes"
            " [@dfo-strategisk]."
        ),
    ),
    "no date": (
        ("date: 2026-11-24\n", ""),
        (
            f"{PAGE}:1: Toppen av sida manglar «date», dagen innhaldet sist vart endra, til dømes"
            " 2026-11-24."
        ),
    ),
    "no description": (
        ("description: Ei side.\n", ""),
        f"{PAGE}:1: Toppen av sida manglar «description».",
    ),
    "long description": (
        ("description: Ei side.", "description: " + "å" * 161),
        f"{PAGE}:3: «description» er på 161 teikn. Høgst 160.",
    ),
    "two main headings": (
        ("Ei plikt", "# Ei til\n\nEi plikt"),
        f"{PAGE}:9: Sida har 2 overskrifter med «# ». Sida skal ha éi.",
    ),
    "unknown macro": (
        ('{{ question("kapasitet") }}', '{{ sporsmal("kapasitet") }}'),
        (
            f"{PAGE}:9: Makroen «sporsmal» finst ikkje. Nokre av dei lovlege verdiane: question,"
            " measure, question_list, measure_list, checkpoints, checklist, point_count, kinds,"
            " retired_points, download."
        ),
    ),
    "wrong argument": (
        ('{{ question("kapasitet") }}', '{{ question("kapasitett") }}'),
        (
            f"{PAGE}:9: question(): «kapasitett» finst ikkje. Meinte du «kapasitet»? Lovlege"
            " verdiar: kapasitet."
        ),
    ),
    "missing argument": (
        ('{{ question("kapasitet") }}', "{{ question() }}"),
        f'{PAGE}:9: question(): Manglar argument. Skriv {{{{ question("id") }}}}.',
    ),
    "argument too many": (
        ('{{ question("kapasitet") }}', '{{ glossary("kapasitet") }}'),
        f"{PAGE}:9: glossary(): Feil argument. Skriv {{{{ glossary() }}}}.",
    ),
    "open brace": (
        ('{{ question("kapasitet") }}', '{{ question("kapasitet") '),
        f"{PAGE}:9: Makroen lèt seg ikkje lese. Sjå etter klammer og hermeteikn.",
    ),
}


@pytest.mark.parametrize(("change", "expected"), PAGE_FAULTS.values(), ids=PAGE_FAULTS.keys())
def test_a_fault_in_a_page_gives_its_line(
    broken: Broken, change: tuple[str, str], expected: str
) -> None:
    """Front matter, citations and macro calls are checked without running anything."""
    assert broken(PAGE, *change) == [expected]


def test_a_page_that_only_one_edition_has(broken: Broken) -> None:
    """The two editions have the same pages."""
    page = (MINI / PAGE).read_text()
    assert broken("docs/nn/ny.md", None, page) == [
        "docs/nn/ny.md:1: Sida manglar i docs/nb/. Alle målformer skal ha alle sider.",
        (
            "docs/nn/ny.md:1: Sida «ny.md» står ikkje i menyen. Legg sida til under «nav» i"
            " mkdocs.yml."
        ),
    ]


def test_one_fault_never_hides_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Faults in several files, and several in one, come out in one run."""
    project = tmp_path / "project"
    shutil.copytree(MINI, project)
    for file, old, new in (
        (QUESTION, "ask: {nn: Kven", "ask: {nm: Kven"),
        (QUESTION, "kind: further", "kind: ekstra"),
        (MEASURE, "number: 1", "number: ein"),
        (SOURCES, "level: B", "level: C"),
    ):
        path = project / file
        path.write_text(path.read_text().replace(old, new, 1))
    assert main(["--root", str(project), "check"]) == 1
    told = capsys.readouterr().err
    for line in (f"{QUESTION}:5:", f"{QUESTION}:22:", f"{MEASURE}:2:", f"{SOURCES}:17:"):
        assert line in told


def test_numbers_stand_once_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two questions with one number: the file that comes last is told, and where the number
    stands."""
    project = tmp_path / "project"
    shutil.copytree(MINI, project)
    text = (
        (project / QUESTION)
        .read_text()
        .replace("kapasitet-", "rapport-")
        .replace("id: kapasitet", "id: rapport-b")
    )
    (project / "docs/data/questions/rapport-b.yml").write_text(
        text.replace("rapport-", "rapport-b-", 1)
    )
    main(["--root", str(project), "check"])
    assert (
        f"docs/data/questions/rapport-b.yml:2: «number» er 1, som står alt i {QUESTION}:2. "
        "Bruk tala frå 1 til 2, kvart ein gong.\n" in capsys.readouterr().err
    )


def test_windows_files_are_read(broken: Broken) -> None:
    """A byte order mark and Windows line ends are no fault."""
    text = (MINI / QUESTION).read_bytes()
    assert broken(QUESTION, None, b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n")) == []


def test_due_lists_sources_not_checked_for_a_year(capsys: pytest.CaptureFixture[str]) -> None:
    """And exits 1, so that a weekly run notices."""
    assert main(["--root", str(MINI), "check", "--due"]) == 1
    assert "rapport: sist sjekka 2025-01-31, https://example.no/rapport" in capsys.readouterr().out


def test_due_lists_examples_not_checked_for_a_year(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One old example is enough for a weekly run to notice, when every source is fresh."""
    project = tmp_path / "project"
    shutil.copytree(MINI, project)
    sources = project / "docs/data/sources.yml"
    today = date.today().isoformat()
    sources.write_text(re.sub(r"(?m)(checked: ).*$", rf"\g<1>{today}", sources.read_text()))
    example = project / "examples/bo-kommune-strategi.yml"
    fresh = re.sub(r"(?m)^(checked: ).*$", rf"\g<1>{today}", example.read_text())
    example.write_text(fresh)
    main(["--root", str(project), "check", "--due"])
    assert "0 av 1 døme er ikkje sjekka det siste året." in capsys.readouterr().out
    load.cache_clear()
    old = (date.today() - timedelta(days=366)).isoformat()
    example.write_text(re.sub(r"(?m)^((?:added|checked): ).*$", rf"\g<1>{old}", fresh))
    capsys.readouterr()
    assert main(["--root", str(project), "check", "--due"]) == 1
    told = capsys.readouterr().out
    assert f"examples/bo-kommune-strategi.yml: sist sjekka {old}" in told
    assert "1 av 1 døme er ikkje sjekka det siste året." in told


def test_ids_registers_new_checkpoints_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The register grows; it never forgets, and tells of the id that has gone missing."""
    project = tmp_path / "project"
    shutil.copytree(MINI, project)
    path = project / QUESTION
    path.write_text(path.read_text().replace("kapasitet-a", "kapasitet-ny"))
    register = project / "docs/data/checkpoint-ids.yml"
    before = register.read_text()
    assert main(["--root", str(project), "ids"]) == 1
    told = capsys.readouterr()
    assert (
        told.out == "Ny id: kapasitet-ny\n"
        and "«kapasitet-a» er borte eller har skifta id" in told.err
    )
    assert register.read_text() == before.replace("retired:", "  - kapasitet-ny\nretired:")
