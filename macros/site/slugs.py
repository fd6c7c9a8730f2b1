"""Anchors of headings, with only a–z, digits and hyphens, so that a link survives an e-mail."""

from __future__ import annotations

import re

from ..content.letters import plain_letters


def slugify(text: str, separator: str) -> str:
    """The anchor of a heading. The signature is the one Python-Markdown's `toc` requires."""
    plain = plain_letters(text.replace("§", "paragraf ")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", separator, plain).strip(separator)
