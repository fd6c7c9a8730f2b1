"""How long a reader on a slow line waits for the first answer, from when she goes to the search.

The line is Lighthouse's «slow 4G»: 150 ms to and fro, and 1.6 Mbit/s. The server of the test makes
it slow, rather than Chromium's own emulation, which does not slow down what a worker loads."""

from __future__ import annotations

import statistics
import threading
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.zipped import zipped
from tools.project import HEADLESS

DELAY = 0.150
"""Seconds from a request to the first byte of its answer."""
RATE = 1_600_000 / 8
"""Bytes a second, for all answers together."""
_CHUNK = 1460
_QUERY = "lønsslipp"
# From the moment the field gets the focus with a question in it, to the first answer on the page
_WATCH = """query => new Promise(done => {
  const field = document.querySelector("[data-search-input]");
  const began = performance.now();
  new MutationObserver((_, watcher) => {
    if (!document.querySelector(".md-search-result__link")) return;
    watcher.disconnect();
    done(performance.now() - began);
  }).observe(document.body, { childList: true, subtree: true });
  field.value = query;
  field.focus();
})"""


class _Line:
    """The bytes of all answers go one after another over it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._free = 0.0

    def send(self, size: int) -> None:
        """Wait until `size` bytes have gone over the line; 0 stands for a request."""
        if not size:
            time.sleep(DELAY)
            return
        with self._lock:
            self._free = max(self._free, time.monotonic()) + size / RATE
            arrives = self._free
        time.sleep(max(0.0, arrives - time.monotonic()))


def first_answer(site: Path, times: int = 5) -> float:
    """Seconds until the first answer, the middle of several readers who come for the first time."""
    with zipped(site, _Line().send, _CHUNK) as address, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=HEADLESS, args=["--no-sandbox"])
        return statistics.median(_wait(browser, f"{address}om/") for _ in range(times))


def _wait(browser: Browser, address: str) -> float:
    page = browser.new_page()
    page.goto(address, wait_until="networkidle")
    waited = float(page.evaluate(_WATCH, _QUERY))
    page.close()
    return waited / 1000
