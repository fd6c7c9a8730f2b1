"""Columns of numbers in a table, which stand to the right.

Markdown and pandoc say so in an attribute that the policy or the standard of a page refuses, and
the style sheet has a class for it.
"""

from __future__ import annotations

import re

_ALIGNED = re.compile(r'(<t[dh]) (?:align="(\w+)"|style="text-align: (\w+);?")')


def aligned(html: str) -> str:
    """`html` with that class on each cell that is to stand to the right."""
    return _ALIGNED.sub(_cell, html)


def _cell(found: re.Match[str]) -> str:
    side = found[2] or found[3]
    return f'{found[1]} class="number"' if side == "right" else found[1]
