"""How the site is built: reproducibly, whole or not at all, and with settings from the
environment."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect

from macros.__main__ import _parser, main
from macros.checks.links import CONVERTED
from macros.content import Content
from macros.documents import DOCUMENTS
from macros.site.kept_pages import PAGES

from .conftest import ADDRESSED, ROOT, build, copy_project


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_same_input_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """Built at another time, in another folder, and with every page converted again."""
    copy_project(tmp_path / "project", warm=True)
    for kept in (PAGES, CONVERTED):
        shutil.rmtree(tmp_path / "project" / kept)
    assert build(tmp_path / "project", tmp_path / "again").returncode == 0
    first, second = _files(site), _files(tmp_path / "again")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_what_is_kept_gives_the_same_bytes_and_a_fault_leaves_the_old_site(
    site: Path, tmp_path: Path
) -> None:
    """First a build of nothing but what was made before. Then one line for each fault, a status
    that is not 0, and not a byte changed in what was there."""
    project, old = tmp_path / "project", tmp_path / "site"
    copy_project(project, warm=True)
    assert build(project, old).returncode == 0
    before = _files(old)
    assert before == _files(site)
    page = project / "docs/nb/strategi.md"
    page.write_text(
        page.read_text().replace('{{ question("kapasitet") }}', '{{ question("kapsitet") }}', 1)
    )
    done = build(project, old)
    assert done.returncode == 1
    assert re.search(
        r"docs/nb/strategi\.md:\d+: question\(\): «kapsitet» finst ikkje\. Meinte du «kapasitet»\?",
        done.stdout,
    )
    assert _files(old) == before


@pytest.mark.parametrize("key", ["example.source", "form.choose"])
def test_a_label_that_is_missing_is_a_line_in_its_file(key: str, tmp_path: Path) -> None:
    """Used by a made page, by a macro: the build says which, and not where in our code."""
    copy_project(tmp_path, warm=True)
    file = f"docs/data/labels/{key.split('.')[0]}.yml"
    labels = tmp_path / file
    kept = [line for line in labels.read_text().splitlines() if not line.startswith(f"{key}:")]
    labels.write_text("\n".join(kept))
    done = build(tmp_path, tmp_path / "site")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert f"{file}:1: Ein tekst som nettstaden bruker, manglar: «{key}» finst ikkje." in said
    assert "Traceback" not in said and not (tmp_path / "site").exists()


def test_a_label_that_the_theme_lacks_is_told_at_the_template(tmp_path: Path) -> None:
    """With the line that asks for it, before anything is built."""
    copy_project(tmp_path, warm=True)
    labels = tmp_path / "docs/data/labels/site.yml"
    kept = [
        line for line in labels.read_text().splitlines() if not line.startswith("site.tagline:")
    ]
    labels.write_text("\n".join(kept))
    done = build(tmp_path, tmp_path / "site")
    assert done.returncode == 1
    assert re.search(
        r"docs/theme/[\w/.-]+:\d+: Malen bruker teksten «site\.tagline», som ikkje finst",
        done.stdout + done.stderr,
    )
    assert not (tmp_path / "site").exists()


def test_serve_shows_both_editions_and_reloads(tmp_path: Path, browser: Browser) -> None:
    """A change to a page, to shared content or to a script is soon there, also in a browser that
    has the page open."""
    copy_project(tmp_path, warm=True)
    shutil.copytree(
        ROOT / "browser", tmp_path / "browser", ignore=shutil.ignore_patterns("node_modules")
    )
    (tmp_path / "browser/node_modules").symlink_to(ROOT / "browser/node_modules")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "--strict",
        "--dev-addr",
        f"127.0.0.1:{port}",
    ]
    server = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )

    def shows(path: str, words: str) -> bool:
        for _ in range(120):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5) as answer:
                    if words in answer.read().decode():
                        return True
            except OSError:
                pass
            time.sleep(0.5)
        return False

    try:
        assert shows("sporsmal/kapasitet/", 'lang="nn"')
        assert shows("nb/sporsmal/kapasitet/", 'lang="nb"')
        assert shows("komponentar/", "button--primary")
        reader = browser.new_page()
        reader.goto(f"http://127.0.0.1:{port}/nb/om/")
        page = tmp_path / "docs/nb/om.md"
        page.write_text(page.read_text().replace("# Om nettstedet", "# Om dette nettstedet", 1))
        assert shows("nb/om/", "Om dette nettstedet")
        expect(reader.get_by_role("heading", level=1)).to_have_text(
            "Om dette nettstedet", timeout=20_000
        )
        reader.close()
        labels = tmp_path / "docs/data/labels/site.yml"  # a text that stands in no document
        labels.write_text(labels.read_text().replace("nn: Gå til innhald", "nn: Til innhaldet", 1))
        assert shows("sporsmal/kapasitet/", "Til innhaldet</a>")
        assert shows("komponentar/", "button--primary")
        script = tmp_path / "browser/site/menu.js"
        script.write_text(script.read_text().replace('"Escape"', '"Home"', 1))
        assert shows("assets/scripts/site.js", '"Home"')
    finally:
        server.terminate()
        server.wait()


def test_the_page_of_components_is_for_those_who_work_on_the_site(site: Path) -> None:
    """It is not published, and shows every class that the styles of the tools give a look to."""
    assert not list(site.rglob("komponentar*"))
    shown = set(re.findall(r"[\w-]+", (ROOT / "browser/styles/komponentar.md").read_text()))
    for name in ("button", "kind", "card", "tasks", "choice-card", "summary", "field"):
        styles = (ROOT / f"browser/styles/{name}.css").read_text()
        assert shown & set(re.findall(r"\.([a-z][\w-]+)", styles)), name


def test_an_address_gives_canonical_links_and_a_sitemap(published: Path) -> None:
    """With the day each page was last changed, so that the sitemap too is reproducible."""
    page = BeautifulSoup((published / "nb/grep/09-kontroll/index.html").read_text(), "html.parser")
    assert (
        page.select_one("link[rel=canonical]")["href"]
        == "https://rettleiing.example.no/nb/grep/09-kontroll/"
    )  # type: ignore[index]
    twins = {
        str(link["hreflang"]): str(link["href"])
        for link in page.select("link[rel~=alternate][hreflang]")
    }
    assert (
        page.select_one(".page-foot__address").get_text()
        == "https://rettleiing.example.no/nb/grep/09-kontroll/"
    )  # type: ignore[union-attr]
    assert twins == {
        "nn": "https://rettleiing.example.no/grep/09-kontroll/",
        "nb": "https://rettleiing.example.no/nb/grep/09-kontroll/",
    }
    sitemap = (published / "sitemap.xml").read_text()
    for address in (
        "https://rettleiing.example.no/grep/09-kontroll/",
        "https://rettleiing.example.no/nb/grep/09-kontroll/",
    ):
        assert f"<loc>{address}</loc>" in sitemap
    assert set(re.findall(r"<lastmod>(.*?)</lastmod>", sitemap)) <= {"2026-11-24"} | set(
        re.findall(r"\d{4}-\d\d-\d\d", "\n".join(p.read_text() for p in ROOT.glob("docs/**/*.md")))
    )


def test_every_file_says_where_it_lives(published: Path) -> None:
    """The permanent address of its page, on the first page or sheet, when the site has an
    address."""
    address = f"https://rettleiing.example.no/nb/nedlasting/{ADDRESSED}/"
    folder = published / "nb/nedlasting"
    for form, part in (
        ("docx", "word/document.xml"),
        ("odt", "content.xml"),
        ("xlsx", "xl/sharedStrings.xml"),
    ):
        with zipfile.ZipFile(folder / f"{ADDRESSED}-nb.{form}") as archive:
            assert address in archive.read(part).decode(), form
    assert json.loads((folder / f"{ADDRESSED}-nb.json").read_text())["address"] == address
    assert address in (folder / f"{ADDRESSED}-nb.md").read_text()
    done = subprocess.run(
        ["pdftotext", str(folder / f"{ADDRESSED}-nb.pdf"), "-"], capture_output=True, check=True
    )
    assert address in "".join(done.stdout.decode().split())


def test_settings_give_edit_link_contact_and_publisher(published: Path) -> None:
    """And the edit link leads to the file the text is in."""
    chapter = BeautifulSoup(
        (published / "sporsmal/kapasitet/index.html").read_text(), "html.parser"
    )
    assert chapter.select_one(".page-foot__edit a")["href"] == (  # type: ignore[index]
        "https://github.com/example/strategi/edit/main/docs/data/questions/kapasitet.yml"
    )
    page = BeautifulSoup((published / "nb/om/index.html").read_text(), "html.parser")
    assert page.select_one(".page-foot__edit a")["href"].endswith("/edit/main/docs/nb/om.md")  # type: ignore[index, union-attr]
    assert page.select_one(".feedback__no a[href^='mailto:post@example.no']")
    assert page.select_one(
        ".feedback__no a[href='https://github.com/example/strategi/issues/new/choose']"
    )
    assert "Eksempelkommunen" in page.select_one("footer").get_text()  # type: ignore[union-attr]


def test_every_link_to_mend_a_page_leads_to_a_file(published: Path) -> None:
    """A contributor who follows it finds the text she has just read, and not GitHub's page for a
    missing file."""
    lost = []
    for page in published.rglob("index.html"):
        html = page.read_text()
        links = re.findall(
            r'href="https://github\.com/example/strategi/(edit|tree)/main/([^"]+)"', html
        )
        assert links or 'content="noindex"' in html, page
        for how, path in links:
            there = (ROOT / path).is_file() if how == "edit" else (ROOT / path).is_dir()
            lost += [] if there else [(page.parent.relative_to(published).as_posix(), how, path)]
    assert lost == []


def test_without_settings_nothing_is_invented(site: Path) -> None:
    """No address, no repository, no contact: the site leaves out what needs them."""
    page = BeautifulSoup((site / "om/index.html").read_text(), "html.parser")
    assert not page.select("a[href^='mailto:'], link[rel=canonical], .page-foot__edit a")
    assert not page.select(".feedback"), "nobody is asked where nobody listens"


def test_write_gives_the_generated_pages_to_any_engine(
    tmp_path: Path, site: Path, content: Content
) -> None:
    """The very pages the site has, complete Markdown with no macro call left in them, and the
    files they link to."""
    assert main(["write", str(tmp_path)]) == 0
    written = {
        path.relative_to(tmp_path).as_posix(): path.read_text() for path in tmp_path.rglob("*.md")
    }
    chapters_and_tools = len(content.chapters) + 2
    assert len(written) == 2 * (chapters_and_tools + len(DOCUMENTS) + len(content.examples))
    assert all("{{ " not in text and text.startswith("---\ntitle:") for text in written.values())
    assert all(
        (site / name.removeprefix("nn/").removesuffix(".md") / "index.html").is_file()
        for name in written
    )
    for name, page in written.items():
        for link in re.findall(r"\]\((?!https?:|#|/|mailto:)([^)#]+)", page):
            known = (tmp_path / name).parent / link, ROOT / "docs" / Path(name).parent / link
            assert any(path.exists() for path in known), (name, link)


def _commands(
    parser: argparse.ArgumentParser, words: str
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command below `parser` by its words, such as «python -m macros law check»."""
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    for action in below:
        for name, command in action.choices.items():
            yield from _commands(command, f"{words} {name}")
    if not below:
        yield words, parser


def test_contributing_documents_every_command() -> None:
    """The table of commands and the commands that exist are the same, with no option that is not
    there."""
    section = (ROOT / "CONTRIBUTING.md").read_text().split("## Commands")[1].split("\n## ")[0]
    told = re.findall(r"(?m)^\| `([^`]+)` \|", section)
    targets = re.findall(r"(?m)^(\w+):.* ## ", (ROOT / "Makefile").read_text())
    assert {f"make {target}" for target in targets} == {
        line for line in told if line.startswith("make ")
    }

    programs = {
        room: {
            f"python -m {room}.{path.stem.replace('__main__', path.parent.name)}"
            for path in (*ROOT.glob(f"{room}/*.py"), *ROOT.glob(f"{room}/*/__main__.py"))
            if "__main__" in path.read_text()
        }
        for room in ("bench", "tools")
    }
    assert {line for line in told if line.startswith("python -m bench.")} == programs["bench"]
    # The other tools are run by a make target or by a test
    assert {line for line in told if line.startswith("python -m tools.")} <= programs["tools"]

    commands = dict(_commands(_parser(), "python -m macros"))
    found = set()
    for line in (line for line in told if line.startswith("python -m macros ")):
        name = next((name for name in commands if f"{line} ".startswith(f"{name} ")), None)
        options = set(re.findall(r"--[\w-]+", line))
        assert name or options == {"--version"}, f"there is no «{line}»"
        if name:
            found.add(name)
            known = {
                option for action in commands[name]._actions for option in action.option_strings
            }
            assert options <= known, line
    assert found | {"python -m macros check"} == set(commands)


def test_contributing_documents_every_macro() -> None:
    """The table for authors and the macros that exist are the same list."""
    from macros.pages.macros import MACROS

    table = re.findall(r"^\| `\{\{ (\w+)\(", (ROOT / "CONTRIBUTING.md").read_text(), re.MULTILINE)
    assert table == [macro.name for macro in MACROS]
