"""What the site promises of security and privacy, held against the built files and in a browser."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from macros.__main__ import main
from macros.site.hosting import HEADERS, apache, expires, host_files, nginx
from macros.site.policy import with_policy

from .conftest import MINI, ROOT, Open, parsed, stored

MADE = datetime(2026, 11, 24, tzinfo=UTC)


def policy_of(page: BeautifulSoup) -> dict[str, list[str]]:
    """The directives of the policy a page carries."""
    metas = page.select("head > meta[http-equiv='Content-Security-Policy']")
    assert len(metas) == 1
    return {
        name: sources
        for name, *sources in (part.split() for part in str(metas[0]["content"]).split(";"))
    }


def test_every_page_allows_only_what_it_holds(site: Path) -> None:
    """Both editions and the pages for unknown addresses: nothing from elsewhere, and no script
    of the page's own."""
    files = sorted(site.rglob("*.html"))
    assert len(files) > 70
    for path in files:
        policy = policy_of(parsed(path))
        assert policy["default-src"] == ["'none'"], path
        assert policy["style-src"] == policy["connect-src"] == policy["worker-src"] == ["'self'"], (
            path
        )
        assert policy["base-uri"] == policy["form-action"] == ["'none'"], path
        assert policy["script-src"] == ["'self'"], path
        assert not re.search(r"unsafe|https?:|\*'", str(policy)), path


def test_the_policy_stands_before_everything_it_governs(site: Path) -> None:
    """A browser enforces a policy only on what comes after it."""
    for path in site.rglob("*.html"):
        html = path.read_text()
        first = re.search(r"<(script|link|style|body)\b", html)
        assert first and html.index("Content-Security-Policy") < first.start(), path


def test_no_page_holds_what_a_policy_cannot_allow(site: Path) -> None:
    """No style and no event handler in an attribute, no style element, no script but in files.
    Data is no script."""
    for path in site.rglob("*.html"):
        page = parsed(path)
        faults = [
            tag.name
            for tag in page.find_all(True)
            if any(re.match(r"on|style$", name) for name in tag.attrs)
        ]
        assert faults == [] and not page.select("style"), path
        assert not page.select("script:not([src], [type='application/json'])"), path


def test_a_script_that_was_not_there_at_the_build_does_not_run(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    """The policy bites: an inline script, a handler and a script of another host are refused."""
    html = (site / "om" / "index.html").read_text()
    strange = (
        "<script>window.ran = 1</script><img src='x.png' onerror='window.ran = 2'>"
        "<script src='https://other.example/x.js'></script>"
    )
    (tmp_path / "index.html").write_text(html.replace("</article>", strange + "</article>"))
    page = browser.new_page()
    refused: list[str] = []
    page.on(
        "console", lambda m: refused.append(m.text) if "Content Security Policy" in m.text else None
    )
    page.goto((tmp_path / "index.html").as_uri())
    assert page.evaluate("window.ran") is None
    assert len(refused) >= 3
    page.close()


def test_the_policy_is_the_same_whatever_a_page_holds() -> None:
    """A script that has got onto a page is not allowed because it is there."""
    start, script = '<meta charset="utf-8">', "<script>a()</script>"
    assert with_policy(start + script) == with_policy(start) + script
    assert "unsafe" not in with_policy(start) and "sha256" not in with_policy(start)
    with pytest.raises(ValueError, match="charset"):
        with_policy("<p>")


@pytest.mark.parametrize("edition", ["", "nb/"])
def test_a_walk_through_the_site_leaves_nothing(open_page: Open, edition: str) -> None:
    """A measure, a tick, feedback, downloads, an unknown page; the reader's page is watched all
    along."""
    page = open_page(edition)
    home = page.url
    for path in ("grep/04-kontraktskjede/", "sjekklister/", "nedlasting/", "ordliste/", "404.html"):
        page.goto(home + path)
        for control in ("label[for=feedback-no]", ".checkpoint label"):
            shown = page.locator(control).locator("visible=true")
            if shown.count():
                shown.first.click()
        page.wait_for_load_state("networkidle")
        assert stored(page) == 0


def test_no_page_asks_for_what_the_reader_has_not_asked_for(
    pages: dict[str, BeautifulSoup],
) -> None:
    """Firefox fetches what `next` and `prefetch` lead to, and the policy then refuses it with an
    error."""
    ahead = {
        "next",
        "prefetch",
        "preload",
        "prerender",
        "modulepreload",
        "preconnect",
        "dns-prefetch",
    }
    links = [
        (path, tag["rel"])
        for path, page in pages.items()
        for tag in page.find_all("link", rel=True)
    ]
    assert len(links) > len(pages)
    assert [(path, rel) for path, rel in links if ahead & set(rel)] == []


def test_the_headers_a_page_cannot_set_are_ready_for_the_host(site: Path) -> None:
    """As a file for Netlify and Cloudflare Pages, and as text to copy for nginx and Apache."""
    written = (site / "_headers").read_text()
    assert written.startswith("/*\n")
    told = (ROOT / "PUBLISHING.md").read_text()
    for name, value in HEADERS.items():
        assert f"  {name}: {value}\n" in written
    assert nginx() in told
    assert apache() in told
    assert HEADERS["Content-Security-Policy"] == "frame-ancestors 'none'"


def test_security_txt_only_where_somebody_can_be_reached(site: Path) -> None:
    """RFC 9116: a contact, an end within a year, languages, and where it lives when that is
    known."""
    assert not (site / ".well-known").exists()
    files = dict(host_files("post@example.no", "https://example.no/", MADE))
    assert files[".well-known/security.txt"].decode().splitlines() == [
        "Contact: mailto:post@example.no",
        "Expires: 2027-11-23T00:00:00Z",
        "Preferred-Languages: nn, nb, en",
        "Canonical: https://example.no/.well-known/security.txt",
    ]
    assert timedelta(300) < expires(MADE) - MADE < timedelta(365)
    assert (
        "Canonical"
        not in dict(host_files("post@example.no", "", MADE))[".well-known/security.txt"].decode()
    )


def test_check_due_says_when_security_txt_has_run_out(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only where there is one, and by the moment the site counts as made."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")
    main(["--root", str(MINI), "check", "--due"])
    assert "security.txt" not in capsys.readouterr().out
    monkeypatch.setenv("CONTACT", "post@example.no")
    assert main(["--root", str(MINI), "check", "--due"]) == 1
    assert "security.txt gjekk ut 30.12.2020." in capsys.readouterr().out
