"""What `mkdocs serve` rebuilds after an edit is, byte for byte, what a clean build gives."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build as build_whole
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from macros.content import Content
from macros.content.dates import GRACE, today
from macros.site import incremental
from macros.site.incremental import SOURCES, Incremental, built

from .conftest import ROOT, build, copy_project

EDITS = 12


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


class Served:
    """A project as `mkdocs serve` has it: built once, and again at every change.

    `wholes` counts the whole builds after the first. They are not done, since `build` is tested
    elsewhere and takes long: what counts here is whether they are asked for."""

    def __init__(self, folder: Path) -> None:
        self.root, self.site, self.wholes = folder / "project", folder / "site", 0
        copy_project(self.root, warm=True)
        self.config = load_config(
            str(self.root / "mkdocs.yml"), site_dir=str(self.site), strict=True
        )
        build_whole(self.config)
        hooks = next(
            hook for name, hook in self.config.plugins.items() if name.endswith("hooks.py")
        )
        self.rebuild = Incremental(
            self.root, self.site, self.whole, lambda anew: hooks.checked(self.root, anew=anew)
        )

    def whole(self) -> None:
        self.wholes += 1

    def edit(self, path: str, old: str, new: str) -> None:
        """Change a file, with another time stamp however fast the test is."""
        file = self.root / path
        text = file.read_text()
        assert old in text, (path, old)
        file.write_text(text.replace(old, new, 1))


def test_serve_watches_all_that_a_site_is_made_of() -> None:
    """An edit that is not seen is never shown."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    watched = {Path(path) for path in [config.config_file_path, *config.watch]}
    assert {ROOT / name for name in SOURCES} <= watched


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, site: Path) -> Iterator[Served]:
    """The project, built once for all tests: each edits it further.

    It is built after the real `site`, which leaves its documents in the cache."""
    folder = tmp_path_factory.mktemp("served")
    with pytest.MonkeyPatch.context() as patch:
        copied = folder / "project"
        copied.mkdir()
        patch.chdir(copied)
        built.cache_clear()
        yield Served(folder)
    built.cache_clear()


def test_what_an_editor_leaves_makes_nothing_again(tmp_path: Path, content: Content) -> None:
    """A swap file is no part of the site, and no reason to check it. A page is."""
    (tmp_path / "docs/nn").mkdir(parents=True)
    page = tmp_path / "docs/nn/om.md"
    page.write_text("# Om")
    done: list[str] = []

    def check(anew: bool) -> Content:
        done.append("check")
        return content

    rebuild = Incremental(tmp_path, tmp_path / "site", lambda: done.append("whole"), check)
    done.clear()
    for name in (".om.md.swp", "om.md~", "4913", ".#om.md", ".DS_Store"):
        (page.parent / name).write_bytes(b"\xff")
        rebuild()
        (page.parent / name).unlink()
        rebuild()
    assert done == []
    page.with_name("ny.md").write_text("# Ny")
    rebuild()
    assert done == ["check", "whole"]


def test_a_file_deleted_while_files_are_listed_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor that saves deletes the old file just before the new one takes its name."""
    gone = tmp_path / "docs/om.md"
    monkeypatch.setattr(incremental, "project_files", lambda folder: [gone])
    (tmp_path / "docs").mkdir()
    assert incremental._stamps(tmp_path) == {}


def test_random_edits_are_rebuilt_page_by_page(served: Served) -> None:
    """Texts of pages and examples, in both editions, without one whole build."""
    chance = random.Random(7)
    pages = sorted(
        path.relative_to(served.root).as_posix()
        for path in (served.root / "docs").glob("n[nb]/**/*.md")
    )
    examples = sorted(
        path.relative_to(served.root).as_posix() for path in served.root.glob("examples/*.yml")
    )
    for number in range(EDITS):
        if number % 2:
            served.edit(
                chance.choice(examples), "lesson: |-\n", f"lesson: |-\n  Prøve nummer {number}.\n"
            )
        else:
            path = chance.choice(pages)
            served.edit(path, "\n# ", f"\nPrøve nummer {number}.\n\n# ")
        served.rebuild()
    assert served.wholes == 0


def test_what_examples_say_reaches_every_page_that_shows_it(served: Served) -> None:
    """Its own page, the catalogue, the page of the question, the data and the feed."""
    name = "asker-kommune-verktoykasse-sosialt-ansvar"
    served.edit(
        f"examples/{name}.yml", "Kommunen hadde gjort tre", "Kommunen hadde faktisk gjort tre"
    )
    served.edit(f"examples/{name}.yml", "title: Verktøykasse", "title: Verktøykassen")
    served.rebuild()
    assert served.wholes == 0
    for path in (
        f"nb/eksempel/{name}/index.html",
        "nb/sporsmal/kapasitet/index.html",
        "data/examples.csv",
    ):
        assert "faktisk gjort tre" in (served.site / path).read_text(), path
    for path in (
        "nb/eksempel/index.html",
        "nb/eksempel/samanlikn/index.html",
        f"nb/data/eksempel/{name}.js",
    ):
        assert "Verktøykassen" in (served.site / path).read_text(), path


def test_a_fault_leaves_the_site_and_is_told_until_it_is_mended(served: Served) -> None:
    """The line, as at any build; then the mended text."""
    before = files(served.site)
    served.edit(
        "examples/bardu-kommune-anskaffelsesstrategi.yml", "language: nb", "language: bokmaal"
    )
    for _ in range(2):
        with pytest.raises(
            Abort, match=r"examples/bardu-kommune-anskaffelsesstrategi\.yml:\d+: «language»"
        ):
            served.rebuild()
    assert files(served.site) == before
    served.edit(
        "examples/bardu-kommune-anskaffelsesstrategi.yml", "language: bokmaal", "language: nb"
    )
    served.edit("docs/nb/om.md", "# Om nettstedet", "# Om dette nettstedet")
    served.rebuild()
    assert served.wholes == 0
    assert "Om dette nettstedet" in (served.site / "nb/om/index.html").read_text()


def test_after_all_this_the_site_is_what_a_clean_build_gives(
    served: Served, tmp_path: Path
) -> None:
    """Byte for byte, after every edit above."""
    done = build(served.root, tmp_path / "clean")
    assert done.returncode == 0, done.stderr
    one, other = files(served.site), files(tmp_path / "clean")
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


WHOLE = {
    "a label": ("docs/data/labels/example.yml", "nn: Kort fortalt,", "nn: Kort sagt,"),
    "the name of a page in the menu": ("docs/nn/ordliste.md", "title: Ordliste", "title: Ord"),
    "the style": ("docs/theme/assets/styles.css", "--ink:#1c2329", "--ink:#1c2328"),
    "a template": ("docs/templates/kapittel.nn.md", "\n# ", "\nNy tekst.\n\n# "),
    "the day an example was checked": (
        "examples/bardu-kommune-anskaffelsesstrategi.yml", "checked: 2026-11-24",
        f"checked: {today() + GRACE}",  # later than any day that the content may have
    ),
}  # fmt: skip


@pytest.mark.parametrize("edit", WHOLE.values(), ids=WHOLE.keys())
def test_what_all_pages_share_means_a_whole_build(
    served: Served, edit: tuple[str, str, str]
) -> None:
    """Once, and not again before the next edit."""
    before = served.wholes
    served.edit(*edit)
    served.rebuild()
    served.rebuild()
    assert served.wholes == before + 1


def test_new_and_removed_files_mean_a_whole_build(served: Served) -> None:
    """A page or an example more or less changes lists everywhere."""
    before = served.wholes
    example = served.root / "examples/bardu-kommune-anskaffelsesstrategi.yml"
    text = example.read_text()
    copy = served.root / "examples/bo-kommune-proeve.yml"
    copy.write_text(
        text.replace("bardu-kommune-anskaffelsesstrategi", "bo-kommune-proeve").replace(
            "Bardu", "Bø"
        )
    )
    served.rebuild()
    assert served.wholes == before + 1
    copy.unlink()
    served.rebuild()
    assert served.wholes == before + 2
