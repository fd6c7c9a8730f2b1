"""A server that packs what it sends, as those do that sites are published from."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

Wait = Callable[[int], None]


@contextmanager
def zipped(site: Path, wait: Wait = lambda _size: None, chunk: int = 1 << 16) -> Iterator[str]:
    """The address that `site` is served at, such as http://127.0.0.1:40001/.

    `wait` is called before each answer with 0, and before each `chunk` of it with its size."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site, wait, chunk))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def _handler(site: Path, wait: Wait, chunk: int) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # the name is the library's
            path = site / self.path.split("?")[0].lstrip("/")
            file = path / "index.html" if path.is_dir() else path
            wait(0)
            body = gzip.compress(file.read_bytes()) if file.is_file() else b""
            self.send_response(200 if file.is_file() else 404)
            self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "text/plain")
            self.send_header("Content-Encoding", "gzip" if body else "identity")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            for at in range(0, len(body), chunk):
                part = body[at : at + chunk]
                wait(len(part))
                self.wfile.write(part)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    return Handler
