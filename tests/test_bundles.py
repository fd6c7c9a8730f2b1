"""Scripts and styles are bundled again when a source of theirs changes, by make and under
`mkdocs serve`."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from macros.site.bundles import bundle_again, sources, watched

from .conftest import ROOT

SCRIPTS, STYLES = "docs/theme/assets/scripts/site.js", "docs/theme/assets/styles.css"
PROGRAM = """
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
const text = readFileSync("site/main.js", "utf8");
if (text.includes("(((")) throw new SyntaxError("brackets in main.js");
mkdirSync("../docs/theme/assets/scripts", { recursive: true });
writeFileSync("../docs/theme/assets/scripts/site.js", text.toUpperCase());
"""


def made_for(changed: Path) -> list[str]:
    """Which of the bundles make would make if only `changed` were newer than they are."""
    done = subprocess.run(
        ["make", "-n", "-W", str(changed), SCRIPTS, STYLES],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    commands = {SCRIPTS: "run --silent build", STYLES: "run --silent styles"}
    return [bundle for bundle, command in commands.items() if command in done.stdout]


def test_make_bundles_again_after_any_change() -> None:
    """A script means both, since pages get their classes from scripts too; a sheet or a template
    means the styles."""
    own = [path.relative_to(ROOT) for path in sources(ROOT) if "tests" not in path.parts]
    scripts = [path for path in own if path.suffix == ".js" and len(path.parts) > 2]
    sheets = [path for path in own if path.suffix == ".css"]
    assert len(scripts) > 30 and len(sheets) > 5
    assert [path for path in scripts if made_for(path) != [SCRIPTS, STYLES]] == []
    assert [path for path in sheets if made_for(path) != [STYLES]] == []
    for path in (
        "docs/theme/main.html",
        "docs/theme/partials/header.html",
        "macros/pages/checklist.py",
    ):
        assert made_for(Path(path)) == [STYLES], path
    assert made_for(Path("docs/nn/om.md")) == []


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one script, and a program that bundles it."""
    for path, text in {
        "bundle.js": PROGRAM,
        "package.json": '{"type": "module"}',
        "site/main.js": "ein",
    }.items():
        (tmp_path / "browser" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "browser" / path).write_text(text)
    (tmp_path / "browser/node_modules/big").mkdir(parents=True)
    return tmp_path


def test_a_changed_script_is_bundled_again(project: Path) -> None:
    """And nothing is bundled for a text, or for a bundle itself, which would never end."""
    bundle = project / "docs/theme/assets/scripts/site.js"
    assert not bundle_again(
        project, [project / "docs/nn/om.md", bundle, project / "docs/theme/assets/styles.css"]
    )
    assert not bundle.exists()
    assert bundle_again(project, [project / "browser/site/main.js"])
    assert bundle.read_text() == "EIN"
    assert bundle_again(project, [project / "docs/theme/main.html"])


def test_a_fault_in_a_script_is_told_in_the_words_of_node(project: Path) -> None:
    """The site stays as it was, and is built again with the next change."""
    (project / "browser/site/main.js").write_text("(((")
    with pytest.raises(Abort, match=r"(?s)browser/bundle\.js stoppa\..*brackets in main\.js"):
        bundle_again(project, [project / "browser/site/main.js"])


def test_the_packages_are_not_watched(project: Path) -> None:
    """They are thousands of files, which nobody edits."""
    assert [path.name for path in watched(project)] == ["bundle.js", "package.json", "site"]
    assert project / "browser/site/main.js" in set(sources(project))
