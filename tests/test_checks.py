"""What `check` finds of what a strict build would stop on, and that it takes nothing for a fault
that is none."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros import checks
from macros.__main__ import main
from macros.checks import check_project
from macros.checks.converted import Converter
from macros.checks.links import check_links, shelves
from macros.checks.menu import made_pages, written_pages
from macros.checks.places import Places
from macros.checks.settings import read_settings
from macros.content import EDITIONS, Content, Edition, Problem, load
from macros.site.addresses import address_of, old_anchors

from .conftest import MINI, ROOT, Broken, copy_project

PAGE = "docs/nn/index.md"
BODY = "Ei plikt [@loa-5i]."


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A copy of the real project, to break."""
    copy_project(tmp_path / "whole", warm=True)
    return tmp_path / "whole"


def _told(project: Path) -> list[str]:
    load.cache_clear()
    return [str(problem) for problem in check_project(project)[1]]


def _places(content: Content, edition: Edition) -> Places:
    settings = read_settings(ROOT, edition)[0]
    assert settings
    converter = Converter(ROOT, edition, settings.extensions)
    return Places(ROOT, content, edition, lambda text: converter.convert(text).anchors)


def _change(project: Path, file: str, old: str, new: str) -> None:
    text = (project / file).read_text()
    assert old in text
    (project / file).write_text(text.replace(old, new, 1))


@pytest.mark.parametrize("edition", EDITIONS)
def test_anchors_are_those_of_the_built_pages(
    pages: dict[str, BeautifulSoup], edition: Edition
) -> None:
    """Every written page, every made page and every document: the same anchors, no more and no
    fewer."""
    content, built = load(ROOT), {}
    for address, page in pages.items():
        article = page.select_one("article")
        # The article also has what the theme puts there, which is no anchor of the page
        own = {str(tag["id"]) for tag in article.select("[id]")} if article else set()
        built[address] = own - {"innhald", "feedback-yes", "feedback-no"}
    settings = read_settings(ROOT, edition)[0]
    assert settings
    noted: dict[str, frozenset[str] | None] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Places, "note", lambda self, page, anchors: noted.update({page: anchors}))
        assert list(check_links(ROOT, content, {edition: settings}, shelves(ROOT))) == []
    made = _places(content, edition)
    first = next(iter(content.examples.values())).page
    names = [*written_pages(ROOT, edition), *made_pages(content), first]
    assert len(names) > 40
    for name in names:
        stem = name.removesuffix(".md").removesuffix("index")
        address = ("nb/" if edition == "nb" else "") + stem
        anchors = noted[name] if name in noted else made.anchors(name)
        # An old link may still lead to an anchor of before; nobody should write a new one to it
        former = old_anchors(ROOT, address_of(name), edition).keys() - (anchors or set())
        there = built[address if address.endswith("/") else f"{address}/"] - former
        if name == "oving.md":  # shows a whole document, whose text only the build makes
            assert anchors is not None and anchors < there
        else:
            assert anchors == there, name


RIGHT = {
    "page": "[a](/sporsmal/kapasitet.md)",
    "relative": "[a](sporsmal/kapasitet.md)",
    "own anchor": "[a](#overskrift)",
    "own source": "[a](#kjelde-loa)",
    "anchor of a macro": "{{ glossary() }}\n\n[a](#kapasitet)",
    "attribute": "## To {: #ein }\n\n[a](#ein)",
    "top": "[a](#)",
    "elsewhere": "[a](https://example.no/x) og <https://example.no/?a=b|c>",
    "mail": "[a](mailto:post@example.no) og <post@example.no>",
    "example": "[a](/eksempel/bo-kommune-strategi.md)",
    "document": "[a](/nedlasting/strategi.md) og [b](/nedlasting/strategi-nn.docx)",
    "open data": "[a](/data/questions.csv)",
    "feed": "[a](/eksempel/feed.xml)",
    "code": "`[a](/finst-ikkje.md)`",
    "code with two ticks": "``[a](/finst-ikkje.md) ` ``",
    "fence": "```\n[a](/finst-ikkje.md)\n# Ein til\n[@finst-ikkje]\n```",
    "fence with a language": "~~~ markdown\n# Ein til\n~~~",
    "indented code": "    [a](/finst-ikkje.md)",
    "escaped": r"\[a](/finst-ikkje.md)",
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT.keys())
def test_what_is_no_fault(broken: Broken, text: str) -> None:
    """Links of every kind that lead somewhere, and what only shows how a link is written."""
    assert broken(PAGE, BODY, f"{BODY}\n\n{text}\n\n") == []


def test_a_link_in_bokmal_is_told_there(broken: Broken) -> None:
    """The edition is named, and the other is left alone."""
    assert broken("docs/nb/index.md", "Ei plikt", "[Ei](/om.md) plikt") == [
        "docs/nb/index.md:9: Lenkja «/om.md» viser til noko som utgåva på bokmål ikkje har. Rett"
        " adressa."
    ]


def test_what_made_pages_link_to_is_held_too(whole: Path) -> None:
    """The table of the law is taken off its page: pages that are made from the content link into
    it."""
    _change(whole, "docs/nn/regelverk.md", '{{ law_sections("lov") }}', "")
    lines = _told(whole)
    assert any(
        line.startswith("docs/nn/regelverk.md:1: Sida skal ha ankeret «loa-5a», som «")
        for line in lines
    )
    assert any(
        line.startswith("docs/nn/index.md:") and "«/regelverk.md#loa-5a»" in line for line in lines
    )
    assert not any(line.startswith("docs/nb/") for line in lines)


def test_a_link_that_a_macro_makes_is_told_where_it_stands(whole: Path) -> None:
    """The glossary is gone, so that the macro for a word of it leads nowhere."""
    _change(whole, "docs/nb/ordliste.md", "{{ glossary() }}", "[@loa-5a]")
    lines = [line for line in _told(whole) if line.startswith("docs/nb/regelverk.md")]
    number = next(
        n
        for n, t in enumerate((whole / "docs/nb/regelverk.md").read_text().split("\n"), 1)
        if "term(" in t
    )
    assert lines and lines[0].startswith(f"docs/nb/regelverk.md:{number}: Lenkja «/ordliste.md#")


def test_an_anchor_within_a_document_is_known(whole: Path) -> None:
    """Its headings come from the template; the nearest is proposed."""
    _change(
        whole,
        "docs/nn/om.md",
        "\n# ",
        "\n[a](/nedlasting/rapport.md#neste-ar) [b](/nedlasting/rapport.md#neste)\n\n# ",
    )
    assert [line.split(": ", 1)[1] for line in _told(whole)] == [
        "Lenkja «/nedlasting/rapport.md#neste» viser til ankeret «neste», som ikkje finst på"
        " «/nedlasting/rapport.md». Meinte du «#neste-ar»?"
    ]


MENU = {
    "page in no menu": (
        ("mkdocs.yml", "      - om.md\n", ""),
        (
            "docs/nn/om.md:1: Sida «om.md» står ikkje i menyen. Legg sida til under «nav» i"
            " mkdocs.yml."
        ),
    ),
    "made page in no menu": (
        ("mkdocs.nb.yml", "      - sporsmal/kapasitet.md\n", ""),
        (
            "docs/data/questions/kapasitet.yml:1: Sida «sporsmal/kapasitet.md» står ikkje i menyen."
            " Legg sida til under «nav» i mkdocs.nb.yml."
        ),
    ),
    "entry without page": (
        ("mkdocs.yml", "  - om.md\n", "  - om.md\n      - omm.md\n"),
        "mkdocs.yml:{line}: Menyen viser til «omm.md», som ikkje finst. Meinte du «om.md»?",
    ),
    "menu that is no list": (
        ("mkdocs.yml", "nav:\n", "nav: nei\nx:\n"),
        "mkdocs.yml:{line}: «nav» skal vere ei liste, ei side på kvar linje med «-» framfor.",
    ),
    "bracket that is not closed": (
        ("mkdocs.nb.yml", "nav:\n", "nav: [\n"),
        "mkdocs.nb.yml:",
    ),
    "alias that could be a bomb": (
        ("mkdocs.nb.yml", "nav:\n", "x: &a [b]\nnav:\n"),
        "mkdocs.nb.yml:",
    ),
    "extension that is not there": (
        ("mkdocs.yml", "  def_list: {}\n", "  deflist: {}\n"),
        (
            "mkdocs.yml:1: Markdown-tillegga kan ikkje brukast (ModuleNotFoundError). Sjå etter"
            " skrivefeil i namna."
        ),
    ),
}


@pytest.mark.parametrize(("change", "expected"), MENU.values(), ids=MENU.keys())
def test_the_settings_are_held_against_the_pages(
    whole: Path, change: tuple[str, str, str], expected: str
) -> None:
    """The menu of each edition has every page, and only pages."""
    file, old, new = change
    _change(whole, file, old, new)
    text = (whole / file).read_text()
    line = (
        text[: text.index(new.strip().split("\n")[-2 if "x:" in new else -1])].count("\n") + 1
        if new
        else 0
    )
    told = _told(whole)
    assert told and all(one.startswith(expected.format(line=line)) for one in told[:1]), told
    assert "nn" not in file or len(told) == 1


def test_a_page_in_no_menu_names_both_files(whole: Path) -> None:
    """A question too many is one line, with both files to change."""
    for edition in EDITIONS:
        shutil.copy(whole / f"docs/{edition}/om.md", whole / f"docs/{edition}/ny.md")
    assert _told(whole) == [
        "docs/nn/ny.md:1: Sida «ny.md» står ikkje i menyen. Legg sida til under «nav» i mkdocs.yml"
        " og mkdocs.nb.yml."
    ]


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("sporsmal/kapasitet.md", "docs/data/questions/kapasitet.yml"),
        ("om/index.md", "docs/nn/om.md"),
        ("README.md", "docs/nn/README.md"),
    ],
)
def test_two_pages_with_one_address(whole: Path, name: str, of: str) -> None:
    """One of them would be lost without a word."""
    for edition in EDITIONS:
        (whole / f"docs/{edition}/{name}").parent.mkdir(exist_ok=True)
        shutil.copy(whole / f"docs/{edition}/om.md", whole / f"docs/{edition}/{name}")
    assert any(
        f"Sida får same adresse som den {of} gir. Vel eit anna filnamn." in line
        for line in _told(whole)
    )


def test_a_word_a_template_asks_for_and_nobody_has_written(whole: Path) -> None:
    """File and line of the template."""
    _change(whole, "docs/theme/partials/path.html", 'label("', 'label("finst.ikkje") ~ label("')
    (line,) = _told(whole)
    assert (
        line.startswith("docs/theme/partials/path.html:")
        and "Malen bruker teksten «finst.ikkje»" in line
    )


def test_what_nobody_has_thought_of_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error in one check, halfway: what it has told stays, and the others still tell theirs."""

    def halfway(*_: object) -> Iterator[Problem]:
        yield Problem("docs/nn/a.md", 3, "Ein feil.")
        raise TypeError

    project = shutil.copytree(MINI, tmp_path / "project")
    _change(project, PAGE, BODY, f"{BODY} [a](/om.md)")
    monkeypatch.setattr(checks, "check_menu", halfway)
    assert main(["--root", str(project), "check"]) == 1
    *lines, count = capsys.readouterr().err.splitlines()
    assert [line.split(" (")[0] for line in lines] == [
        "docs/nn/a.md:3: Ein feil.",
        (
            "docs/nn/index.md:9: Lenkja «/om.md» viser til noko som utgåva på nynorsk ikkje har."
            " Rett adressa."
        ),
        "mkdocs.yml:1: Sjekken stansa her",
    ]
    assert count == "3 feil."


def test_faults_in_pages_are_told_beside_faults_in_data(tmp_path: Path) -> None:
    """A file that cannot be read hides nothing in another."""
    project = shutil.copytree(MINI, tmp_path / "project")
    _change(project, "docs/data/sources.yml", "level: B", "level: C")
    _change(project, PAGE, "date: 2026-11-24", "date: 2126-11-24")
    _change(project, "docs/nb/index.md", "# Overskrift", "Overskrift")
    assert sorted(line.split(": ")[0] for line in _told(project)) == [
        "docs/data/sources.yml:17",
        "docs/nb/index.md:1",
        "docs/nn/index.md:4",
    ]


def test_a_check_loads_no_engine() -> None:
    """MkDocs, what reads Lovdata's archives, and the programs that make documents: they take longer
    to load than a whole check."""
    asked = (
        "import sys; from macros.__main__ import main; main(['--root', 'tests/mini', 'check']); "
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "jinja2" in loaded
    assert not loaded & {"mkdocs", "material", "lxml", "pypandoc", "typst", "docx", "xlsxwriter"}


def test_what_was_right_at_the_last_check_is_looked_up_again(tmp_path: Path) -> None:
    """A page that nobody has touched, whose text is kept, and whose targets have gone since."""
    project = tmp_path / "project"
    shutil.copytree(MINI, project)
    folder, page = project / "docs/nn", project / PAGE
    (folder / "fil.txt").write_text("")
    law = (folder / "regelverk.md").read_text()
    (folder / "regelverk.md").write_text(f"{law}\n## Kort sagt\n")
    page.write_text(f"{page.read_text()}\n[a](/fil.txt) og [b](/regelverk.md#kort-sagt)\n")
    assert _told(project) == _told(project) == []
    (folder / "fil.txt").unlink()
    (folder / "regelverk.md").write_text(law)
    told = _told(project)
    assert [line.split(":")[0] for line in told] == [PAGE, PAGE]
    assert "«/fil.txt»" in told[0] and "«kort-sagt»" in told[1]
