"""Anchors of headings: lower case, hyphens, and æ, ø, å as ae, o, a, so that they survive an e-mail."""

from __future__ import annotations

import re
import unicodedata

_NORWEGIAN = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "§": "paragraf "})


def slugify(text: str, separator: str) -> str:
    """The anchor of a heading, as Python-Markdown's `toc` asks for it."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_NORWEGIAN)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", separator, plain).strip(separator)
