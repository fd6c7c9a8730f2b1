"""The corpus of bad contributions, `tests/bad/`: each file has one fault, and beside it stands what
is told of it.

A new case is two files: the bad one, and the expected lines in a .txt with the same name. A bad
example lies in `examples/` under its own name; `data/sources.x.yml` takes the place of
`sources.yml`, a page that of the front page, and a template that of the chapter's, each in a copy
of the small project in `tests/mini/`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.content import dates, load
from macros.content.examples import read_example

from .conftest import MINI, ROOT, build, copy_labels

BAD = ROOT / "tests/bad"
EXAMPLE = MINI / "examples/bo-kommune-strategi.yml"
TOP = "---\ntitle: Mal\nwho: Alle\nwhen: No\nupdated: 2026-11-24\n---\n\n# Mal\n"


def _cases(kind: str) -> list[Path]:
    return sorted(path for path in (BAD / kind).iterdir() if path.suffix != ".txt")


def _place(project: Path, case: Path) -> Path:
    """Where in the project the file of `case` belongs."""
    kind, name = case.parent.name, case.name.split(".")[0]
    if kind == "data":
        return next((project / "docs/data").rglob(f"{name}.yml"))
    places = {"pages": "docs/nn/index.md", "templates": "docs/templates/kapittel.nn.md"}
    return project / places.get(kind, f"examples/{case.name}")


def _told(project: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """Status of `check`, and its lines but the last, which counts them."""
    load.cache_clear()
    status = main(["--root", str(project), "check"])
    *lines, count = capsys.readouterr().err.splitlines() or ["0 feil."]
    assert count == f"{len(lines)} feil."
    return status, lines


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small project, to break."""
    return shutil.copytree(MINI, tmp_path / "project")


@pytest.fixture
def templated(project: Path) -> Path:
    """The small project with a template for every document, and all the words they use."""
    copy_labels(project, " [@loa]")
    (project / "docs/templates").mkdir()
    for name in (ROOT / "docs/templates").iterdir():
        (project / "docs/templates" / name.name).write_text(TOP)
    return project


@pytest.mark.parametrize(
    "case", [*_cases("examples"), *_cases("data"), *_cases("pages")], ids=lambda case: case.stem
)
def test_a_bad_file_gives_its_lines(
    project: Path, capsys: pytest.CaptureFixture[str], case: Path
) -> None:
    """File, line, what is wrong and how to mend it, nothing else, and status 1."""
    shutil.copy(case, _place(project, case))
    assert _told(project, capsys) == (1, case.with_suffix(".txt").read_text().splitlines())


@pytest.mark.parametrize("case", _cases("templates"), ids=lambda case: case.stem)
def test_a_bad_template_gives_its_line(
    templated: Path, capsys: pytest.CaptureFixture[str], case: Path
) -> None:
    """The other templates stay usable, and nothing is said of them."""
    shutil.copy(case, _place(templated, case))
    assert _told(templated, capsys) == (1, case.with_suffix(".txt").read_text().splitlines())


def test_the_small_projects_are_in_order(
    templated: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So what the corpus tells of is the fault of the case."""
    assert _told(templated, capsys) == (0, [])
    assert _told(MINI, capsys) == (0, [])


def test_every_message_is_norwegian_and_on_one_line() -> None:
    """Each case has its lines, and none holds what a library said in English."""
    for case in (
        case for kind in ("examples", "data", "pages", "templates") for case in _cases(kind)
    ):
        lines = case.with_suffix(".txt").read_text().splitlines()
        assert lines, case
        for line in lines:
            assert re.match(r"(docs|examples)/[\w./-]+:\d+: \S.*[.?]$", line), line
            assert not re.search(r"\b(should|must|expected|Input|valid|None|True|False)\b", line), (
                line
            )


ANSWERS = {
    "not-an-example": (
        "Fila blir ikkje brukt. Eit døme heiter det same som id-en og sluttar på .yml, til dømes "
    ),
    "not-a-file": "Her skal det berre liggje vanlege filer, ei for kvart døme. Ta bort dette.",
}
NAMES = {
    "CON.yml": "Id-en «bo-kommune-strategi» og filnamnet «CON.yml» skal vere like. Rett det eine.",
    "Bo-Kommune-Strategi.yml": (
        "Id-en «bo-kommune-strategi» og filnamnet «Bo-Kommune-Strategi.yml» skal vere like. "
        "Rett det eine."
    ),
    "bø-kommune-strategi.yml": (
        "Id-en «bo-kommune-strategi» og filnamnet «bø-kommune-strategi.yml» skal vere like. "
        "Rett det eine."
    ),
    "to.yaml": ANSWERS["not-an-example"] + "to.yml.",
    "Kárášjohka gielda.txt": ANSWERS["not-an-example"] + "karasjohka-gielda.yml.",
    "Vår strategi.txt": ANSWERS["not-an-example"] + "var-strategi.yml.",
    "strategi": ANSWERS["not-an-example"] + "strategi.yml.",
    ".gøymd": ANSWERS["not-an-example"] + "goymd.yml.",
    "linje\nskift.yml": (
        "Id-en «bo-kommune-strategi» og filnamnet «linje<U+000A>skift.yml» skal vere like. "
        "Rett det eine."
    ),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_that_is_the_fault(
    project: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """Names that other machines refuse, or that are not what the example is called."""
    (project / EXAMPLE.relative_to(MINI)).unlink()
    (project / "examples" / name).write_text(TEXT)
    told = name.replace("\n", "<U+000A>")
    assert _told(project, capsys) == (1, [f"examples/{told}:1: {NAMES[name]}"])


def test_a_name_of_250_characters(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The longest a disk takes; told by its id, not by a traceback."""
    name = "a" * 250
    text = EXAMPLE.read_text().replace("id: bo-kommune-strategi", f"id: {name}").replace("Bø", "Ås")
    (project / f"examples/{name}.yml").write_text(text)
    status, lines = _told(project, capsys)
    assert (status, len(lines)) == (1, 1)
    assert lines[0].endswith(
        "Bruk høgst 80 små bokstavar a–z, siffer og bindestrek, til dømes"
        " bo-kommune-innkjopsstrategi."
    )


def test_only_plain_files(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder and a link, each with its line; where the link points is never read."""
    (project / "examples/mappe").mkdir()
    (project / "examples/lenkje.yml").symlink_to("/etc/passwd")
    (project / "examples/borte.yml").symlink_to("finst-ikkje")
    expected = [
        f"examples/{name}:1: {ANSWERS['not-a-file']}"
        for name in ("borte.yml", "lenkje.yml", "mappe")
    ]
    assert _told(project, capsys) == (1, expected)


TEXT = EXAMPLE.read_text()
BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 10)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
HEAVY = {
    "5 MB": (b"a" * 5_000_000, "Fila er på 5000000 byte. Høgst 100000 er lov. Del innhaldet opp."),
    "anchors": (
        BOMB.encode(),
        "Anker (&) og alias (*) er ikkje lov. Skriv teksten ut, eller set teksten i hermeteikn.",
    ),
    "brackets": (
        b"[" * 99_000,
        "Innhaldet har fleire enn 20 nivå. Sjå etter klammer som ikkje er lukka.",
    ),
    "braces": (
        b"{a: " * 20_000,
        "Innhaldet har fleire enn 20 nivå. Sjå etter klammer som ikkje er lukka.",
    ),
    "dashes": (
        b"- " * 40_000,
        "Innhaldet har fleire enn 20 nivå. Sjå etter klammer som ikkje er lukka.",
    ),
    "one long word": (
        f"id: bo\nabout: {'a' * 90_000}\n".encode(),
        "«about» er på 90000 teikn. Høgst 700. Kort ned.",
    ),
    "many at signs": (
        f"id: bo\nabout: {'a@' * 45_000}\n".encode(),
        "«about» er på 90000 teikn. Høgst 700. Kort ned.",
    ),
    "many keys": (
        "".join(f"nøkkel-{number}: x\n" for number in range(5_000)).encode(),
        "Nøkkelen «nøkkel-0» finst ikkje. Lovlege nøklar: ",
    ),
}


@pytest.mark.parametrize(("raw", "message"), HEAVY.values(), ids=HEAVY.keys())
def test_a_heavy_file_is_refused_within_a_second(tmp_path: Path, raw: bytes, message: str) -> None:
    """Too large, or built to grow: refused before anything is made of it."""
    path = tmp_path / "bo.yml"
    path.write_bytes(raw)
    start = time.process_time()
    file, example = read_example(path, "examples/bo.yml", ("grep-01",), date(2026, 11, 25))
    assert time.process_time() - start < 1
    assert example is None
    assert any(problem.message.startswith(message) for problem in file.problems)


BYTES = {
    "empty": (b"", "Fila er tom."),
    "picture": (
        b"\x89PNG\r\n\x1a\n\x00\x00",
        "Teiknet her er ikkje UTF-8. Lagre fila på nytt med teiknsettet UTF-8.",
    ),
    "UTF-16": (
        TEXT.encode("utf-16"),
        "Teiknet her er ikkje UTF-8. Lagre fila på nytt med teiknsettet UTF-8.",
    ),
    "UTF-16 without a mark": (b"i\0d\0:\0", "Linja har eit usynleg teikn (U+0000). Slett det."),
    "archive": (b"PK\x03\x04\x14\x00", "Linja har eit usynleg teikn (U+0003). Slett det."),
}


@pytest.mark.parametrize(("raw", "message"), BYTES.values(), ids=BYTES.keys())
def test_a_file_that_is_no_text(
    project: Path, capsys: pytest.CaptureFixture[str], raw: bytes, message: str
) -> None:
    """One line, on the first line."""
    (project / "examples/fil.yml").write_bytes(raw)
    assert _told(project, capsys) == (1, [f"examples/fil.yml:1: {message}"])


def _nfd(text: str) -> bytes:
    return unicodedata.normalize("NFD", text).encode()


VARIANTS: dict[str, Callable[[str], bytes]] = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "old Mac line ends": lambda text: text.replace("\n", "\r").encode(),
    "byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "accents apart": _nfd,
    "no line end at the end": lambda text: text.rstrip().encode(),
    "blank lines at the end": lambda text: (text + "\n\n\n").encode(),
    "marked as one document": lambda text: f"---\n{text}...\n".encode(),
    "a comment first": lambda text: (
        f"# yaml-language-server: $schema=example.schema.json\n{text}".encode()
    ),
    "quoted": lambda text: text.replace("title: Strategi", 'title: "Strategi"').encode(),
    "spaces after": lambda text: text.replace("body: kommune", "body: kommune   ").encode(),
}


@pytest.mark.parametrize("change", VARIANTS.values(), ids=VARIANTS.keys())
def test_what_editors_do_to_a_file_is_no_fault(
    tmp_path: Path, change: Callable[[str], bytes]
) -> None:
    """No message, and the same example."""
    path, plain = tmp_path / EXAMPLE.name, (("grep-01",), date(2026, 11, 25))
    path.write_bytes(change(TEXT))
    file, example = read_example(path, path.name, *plain)
    assert file.problems == []
    assert example is not None
    assert example == read_example(EXAMPLE, path.name, *plain)[1]


INNOCENT = {
    "phone": "Ring 22 00 20 20 eller +47 22 00 20 20.",
    "organisation number": "Verksemda har nummer 974 760 673 MVA.",
    "eleven digits that are no date": "Saka har nummer 99887766554.",
    "case number": "Vedtaket er sak 2024/12345-7 frå 01.01.2024.",
    "case number with a date in it": "Sjå sak 2023/010203-45678.",
    "account number": "Bruk konto 1503.12.34567 eller 15031234567.",
    "eleven digits with wrong check digits": "Ordren har nummer 01019012345.",
    "address of a body": (
        "Skriv til varsling@bo.kommune.no, Postmottak@bo.kommune.no eller post.innkjøp@bo.no."
    ),
    "amount": "Kontrakten er på 150 000 000 kroner.",
    "handle": "Dei skriv på @bokommune.",
    "arithmetic": "Talet er < 5 og > 3, altså 4 & noko.",
    "Jinja": "Malen har {{ namn }} og {% if %}.",
    "No": "No gjeld det alle.",
}


@pytest.mark.parametrize("text", INNOCENT.values(), ids=INNOCENT.keys())
def test_what_only_looks_like_a_fault(tmp_path: Path, text: str) -> None:
    """Numbers of telephones, bodies and cases are no personal data, and braces are text."""
    path = tmp_path / EXAMPLE.name
    path.write_text(TEXT.replace("Ein strategi.", text))
    file, example = read_example(path, path.name, ("grep-01",), date(2026, 11, 25))
    assert file.problems == []
    assert example is not None
    assert example.about == text


@pytest.mark.parametrize(
    "url",
    [
        "https://www.nrk.no/vestland/a-1.16123456",
        "https://www.facebook.com/bokommune/posts/10157123456",
        "https://example.no/sak?article_id=01019012345",
        "https://ås.kommune.no/a%20b/?q=løn&x=1#s-2",
        "https://example.no:8443/",
        "https://example.no/o'brien|søk?f=a|b",
        "https://kárášjohka.no",
        "https://unjárga-nesseby.kommune.no/strategiija",
        "https://" + "a" * 240 + ".example.no/" + "b" * 40,
    ],
)
def test_addresses_that_are_right(tmp_path: Path, url: str) -> None:
    """The number of an article may have eleven digits; a long address may make a long line."""
    path = tmp_path / EXAMPLE.name
    path.write_text(TEXT.replace("https://example.no/strategi", url))
    file, example = read_example(path, path.name, ("grep-01",), date(2026, 11, 25))
    assert file.problems == []
    assert example is not None
    assert example.url == url


@pytest.mark.parametrize(
    "address",
    [
        "kari.nordmann@bo.kommune.no",
        "post-kari@bo.no",
        "kari+post@bo.no",
        "informant@bo.no",
        "tipsy@bo.no",
    ],
)
def test_the_address_of_a_person_is_refused(tmp_path: Path, address: str) -> None:
    """Also where it holds or begins with a word that bodies use."""
    path = tmp_path / EXAMPLE.name
    path.write_text(TEXT.replace("Ein strategi.", f"Skriv til {address}."))
    file, _ = read_example(path, path.name, ("grep-01",), date(2026, 11, 25))
    assert [problem.message.split(" ser ut ")[0] for problem in file.problems] == [f"«{address}»"]


def test_today_is_norwegian_with_a_day_of_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half past midnight in Norway it is yesterday by UTC, and who is a day ahead of us is not
    wrong."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Clock:
            return cls(2026, 11, 24, 23, 30, tzinfo=UTC).astimezone(tz)  # type: ignore[return-value]

    monkeypatch.setattr(dates, "datetime", Clock)
    assert dates.today() == date(2026, 11, 25)
    for day, late in (
        ("2026-11-26", False),
        ("2026-11-27", True),
        ("2026-11", False),
        ("2026-12", True),
    ):
        assert dates.is_to_come(day, dates.today()) == late
        assert len(day) < 10 or dates.is_to_come(date.fromisoformat(day), dates.today()) == late


def test_an_address_with_a_fodselsnummer(tmp_path: Path) -> None:
    """Told by its check digits. The number is made up, of a month that has not been given out."""
    path = tmp_path / EXAMPLE.name
    path.write_text(
        TEXT.replace("https://example.no/strategi", "https://example.no/?p=" + _person("018190"), 1)
    )
    file, _ = read_example(path, path.name, ("grep-01",), date(2026, 11, 25))
    assert [problem.message for problem in file.problems] == [
        "Her står noko som liknar eit fødselsnummer. Ta det bort: døme skal ikkje ha"
        " personopplysningar."
    ]


def _person(day: str) -> str:
    """A number with right check digits for `day`, which has 80 added to its month, as made-up
    numbers have."""
    for serial in range(500):
        nine = f"{day}{serial:03}"
        first = (
            -sum(int(d) * w for d, w in zip(nine, (3, 7, 6, 1, 8, 9, 4, 5, 2), strict=True)) % 11
        )
        ten = f"{nine}{first}"
        second = (
            -sum(int(d) * w for d, w in zip(ten, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=False)) % 11
        )
        if first < 10 and second < 10:
            return f"{ten}{second}"
    raise AssertionError("no such number")


def test_one_bad_file_never_hides_another(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All bad examples in one project: every line of every one of them, in one run."""
    cases = _cases("examples")
    for case in cases:
        # Bodies differ, so that no two are the same example, but for the one case of that
        text = case.read_bytes()
        name = f"publisher: Kommune {case.stem}\n".encode()
        (project / "examples" / case.name).write_bytes(
            text.replace("publisher: Ås kommune\n".encode(), name, 1)
        )
    status, lines = _told(project, capsys)
    wanted = [line for case in cases for line in case.with_suffix(".txt").read_text().splitlines()]
    assert status == 1
    assert set(wanted) <= set(lines)


@pytest.mark.parametrize(
    ("path", "messages"),
    [
        ("docs/data/kjelder.yml", ["Fila blir ikkje brukt. Rett namnet, eller ta fila bort."]),
        (
            "docs/data/measures/02-ny.yaml",
            ["Fila blir ikkje brukt. Rett namnet, eller ta fila bort."],
        ),
        (
            "docs/nb/ny.md",
            [
                "Sida manglar i docs/nn/. Alle målformer skal ha alle sider.",
                "Sida «ny.md» står ikkje i menyen. Legg sida til under «nav» i mkdocs.nb.yml.",
            ],
        ),
        (
            "docs/templates/kapitel.nn.md",
            [
                (
                    "Malen «kapitel.nn.md» finst ikkje. Meinte du «kapittel.nn.md»? Lovlege"
                    " verdiar: anskaffingsstrategi.nb.md, anskaffingsstrategi.nn.md,"
                    " brev.nb.md, brev.nn.md, handlingsplan.nb.md, handlingsplan.nn.md,"
                    " kapittel.nb.md, kapittel.nn.md, klausular.nb.md, klausular.nn.md,"
                    " kontrollskjema.nb.md, kontrollskjema.nn.md, kortliste.nb.md,"
                    " kortliste.nn.md, leiarnotat.nb.md, leiarnotat.nn.md,"
                    " lonsslipp.nb.md, lonsslipp.nn.md, rapport.nb.md,"
                    " rapport.nn.md, rutine.nb.md, rutine.nn.md, saksframlegg.nb.md,"
                    " saksframlegg.nn.md, strategi.nb.md, strategi.nn.md."
                ),
            ],
        ),
    ],
)
def test_a_file_nobody_reads(
    templated: Path, capsys: pytest.CaptureFixture[str], path: str, messages: list[str]
) -> None:
    """A misspelled name is told, and what is in the file is not lost in silence."""
    shutil.copy(MINI / "docs/nb/index.md", templated / path)
    assert _told(templated, capsys) == (1, [f"{path}:1: {message}" for message in messages])


@pytest.mark.parametrize(
    "raw", ["[a, b]\n", "checkpoints: x\n", "checkpoints: [1, {id: 2}]\n", "\0", ""]
)
def test_ids_of_bad_files_are_not_registered(project: Path, raw: str) -> None:
    """`ids` leaves what it cannot read, and tells what is wrong."""
    register = project / "docs/data/checkpoint-ids.yml"
    before = register.read_text()
    (project / "docs/data/questions/kapasitet.yml").write_text(raw)
    assert main(["--root", str(project), "ids"]) == 1
    assert register.read_text() == before


def test_a_register_nobody_can_read_is_left_alone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Or every id in it would be added once more."""
    register = project / "docs/data/checkpoint-ids.yml"
    register.write_text(broken := register.read_text().replace("used:", "\tused:"))
    assert main(["--root", str(project), "ids"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "docs/data/checkpoint-ids.yml:1: Linja har ein tabulator. Byt tabulatoren ut med"
        " mellomrom.",
        "1 feil.",
    ]
    assert register.read_text() == broken


def test_annotations_stand_on_the_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One command of GitHub's for each line, which nothing in a file or its name can end or add
    to."""
    for name in ("key-line-break.yml", "url-javascript.yml"):
        shutil.copy(BAD / "examples" / name, project / "examples" / name)
    (project / "examples/a\n::warning::b.yml").write_text("x")
    load.cache_clear()
    assert main(["--root", str(project), "check", "--annotations"]) == 1
    told = capsys.readouterr()
    commands = told.out.splitlines()
    assert len(commands) == len(told.err.splitlines()) - 1 >= 3
    assert all(re.match(r"::error file=[^:,\n]+,line=\d+::", command) for command in commands)


def test_a_bad_example_stops_the_build(tmp_path: Path) -> None:
    """A strict build ends with the same lines and status 1, and leaves no half-built site."""
    for name in ("docs", "examples", "macros"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("mkdocs.yml", "mkdocs.nb.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    case = BAD / "examples/url-javascript.yml"
    shutil.copy(case, tmp_path / "examples" / case.name)
    done = build(tmp_path, tmp_path / "site")
    assert done.returncode == 1
    assert case.with_suffix(".txt").read_text().strip() in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.glob("site*")] == []


def test_check_is_a_command(project: Path) -> None:
    """As a contributor or a workflow runs it: the lines, and the status of the process."""
    case = BAD / "examples/key-maalform.yml"
    shutil.copy(case, project / "examples" / case.name)
    command = [sys.executable, "-m", "macros", "--root", str(project), "check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == case.with_suffix(".txt").read_text() + "1 feil.\n"
