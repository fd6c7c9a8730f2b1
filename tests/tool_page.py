"""What the tests of «Lag strategien» and «Kvar står de?» do with their pages, and give them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

HOSTILE = "<img src=x onerror=alert(1)>&amp;\"'$& $1 ]]> \u202e😀 =1+1 {{ x }} [[verksemd]]"
BAD = {
    "not ours": ("brev.json", b'{"a": 1}', "er ikkje laga her"),
    "no JSON": ("brev.txt", b"hei", "er ikkje laga her"),
    "later": (
        "svar.json",
        b'{"format": "strategisk-mot-akrim/svar", "version": 2}',
        "nyare utg\u00e5ve",
    ),
    "damaged": ("brev.docx", b"PK\x03\x04" + b"x" * 400, "kan ikkje opnast"),
    "large": ("stor.docx", b"PK" + b"\0" * 10_000_001, "for stor"),
}
"""Files that no tool can open, each with a part of what is told of it."""


def on(page: Page, name: str) -> str:
    """The selector of what is seen of a control called `name`."""
    return f'[name="{name}"]:visible'


def go_on(page: Page) -> None:
    """Press the button, and wait for the next screen, which comes a moment after its address."""
    before = page.title()
    page.click("[data-do=next]")
    page.wait_for_function("before => document.title !== before", arg=before)


def told(page: Page) -> str:
    """What the status line says when something was opened."""
    page.wait_for_timeout(150)
    return page.locator("[data-told]").inner_text()


def choose(page: Page, name: str, data: bytes) -> str:
    """Open a file, and what is told of it, when that has been said."""
    before = told(page)
    page.set_input_files(
        "[data-do=open]", {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )
    for _ in range(25):
        if told(page) != before:
            break
        page.wait_for_timeout(50)
    return told(page)


def downloaded(page: Page, button: str) -> tuple[str, bytes]:
    """The name and the content of the file that a button gives."""
    with page.expect_download() as download:
        page.click(button)
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


@contextmanager
def from_disk(browser: Browser, file: Path) -> Iterator[Page]:
    """A page opened from a disk, where nothing can be fetched. At the end, no script has failed."""
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(file.as_uri())
    yield page
    context.close()
    assert errors == []
