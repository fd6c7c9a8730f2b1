"""Damaged files of every kind: whatever bytes come, something is told, and nothing breaks."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.checks import check_project
from macros.content import View, load
from macros.content.examples import read_example
from macros.content.markdown_source import read_markdown
from macros.content.yaml_file import YamlFile
from macros.content.yaml_source import _parsed_yaml, parse_yaml
from macros.documents.template import TemplateFaultError, read_template, render
from macros.page_check import check_page

from .conftest import MINI, ROOT

EXAMPLE = MINI / "examples/bo-kommune-strategi.yml"

# Bytes that break readers, put into, in place of, and out of a valid file
_BITS = st.one_of(
    st.binary(max_size=6),
    st.sampled_from(
        (
            *(
                "---\n",
                "...\n",
                "&a ",
                "*a",
                "!!set ",
                "!x ",
                "<<: ",
                ": ",
                "? ",
                "- ",
                "|",
                "%",
                "#",
                '"',
                "'",
                "\\",
            ),
            *(
                "{",
                "}",
                "[",
                "]",
                "{{",
                "}}",
                "{%",
                "%}",
                "\t",
                "\0",
                "\r",
                "\u2028",
                "\u202e",
                "null",
                "1.5",
                "2026-13-45",
            ),
        )
    ).map(str.encode),
)


@st.composite
def _mutated(draw: st.DrawFn, raw: bytes) -> bytes:
    """`raw` with up to five pieces replaced."""
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(raw)))
        end = min(len(raw), start + draw(st.integers(0, 12)))
        raw = raw[:start] + draw(_BITS) + raw[end:]
    return raw


_QUICK = settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def _one_line_each(file: YamlFile) -> None:
    assert all("\n" not in str(problem) and problem.line >= 1 for problem in file.problems)


@_QUICK
@given(
    raw=st.one_of(
        st.binary(max_size=400),
        st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass")),
    )
)
def test_random_bytes_are_no_traceback(tmp_path: Path, raw: bytes) -> None:
    """As data, as an example and as a page: something is said, or there is data."""
    file = parse_yaml(raw, "fil.yml")
    assert file.problems or file.data is not None
    _one_line_each(file)
    path = tmp_path / "bo.yml"
    path.write_bytes(raw)
    example, found = read_example(path, "examples/bo.yml", ("grep-01",), date(2026, 11, 25))
    assert found is None
    assert example.problems
    _one_line_each(example)
    path.write_bytes(b"---\n" + raw + b"\n---\n# A\n")
    _one_line_each(read_markdown(path, "side.md")[0])
    assert list(check_page(tmp_path, path, load(MINI)))


@_QUICK
@given(raw=_mutated(EXAMPLE.read_bytes()))
def test_a_damaged_example_is_told_of_or_still_right(tmp_path: Path, raw: bytes) -> None:
    """Never both an example and a fault, and never neither."""
    path = tmp_path / EXAMPLE.name
    path.write_bytes(raw)
    file, example = read_example(path, f"examples/{path.name}", ("grep-01",), date(2026, 11, 25))
    assert bool(file.problems) == (example is None)
    _one_line_each(file)


@_QUICK
@given(raw=_mutated((MINI / "docs/nn/index.md").read_bytes()))
def test_a_damaged_page_is_no_traceback(tmp_path: Path, raw: bytes) -> None:
    """Top, text and macro calls."""
    path = tmp_path / "side.md"
    path.write_bytes(raw)
    assert all("\n" not in str(problem) for problem in check_page(tmp_path, path, load(MINI)))


@settings(_QUICK, max_examples=100)
@given(raw=_mutated((ROOT / "docs/templates/kapittel.nn.md").read_bytes()))
def test_a_damaged_template_is_no_traceback(tmp_path: Path, raw: bytes) -> None:
    """It is filled in, or the fault is told."""
    path = tmp_path / "docs/templates/kapittel.nn.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    with suppress(TemplateFaultError):
        render(View.of(load(ROOT), "nn"), read_template(tmp_path, "kapittel", "nn"))


# Values of every kind, in place of what a key had
_VALUES = (
    *(
        "null",
        "true",
        "[]",
        "{}",
        "1",
        "-5",
        "1.5",
        "2026-11-24",
        "2026-11-24 10:00:00",
        "9999-12-31",
        '""',
        "!x y",
    ),
    *(
        "[1, [2, {a: b}]]",
        "{nn: 1, nb: 2}",
        "[nn, nb]",
        "https://[bad",
        "x # y",
        "- x",
        '"A" b',
        "\u00c3\u00b8",
    ),
)


@st.composite
def _changed(draw: st.DrawFn, raw: bytes) -> bytes:
    """`raw` with lines taken out, doubled or moved in, or with another value after a key."""
    lines = raw.split(b"\n")
    for _ in range(draw(st.integers(1, 3))):
        number = draw(st.integers(0, len(lines) - 1))
        line, change = lines[number], draw(st.sampled_from(("out", "twice", "in", "value")))
        value = draw(st.sampled_from(_VALUES)).encode()
        changed = {
            "out": [],
            "twice": [line, line],
            "in": [b"  " + line],
            "value": [line.split(b":")[0] + b": " + value],
        }
        lines[number : number + 1] = changed[change]
        lines = lines or [b""]
    return b"\n".join(lines)


@settings(_QUICK, max_examples=120)
@given(
    file=st.sampled_from(
        sorted(p.relative_to(MINI) for p in MINI.rglob("*") if p.suffix in (".yml", ".md"))
    ),
    data=st.data(),
)
def test_a_damaged_project_is_no_traceback(tmp_path: Path, file: Path, data: st.DataObject) -> None:
    """Any file of the small project, damaged: each fault is a line that somebody has thought of."""
    project = tmp_path / "project"
    if not project.exists():
        shutil.copytree(MINI, project)
    raw = (MINI / file).read_bytes()
    (project / file).write_bytes(data.draw(st.one_of(_mutated(raw), _changed(raw))))
    load.cache_clear()
    for problem in check_project(project)[1]:
        assert problem.line >= 1 and "\n" not in str(problem)
        assert not problem.message.startswith("Sjekken stansa"), str(problem)
    shutil.copy(MINI / file, project / file)


@pytest.mark.parametrize("place", ["yaml_source.construct", "validate._sentence"])
def test_a_fault_of_ours_in_one_file_is_a_line_of_that_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """And what is wrong in the other files is told all the same."""
    project = shutil.copytree(MINI, tmp_path / "project")
    for file, old, new in (
        ("sources.yml", "level: B", "level: C"),
        ("plan.yml", "quarter: 1", "quarter: 9"),
    ):
        path = project / "docs/data" / file
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new))

    def fails(*_: object) -> None:
        raise TypeError

    monkeypatch.setattr(f"macros.content.{place}", fails)
    load.cache_clear()
    _parsed_yaml.cache_clear()
    told = {(p.file, p.message.split(" (")[0]) for p in check_project(project)[1]}
    _parsed_yaml.cache_clear()  # what was read in this test is no way to read for the next
    assert {
        (f"docs/data/{file}", "Sjekken stansa her") for file in ("sources.yml", "plan.yml")
    } <= told
