"""The fonts of the PDF. They are in the repository, so that every machine makes the same file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"


def covered(text: str) -> str:
    """`text` with every character that the font lacks replaced by its number.

    An archive file (PDF/A) may not have missing glyphs, and typst refuses to make one."""
    known = _characters()
    return "".join(c if c in known or c == "\n" else f"‹U+{ord(c):04X}›" for c in text)


@lru_cache(maxsize=1)
def _characters() -> frozenset[str]:
    # Soft hyphens and marks for the direction of text are invisible, and need no glyph
    unseen = {
        chr(code)
        for code in (0x00AD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    }
    with TTFont(FONTS / "LiberationSans-Regular.ttf", lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap())) | unseen
