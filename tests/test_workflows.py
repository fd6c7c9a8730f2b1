"""The workflows do what they say: their own steps, run in a clean clone (`tests/workflow.py`)."""

from __future__ import annotations

import re
import shutil
import subprocess
import tarfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros import ROOT
from macros.content import load

from .test_contribute import ISSUE, NAME
from .test_law_watch import FILE, LAW, packed
from .workflow import ADDRESS, Machine, Step, clean_clone

CHECKED_ANEW = re.compile(r"(?m)^( *checked: ).*$")
EXAMPLE = "examples/asker-kommune-verktoykasse-sosialt-ansvar.yml"
# Each of these is the whole of a job, or asks a registry. CONTRIBUTING says so.
NOT_RUN = {"make test", "make audit"}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, site: Path) -> tuple[Machine, list[Step]]:
    """A clean clone with a good pull request in it, after the job that checks it.

    It is checked after the real `site` is built, which leaves its documents in the cache."""
    clone = clean_clone(tmp_path_factory.mktemp("workflows") / "first")
    (clone / "docs/nn/om.md").write_text(
        (clone / "docs/nn/om.md").read_text() + "\nEi setning til.\n"
    )
    machine = Machine(clone)
    return machine, machine.run("check.yml", "check")


@pytest.fixture
def clone(first: tuple[Machine, list[Step]], tmp_path: Path) -> Machine:
    """A clone of its own, in which `make .venv/ready` has nothing left to do."""
    folder = tmp_path / "clone"
    shutil.copytree(first[0].checkout, folder, symlinks=True)
    shutil.rmtree(folder / "site")
    git(folder, "checkout", "--quiet", "docs/nn/om.md")
    git(tmp_path, "clone", "--quiet", "--bare", str(folder), "origin")
    git(folder, "remote", "set-url", "origin", str(tmp_path / "origin"))
    return Machine(folder)


def git(folder: Path, *arguments: str) -> str:
    """What git says in `folder`."""
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode()


def asked_of(machine: Machine, program: str) -> list[list[str]]:
    """What a program was asked, time by time."""
    return [record["asked"] for record in machine.records if record["program"] == program]


def test_a_good_pull_request_is_built_for_a_look(first: tuple[Machine, list[Step]]) -> None:
    """Every step goes well, no line is marked, and what is attached can be opened from a disk."""
    machine, steps = first
    assert [step.status for step in steps] == [0, 0, 0], steps[-1].said
    assert "::error" not in "".join(step.said for step in steps)
    preview = machine.artifacts["forehandsvising"]
    assert "Ei setning til." in (preview / "om.html").read_text()
    assert (
        'href="https://github.com/example/strategi/edit/main/docs/nn/om.md"'
        in (preview / "om.html").read_text()
    )
    assert git(machine.checkout, "status", "--porcelain") == " M docs/nn/om.md\n"


def test_a_bad_pull_request_is_marked_on_its_lines(clone: Machine) -> None:
    """A fault in an example and one in a page: GitHub shows each where it stands; nothing is
    built."""
    faults = {
        EXAMPLE: ("body: kommune", "body: komune"),
        "docs/nb/strategi.md": ('question("kapasitet")', 'question("kapsitet")'),
    }
    wanted = []
    for name, (old, new) in faults.items():
        path = clone.checkout / name
        text = path.read_text()
        path.write_text(text.replace(old, new, 1))
        line = text[: text.index(old)].count("\n") + 1
        wanted.append(f"::error file={name},line={line}")
    steps = clone.run("check.yml", "check")
    assert [step.status for step in steps] == [0, 1]
    told = re.findall(r"(?m)^::error file=[^,]+,line=\d+", steps[-1].said)
    # A fault in the data hides those of the pages until it is mended
    assert told == wanted[:1], steps[-1].said
    assert not (clone.checkout / "site").exists()
    git(clone.checkout, "checkout", EXAMPLE)
    steps = clone.run("check.yml", "check")
    assert re.findall(r"(?m)^::error file=[^,]+,line=\d+", steps[-1].said) == wanted[1:]


def issue(machine: Machine, body: str, **answers: object) -> list[Step]:
    """Run the job for issue 7 with `body`, labelled as an example and open."""
    machine.answers = answers
    machine.context = {
        "contains(github.event.issue.labels.*.name, 'døme')": "true",
        "github.event.issue.state": "open",
        "github.event.issue.number": "7",
        "github.event.issue.body": body,
    }
    return machine.run("dome.yml", "example")


def test_a_complete_issue_becomes_a_branch_and_a_pull_request(clone: Machine) -> None:
    """With the one new file, by the bot, and a pull request that closes the issue."""
    steps = issue(clone, ISSUE)
    assert [step.status for step in steps] == [0, 0], steps[-1].said
    origin = clone.checkout.parent / "origin"
    changed = git(origin, "diff", "--name-status", "main", "dome/sak-7")
    assert changed == f"A\texamples/{NAME}.yml\n"
    told = git(origin, "log", "-1", "--format=%an|%s", "dome/sak-7")
    assert told == "github-actions[bot]|Add the example of issue #7\n"
    viewed, created = asked_of(clone, "gh")
    assert viewed[:3] == ["pr", "view", "dome/sak-7"]
    assert created[:4] == ["pr", "create", "--head", "dome/sak-7"]
    assert "Lukkar #7" in created[-1]
    # And what is pushed is right
    git(clone.checkout, "switch", "--quiet", "dome/sak-7")
    load.cache_clear()
    assert NAME in load(clone.checkout).examples


def test_an_edited_issue_renews_its_pull_request(clone: Machine) -> None:
    """The branch is pushed anew, over the old one; no second pull request is made."""
    git(clone.checkout, "push", "--quiet", "origin", "main:dome/sak-7")
    (clone.checkout / "later.txt").write_text("main has gone on")
    git(clone.checkout, "add", "later.txt")
    git(clone.checkout, "commit", "--quiet", "--amend", "--message", "Another start")
    steps = issue(clone, ISSUE, **{"pr view": "OPEN"})
    assert [step.status for step in steps] == [0, 0], steps[-1].said
    origin = clone.checkout.parent / "origin"
    assert git(origin, "log", "--format=%s", "dome/sak-7").startswith("Add the example of issue #7")
    assert [asked[:2] for asked in asked_of(clone, "gh")] == [["pr", "view"]]


def test_an_incomplete_issue_is_answered(clone: Machine) -> None:
    """In one comment that says what to mend. What stands in the issue is never run."""
    mean = "$(touch ran) `touch ran`; touch ran"
    body = ISSUE.replace("Bø kommune", "_No response_", 1).replace("timane.", f"timane. {mean}", 1)
    steps = issue(clone, body)
    assert [step.status for step in steps] == [0, 0], steps[-1].said
    (comment,) = (record for record in clone.records if record["program"] == "gh")
    assert comment["asked"][:3] == ["issue", "comment", "7"]
    assert {"--edit-last", "--create-if-none"} < set(comment["asked"])
    assert comment["body"].startswith("Dette må rettast før svara kan bli eit døme.")
    faults = [line for line in comment["body"].splitlines() if line.startswith("- ")]
    assert faults == ["- Kva heiter verksemda?: Spørsmålet er ikkje svart på."]
    assert not list(clone.checkout.parent.rglob("ran"))
    assert git(clone.checkout, "status", "--porcelain") == ""
    assert git(clone.checkout.parent / "origin", "branch", "--list", "dome/*") == ""


def test_an_issue_that_is_no_example_is_left_alone(clone: Machine) -> None:
    """No step is run for one that is closed."""
    machine = clone
    machine.context = {
        "contains(github.event.issue.labels.*.name, 'døme')": "true",
        "github.event.issue.state": "closed",
    }
    assert machine.run("dome.yml", "example") == []


def all_fresh(machine: Machine) -> None:
    """Let every source and example be checked today, and every address be in the register."""
    for path in (
        machine.checkout / "docs/data/sources.yml",
        *machine.checkout.glob("examples/*.yml"),
    ):
        path.write_text(CHECKED_ANEW.sub(rf"\g<1>{date.today()}", path.read_text()))
    python = machine.checkout / ".venv/bin/python"
    command = [str(python), "-m", "macros", "--root", str(machine.checkout), "ids"]
    subprocess.run(command, cwd=machine.checkout, check=True, capture_output=True)


def test_a_week_with_nothing_due_is_quiet(clone: Machine) -> None:
    """Every link is tried, by the recorder; the report is kept, and no issue is written."""
    all_fresh(clone)
    steps = clone.run("weekly.yml", "fresh")
    assert [step.status for step in steps] == [0, 0], steps[-1].said
    assert clone.context["needs.fresh.outputs.found"] == "false", clone.summary
    tried = {url for (url,) in asked_of(clone, "python")}
    assert {source.url for source in load(ROOT).sources.values()} <= tried
    assert clone.artifacts["report"].read_text() == clone.summary
    assert "0 verkar ikkje" in clone.summary
    assert clone.run("weekly.yml", "tell") == []
    assert asked_of(clone, "gh") == []


def test_what_is_due_is_told_in_one_issue(clone: Machine) -> None:
    """One week a source from long ago opens it; the next, a link that is gone is written over
    it."""
    all_fresh(clone)
    old, gone = list(load(ROOT).sources.values())[:2]
    sources = clone.checkout / "docs/data/sources.yml"
    fresh = sources.read_text()
    entry = re.search(rf"(?m)^- id: {old.id}\n(?:  .*\n)*", fresh)
    assert entry
    aged = fresh.replace(entry[0], CHECKED_ANEW.sub(r"\g<1>2020-01-31", entry[0]))

    sources.write_text(aged)
    written = told(clone, {})
    assert written["asked"][:2] == ["issue", "create"]
    assert f"{old.id}: sist sjekka 2020-01-31" in written["body"]
    assert "\n- http" not in written["body"]

    sources.write_text(fresh)
    written = told(clone, {"gone": [gone.url], "issue list": "12"})
    assert written["asked"][:3] == ["issue", "edit", "12"]
    assert "sist sjekka 2020" not in written["body"]
    assert re.findall(r"(?m)^- (\S+): (\d+)", written["body"]) == [(gone.url, "404")]


def told(machine: Machine, answers: dict[str, object]) -> dict[str, Any]:
    """Run the weekly jobs, and give what was asked of `gh` to write the issue."""
    machine.answers = answers
    steps = machine.run("weekly.yml", "fresh") + machine.run("weekly.yml", "tell")
    assert [step.status for step in steps] == [0, 0, 0], steps[-1].said
    listed, written = [record for record in machine.records if record["program"] == "gh"][-2:]
    assert listed["asked"][:2] == ["issue", "list"]
    return written


def test_a_changed_section_of_the_law_is_told(clone: Machine, tmp_path: Path) -> None:
    """Both of Lovdata's archives are fetched, and what differs stands in an issue."""
    clone.answers = {"curl": str(packed(tmp_path / "law.tar.bz2", {FILE: LAW}))}
    steps = clone.run("lov.yml", "compare")
    assert [step.status for step in steps] == [0, 0], steps[-1].said
    fetched = [asked[-1].rsplit("/", 1)[-1] for asked in asked_of(clone, "curl")]
    assert fetched == ["gjeldende-lover.tar.bz2", "gjeldende-sentrale-forskrifter.tar.bz2"]
    (told,) = clone.run("lov.yml", "tell")
    assert told.status == 0, told.said
    created = clone.records[-1]
    assert created["asked"][:4] == ["issue", "create", "--title", "Regelverket er endra"]
    assert "§ 5a" in created["body"]


def leave_documents_as_they_are(machine: Machine) -> None:
    """Let no document of the clone tell its address, so that all of them are in the cache.

    To make them again takes a minute of processor time. Another test reads what they tell."""
    code = machine.checkout / "macros/site/edition_files.py"
    asked, text = "manuscript(view, root, d, site_url)", code.read_text()
    assert asked in text
    code.write_text(text.replace(asked, 'manuscript(view, root, d, "")'))


def test_what_is_published_is_the_whole_site(clone: Machine) -> None:
    """Built for the address GitHub gives, and packed with the files that begin with a full stop."""
    leave_documents_as_they_are(clone)
    steps = clone.run("publish.yml", "build")
    assert [step.status for step in steps] == [0, 0], steps[-1].said
    with tarfile.open(clone.artifacts["github-pages"]) as archive:
        names = archive.getnames()
        home = archive.extractfile("./index.html")
        assert home
        assert f'<link rel="canonical" href="{ADDRESS}/">' in home.read().decode()
    assert {"./.well-known/security.txt", "./nb/index.html", "./404.html", "./_headers"} <= set(
        names
    )
    kept = {
        f"./{path.relative_to(clone.checkout / 'site')}"
        for path in (clone.checkout / "site").rglob("*")
    }
    assert kept == set(names) - {"."}


def test_every_step_is_run_here_or_said_not_to_be() -> None:
    """A new job needs a test above; what cannot be run stands in CONTRIBUTING."""
    ran = set(
        re.findall(r'\.run\("([\w.]+)", "(\w+)"\)', Path(__file__).read_text(encoding="utf-8"))
    )
    told = (ROOT / "CONTRIBUTING.md").read_text()
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        for name, job in yaml.safe_load(path.read_text())["jobs"].items():
            commands = {step["run"] for step in job["steps"] if "run" in step}
            if (path.name, name) not in ran:
                assert commands <= NOT_RUN, (path.name, name)
            for step in job["steps"]:
                action = step.get("uses", "").split("@")[0]
                assert not action or f"`{action}`" in told, action
    for command in NOT_RUN:
        assert f"`{command}`" in told.split("## The workflows")[1].split("\n## ")[0]
