"""The links out of the site, tried against a server on this machine; the tests never go out on
the network."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.content import Content
from macros.link_check import LinkStatus, external_links, read_statuses, try_links, write_statuses

from .conftest import ROOT

TODAY = date(2026, 11, 25)


class Host(BaseHTTPRequestHandler):
    """Says what its path says; `asked` holds every request, `most` the most at the same time."""

    asked: list[str] = []  # noqa: RUF012 - emptied by the fixture
    now, most = 0, 0

    def do_GET(self) -> None:
        Host.asked.append(f"{self.command} {self.path}")
        Host.now += 1
        Host.most = max(Host.most, Host.now)
        time.sleep(0.02)
        Host.now -= 1
        name = self.path.strip("/").split("/")[0]
        if name == "slow":
            time.sleep(2)
        code = (
            int(name)
            if name.isdigit()
            else 405
            if name == "nohead" and self.command == "HEAD"
            else 200
        )
        self.send_response(code)
        if code in (301, 302, 308):
            self.send_header("Location", "/200/ny")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815 - the server's name

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def host() -> Iterator[str]:
    """The address of a server that says what its paths say."""
    Host.asked, Host.now, Host.most = [], 0, 0
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def tried(*urls: str, before: dict[str, LinkStatus] | None = None) -> list[LinkStatus]:
    """The statuses of `urls`, without pauses."""
    found = try_links(urls, before or {}, TODAY, pause=0, timeout=0.5)
    return [found[url] for url in urls]


def test_every_source_and_example_is_among_the_links(content: Content) -> None:
    """With the file and the line it stands on; what only shows the form of an address is not a
    link."""
    links = external_links(ROOT)
    assert {source.url for source in content.sources.values()} <= links.keys()
    assert all(":" in place for places in links.values() for place in places)
    assert not [url for url in links if "example" in url or url.endswith((".", ",", ")"))]


def test_a_link_that_works_and_one_that_is_gone(host: str) -> None:
    """404 and 410 are broken at once."""
    good, gone, missing = tried(f"{host}/200", f"{host}/410", f"{host}/404")
    assert good == LinkStatus("2026-11-25", 200, worked="2026-11-25") and not good.broken
    assert (gone.said, missing.said) == (410, 404) and gone.broken and missing.broken


def test_a_host_with_a_bad_day_is_broken_only_when_it_lasts(host: str) -> None:
    """500, 403 and silence are broken the third time in a row; the day it last worked is
    remembered."""
    urls = [f"{host}/500", f"{host}/403", f"{host}/slow", "http://127.0.0.1:9/"]
    before = {url: LinkStatus("2026-11-01", 200, worked="2026-11-01") for url in urls}
    for times in (1, 2, 3):
        statuses = tried(*urls, before=before)
        before = dict(zip(urls, statuses, strict=True))
        assert [s.failures for s in statuses] == [times] * 4
        assert [s.broken for s in statuses] == [times == 3] * 4
    assert {s.worked for s in statuses} == {"2026-11-01"}
    assert statuses[2].said == "svarer ikkje i tide"
    assert tried(urls[0].replace("500", "200"), before=before)[0].failures == 0


def test_a_host_that_refuses_head_is_asked_in_full(host: str) -> None:
    """And only then."""
    assert tried(f"{host}/nohead")[0].said == 200
    assert Host.asked == ["HEAD /nohead", "GET /nohead"]


def test_a_lasting_move_is_told(host: str) -> None:
    """So that the register can be mended; a passing one is not."""
    lasting, passing = tried(f"{host}/301", f"{host}/302")
    assert (lasting.said, lasting.moved) == (200, f"{host}/200/ny")
    assert (passing.said, passing.moved) == (200, None)


def test_one_request_at_a_time_to_a_host(host: str) -> None:
    """With a pause between them."""
    began = time.monotonic()
    try_links([f"{host}/200/{n}" for n in range(5)], {}, TODAY, pause=0.1)
    assert Host.most == 1
    assert time.monotonic() - began > 0.4


@pytest.mark.parametrize(
    "url", ["http://[bad", "http://127.0.0.1:1/\x01", "https://127.0.0.1:9/æøå å"]
)
def test_an_address_that_cannot_be_asked_is_a_failure_and_no_traceback(url: str) -> None:
    """Whatever stands in the content."""
    assert [status.failures for status in tried(url)] == [1]


def test_the_command_lists_and_remembers(
    host: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without --check nothing is asked; with it the file holds what was said."""
    (tmp_path / "docs/nn").mkdir(parents=True)
    (tmp_path / "docs/nn/a.md").write_text(f"Sjå [her]({host}/200) og\n<{host}/404>.\n")
    command = ["--root", str(tmp_path), "links", "--status", str(tmp_path / "status.json")]
    assert main(command) == 0
    assert "2 lenkjer, 0 verkar ikkje, 2 er ikkje sjekka." in capsys.readouterr().out
    assert Host.asked == []
    monkeypatch.setattr("macros.link_check.PAUSE", 0)
    assert main([*command, "--check", "--broken"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith(f"- {host}/404: 404, sjekka ") and told[0].endswith(
        "(docs/nn/a.md:2)"
    )
    assert told[1:] == ["2 lenkjer, 1 verkar ikkje, 0 er ikkje sjekka."]
    assert json.loads((tmp_path / "status.json").read_text())[f"{host}/200"]["said"] == 200


def test_a_status_file_survives_and_a_strange_one_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one line."""
    file = tmp_path / "deep" / "status.json"
    statuses = {
        "https://a.no/": LinkStatus("2026-11-25", "svarer ikkje i tide", 2, "2026-11-01", None)
    }
    write_statuses(file, statuses)
    assert read_statuses(file) == statuses
    for text in ("{", "[]", '{"a": 1}', '{"a": {"b": 1}}'):
        file.write_text(text)
        assert main(["--root", str(tmp_path), "links", "--status", str(file)]) == 1
        assert "er ikkje laga av «macros links»" in capsys.readouterr().err
