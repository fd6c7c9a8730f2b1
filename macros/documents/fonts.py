"""The fonts of the PDF, shipped with us so that every machine makes the same file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"


def covered(text: str) -> str:
    """`text` with every character the font lacks shown by its number: typst refuses an archive file with a gap."""
    known = _characters()
    return "".join(c if c in known or c == "\n" else f"‹U+{ord(c):04X}›" for c in text)


@lru_cache(maxsize=1)
def _characters() -> frozenset[str]:
    # Marks that only turn the direction of text have no glyph and need none
    unseen = {chr(code) for code in (0x00AD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}
    with TTFont(FONTS / "LiberationSans-Regular.ttf", lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap())) | unseen
