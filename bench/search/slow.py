"""How long a reader on a slow line waits for the first answer, from when she goes to the search.

The line is Lighthouse's «slow 4G»: 150 ms to and fro, and 1.6 Mbit/s. The server of the test makes
it slow, rather than Chromium's own emulation, which does not slow down what a worker loads."""

from __future__ import annotations

import gzip
import mimetypes
import statistics
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

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
        """Wait until `size` bytes have gone over the line."""
        with self._lock:
            self._free = max(self._free, time.monotonic()) + size / RATE
            arrives = self._free
        time.sleep(max(0.0, arrives - time.monotonic()))


def _handler(site: Path, line: _Line) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # noqa: N802: the name is the library's
            path = site / self.path.split("?")[0].lstrip("/")
            file = path / "index.html" if path.is_dir() else path
            time.sleep(DELAY)
            body = gzip.compress(file.read_bytes()) if file.is_file() else b""
            self.send_response(200 if file.is_file() else 404)
            self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "text/plain")
            self.send_header("Content-Encoding", "gzip" if body else "identity")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            for at in range(0, len(body), _CHUNK):
                part = body[at : at + _CHUNK]
                line.send(len(part))
                self.wfile.write(part)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    return Handler


def first_answer(site: Path, times: int = 5) -> float:
    """Seconds until the first answer, the middle of several readers who come for the first time."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site, _Line()))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/om/"
    try:
        with sync_playwright() as player:
            browser = player.chromium.launch(executable_path=HEADLESS, args=["--no-sandbox"])
            return statistics.median(_wait(browser, address) for _ in range(times))
    finally:
        server.shutdown()


def _wait(browser: Browser, address: str) -> float:
    page = browser.new_page()
    page.goto(address, wait_until="networkidle")
    waited = float(page.evaluate(_WATCH, _QUERY))
    page.close()
    return waited / 1000
