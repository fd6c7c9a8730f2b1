"""Run the jobs of a workflow here: its `run:` steps in order, in a clean clone, without a network.

`gh`, `curl` and Python's network are replaced by the recorders in `tests/recorders/`, and `origin`
is a bare repository on the disk, so that a push can be read. The actions of others are not run:
what the steps around them need of them is done by `_ACTIONS`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros import ROOT

RECORDERS = ROOT / "tests" / "recorders"
ADDRESS = "https://rettleiing.example.no"
_LONG_AGO = 1_000_000_000
# What GitHub gives. An expression that is not here fails the test that meets it.
CONTEXT = {
    "github.server_url": "https://github.com",
    "github.repository": "example/strategi",
    "github.token": "not-a-token",
    "github.run_id": "1",
    "steps.pages.outputs.base_url": ADDRESS,
    "vars.CONTACT": "post@example.no",
    "vars.PUBLISHER": "Eksempelkommunen",
    "runner.temp": "{temp}",
}


@dataclass
class Step:
    """A step that was run: its commands, what it said, and whether it went well."""

    commands: str
    said: str
    status: int


@dataclass
class Machine:
    """What a run of one workflow has: a checkout, artifacts, and what its jobs gave each other."""

    checkout: Path
    context: dict[str, str] = field(default_factory=dict)
    answers: dict[str, Any] = field(default_factory=dict)
    artifacts: dict[str, Path] = field(default_factory=dict)
    records: list[dict[str, Any]] = field(default_factory=list)
    summary: str = ""

    def run(self, workflow: str, name: str) -> list[Step]:
        """Run the job `name` until a step fails. A job whose condition does not hold runs none.

        Raises KeyError for an expression or an action that nothing here stands in for.
        """
        path = self.checkout / ".github/workflows" / workflow
        job = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"][name]
        temp = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self.checkout.parent))
        self.context |= {**CONTEXT, **self.context, "runner.temp": str(temp)}
        if not self._holds(job.get("if", "")):
            return []
        folder = self.checkout if "actions/checkout@" in str(job["steps"]) else temp
        done: list[Step] = []
        for step in job["steps"]:
            if "uses" in step:
                self._use(step, folder)
                continue
            done.append(self._step(step, folder, temp))
            if done[-1].status:
                break
        for key, value in job.get("outputs", {}).items() if not done or not done[-1].status else ():
            self.context[f"needs.{name}.outputs.{key}"] = self._filled(value)
        return done

    def _step(self, step: dict[str, Any], folder: Path, temp: Path) -> Step:
        files = {name: temp / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "RECORDS")}
        for file in files.values():
            file.write_text("")
        environment = {
            **{key: os.environ[key] for key in ("HOME", "LANG") if key in os.environ},
            "PATH": f"{RECORDERS}{os.pathsep}{os.environ['PATH']}",
            # The clone's own code before the project that the tools are installed with
            "PYTHONPATH": f"{RECORDERS}{os.pathsep}{self.checkout}",
            "RUNNER_TEMP": str(temp),
            "ANSWERS": json.dumps(self.answers),
            **{name: str(file) for name, file in files.items()},
            **{key: self._filled(value) for key, value in step.get("env", {}).items()},
        }
        # As GitHub runs a step that names no shell
        command = ["bash", "-e", "-c", step["run"]]
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, check=False, text=True
        )
        self.summary += files["GITHUB_STEP_SUMMARY"].read_text()
        self.records += map(json.loads, files["RECORDS"].read_text().splitlines())
        for key, value in re.findall(r"(?m)^(\w+)=(.*)$", files["GITHUB_OUTPUT"].read_text()):
            self.context[f"steps.{step['id']}.outputs.{key}"] = value
        return Step(step["run"], done.stdout + done.stderr, done.returncode)

    def _use(self, step: dict[str, Any], folder: Path) -> None:
        action = step["uses"].split("@")[0]
        wanted = {key: self._filled(str(value)) for key, value in step.get("with", {}).items()}
        _ACTIONS[action](self, folder, wanted)

    def _filled(self, text: str) -> str:
        return re.sub(r"\$\{\{ *(.*?) *\}\}", lambda match: self.context[match[1]], text)

    def _holds(self, condition: str) -> bool:
        """Whether a condition holds, of those that our jobs have: `a == 'b'`, joined by `&&`."""
        for part in condition.split(" && ") if condition else ():
            name, _, wanted = part.partition(" == ")
            if self.context[name] != (wanted.strip("'") or "true"):
                return False
        return True


def _nothing(machine: Machine, folder: Path, wanted: dict[str, str]) -> None:
    """The checkout and Python are there."""


def _upload(machine: Machine, folder: Path, wanted: dict[str, str]) -> None:
    path = folder / wanted["path"]
    assert path.exists(), f"nothing to upload: {wanted['path']}"
    machine.artifacts[wanted["name"]] = path


def _download(machine: Machine, folder: Path, wanted: dict[str, str]) -> None:
    shutil.copy(machine.artifacts[wanted["name"]], folder)


Action = Callable[[Machine, Path, dict[str, str]], None]
_ACTIONS: dict[str, Action] = {
    "actions/checkout": _nothing,
    "actions/setup-python": _nothing,
    "actions/cache": _nothing,
    "actions/configure-pages": _nothing,
    "actions/upload-artifact": _upload,
    "actions/download-artifact": _download,
}


def clean_clone(folder: Path) -> Path:
    """A clone of the project as it would be committed now, with `origin` beside it on the disk.

    The installed environment is reused: `make` finds it in place, and installs nothing.
    """
    listed = _git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():  # and not taken away, but still in git's list
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
            os.utime(folder / name, (_LONG_AGO, _LONG_AGO))  # older than what was installed from it
    _git(folder, "init", "--quiet", "--initial-branch", "main")
    for key, value in (("user.name", "Test"), ("user.email", "test@example.no")):
        _git(folder, "config", key, value)
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", "All")
    origin = folder.parent / f"{folder.name}-origin"
    _git(folder, "clone", "--quiet", "--bare", str(folder), str(origin))
    _git(folder, "remote", "add", "origin", str(origin))
    (folder / ".venv").mkdir()
    for entry in (ROOT / ".venv").iterdir():
        if entry.name not in ("ready", "installed"):
            (folder / ".venv" / entry.name).symlink_to(entry)
    (folder / ".venv/installed").touch()
    os.utime(folder / ".venv/installed", (_LONG_AGO, _LONG_AGO))
    (folder / "browser/node_modules").symlink_to(ROOT / "browser/node_modules")
    (folder / ".cache").symlink_to(ROOT / ".cache")  # finished documents, by all that makes them
    # Links, which .gitignore does not take for the folders they stand for
    (folder / ".git/info/exclude").write_text("/.cache\n/browser/node_modules\n")
    return folder


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=True, text=True).stdout
