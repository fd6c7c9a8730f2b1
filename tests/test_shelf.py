"""What was made of a text is kept for the next run, and made anew when anything it came from is
another."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from macros.content import EDITIONS
from macros.site import shelf as module
from macros.site.cache import Cache
from macros.site.kept_pages import PAGES, kept_pages
from macros.site.shelf import Shelf

from .conftest import ROOT


@pytest.fixture
def read(tmp_path: Path) -> Path:
    """A folder that what is kept depends on."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/labels.yml").write_text("one")
    return tmp_path / "data"


def _shelf(read: Path) -> Shelf:
    return Shelf(Cache(read.parent / "cache"), "name", [read])


def _made(shelf: Shelf, text: str, value: str) -> str:
    return str(shelf.made(shelf.key(text), lambda: value))


def _keep(read: Path, *texts: str) -> None:
    shelf = _shelf(read)
    for text in texts:
        assert _made(shelf, text, f"made of {text}") == f"made of {text}"
    shelf.save()


def test_what_was_made_is_not_made_again(read: Path) -> None:
    """Not in the next run, and not in the one after it."""
    _keep(read, "text")
    for _ in range(2):
        shelf = _shelf(read)
        assert _made(shelf, "text", "anew") == "made of text"
        assert _made(shelf, "other", "anew") == "anew"
        shelf.save()


def _data(read: Path, patch: pytest.MonkeyPatch) -> None:
    (read / "labels.yml").write_text("two")


def _file(read: Path, patch: pytest.MonkeyPatch) -> None:
    (read / "more.yml").write_text("")


def _code(read: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(module, "digest", lambda paths: "another")
    module._code.cache_clear()


def _package(read: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(module.os, "listdir", lambda folder: ["Markdown-99.dist-info"])
    module._code.cache_clear()


@pytest.mark.parametrize("change", [_data, _file, _code, _package])
def test_all_is_made_anew_when_what_it_came_from_has_changed(
    read: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path, pytest.MonkeyPatch], None]
) -> None:
    """The data, the list of its files, our own code, or a package."""
    _keep(read, "text")
    change(read, monkeypatch)
    assert _made(_shelf(read), "text", "anew") == "anew"
    monkeypatch.undo()
    module._code.cache_clear()


def test_what_was_read_while_the_data_changed_is_not_kept(read: Path) -> None:
    """It may have come from the new data, and would be believed when the old data are back."""
    shelf = _shelf(read)
    (read / "labels.yml").write_text("two")
    _made(shelf, "text", "made of the new data")
    shelf.save()
    (read / "labels.yml").write_text("one")
    assert _made(_shelf(read), "text", "anew") == "anew"


def test_what_a_run_did_not_need_is_forgotten(read: Path) -> None:
    """Or the file would grow with every text that ever was."""
    _keep(read, "first", "second")
    _keep(read, "second")
    shelf = _shelf(read)
    assert _made(shelf, "first", "anew") == "anew"
    assert _made(shelf, "second", "anew") == "made of second"


def test_a_damaged_file_is_an_empty_shelf(read: Path) -> None:
    """It is made again, and takes the place of the damaged one."""
    _keep(read, "text")
    path = read.parent / "cache" / "name"
    path.write_bytes(path.read_bytes()[:-1])
    shelf = _shelf(read)
    assert _made(shelf, "text", "anew") == "anew"
    shelf.save()
    assert _made(_shelf(read), "text", "never") == "anew"


TEXT = '# Topp {: #topp }\n\n[a](om.md#sist) [b](#her)\n\n## Meir\n\n<p id="her" markdown>x</p>\n'


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    """The settings of the real site, for a project of its own."""
    found = load_config(str(ROOT / "mkdocs.yml"))
    found.plugins._current_plugin = "test"
    found.mdx_configs["macros.site.kept_pages"] = {"shelf": kept_pages(tmp_path, EDITIONS["nn"])}
    return found


def _rendered(config: MkDocsConfig, *others: str, text: str = TEXT, name: str = "index.md") -> Page:
    """The page `name`, in a site that has the pages `others` beside it."""
    files = Files([File.generated(config, each, content="") for each in (name, *others)])
    file = files.get_file_from_path(name)
    assert file
    page = Page(None, file, config)
    page.markdown = text
    page.render(config, files)
    return page


def _all(page: Page) -> tuple[object, ...]:
    """All that MkDocs takes from a converted page."""
    linked = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
    toc = [(item.title, item.id, item.level, len(item.children)) for item in page.toc]
    return page.content, toc, page.title, page.present_anchor_ids, linked


def _shelf_of(config: MkDocsConfig) -> Shelf:
    shelf = config.mdx_configs["macros.site.kept_pages"]["shelf"]
    assert isinstance(shelf, Shelf)
    return shelf


def _mark(config: MkDocsConfig) -> None:
    """Change what is kept, so that a page tells whether it was taken from there."""
    for kept in _shelf_of(config)._now.values():
        kept["html"] = "kept"


def test_a_kept_page_is_as_a_converted_one(config: MkDocsConfig) -> None:
    """The HTML, the table of contents, the title, the anchors, and the anchors it links to."""
    first = _all(_rendered(config, "om.md"))
    assert first[2:] == ("Topp", {"topp", "her", "meir"}, {
        "om.md": {"sist": "om.md#sist"}, "index.md": {"her": "#her"},
    })  # fmt: skip
    assert _all(_rendered(config, "om.md")) == first
    _mark(config)
    assert _all(_rendered(config, "om.md")) == ("kept", *first[1:])


def test_another_text_or_another_page_is_converted(config: MkDocsConfig) -> None:
    """The same text on another page has other links."""
    _rendered(config, "om.md")
    _mark(config)
    assert _rendered(config, "om.md", text=f"{TEXT}\n").content != "kept"
    assert 'href="../om/' in str(
        _rendered(config, "om.md", name="to.md", text="[a](om.md)").content
    )


def test_a_page_whose_link_leads_elsewhere_is_converted_and_warned_of_once(
    config: MkDocsConfig, caplog: pytest.LogCaptureFixture
) -> None:
    """A page that was kept while its target was there, and a page that never had one."""
    for before in (("om.md",), ()):
        _rendered(config, *before)
        _mark(config)
        caplog.clear()
        with caplog.at_level(logging.WARNING, "mkdocs"):
            page = _rendered(config)
        assert ('href="om.md#sist"' in str(page.content)) == bool(before)
        assert [record.getMessage().count("'om.md'") for record in caplog.records] == [1]
        _shelf_of(config)._now.clear()


def test_another_engine_converts_every_page(config: MkDocsConfig) -> None:
    """One that has not got the processors of MkDocs."""
    name = "macros.site.kept_pages"
    markdown = Markdown(extensions=[name], extension_configs={name: config.mdx_configs[name]})
    assert markdown.convert("# Topp") == "<h1>Topp</h1>"
    assert _shelf_of(config)._now == {}


def test_the_build_keeps_its_pages(site: Path) -> None:
    """Every page of the real site is kept for the next build."""
    for code, edition in EDITIONS.items():
        kept = Shelf(Cache(ROOT / PAGES), code, [])._before
        pages = list((site / edition.prefix).rglob("index.html"))
        assert len(kept) > 0.8 * len(pages) / (2 if code == "nn" else 1)
