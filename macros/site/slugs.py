"""Anchors of headings: lower case, hyphens, and every Latin letter as a–z, so that they survive an e-mail."""

from __future__ import annotations

import re

from ..content.letters import plain_letters


def slugify(text: str, separator: str) -> str:
    """The anchor of a heading, as Python-Markdown's `toc` asks for it."""
    plain = plain_letters(text.replace("§", "paragraf ")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", separator, plain).strip(separator)
