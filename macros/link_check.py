"""List the links to other sites, and test over the network whether they still work.

The tests are polite: a few hosts at a time, one request at a time to each host, a pause between
requests, and only the headers of the answers are read.
"""

from __future__ import annotations

import json
import re
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from datetime import date
from http.client import HTTPException
from itertools import groupby
from pathlib import Path
from urllib.parse import quote, urlsplit

from .content import EDITIONS
from .content.files import project_files

PLACES = (
    ("docs/data", "*.yml"),
    *((edition.folder, "*.md") for edition in EDITIONS.values()),
    ("docs/templates", "*.md"),
    ("examples", "*.yml"),
)
"""The folders whose files have links, with the names of those files."""
HOSTS = 4
PAUSE = 1.0  # seconds between two requests to a host
TIMEOUT = 20.0  # seconds
GONE = (404, 410)
# Any other answer may be what a host says to all programs, or a passing fault, so a link counts as
# broken only after it has failed this many times in a row
PATIENCE = 3
_URL = re.compile(r"https?://[^\s<>\"'`|)\]}]+")
_AGENT = "strategisk-mot-akrim-lenkesjekk/1"


@dataclass(frozen=True)
class LinkStatus:
    """The result of the last test of a link.

    `said` is an HTTP status, or the error in words. `failures` counts the failures in a row, and
    `worked` is the last day the link worked. `moved` is the address it has permanently moved to."""

    checked: str
    said: int | str
    failures: int = 0
    worked: str | None = None
    moved: str | None = None

    @property
    def broken(self) -> bool:
        """Whether a person should look at the link."""
        return self.said in GONE or self.failures >= PATIENCE


def external_links(root: Path) -> dict[str, list[str]]:
    """Every address of another site in the content, with the places that have it, `file:line`."""
    found: dict[str, list[str]] = {}
    for path in sorted(p for folder, name in PLACES for p in project_files(root / folder, name)):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for match in _URL.finditer(line):
                url = match[0].rstrip(".,;:!?»*")
                if not _is_made_up(url):
                    found.setdefault(url, []).append(
                        f"{path.relative_to(root).as_posix()}:{number}"
                    )
    return found


def _is_made_up(url: str) -> bool:
    """Whether `url` is only an example of an address (RFC 2606), or is cut short."""
    host = _host(url).split(":")[0]
    return "." not in host or "…" in url or bool(re.search(r"(^|\.)(example|eksempel)(\.|$)", host))


def read_statuses(path: Path) -> dict[str, LinkStatus]:
    """The results of the last test; empty if there is no file.

    Raises ValueError for another file."""
    if not path.exists():
        return {}
    try:
        return {
            url: LinkStatus(**status)
            for url, status in json.loads(path.read_text(encoding="utf-8")).items()
        }
    except (AttributeError, TypeError, ValueError) as error:
        raise ValueError(
            f"{path}: Fila er ikkje laga av «macros links». Slett ho eller vel ei anna."
        ) from error


def write_statuses(path: Path, statuses: Mapping[str, LinkStatus]) -> None:
    """Write `statuses` to `path` as JSON, sorted by address, so that two runs can be compared
    line by line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = {url: asdict(status) for url, status in sorted(statuses.items())}
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def try_links(
    urls: Iterable[str],
    before: Mapping[str, LinkStatus],
    today: date,
    pause: float = PAUSE,
    timeout: float = TIMEOUT,
) -> dict[str, LinkStatus]:
    """Test every address once over the network, and return the new status of each."""
    hosts = [list(group) for _, group in groupby(sorted(urls, key=_host), key=_host)]
    with ThreadPoolExecutor(HOSTS) as pool:
        said = [
            answer
            for answers in pool.map(lambda host: list(_try_host(host, pause, timeout)), hosts)
            for answer in answers
        ]
    return {url: _follow(before.get(url), answer, moved, today) for url, answer, moved in said}


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:  # not an address
        return ""


def _try_host(
    urls: list[str], pause: float, timeout: float
) -> Iterator[tuple[str, int | str, str | None]]:
    for index, url in enumerate(urls):
        time.sleep(pause if index else 0)
        yield (url, *_try(url, timeout))


def _follow(
    before: LinkStatus | None, said: int | str, moved: str | None, today: date
) -> LinkStatus:
    """The new status of a link, which counts on from its failures `before`."""
    fresh = LinkStatus(today.isoformat(), said, moved=moved)
    if said == 200:
        return replace(fresh, worked=fresh.checked)
    return replace(
        fresh,
        failures=(before.failures if before else 0) + 1,
        worked=before.worked if before else None,
    )


def _try(url: str, timeout: float) -> tuple[int | str, str | None]:
    """The host's answer.

    Some hosts refuse HEAD, so after a failure the page itself is asked for."""
    said, moved = _ask(url, "HEAD", timeout)
    return (said, moved) if said == 200 else _ask(url, "GET", timeout)


def _ask(url: str, method: str, timeout: float) -> tuple[int | str, str | None]:
    hops = _Hops()
    try:
        request = urllib.request.Request(quote(url, safe="%/:=&?~#+!$,;'@()*[]"), method=method)
        request.add_header("User-Agent", _AGENT)
        with urllib.request.build_opener(hops).open(request, timeout=timeout) as answer:
            return 200 if 200 <= answer.status < 300 else answer.status, hops.moved
    except urllib.error.HTTPError as error:
        return error.code, hops.moved
    except urllib.error.URLError as error:
        return _in_words(error.reason), None
    except (OSError, HTTPException, ValueError) as error:
        return _in_words(error), None


def _in_words(error: object) -> str:
    return "svarer ikkje i tide" if isinstance(error, TimeoutError) else type(error).__name__


class _Hops(urllib.request.HTTPRedirectHandler):
    """Follows redirects, and notes where the permanent ones lead.

    After a temporary redirect nothing more is noted: the address may be another one tomorrow."""

    def __init__(self) -> None:
        self.moved: str | None = None
        self._lasting = True

    def redirect_request(  # type: ignore[no-untyped-def]
        self, req, fp, code, msg, headers, newurl
    ) -> urllib.request.Request | None:
        self._lasting = self._lasting and code in (301, 308)
        self.moved = newurl if self._lasting else self.moved
        followed: urllib.request.Request | None = super().redirect_request(
            req, fp, code, msg, headers, newurl
        )
        if followed:
            followed.method = req.get_method()
        return followed


def report(
    links: Mapping[str, list[str]], statuses: Mapping[str, LinkStatus], only_broken: bool
) -> Iterator[str]:
    """A line of Markdown for each link: the last result, its day, and the places that have it."""
    for url, places in links.items():
        status = statuses.get(url)
        if only_broken and not (status and status.broken):
            continue
        told = f"{status.said}, sjekka {status.checked}" if status else "ikkje sjekka"
        worked = (
            f", verka sist {status.worked}" if status and status.failures and status.worked else ""
        )
        moved = f", flytta til {status.moved}" if status and status.moved else ""
        yield (
            f"- {url}: {told}{worked}{moved}"
            f" ({', '.join(places[:3])}{' …' if len(places) > 3 else ''})"
        )
