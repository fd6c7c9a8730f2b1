"""Documents made from answers: the browser and the build make the same, and it is in order."""

from __future__ import annotations

import gzip
import json
import os
import pickle
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from macros.builder import Filling, Parts, assemble, taken_apart
from macros.content import EDITIONS, Content, View
from macros.documents import ANSWERED, BY_ID, DOCUMENTS
from macros.documents.taken_apart import packed
from macros.site.edition_files import EditionFiles, edition_files, file_path

from .answers import filling, plain
from .conftest import ROOT

NODE = Path(sys.executable).with_name("node")
TWIN = ROOT / "browser/builder/tests/twin.js"
SETS = 300
SCRIPT_OF = {document.id: document.script for document in (*DOCUMENTS, *ANSWERED)}
FORMS = ("docx", "odt", "md", "html", "xlsx")


@pytest.fixture(scope="module")
def made(content: Content) -> dict[str, EditionFiles]:
    """Everything that is made for each edition; the build has kept it in its cache."""
    return {code: edition_files(ROOT, View.of(content, code), "") for code in EDITIONS}


@pytest.fixture(scope="module")
def scripts(made: dict[str, EditionFiles], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The scripts with the parts, of both editions."""
    folder = tmp_path_factory.mktemp("parts")
    paths = []
    for files in made.values():
        for path, data in files.files.items():
            if path.startswith("builder/"):
                paths.append(folder / Path(path).name)
                paths[-1].write_bytes(data)
    return paths


def every(made: dict[str, EditionFiles]) -> list[tuple[str, str, str, Parts]]:
    """`(edition, document, format, parts)` for everything that can be made."""
    return [
        (code, document, form, file)
        for code, files in made.items()
        for document, forms in files.parts.items()
        for form, file in forms.items()
    ]


def job(code: str, document: str, form: str, answers: Filling) -> dict[str, Any]:
    """What the browser's code is asked to make."""
    name = code + {"odt": "-more", "md": "-more", "xlsx": "-books"}.get(form, "")
    if SCRIPT_OF[document]:
        name = f"{code}-{SCRIPT_OF[document]}"
    return {"name": name, "document": document, "form": form, "filling": plain(answers)}


def in_node_script(program: Path, asked: dict[str, Any]) -> list[Any]:
    """What a program for Node answers."""
    done = subprocess.run(
        [NODE, program],
        input=json.dumps(asked).encode(),
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    return list(json.loads(done.stdout))


def in_node(scripts: list[Path], jobs: list[tuple[str, str, str, Filling]]) -> list[Any]:
    """The check sums of what the browser's code makes, job by job."""
    asked = {"scripts": [str(path) for path in scripts], "jobs": [job(*each) for each in jobs]}
    return in_node_script(TWIN, asked)


def sums(parts: list[tuple[str, str]]) -> list[list[str]]:
    """The same check sums of what the build makes."""
    return [[name, sha256(text.encode()).hexdigest()[:16]] for name, text in parts]


def test_without_answers_the_public_file_comes_out(
    made: dict[str, EditionFiles], scripts: list[Path]
) -> None:
    """Part by part, from the scripts that are published, in every document, format and edition."""
    jobs = [(code, document, form, Filling()) for code, document, form, _ in every(made)]
    for (code, document, form, _), found in zip(jobs, in_node(scripts, jobs), strict=True):
        file = made[code].parts[document][form]
        parts = assemble(file, form, Filling())
        assert sums(parts) == found, (code, document, form)
        if form != "html" and document in BY_ID:
            public = made[code].files[file_path(BY_ID[document], form, code)]
            # What packs the workbooks that are published is not our own
            assert packed(parts, form) == public or form == "xlsx"
            assert parts == taken_apart(public, form) or form in ("docx", "md")
    assert len(jobs) == 2 * (4 * 4 + 2 + 3 + 2)


def test_there_is_little_to_load(made: dict[str, EditionFiles]) -> None:
    """In kB, packed: the script for the preview and Word, the one for the formats that few want,
    the one for workbooks, and the one of «Kvar står de?». Each is loaded when somebody asks for a
    file that is in it."""
    for code, files in made.items():
        for name in ("", "-more", "-books", "-status"):
            packed_script = gzip.compress(files.files[f"builder/parts-{code}{name}.js"], 9)
            assert len(packed_script) <= 60_000, name


def test_the_scripts_come_out_the_same_twice(
    made: dict[str, EditionFiles],
) -> None:
    """From the same parts, whatever order a set would have had."""
    code = "nb"
    forms = {name: {"docx": parts["docx"]} for name, parts in made[code].parts.items()
             if "docx" in parts}  # fmt: skip
    program = (
        "import pickle, sys; from macros.builder import script;"
        "sys.stdout.buffer.write(script('x', pickle.load(sys.stdin.buffer)))"
    )
    twice = {
        subprocess.run(
            [sys.executable, "-c", program], input=pickle.dumps(forms), cwd=ROOT, check=True,
            capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(twice) == 1


def test_the_browser_makes_what_the_build_makes(
    made: dict[str, EditionFiles], scripts: list[Path]
) -> None:
    """With answers that nobody would think of, in one process."""
    random, files = Random(18), every(made)
    jobs, expected = [], []
    for number in range(SETS):
        code, document, form, file = files[number % len(files)]
        answers = filling(random, file)
        jobs.append((code, document, form, answers))
        expected.append(sums(assemble(file, form, answers)))
    for job, here, there in zip(jobs, expected, in_node(scripts, jobs), strict=True):
        assert here == there, job
