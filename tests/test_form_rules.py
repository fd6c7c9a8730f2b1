"""The form in the browser and check hold an answer against the same rules: what one accepts, the
other does."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.search.quality import NODE
from macros.content import Content, Example
from macros.content.examples import read_example
from macros.content.letters import plain_letters
from macros.contribute import example_yaml, slug
from macros.contribute.fields import Field, chapter_fields, source_fields, top_fields
from macros.contribute.rules import in_javascript, rules

from .conftest import ROOT

TODAY = date(2026, 11, 25)
Answers = dict[str, str]
Ask = Callable[[Mapping[str, str]], dict[str, Any]]
RIGHT: Answers = {
    "publisher": "Bø kommune", "body": "kommune", "county": "telemark", "title": "Rett løn",
    "kind": "strategy",
    "group": "dedicated", "language": "nn", "valid_from": "2026-09", "status": "in-force",
    "url": "https://bo.kommune.no/strategi", "evidence": "read",
    "use": "Bruk dømet når de set av timar.",
    "about": "Han gjeld alle innkjøp.",
    "questions.kapasitet": "Kommunen set av 120 timar.", "lesson": "Set namn på timane.",
    "source.title.1": "Rett løn", "source.publisher.1": "Bø kommune", "source.url.1": "https://bo.kommune.no/strategi",
    "source.published.1": "2026",
}  # fmt: skip


@pytest.fixture(scope="module")
def fields(content: Content) -> dict[str, Field]:
    """Every field of the form by its name, in the order of the page, with one source."""
    *document, use, about, lesson, setback = top_fields()
    chapters = [*chapter_fields(content, "questions"), *chapter_fields(content, "measures")]
    own = {field.key: field for field in (*document, use, about, *chapters, lesson, setback)}
    return own | {f"{field.key}.1": field for field in source_fields()}


@pytest.fixture(scope="module")
def ask(fields: dict[str, Field]) -> Iterator[Ask]:
    """`ask(answers)`: what the form makes of them. One Node answers all."""
    script = ROOT / "browser/form/tests/answer.js"
    with subprocess.Popen(
        [NODE, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as node:
        assert node.stdin and node.stdout

        def run(answers: Mapping[str, str]) -> dict[str, Any]:
            asked = [
                {"name": name, "control": f.control, "required": f.required, "most": f.most}
                | {"value": answers.get(name, "")}
                for name, f in fields.items()
            ]
            job = {"answers": asked, "rules": rules(), "today": TODAY.isoformat()}
            assert node.stdin and node.stdout
            node.stdin.write(json.dumps(job) + "\n")
            node.stdin.flush()
            reply: dict[str, Any] = json.loads(node.stdout.readline())
            return reply

        yield run
        node.stdin.close()


def written(answers: Mapping[str, str], order: Iterable[str]) -> str:
    """The file that the commands write of the same answers, asked for in the order of the form."""
    answers = {name: answers[name] for name in order if name in answers}
    source = {
        name.split(".")[1]: value for name, value in answers.items() if name.startswith("source.")
    }
    own = {name: value for name, value in answers.items() if not name.startswith("source.")}
    return example_yaml(own, [source], TODAY.isoformat())


def checked(
    folder: Path, content: Content, name: str, text: str
) -> tuple[list[str], Example | None]:
    """What check says of the file."""
    path = folder / f"{name}.yml"
    path.write_text(text, encoding="utf-8", newline="\n")
    file, found = read_example(path, path.name, tuple(sorted(content.chapters)), TODAY)
    path.unlink()
    return [problem.message for problem in file.problems], found


def read_back(found: Example) -> Answers:
    """The values of an example by the names of the fields."""
    data = found.model_dump(mode="json", exclude_none=True)
    values = {
        key: str(value)
        for key, value in data.items()
        if key in RIGHT or key in ("valid_to", "setback")
    }
    for group in ("questions", "measures"):
        values |= {f"{group}.{key}": value for key, value in data[group].items()}
    return values | {f"source.{key}.1": str(value) for key, value in data["sources"][0].items()}


NASTY = [
    "f\u00c3\u00b8r", "\u00c2\u00a1", "a \u00e2\u20ac\u201c b", "\u00c3 \u00c2 \u00e2",
    "\u00c3\u0152", "\u00e2\u20ac\u2015",
    "2024", "2024-11-25", "null", "~", "yes", "no", "true", "12:30", "017", "1e3", "- x", "-",
    "a # b", "# b", "a: b",
    "a:", "? a", "'a'", '"a"', "'", '"', "\\n", "\\", "{a}", "[a]", "[1]", "[2]", "*a", "&a", "!a",
    "%a", "@a", "`a`",
    "|", ">", "---", "...", "<b>", "< b", "<NOK 500", "a <!-- b", "kari@example.no",
    "post@bo.kommune.no",
    "varsling@bo.kommune.no", "ø@bø.no", "018190 00049", "41819000032", "010190 12345",
    "Sak 2023/010203-45678",
    "018190 / 00049", "1234.56.78903", "x" * 160, '"' * 160, "x" * 161, "x" * 290, "x" * 310,
    "æ" * 160, "\u00ad",
    "a\u200bb", "a\tb", "  a  b ", "a\xa0b", "a\x85b", "a\u2028b", "\ufeffa", "a\ufeff b", "a\x00b",
    "a\x1cb", "a\x7fb",
    "İstanbul", "ſtraße", "Kárášjohka", "Guovdageaidnu – Kautokeino", "Đakŋu ŧ", "😀", "e\u0301",
    "ﬁ", "²", "", " ",
    "con", "a\nb", "a\r\nb", "[1]", "[0]", "[٣]", "٣", "kva\n\n- ein\n- to", "nul", "index",
]  # fmt: skip
HOSTS = [
    "øygarden.kommune.no", "ås.kommune.no", "kárášjohka.no", "min_side.kommune.no", "a", "a.b",
    "A.NO", "a..no",
    "a.no.", "-a.no", "a.no:80", "a.no:٨", "user@a.no", "xn--s-1fa.no", "čáhci.no", "日本.jp",
    "ſ.no",
    "K.no", "a.no ",
]  # fmt: skip
PATHS = [
    "", "/", "/x", "/?a=b&c=d#e", "/it's", "/a|b", "/a b", "/<b>", "/a\\b", "/a{b}", "/a^b", "/`",
    '/"', "/æøå", "/%20",
    "/018190-00049", "/a@b.no", "/\u200b", "x", "/" + "x" * 250, "/" + "x" * 276, "/" + "'" * 287,
    "/" + "x" * 277,
]  # fmt: skip
DATES = [
    "2026", "2026-11", "2026-11-25", "2026-11-26", "2026-11-27", "2026-12", "2027", "2026-02-29",
    "2024-02-29", "1899",
    "1899-12-31", "1900", "1900-01-01", "2031", "2032", "2056", "2057", "2101", "2150-01-01",
    "0000", "2026-13",
    "2026-00", "2026-1", "20260101", "i fjor", "٢٠٢٦", "2026-11-25 10:00", "2026-", "-2026",
    "2025-08", "2026-08-31",
]  # fmt: skip
lines = (
    st.sampled_from(NASTY)
    | st.text(max_size=170)
    | st.lists(st.sampled_from(NASTY), max_size=3).map(" ".join)
)
urls = st.builds(
    "{}{}{}".format, st.sampled_from(["https://", "https://", "https://", "http://", ""]),
    st.sampled_from(HOSTS),
    st.sampled_from(PATHS) | st.text(max_size=20),
)  # fmt: skip
VALUES: dict[str, st.SearchStrategy[str]] = {
    "line": lines,
    "text": st.lists(lines | st.just("\n"), max_size=6).map("\n".join) | st.text(max_size=710),
    "url": urls,
    "date": st.sampled_from(DATES) | st.dates(date(1890, 1, 1), date(2160, 1, 1)).map(str),
}


@st.composite
def answers(draw: st.DrawFn, controls: Mapping[str, Field]) -> Answers:
    """Right answers with some of them changed."""
    changed = draw(st.lists(st.sampled_from(list(controls)), min_size=1, max_size=3, unique=True))
    given_now = dict(RIGHT)
    for name in changed:
        field = controls[name]
        given_now[name] = draw(
            st.sampled_from(["", *field.choices]) if field.choices else VALUES[field.control]
        )
    return given_now


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_form_and_check_accept_the_same(
    data: st.DataObject, ask: Ask, fields: dict[str, Field], content: Content, tmp_path: Path
) -> None:
    """And what the form writes is read back as what was answered, whatever was answered."""
    hold(data.draw(answers(fields)), ask, content, tmp_path)


@pytest.mark.parametrize("control", ["line", "text", "url", "date"])
def test_form_and_check_agree_on_what_has_gone_wrong_before(
    ask: Ask, fields: dict[str, Field], content: Content, tmp_path: Path, control: str
) -> None:
    """Every nasty value in a field of every kind, one at a time."""
    addresses = [f"https://{host}/x" for host in HOSTS] + [f"https://a.no{path}" for path in PATHS]
    values = {"line": NASTY, "text": NASTY, "date": DATES, "url": addresses}[control]
    names = [
        name
        for name, field in fields.items()
        if field.control == control and name in {*RIGHT, "valid_to"}
    ]
    for name in names:
        for value in values:
            hold(RIGHT | {name: value}, ask, content, tmp_path)


def hold(given_now: Answers, ask: Ask, content: Content, folder: Path) -> None:
    """The form's file is the commands' file, and is refused by check when the form finds a
    fault, and only then."""
    reply = ask(given_now)
    assert reply["file"] == written(given_now, reply["values"]), given_now
    assert reply["id"] == slug(given_now), given_now
    problems, found = checked(folder, content, reply["id"], reply["file"])
    assert bool(problems) == bool(reply["faults"]), (given_now, problems, reply["faults"])
    if found:
        assert read_back(found) == {
            name: value for name, value in reply["values"].items() if value
        }, given_now


ACCEPTED = {
    "title": ["2024", "null", "yes", "- x", "a # b", "Sak 2023/010203-45678"],
    "url": [
        "https://øygarden.kommune.no/x", "https://ås.kommune.no/", "https://kárášjohka.no", "https://a.no/it's",
        "https://a.no/a|b", f"https://a.no/{'x' * 287}",
    ],
    "about": ["Skriv til varsling@bo.kommune.no.", "Konto 1234.56.78903"],
}  # fmt: skip
REFUSED = {
    "url": ["https://min_side.kommune.no/x", f"https://a.no/{'x' * 288}"],
    "about": ["Sjå 018190 00049.", "kari@example.no", "a\u200bb"],
    "source.published.1": ["2026-11-27"],
}


@pytest.mark.parametrize(
    ("key", "value"), [(key, value) for key, values in ACCEPTED.items() for value in values]
)
def test_an_innocent_answer_is_accepted(
    ask: Ask, content: Content, tmp_path: Path, key: str, value: str
) -> None:
    """By both; that they agree is not enough."""
    assert ask(RIGHT | {key: value})["faults"] == {}
    hold(RIGHT | {key: value}, ask, content, tmp_path)


@pytest.mark.parametrize(
    ("key", "value"), [(key, value) for key, values in REFUSED.items() for value in values]
)
def test_a_bad_answer_is_refused_where_it_stands(
    ask: Ask, content: Content, tmp_path: Path, key: str, value: str
) -> None:
    """By both."""
    assert list(ask(RIGHT | {key: value})["faults"]) == [key]
    hold(RIGHT | {key: value}, ask, content, tmp_path)


def test_every_latin_letter_of_europe_has_a_plain_one() -> None:
    """So that no name gives an address full of holes: Kárášjohka is karasjohka."""
    blocks = (range(0xC0, 0x180), range(0x1E00, 0x1E9A), range(0x1EA0, 0x1EFA))
    letters = [chr(code) for block in blocks for code in block if chr(code).isalpha()]
    assert len(letters) > 400
    assert [letter for letter in letters if not re.search("[a-z]", plain_letters(letter))] == []
    assert (
        slug({"publisher": "Kárášjohka gielda", "title": "Đakŋu ŧ"}) == "karasjohka-gielda-daknu-t"
    )


def test_a_pattern_that_javascript_reads_in_another_way_is_refused() -> None:
    """Else a new rule would mean two things, and nobody would be told."""
    for source in (r"(?i)a", r"(?P<name>a)", r"\bord\b", r"a\Z"):
        with pytest.raises(ValueError, match="JavaScript"):
            in_javascript(re.compile(source))
    assert in_javascript(re.compile(r"[\w-]\d", re.ASCII))["source"] == "[A-Za-z0-9_-][0-9]"
