"""An address once published is never lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect

from macros.__main__ import main
from macros.content import EDITIONS, Content, load
from macros.site.addresses import (
    ADDRESS_REGISTER,
    LostAnchorError,
    address_of,
    check_addresses,
    current,
    keep_anchors,
    register_addresses,
    unregistered,
)

from .conftest import MINI, ROOT, Broken, build, served

FILE = ADDRESS_REGISTER.as_posix()


def test_every_published_address_is_there(site: Path, content: Content) -> None:
    """In both editions, as a page or as the page that tells where it went; files as files."""
    assert check_addresses(ROOT, content) == []
    used = [
        line[4:]
        for line in (ROOT / ADDRESS_REGISTER).read_text().splitlines()
        if line.startswith("  - ")
    ]
    assert len(used) > 80
    for address in used:
        assert (site / address / "index.html").is_file() or (site / address).is_file(), address
        other = address.replace("-nn.", "-nb.")
        assert (site / "nb" / other / "index.html").is_file() or (site / "nb" / other).is_file(), (
            address
        )


def test_every_anchor_a_page_ever_had_leads_somewhere(pages: dict[str, BeautifulSoup]) -> None:
    """To the matter it was about, also where the heading it belonged to is gone."""
    lines = (Path(__file__).parent / "anchors.txt").read_text().splitlines()
    known = [line.split(": ") for line in lines if not line.startswith("#")]
    assert len(known) > 150
    lost = [
        f"{address}#{name}"
        for address, names in known
        for name in names.split()
        if (page := pages.get(address.removeprefix("."))) is None or page.find(id=name) is None
    ]
    assert lost == []
    old = pages["regelverk/"].find(id="der-eldre-rettleiing-tek-feil")
    assert old is not None
    heading = old.find_next("h2")
    assert heading is not None and heading["id"] == "oppheva"


def test_an_anchor_of_a_page_that_is_gone_is_told(broken: Broken) -> None:
    """As any other address in the register is."""
    register = "used: [./]\nmoved: {}\nwithdrawn: []\nanchors: {borte/: {gammalt: nytt}}\n"
    [problem] = broken(FILE, None, register)
    assert "«borte/» under anchors er ikkje ei side som finst." in problem


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_old_anchor_that_leads_nowhere_is_told_at_its_line(broken: Broken, edition: str) -> None:
    """By `check`, since the build would stop; an anchor may lead to another in each edition."""
    goals = {**dict.fromkeys(EDITIONS, "overskrift"), edition: "finst-ikkje"}
    register = (
        "used: [./]\nmoved: {}\nwithdrawn: []\nanchors:\n  ./:\n    gammalt: "
        f"{{nn: {goals['nn']}, nb: {goals['nb']}}}\n"
    )
    [problem] = broken(FILE, None, register)
    assert f"{FILE}:6: {edition}/./: «#gammalt» skal vise til «#finst-ikkje»" in problem


def test_an_old_anchor_is_put_where_the_new_one_is() -> None:
    """Before the heading, once, and never beside the same anchor; a lost one is told."""
    page = '<h2 id="ein">1</h2><h2 class="x" id="to">2</h2>'
    kept = keep_anchors(page, {"gammal": "to", "ein": "to"})
    assert kept == page.replace("<h2 class", '<span id="gammal"></span><h2 class')
    with pytest.raises(LostAnchorError, match="«#gammal» skal vise til «#tre», men det ankeret"):
        keep_anchors(page, {"gammal": "tre"})


def test_every_page_but_new_examples_is_registered(content: Content) -> None:
    """A contributor with an example needs no command; the weekly run tells when one is not in
    the register."""
    assert [name for name in unregistered(ROOT, content) if not name.startswith("eksempel/")] == []


@pytest.mark.parametrize(
    ("register", "message"),
    [
        (
            "used: [./, borte/]\nmoved: {}\nwithdrawn: []\n",
            "Adressa «borte/» er publisert, men finst ikkje lenger.",
        ),
        (
            "used: [./, x/]\nmoved: {x/: y/}\nwithdrawn: []\n",
            "«x/» skal vise til «y/», men den adressa finst ikkje.",
        ),
        ("used: [./]\nmoved: {x/: ./}\nwithdrawn: []\n", "«x/» står ikkje under used."),
        (
            "used: [./]\nmoved: {}\nwithdrawn: [./]\n",
            "«./» er i bruk. Ta adressa bort frå withdrawn.",
        ),
        ("used: [./, x.pdf]\nmoved: {}\nwithdrawn: [x.pdf]\n", "«x.pdf» er ei fil."),
        ("used: [./]\nmoved: {}\n", "withdrawn"),
        ("used: [./\n", "ikkje lukka"),
        ("- ./\n", ""),
    ],
)
def test_check_tells_what_is_wrong_in_the_register(
    broken: Broken, register: str, message: str
) -> None:
    """One line each, with the file, the line and what to do."""
    problems = broken(FILE, None, register)
    assert len(problems) == 1, problems
    assert problems[0].startswith(f"{FILE}:") and message in problems[0]


def test_a_moved_address_is_in_order(broken: Broken) -> None:
    """And so is a withdrawn one."""
    assert broken(FILE, None, "used: [./, x/, y/]\nmoved: {x/: ./}\nwithdrawn: [y/]\n") == []


def test_ids_registers_new_addresses_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At the end of the list, comments untouched; a second time there is nothing new."""
    shutil.copytree(MINI, tmp_path / "p")
    register = "# Forklaring\nused:\n  - gammal/\nmoved: {gammal/: ./}\nwithdrawn: []\n"
    (tmp_path / "p" / ADDRESS_REGISTER).write_text(register)
    assert main(["--root", str(tmp_path / "p"), "ids"]) == 0
    assert "Ny adresse: sporsmal/kapasitet/" in capsys.readouterr().out
    text = (tmp_path / "p" / ADDRESS_REGISTER).read_text()
    assert text.startswith("# Forklaring\nused:\n  - gammal/\n  - ./\n")
    assert text.endswith("moved: {gammal/: ./}\nwithdrawn: []\n")
    assert main(["--root", str(tmp_path / "p"), "check"]) == 0
    assert main(["--root", str(tmp_path / "p"), "ids"]) == 0
    assert "Ny adresse" not in capsys.readouterr().out


def test_addresses_follow_the_files(content: Content) -> None:
    """Sections are folders; an example has the address of its file."""
    assert [address_of(page) for page in ("index.md", "grep/index.md", "grep/01.md", "om.md")] == [
        "./", "grep/", "grep/01/", "om/",
    ]  # fmt: skip
    assert {f"eksempel/{name}/" for name in content.examples} < set(current(ROOT, content))


@pytest.mark.parametrize("folders", [True, False])
def test_a_moved_page_leads_on_and_a_withdrawn_one_says_so(
    small_project: Path, browser: Browser, folders: bool
) -> None:
    """In both editions, without a script, on a host and in a copy that is opened from a disk."""
    register = (
        "used: [./, om/, gammal/stad/, borte/, om/det/]\nmoved: {gammal/stad/: om/}\nwithdrawn:"
        " [borte/, om/det/]\n"
    )
    (small_project / ADDRESS_REGISTER).write_text(register)
    site = small_project / "site"
    done = build(
        small_project, site, DIRECTORY_URLS=str(folders).lower(), SITE_URL="https://example.no/x/"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    end = "/" if folders else ".html"
    with served(site) as address:
        page = browser.new_page(java_script_enabled=False)
        for edition in EDITIONS:
            base = address if edition == "nn" else f"{address}nb/"
            page.goto(f"{base}gammal/stad{end}")
            page.wait_for_url(f"{base}om{end}")
            expect(page.locator("html")).to_have_attribute("lang", edition)
            page.goto(f"{base}borte{end}")
            expect(page.get_by_role("heading")).to_have_text(
                "Sida er teken bort" if edition == "nn" else "Siden er tatt bort"
            )
            page.get_by_role("link").click()
            page.wait_for_url(base if folders else f"{base}index.html")
            page.goto(f"{base}om/det{end}")
            page.get_by_role("link").click()
            page.wait_for_url(f"{base}om{end}")  # the section it was in, not the front page
        page.close()
    left = site / "nb" / ("gammal/stad/index.html" if folders else "gammal/stad.html")
    html = BeautifulSoup(left.read_text(), "html.parser")
    assert html.select_one("link[rel=canonical]")["href"] == f"https://example.no/x/nb/om{end}"  # type: ignore[index]
    assert html.select_one("meta[http-equiv='Content-Security-Policy']") and not html.select(
        "script"
    )


def test_a_project_without_a_register_is_in_order(tmp_path: Path) -> None:
    """Until `ids` makes one."""
    shutil.copytree(MINI, tmp_path / "p")
    assert main(["--root", str(tmp_path / "p"), "check"]) == 0
    assert register_addresses(tmp_path / "p", load(tmp_path / "p"))
    assert (tmp_path / "p" / ADDRESS_REGISTER).read_text().startswith("used:\n  - ./\n")
