"""The catalogue of examples: pages, lists and files made from it, and text that anybody sent in
shown only as text."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import markdown
import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.content import EDITIONS, Content, Example, View
from macros.content.example import Body
from macros.content.examples import norwegian_order, read_example
from macros.contribute import example_yaml
from macros.contribute.commands import form_files
from macros.documents.feed import feed
from macros.documents.open_data import open_data
from macros.pages.catalogue import catalogue, coverage
from macros.pages.compare import comparison, comparison_files
from macros.pages.example import example_page
from macros.pages.others import others

from .conftest import ROOT, markdown_extensions
from .test_site import Pages, in_edition, text

ORDER = ["in-force", "unknown", "replaced", "ended", "dissolved"]
EXAMPLES = sorted((ROOT / "examples").glob("*.yml"))


def test_every_example_has_a_page_in_both_editions(pages: Pages, content: Content) -> None:
    """With what it says under each question and measure, what to learn, and where that stands
    written."""
    assert len(content.examples) >= 25
    for example in content.examples.values():
        for edition in EDITIONS:
            page = pages[in_edition(edition, f"eksempel/{example.id}/")]
            assert text(page.h1) == example.told_in(edition).name
            shown = [text(tag) for tag in page.select("article h3[id]")]
            assert len(shown) == len(example.chapters)
            links = [str(link["href"]) for link in page.select("ol.sources a")]
            assert links == [source.url for source in example.sources]


def test_an_example_is_told_in_the_readers_målform(pages: Pages, content: Content) -> None:
    """The texts are ours, and in the edition's language; a title of the body's own is left as it
    is, and marked."""
    for example in content.examples.values():
        assert example.translation, f"{example.id} is in one målform only"
        for edition in EDITIONS:
            page = pages[in_edition(edition, f"eksempel/{example.id}/")]
            assert {tag.get("lang") for tag in page.select("article .told")} == {None}
            [name] = page.select("article h1 > span")
            own = example.language == edition or example.title_ours
            assert name.get("lang") == (None if own else example.language), example.id


def test_an_example_nobody_has_translated_is_marked(content: Content) -> None:
    """It is shown as it was sent in, with its language told to screen readers."""
    example = next(e for e in content.examples.values() if e.language == "nb")
    alone = example.model_copy(update={"translation": None})
    page = example_page(View.of(content, "nn"), alone)
    assert page.count('<div class="told" lang="nb">') == page.count('<div class="told"') > 1
    assert replace(content, examples={alone.id: alone}).untranslated() == [alone]
    assert replace(content, examples={example.id: example}).untranslated() == []


def test_what_can_be_used_today_comes_first_in_the_catalogue(
    pages: Pages, content: Content
) -> None:
    """In force, then not known, then over; and by name among those that are alike."""
    for edition in EDITIONS:
        cards = pages[in_edition(edition, "eksempel/")].select(".catalogue .card")
        order = [ORDER.index(str(card["data-status"])) for card in cards]
        assert order == sorted(order)
        assert len(set(order)) > 2
        unknown = [text(card.h3) for card in cards if card["data-status"] == "unknown"]
        assert unknown == sorted(unknown, key=norwegian_order)


def test_a_card_leads_with_what_the_example_is_good_for(pages: Pages, content: Content) -> None:
    """Before the facts about where it comes from."""
    for edition in EDITIONS:
        for card in pages[in_edition(edition, "eksempel/")].select(".catalogue .card"):
            classes = [tag.get("class") for tag in card.find_all("p")]
            assert classes == [["told"], ["card__facts"]]
            starts = "Bruk dømet " if edition == "nn" else "Bruk eksempelet "
            assert text(card.p).startswith(starts)


def test_a_purchaser_sees_how_four_others_solved_capacity(pages: Pages, content: Content) -> None:
    """On the page itself; two or three on the other pages; and the way to all of them."""
    for edition in EDITIONS:
        for owner in content.chapters.values():
            page = pages[in_edition(edition, owner.page.removesuffix(".md") + "/")]
            heading = page.find("h2", id="andre")
            assert isinstance(heading, Tag)
            told = [tag for tag in page.select(".told") if tag.find_previous("h2") is heading]
            assert len(told) == len(owner.examples) >= (4 if owner.id == "kapasitet" else 2), (
                owner.id
            )
            count = len(content.shown(owner.id))
            assert f"({count})" in text(page.select_one(f'a[href*="{owner.id}#liste"]'))


def test_the_catalogue_lists_every_example(pages: Pages, content: Content) -> None:
    """Complete without a script."""
    for edition in EDITIONS:
        names = [
            text(tag)
            for tag in pages[in_edition(edition, "eksempel/")].select(".catalogue .card h3")
        ]
        assert sorted(names) == sorted(e.told_in(edition).name for e in content.examples.values())


def test_the_table_of_coverage_counts_right(pages: Pages, content: Content) -> None:
    """Each number is the number of examples its link would show."""
    rows = pages["eksempel/"].select(".coverage tbody tr")
    bodies = list(getattr(Body, "__args__"))  # noqa: B009 - the values of a Literal
    for row, owner in zip(rows, content.chapters.values(), strict=True):
        numbers = [int(re.findall(r"\d+$", text(cell))[0]) for cell in row.select("td")]
        shown = content.shown(owner.id)
        assert numbers == [
            len(shown),
            *(sum(example.body == body for example in shown) for body in bodies),
        ]


def test_the_table_of_coverage_is_darker_where_there_are_more(pages: Pages) -> None:
    """One sees at a glance where examples are few: nothing has no shade, and shades rise with
    the numbers."""
    cells = pages["eksempel/"].select(".coverage td")
    shades = [(int(re.findall(r"\d+$", text(cell))[0]), str(cell["class"][0])) for cell in cells]
    assert {shade for count, shade in shades if not count} == {"shade-0"}
    rising = [shade for _, shade in sorted(shades)]
    assert rising == sorted(rising)
    assert len(set(rising)) >= 4


def test_open_data_holds_every_example(site: Path, content: Content) -> None:
    """JSON that its schema accepts, and CSV with a row each."""
    folder = site / "data"
    records = json.loads((folder / "examples.json").read_text())
    jsonschema.validate(records, json.loads((folder / "examples.schema.json").read_text()))
    assert [record["id"] for record in records] == list(content.examples)
    rows = list(csv.DictReader(io.StringIO((folder / "examples.csv").read_text())))
    assert [row["id"] for row in rows] == list(content.examples)
    assert all(row["sources"].startswith("https://") for row in rows)


_ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_feed_tells_of_new_and_changed_examples(
    site: Path, content: Content, edition: str
) -> None:
    """Newest first, with an id that does not depend on where the site is."""
    root = ET.fromstring((site / in_edition(edition, "eksempel/feed.xml")).read_bytes())
    entries = root.findall(f"{_ATOM}entry")
    assert len(entries) == min(50, len(content.examples))
    days = [entry.findtext(f"{_ATOM}updated") for entry in entries]
    assert days == sorted(days, reverse=True)  # type: ignore[type-var]
    elsewhere = ET.fromstring(feed(View.of(content, edition), "https://rettleiing.example.no/"))
    assert [e.findtext(f"{_ATOM}id") for e in elsewhere.iter(f"{_ATOM}entry")] == [
        e.findtext(f"{_ATOM}id") for e in entries
    ]
    link = elsewhere.find(f"{_ATOM}entry/{_ATOM}link")
    assert link is not None and link.attrib["href"].startswith(
        "https://rettleiing.example.no/eksempel/"
    )


# As published. A reader's program takes an entry with another id for a new one.
_FEED_IDS = {
    "nn": ("06190c5b-60b5-5a9f-a4f0-d447d47097d2", "4bf29080-4db1-599e-a454-a69561eac01a"),
    "nb": ("fb3344be-6c7c-5145-a1e4-d2e9e6489c2d", "a671d5a3-4574-5823-8445-e559012fb7d1"),
}


@pytest.mark.parametrize("edition", EDITIONS)
def test_ids_in_the_feed_stay_as_they_were_published(site: Path, edition: str) -> None:
    """That of the feed, and that of an entry."""
    root = ET.fromstring((site / in_edition(edition, "eksempel/feed.xml")).read_bytes())
    of_feed, of_entry = _FEED_IDS[edition]
    assert root.findtext(f"{_ATOM}id") == f"urn:uuid:{of_feed}"
    (asker,) = [
        entry
        for entry in root.iter(f"{_ATOM}entry")
        if "Asker" in str(entry.findtext(f"{_ATOM}title"))
    ]
    assert asker.findtext(f"{_ATOM}id") == f"urn:uuid:{of_entry}"


@pytest.mark.parametrize(
    ("valid_from", "old"),
    [
        (None, True),
        ("2026", True),
        ("2026-06", True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
        ("2026-07", False),
        ("2027", False),
    ],
)
def test_an_example_from_before_the_duty_says_so(
    content: Content, valid_from: date | str | None, old: bool
) -> None:
    """The duty to have a strategy came on 1 July 2026; a document of unknown age may be older."""
    example = next(iter(content.examples.values())).model_copy(update={"valid_from": valid_from})
    for edition in EDITIONS:
        warning = html_of(example_page(View.of(content, edition), example)).select_one(".age")
        assert (warning is not None) == old
        assert not old or "1. juli 2026" in text(warning)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_schema_for_editors_accepts_every_file(path: Path) -> None:
    """And the first line of the file points to it."""
    source = path.read_text(encoding="utf-8")
    assert source.startswith("# yaml-language-server: $schema=example.schema.json\n")
    data = json.loads(json.dumps(yaml.safe_load(source), default=date.isoformat))
    jsonschema.validate(data, json.loads((ROOT / "examples/example.schema.json").read_text()))


def test_generated_forms_are_current(content: Content) -> None:
    """The issue form and the schema say what the model and the labels say."""
    for path, data in form_files(content).items():
        assert (ROOT / path).read_bytes() == data, "Run: python -m macros forms"


# --- text from anybody, in every output ---

# What a browser, a template, a spreadsheet or a path could take for something to run
MEAN = [
    "{{ 7*7 }}", "{% for x in y %}", "{# x #}", "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;", "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
    "[klikk](javascript:alert(1))", "![x](https://evil.example/x.png)", "{: onclick=alert(1) }",
    "text {: #laerdom }",
    "[TOC]", "[@loa-5a]", "*[HTML]: x", "# Overskrift", "~~~\nkode\n~~~", "=1+1", "+1", "-1",
    "@SUM(A1)", "a | b | c",
    '" onmouseover="alert(1)', "' --", "</script", "]]>", "$(touch x)", "`x`", "\\",
    "../../etc/passwd", "%0A::error::x",
    "[1]: javascript:alert(1)", "#set text(1pt)", "\u0301e", "💥", "שלום", "NaN", "null", "---",
    "...",
    "&amp;", "- \n- x",
]  # fmt: skip
WORDS = st.one_of(
    st.sampled_from(MEAN),
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf")), min_size=1, max_size=60
    ),
)


def made(words: list[str], language: str) -> dict[str, str]:
    """Answers with `words` in every field that takes free text."""
    one = (" ".join(word.split()) or "x" for word in words)
    title, publisher = next(one)[:150], next(one)[:150]
    texts = dict(zip(("about", "lesson", "setback"), words[2:5], strict=True))
    chapters = {"questions.kapasitet": words[5], "measures.grep-04": words[6]}
    return {
        "publisher": publisher, "body": "kommune", "title": title, "kind": "strategy",
        "group": "dedicated",
        "language": language, "status": "unknown", "evidence": "read", **texts, **chapters,
    }  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somewhere for a file."""
    return tmp_path_factory.mktemp("mean")


def as_example(answers: dict[str, str], folder: Path, content: Content) -> Example | None:
    """The example that the answers make, or None where it is refused, with a line for each
    fault."""
    source = {
        "title": answers["title"],
        "publisher": answers["publisher"],
        "url": "https://bo.example.no/x",
    }
    raw = example_yaml(answers, [source], "2026-11-25")
    name = re.findall(r"^id: (.*)$", raw, re.MULTILINE)[0]
    path = folder / f"{name}.yml"
    path.write_text(raw, encoding="utf-8")
    file, example = read_example(
        path, path.name, tuple(sorted(content.chapters)), date(2026, 11, 25)
    )
    path.unlink()
    assert (example is None) == bool(file.problems)
    assert all(problem.line >= 1 and problem.message for problem in file.problems)
    return example


def with_example(content: Content, example: Example) -> Content:
    """The content with this one example only."""
    fields: dict[str, Any] = {name: getattr(content, name) for name in content.__dataclass_fields__}
    return Content(**{**fields, "examples": {example.id: example}})


def html_of(source: str) -> BeautifulSoup:
    """A page through Markdown with everything the site turns on."""
    body = source.split("---\n", 2)[-1]
    return BeautifulSoup(markdown.markdown(body, extensions=markdown_extensions()), "html.parser")


def check_harmless(page: BeautifulSoup) -> None:
    """Nothing that could run or fetch, and no link that is not ours or https."""
    assert not page.select("script, img, iframe, object, embed, style, link, base, meta, svg")
    for tag in page.find_all(True):
        assert isinstance(tag, Tag)
        assert not any(name.startswith("on") for name in tag.attrs), tag
        href = str(tag.get("href", ""))
        assert re.match(r"https://|/|#|\?|[a-z0-9-]+(/|\.html)$|$", href), tag


@given(words=st.lists(WORDS, min_size=7, max_size=7), language=st.sampled_from(sorted(EDITIONS)))
@settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_contributed_text_is_shown_and_never_run(
    words: list[str], language: str, folder: Path, content: Content
) -> None:
    """Random and mean text through every field to every output: refused with a line, or shown
    letter for letter."""
    example = as_example(made(words, language), folder, content)
    if example is None:
        return
    own = with_example(content, example)
    chapter = content.questions["kapasitet"].model_copy(update={"examples": [example.id]})
    for edition in EDITIONS:
        page = html_of(example_page(View.of(own, edition), example))
        check_harmless(page)
        assert text(page.h1) == " ".join(example.name.split())
        shown = " ".join(text(tag) for tag in page.select(".told")).replace(" ", "")
        for value in (example.about, example.lesson, *example.chapters.values()):
            kept = re.sub(r"(?m)^- |\[\d{1,3}\]", "", value)
            assert "".join(kept.split()) in re.sub(r"kjelde\[\d+\]|kilde\[\d+\]", "", shown), value
        meta = yaml.safe_load(example_page(View.of(own, edition), example).split("---\n")[1])
        assert BeautifulSoup(meta["title"], "html.parser").get_text() == example.name
        for part in (
            catalogue(View.of(own, edition)),
            coverage(View.of(own, edition)),
            comparison(View.of(own, edition)),
            others(View.of(own, edition), chapter),
        ):
            check_harmless(html_of(part))
        script = dict(comparison_files(View.of(own, edition)))[
            f"data/eksempel/{example.id}.js"
        ].decode()
        assert (
            "<" not in script
            and json.loads(script.removeprefix("addExample(").removesuffix(");\n"))["name"]
            == example.name
        )
        entry = ET.fromstring(feed(View.of(own, edition), "")).find(f"{_ATOM}entry/{_ATOM}summary")
        assert entry is not None and entry.text == example.about
    files = dict(open_data(own))
    record = json.loads(files["examples.json"])[0]
    assert (record["title"], record["about"]) == (example.title, example.about)
    row = next(csv.DictReader(io.StringIO(files["examples.csv"].decode())))
    assert not any(value.startswith(("=", "+", "-", "@")) for value in row.values())
