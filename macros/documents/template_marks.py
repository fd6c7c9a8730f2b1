"""Check the marks in the text of a template before it is filled in: citations and blanks.

Here the line of each mark is known, as it no longer is in the finished text.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..content import BLANK, CITATION, Content
from ..content.problems import near, unknown, unknown_source


def wrong_marks(content: Content, text: str) -> Iterator[tuple[int, str]]:
    """`(line, what is wrong)` for every mark in `text` that names nothing."""
    citable, blanks = content.citable, sorted(content.blanks)
    for number, line in enumerate(text.split("\n"), 1):
        for match in CITATION.finditer(line):
            if match[1] not in citable:
                yield number, unknown_source(match[1], citable, content.replaced)
        for match in BLANK.finditer(line):
            if match[1] not in content.blanks:
                yield number, f"Feltet {unknown(match[1], near(match[1], blanks))}"
