"""The Content-Security-Policy of a page, computed from the finished page itself, so that it is never stale.

As `<meta>` it works on any host and from a disk. What only a header can say is in `hosting.py`.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
# Material draws icons in its style sheet as data: images; everything else is a file of the site
_FIXED = (
    "style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)


def with_policy(html: str, reloads: bool = False) -> str:
    """`html` with its policy as the first thing a browser reads after the encoding.

    `reloads` is for `mkdocs serve`, which puts a script of its own, another each time, into what it serves.
    """
    inline = "'unsafe-inline'" if reloads else " ".join(script_hashes(html))
    policy = f"default-src 'none'; script-src 'self' {inline}".rstrip() + f"; {_FIXED}"
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="referrer" content="no-referrer">'
    )
    before, charset, after = html.partition('<meta charset="utf-8">')
    if not charset:
        raise ValueError("the page has no <meta charset> to put its policy after")
    return before + charset + metas + after


def script_hashes(html: str) -> list[str]:
    """The sources that allow each script written into the page, in order, each once. Data blocks do not run."""
    found = (text for attributes, text in _SCRIPT.findall(html) if _runs(attributes))
    return list(dict.fromkeys(_source(text) for text in found))


def _runs(attributes: str) -> bool:
    return not re.search(r"\bsrc\s*=|\btype\s*=\s*[\"']?application/(ld\+)?json", attributes, re.IGNORECASE)


def _source(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
