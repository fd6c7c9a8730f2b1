"""An edition is a row and its texts: none stands in for another, and a third one needs no change
of the program."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup

from macros.content import EDITIONS, Content, UnknownEditionError, View, edition, others

from .conftest import ROOT, build

# A language that Material has words for, as it must
ROW = '    Edition("da", "da-DK", "da/", "docs/da", "mkdocs.da.yml", "Dansk", "millioner"),\n'


@pytest.mark.parametrize(
    "ask",
    [
        lambda content: edition("se"),
        lambda content: others("se"),
        lambda content: View.of(content, "se"),
        lambda content: content.label("sources", "se"),
        lambda content: content.questions["kapasitet"].title["se"],
        lambda content: content.questions["kapasitet"].why["se"],
        lambda content: next(iter(content.terms.values()))["se"],
        lambda content: next(iter(content.terms.values())).aliases["se"],
    ],
)
def test_an_edition_that_has_no_row_is_refused(content: Content, ask: Any) -> None:
    """Before, whatever was not nynorsk got the words of bokmål."""
    with pytest.raises(UnknownEditionError, match=r"«se» finst ikkje\. Lovlege verdiar: nn, nb\."):
        ask(content)


def test_a_configuration_of_an_unknown_edition_stops_the_build_in_a_line(
    small_project: Path,
) -> None:
    """Before, it was built as nynorsk."""
    config = small_project / "mkdocs.yml"
    config.write_text(
        re.sub(r"^  edition: nn$", "  edition: se", config.read_text(), flags=re.MULTILINE)
    )
    done = build(small_project, small_project / "site")
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "mkdocs.yml:1: «extra.edition»: «se» finst ikkje. Lovlege verdiar: nn, nb." in said
    assert "Traceback" not in said


def with_a_third(value: Any) -> Any:
    """`value` with a text for «da» wherever there is one for nn and one for nb."""
    if isinstance(value, list):
        return [with_a_third(item) for item in value]
    if not isinstance(value, dict):
        return value
    found = {key: with_a_third(item) for key, item in value.items()}
    if {"nn", "nb"} <= found.keys():
        found["da"] = f"DA {found['nb']}" if isinstance(found["nb"], str) else []
    return found


@pytest.fixture
def three(small_project: Path) -> Path:
    """The small project with a third edition: a row, texts, pages, and a configuration."""
    shutil.copytree(ROOT / "macros", small_project / "macros")
    rows = small_project / "macros/content/editions.py"
    last = next(line for line in rows.read_text().splitlines(keepends=True) if '"Bokmål"' in line)
    rows.write_text(rows.read_text().replace(last, last + ROW))
    for path in (small_project / "docs/data").rglob("*.yml"):
        data = with_a_third(yaml.load(path.read_text(), yaml.CSafeLoader))
        path.write_text(yaml.safe_dump(data, allow_unicode=True))
    shutil.copytree(small_project / "docs/nb", small_project / "docs/da")
    config = (small_project / "mkdocs.nb.yml").read_text()
    config = re.sub(r"\b(edition|language): nb\b", r"\1: da", config)
    (small_project / "mkdocs.da.yml").write_text(re.sub(r"\b(docs|site)/nb\b", r"\1/da", config))
    return small_project


def test_a_third_edition_is_a_row_and_its_texts(three: Path) -> None:
    """Right words, right `lang`, right addresses, and links between all three."""
    done = build(three, three / "site", SITE_URL="https://rettleiing.example.no/")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr
    for code, prefix in (("nn", ""), ("nb", "nb/"), ("da", "da/")):
        page = BeautifulSoup((three / f"site/{prefix}om/index.html").read_text(), "html.parser")
        assert page.html and page.html["lang"] == code
        heading = page.select_one("#kjelder-paa-sida")
        assert (
            heading
            and heading.get_text().split(" (")[0]
            == {"nn": "Kjelder", "nb": "Kilder", "da": "DA Kilder"}[code]
        )
        links = {
            str(link["hreflang"]): str(link["href"]) for link in page.select("head link[hreflang]")
        }
        assert links == {
            "nn": "https://rettleiing.example.no/om/",
            "nb": "https://rettleiing.example.no/nb/om/",
            "da": "https://rettleiing.example.no/da/om/",
        }
        tools = page.select(".site-header__tools a[hreflang]")
        names = {"nn": "Nynorsk", "nb": "Bokmål", "da": "Dansk"}
        assert {str(tool["hreflang"]): tool.get_text() for tool in tools} == {
            other: name for other, name in names.items() if other != code
        }
        for tool in tools:
            target = (three / f"site/{prefix}om" / str(tool["href"]) / "index.html").resolve()
            assert f'<html lang="{tool["hreflang"]}"' in target.read_text()


@pytest.mark.parametrize("code", EDITIONS)
def test_a_sitemap_has_every_page_of_its_edition(small_project: Path, code: str) -> None:
    """The one at the root has those of the others too, each once."""
    site = small_project / "site"
    assert build(small_project, site, SITE_URL="https://rettleiing.example.no/").returncode == 0
    prefix = EDITIONS[code].prefix
    text = (site / prefix / "sitemap.xml").read_text()
    listed = re.findall(r"<loc>https://rettleiing\.example\.no/(.*?)</loc>", text)
    assert len(listed) == len(set(listed))
    assert {f"{prefix}om/", prefix} <= set(listed)
    assert all((site / address / "index.html").is_file() for address in listed)
    assert any(address.startswith("nb/") for address in listed)
    assert (code == "nb") == all(address.startswith("nb/") for address in listed)
