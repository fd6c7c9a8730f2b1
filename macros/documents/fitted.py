"""Make a PDF whose last page is not nearly empty."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime

import typst

from .fonts import FONTS

TIGHTER = 3
"""How many steps tighter than usual template.typ can set a text."""
NEARLY_EMPTY = 11.0
"""A last page has too little on it when its text ends so few centimetres from the top."""


@dataclass(frozen=True)
class _End:
    """Where the text ends: on which page, and how many centimetres down."""

    page: int
    down: float

    @property
    def lonely(self) -> bool:
        return self.page > 1 and self.down < NEARLY_EMPTY


def fitted_pdf(source: bytes, day: date) -> bytes:
    """The PDF of `source`, set a little tighter if that saves a last page with almost nothing on.

    Raises typst.TypstError."""
    usual = _Setting(source, day, 0)
    end = usual.end()
    if end.lonely:
        for step in range(1, TIGHTER + 1):
            tighter = _Setting(source, day, step)
            if tighter.end().page < end.page:
                return tighter.pdf()
    return usual.pdf()


def compiler(source: bytes, *, tighter: int = 0) -> typst.Compiler:
    """What sets `source`, so many steps tighter than usual, with our fonts and no others."""
    return typst.Compiler(  # type: ignore[misc]  # as its stubs are
        source,
        font_paths=[str(FONTS)],
        # A font of the machine would make the file differ from one machine to another
        ignore_system_fonts=True,
        sys_inputs={"tighter": str(tighter)},
    )


class _Setting:
    """`source` set `step` steps tighter than usual."""

    def __init__(self, source: bytes, day: date, step: int) -> None:
        self._source, self._day = source, day
        self._compiler = compiler(source, tighter=step)

    def end(self) -> _End:
        """Where the text ends. The text is set for this, and not set again for the PDF."""
        told = json.loads(self._compiler.query("<end>", field="value", one=True))
        return _End(int(told["page"]), float(told["down"]))

    def pdf(self) -> bytes:
        stamp = datetime(*self._day.timetuple()[:3], tzinfo=UTC)
        made = self._compiler.compile(
            self._source,
            format="pdf",
            pdf_standards=["ua-1", "a-2a"],
            timestamp=int(stamp.timestamp()),
        )
        assert isinstance(made, bytes)
        return made
