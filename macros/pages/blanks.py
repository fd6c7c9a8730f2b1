"""Blanks to fill in, as pages show them."""

from __future__ import annotations

from ..content import Blank, View, with_blanks
from .markup import text


def blanks_shown(view: View, markdown: str) -> str:
    """`markdown` with the label of each blank in square brackets, marked as something to fill in.

    Raises UnknownNameError for a blank that nobody has defined."""
    return with_blanks(view, markdown, lambda blank: _shown(view, blank))


def _shown(view: View, blank: Blank) -> str:
    return f'<span class="blank">[{text(blank.label[view.code])}]</span>'
