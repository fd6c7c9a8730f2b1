"""Sending in an example: from an issue, in a terminal, and by the form on the page; what is
wrong is told, once."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

from macros.__main__ import main
from macros.content import EDITIONS, Content, load
from macros.content.dates import today
from macros.content.examples import read_example
from macros.contribute import example_yaml, issue_template, slug
from macros.contribute.commands import ISSUE_TEMPLATE
from macros.contribute.fields import chapter_fields, source_fields, top_fields

from .conftest import ROOT, SETTINGS

ISSUE = (Path(__file__).parent / "issues" / "bo.md").read_text()
NAME = "bo-kommune-innkjopsstrategi-rett-lon"
ANSWERS = {
    "publisher": "Bø kommune", "body": "kommune", "county": "telemark",
    "title": "Innkjøpsstrategi: «Rett løn»",
    "kind": "strategy", "group": "procurement-strategy", "language": "nn", "valid_from": "2026-09",
    "status": "in-force", "url": "https://www.example.no/strategi", "evidence": "read",
    "use": "Bruk dømet når de skal setje tal på timane.",
    "about": "Kommunestyret vedtok strategien i september.\n\nHan gjeld alle innkjøp.",
    ""
    "questions.kapasitet": "Kommunen set av 120 timar i året:\n\n"
    "- 80 timar til kontroll\n- 40 timar til oppfølging",
    "lesson": "Set namn på timane.",
}  # fmt: skip
SOURCE = {
    "title": "Innkjøpsstrategi", "publisher": "Bø kommune", "url": "https://www.example.no/strategi",
    "published": "2026",
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the content, to add to."""
    for name in ("docs", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    load.cache_clear()
    return tmp_path


def from_issue(project: Path, text: str) -> int:
    """Run the command that a workflow runs when somebody has filled in the form."""
    file = project / "issue.md"
    file.write_text(text, encoding="utf-8", newline="")
    return main(["--root", str(project), "example", "from-issue", str(file)])


def test_a_complete_issue_becomes_a_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every answer where it belongs, and the whole project still right."""
    assert from_issue(project, ISSUE) == 0
    assert capsys.readouterr().out.strip() == f"examples/{NAME}.yml"
    load.cache_clear()
    example = load(project).examples[NAME]
    assert (example.publisher, example.county, example.status) == (
        "Bø kommune",
        "telemark",
        "in-force",
    )
    assert example.questions == {"kapasitet": ANSWERS["questions.kapasitet"]}
    assert example.about == ANSWERS["about"] and example.valid_to is None
    assert example.use == ANSWERS["use"]
    assert example.sources[0].published == "2026"


@pytest.mark.parametrize("with_use", [True, False])
def test_what_one_person_sends_in_is_told_to_an_editor(
    project: Path, capsys: pytest.CaptureFixture[str], *, with_use: bool
) -> None:
    """Until it has its twin, and what others can use it for."""
    for name in ("mkdocs.yml", "mkdocs.nb.yml"):
        shutil.copy(ROOT / name, project)
    assert from_issue(project, ISSUE if with_use else ISSUE.replace(ANSWERS["use"], "")) == 0
    load.cache_clear()
    capsys.readouterr()
    assert main(["--root", str(project), "check", "--due"]) == 1
    use = "" if with_use else "det andre kan bruke dømet til («use») og "
    other = "tekstane i den andre målforma («translation»)"
    assert f"examples/{NAME}.yml: manglar {use}{other}\n" in capsys.readouterr().out


def test_a_heading_inside_an_answer_stays_an_answer(project: Path) -> None:
    """Whoever writes the form's own headings into a text gets them as text."""
    start, end = "### Grep 4. Avgrens leverandørkjeda\n\n", "_No response_"
    assert (
        from_issue(
            project, ISSUE.replace(start + end, f"{start}### Kva kan andre lære?\n\nIngenting", 1)
        )
        == 0
    )
    load.cache_clear()
    example = load(project).examples[NAME]
    assert example.measures == {"grep-04": "### Kva kan andre lære?\n\nIngenting"}
    assert example.lesson == ANSWERS["lesson"]


@pytest.mark.parametrize("heading", ["Grep 4. Avgrens leverandørkjeda", "Grep 5. {next}"])
def test_a_heading_that_can_be_read_in_two_ways_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str], heading: str
) -> None:
    """The question itself or the next one inside an answer: nobody knows where the answer ends,
    so nothing is cut."""
    heading = heading.format(next=load(project).measures["grep-05"].title.nn)
    start, end = "### Grep 4. Avgrens leverandørkjeda\n\n", "_No response_"
    assert (
        from_issue(
            project,
            ISSUE.replace(start + end, f"{start}Vi skriv:\n\n### {heading}\n\nIngenting", 1),
        )
        == 1
    )
    assert (
        capsys.readouterr().err
        == f"Linja «### {heading}» står to gonger, så vi veit ikkje kvar svaret sluttar. Den eine"
        " er inne i eit svar. Ta bort «###» der, og send inn på nytt.\n"
    )
    assert not (project / f"examples/{NAME}.yml").exists()


def test_an_issue_with_windows_line_ends_is_the_same(project: Path) -> None:
    """GitHub sends carriage returns."""
    assert from_issue(project, ISSUE.replace("\n", "\r\n")) == 0
    assert (project / f"examples/{NAME}.yml").read_text() == example_yaml(
        ANSWERS, [SOURCE], today().isoformat()
    )


FAULTS = {
    "no link": ("https://www.example.no/strategi\n\n### Har", "example.no\n\n### Har",
    "Kvar kan andre lese dokumentet?: "),
    "not told": ("Set namn på timane.", "_No response_",
    "Kva kan andre lære?: Spørsmålet er ikkje svart på."),
    "e-mail": ("Set namn på timane.", "Skriv til kari@example.no",
    "«kari@example.no» ser ut som ei e-postadresse"),
    "a choice of one's own": ("\nKommune\n", "\nBydel\n", "«body» kan ikkje vere «Bydel»"),
    "nothing about anything": (ANSWERS["questions.kapasitet"], "_No response_",
    "minst eitt spørsmål"),
    "html": ("Set namn på timane.", "<img src=x onerror=alert(1)>", "rå HTML"),
    "a path for a title": ("Bø kommune\n\n### Kva slag", "../../x\n\n### Kva slag", None),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_an_issue_with_a_fault_is_answered_and_leaves_nothing(
    project: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, message: str | None
) -> None:
    """In words that name the question. A name can never lead out of the folder."""
    assert old in ISSUE
    before = sorted(project.rglob("*.yml"))
    status = from_issue(project, ISSUE.replace(old, new, 1))
    told = capsys.readouterr()
    made = [path for path in project.rglob("*.yml") if path not in before]
    if message is None:
        assert status == 0 and [path.parent.name for path in made] == ["examples"]
    else:
        assert status == 1 and message in told.err and made == []


def test_an_empty_issue_tells_everything_that_is_missing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All missing answers are listed in one run, so that they can be mended together."""
    assert from_issue(project, "Hei!\n") == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) >= 13
    assert {line.split(": ")[-1] for line in told} == {"Spørsmålet er ikkje svart på."}


def test_the_same_example_twice_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The second is refused, and the file of the first keeps its bytes."""
    assert from_issue(project, ISSUE) == 0
    first = (project / f"examples/{NAME}.yml").read_bytes()
    assert from_issue(project, ISSUE.replace("120 timar", "1 time")) == 1
    assert "finst alt" in capsys.readouterr().err
    assert (project / f"examples/{NAME}.yml").read_bytes() == first


def test_the_issue_form_asks_what_the_command_reads(content: Content) -> None:
    """Unique labels and ids, and choices in words."""
    form = yaml.safe_load(issue_template(content))
    asked = [item for item in form["body"] if item["type"] != "markdown"]
    labels = [item["attributes"]["label"] for item in asked]
    assert len(set(labels)) == len(labels) == len({item["id"] for item in asked})
    assert [label for label in labels if f"### {label}\n" not in ISSUE] == []
    assert (ROOT / ISSUE_TEMPLATE).is_file()


def typed(content: Content) -> list[str]:
    """What somebody types for ANSWERS at the prompt, field by field; a text ends with an empty
    line."""
    lines: list[str] = []
    for field in top_fields():
        if field.key == "lesson":
            for chapter in (
                *chapter_fields(content, "questions"),
                *chapter_fields(content, "measures"),
            ):
                lines += ["Set av 120 timar.", ""] if chapter.key == "questions.kapasitet" else [""]
        value = ANSWERS.get(field.key, "")
        number = str(field.choices.index(value) + 1) if field.choices and value else value
        lines += [
            *number.replace("\n\n", "\n").split("\n"),
            *([""] if field.control == "text" and value else []),
        ]
    return lines + [SOURCE[field.key.removeprefix("source.")] for field in source_fields()]


def at_the_prompt(monkeypatch: pytest.MonkeyPatch, lines: list[str]) -> None:
    """Let `input` give these lines, then end of file."""
    given: Iterator[str] = iter(lines)

    def read(_: str) -> str:
        try:
            return next(given)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", read)


def test_the_prompt_makes_a_valid_file(
    project: Path, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked one by one."""
    at_the_prompt(monkeypatch, typed(content))
    assert main(["--root", str(project), "example", "new"]) == 0
    load.cache_clear()
    assert load(project).examples[NAME].questions == {"kapasitet": "Set av 120 timar."}


def test_the_prompt_asks_again_for_a_wrong_answer(
    project: Path,
    content: Content,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And says why."""
    lines = typed(content)
    at_the_prompt(monkeypatch, ["", *lines[:1], "99", *lines[1:]])
    assert main(["--root", str(project), "example", "new"]) == 0
    said = capsys.readouterr().out
    assert "Svaret kan ikkje vere tomt." in said and "må vere eit tal frå 1 til 6" in said


def test_an_interrupted_prompt_leaves_nothing(
    project: Path,
    content: Content,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whenever it is interrupted."""
    before = sorted(project.rglob("*"))
    at_the_prompt(monkeypatch, typed(content)[:-1])
    assert main(["--root", str(project), "example", "new"]) == 1
    assert "Ingenting er lagra" in capsys.readouterr().err
    assert sorted(project.rglob("*")) == before


def test_annotations_stand_on_the_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As GitHub shows them, with nothing in them that could be a command of its own."""
    shutil.copytree(ROOT / "tests/mini", tmp_path / "p")
    (tmp_path / "p/examples").mkdir(exist_ok=True)
    (tmp_path / "p/examples/bo-kommune.yml").write_text(
        'id: bo-kommune\nmaalform: nn\ntitle: "x\\n::stop-commands::y"\n'
    )
    assert main(["--root", str(tmp_path / "p"), "check", "--annotations"]) == 1
    out = capsys.readouterr().out.splitlines()
    assert (
        "::error file=examples/bo-kommune.yml,line=2::«maalform» finst ikkje. Meinte du «language»?"
        " Lovlege verdiar: nn, nb." in out
    )
    assert all(line.startswith("::error file=examples/bo-kommune.yml,line=") for line in out)


# --- the form on the page ---


Form = Callable[[str], Page]


@pytest.fixture
def form(browser: Browser) -> Iterator[Form]:
    """`form(address)`: the page with the form, in an empty profile that may use the clipboard."""
    contexts = []

    def open_form(address: str) -> Page:
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_form
    for context in contexts:
        context.close()


def fill(page: Page, answers: dict[str, str], source: dict[str, str]) -> None:
    """Type everything, as a contributor would."""
    page.locator("details", has_text="grepa").first.evaluate("tag => tag.open = true")
    named = {**answers, **{f"source.{key}.1": value for key, value in source.items()}}
    for key, value in named.items():
        control = page.locator(f'[name="{key}"]')
        if control.evaluate("tag => tag.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)


def test_the_form_writes_the_file_and_opens_github(
    form: Form, published_address: str, content: Content, tmp_path: Path
) -> None:
    """The very file the commands write, valid, in the link that opens GitHub's page for a new
    file."""
    page = form(f"{published_address}bidra/")
    fill(page, ANSWERS, SOURCE)
    written = page.locator("[data-file]").input_value()
    assert written == example_yaml(ANSWERS, [SOURCE], today().isoformat())
    path = tmp_path / f"{slug(ANSWERS)}.yml"
    path.write_text(written)
    file, example = read_example(path, path.name, tuple(sorted(content.chapters)), today())
    assert example and file.problems == []
    expect(page.locator("[data-missing-box]")).to_be_hidden()
    link = page.locator("[data-do=github]")
    expect(link).to_be_visible()
    address = str(link.get_attribute("href"))
    assert address.startswith(
        f"https://github.com/example/strategi/new/main/examples?filename={NAME}.yml&value="
    )
    assert (
        page.evaluate("address => new URL(address).searchParams.get('value')", address) == written
    )
    assert (
        page.locator("[data-do=mail]").get_attribute("href")
        == f"mailto:post@example.no?subject={NAME}.yml"
    )


def test_a_long_example_is_not_put_in_the_address(form: Form, published_address: str) -> None:
    """GitHub refuses addresses over some 8,000 characters: the link then opens an empty file,
    and the page says so."""
    page = form(f"{published_address}bidra/")
    long = dict.fromkeys(("about", "lesson", "questions.kapasitet"), "åååååååå " * 70)
    fill(page, {**ANSWERS, **long}, SOURCE)
    expect(page.locator("[data-do=github]")).to_be_visible()
    address = str(page.locator("[data-do=github]").get_attribute("href"))
    assert address == f"https://github.com/example/strategi/new/main/examples?filename={NAME}.yml"
    expect(page.locator("[data-status]")).to_have_text(re.compile("for lang"))


def test_the_form_tells_what_is_missing(form: Form, published_address: str) -> None:
    """From the start, shorter as one types, each a way to the field."""
    page = form(f"{published_address}nb/bidra/")
    items = page.locator("[data-missing] li")
    count = items.count()
    assert count >= 10
    expect(page.locator("[data-do=github]")).to_be_hidden()
    page.get_by_role("link", name=re.compile("Hva heter virksomheten.*Fyll ut")).click()
    page.keyboard.type("Bø kommune")
    expect(items).to_have_count(count - 1)


MISTAKES = {
    "lesson": ("Skriv til kari@example.no", "Fjern e-postadressa"),
    "about": ("Sjå 018190 00049.", "liknar eit fødselsnummer"),
    "url": ("javascript:alert(1)", "Skriv ei lenkje som byrjar med https://"),
    "valid_from": ("i fjor", "slik: 2026, 2026-09 eller 2026-09-15"),
    "valid_to": ("2025", "tidlegare enn startdatoen"),
    "setback": ("<script>alert(1)</script>", "HTML er ikkje lov"),
    "questions.kapasitet": ("x" * 701, "1 teikn for lang"),
    "source.published.1": ("2199", "Datoen er fram i tid"),
}


@pytest.mark.parametrize("key", MISTAKES)
def test_the_form_finds_what_the_check_would_refuse(
    form: Form, published_address: str, key: str
) -> None:
    """Before anything is sent."""
    page = form(f"{published_address}bidra/")
    fill(page, ANSWERS, SOURCE)
    wrong, message = MISTAKES[key]
    page.locator(f'[name="{key}"]').fill(wrong)
    expect(page.locator("[data-missing]")).to_contain_text(message)
    expect(page.locator("[data-do=github]")).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.locator(f'p:has([name="{key}"]) .contribute__fault')).to_contain_text(message)
    expect(page.locator(f'[name="{key}"]')).to_have_attribute("aria-invalid", "true")
    page.locator(f'[name="{key}"]').fill({**ANSWERS, "source.published.1": "2026"}.get(key, ""))
    expect(page.locator(".contribute__fault")).to_have_count(0)


def test_the_form_takes_a_date_as_most_people_write_it(form: Form, published_address: str) -> None:
    """And writes it as the file wants it."""
    page = form(f"{published_address}bidra/")
    page.locator('[name="valid_from"]').fill("5.9.2026")
    page.keyboard.press("Tab")
    expect(page.locator('[name="valid_from"]')).to_have_value("2026-09-05")


def test_a_second_source_wants_marks(
    form: Form, published_address: str, content: Content, tmp_path: Path
) -> None:
    """So that the reader knows what stands where."""
    page = form(f"{published_address}bidra/")
    fill(page, ANSWERS, SOURCE)
    page.locator("[data-more]").click()
    for name, value in SOURCE.items():
        page.locator(f'[name="source.{name}.2"]').fill(value)
    expect(page.locator("[data-missing]")).to_contain_text("Skriv til slutt i teksten kva kjelde")
    marked = {
        key: value + (" [2]" if key in ("about", "questions.kapasitet") else "")
        for key, value in ANSWERS.items()
    }
    fill(page, marked, SOURCE)
    expect(page.locator("[data-missing-box]")).to_be_hidden()
    assert page.locator("[data-file]").input_value() == example_yaml(
        marked, [SOURCE, SOURCE], today().isoformat()
    )


def test_without_a_repository_the_file_can_be_saved_or_copied(
    form: Form, address: str, tmp_path: Path
) -> None:
    """And the page says before the form that it has nowhere to send it."""
    page = form(f"{address}bidra/")
    told = page.locator(".note:has(~ form.contribute)").first
    expect(told).to_contain_text("har inga adresse å sende dømet til")
    fill(page, ANSWERS, SOURCE)
    with page.expect_download() as download:
        page.locator("[data-do=download]").click()
    assert download.value.suggested_filename == f"{NAME}.yml"
    download.value.save_as(tmp_path / "x.yml")
    page.locator("[data-do=copy]").click()
    expect(page.locator(".contribute [data-status]")).to_have_text("Teksten er kopiert.")
    assert page.evaluate("navigator.clipboard.readText()") == (tmp_path / "x.yml").read_text()
    assert (
        page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    )


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_form_tells_first_where_the_example_goes(published: Path, edition: str) -> None:
    """Before anybody writes: to the repository, where all can read it, and to the contact."""
    page = published / ("nb" if edition == "nb" else "") / "bidra/index.html"
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    form = soup.select_one("form.contribute")
    assert form is not None
    note = form.find_previous("p", class_="note")
    assert note is not None
    links = [str(link["href"]) for link in note.select("a")]
    assert links == [SETTINGS["REPO_URL"], f"mailto:{SETTINGS['CONTACT']}"]


def test_the_readme_for_contributors_shows_a_valid_file(content: Content, tmp_path: Path) -> None:
    """The template in it is read by the same code as any example."""
    readme = (ROOT / "examples/README.md").read_text()
    template = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)[0]
    name = yaml.safe_load(template)["id"]
    path = tmp_path / f"{name}.yml"
    path.write_text(template)
    file, example = read_example(path, path.name, tuple(sorted(content.chapters)), today())
    assert example and [str(problem) for problem in file.problems] == []
    assert set(json.loads((ROOT / "examples/example.schema.json").read_text())["required"]) <= set(
        yaml.safe_load(template)
    )
