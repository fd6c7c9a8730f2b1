"""The look that Word, OpenDocument and PDF share: font, colours, sizes and margins.

Every text colour has a contrast of at least 4.5:1 to its background. A test checks PALETTE.
"""

from __future__ import annotations

FONT = "Arial"
INK, SOFT, BRAND, LINK = "1C2329", "46525C", "12395B", "0A558C"
PANEL, GUIDE, GUIDE_EDGE, LINE = "F2F5F7", "FFF3BF", "8A6D00", "C3CED6"
BLANK = "E3EEF8"
"""The ground of a field that nobody has filled in yet."""
PALETTE = (
    (INK, "FFFFFF"),
    (SOFT, "FFFFFF"),
    (BRAND, "FFFFFF"),
    (LINK, "FFFFFF"),
    (INK, GUIDE),
    (SOFT, GUIDE),
    (LINK, GUIDE),
    (INK, PANEL),
    (SOFT, PANEL),
    (LINK, PANEL),
    (INK, BLANK),
    (SOFT, BLANK),
)
"""The pairs of text colour and background colour in use."""

TEXT, LISTED, SMALL, TABLE, FOOT = 10, 9.5, 9, 9, 8.5
"""Sizes in points: running text, the points of a checklist, guidance, tables, and the sources and
the top and foot of a page."""
HEADINGS: dict[str, float] = {"Title": 20, "Heading 1": 14, "Heading 2": 12, "Heading 3": 10}
SIDE, TOP, BOTTOM = 2.3, 2.0, 1.8
"""Margins of an A4 page in centimetres."""
WIDTH = 21 - 2 * SIDE
"""The width of the text in centimetres."""
BOX, NUMBER, POINT = 0.65, 0.8, 1.4
"""Indents in centimetres: of the text after a box, of the box after a number, of the text then."""
ROOM = {"Skriverom": 8, "Underskrift": 14}
"""The height in millimetres of a row to write in by hand, by the style that marks it."""
WHOLE_ROWS, WHOLE_TEXT = 12, 800
"""A table with at most so many rows and characters is not divided between two pages."""
PICTURES = {"Bilettittel": "Bilete", "Biletlinje": "Bileterader"}
"""The style of a table that is a picture, by the style of the text in its boxes: those beside one
another, and those below one another."""
_START, _GAP = f"2pt solid #{BRAND}", "3pt solid #FFFFFF"
BOXES: dict[str, tuple[str, dict[str, str]]] = {
    "Bilettittel": (PANEL, {"top": _START, "right": _GAP}),
    "Bilettekst": (PANEL, {"right": _GAP}),
    "Biletlinje": (PANEL, {"left": _START, "bottom": _GAP}),
    "Biletspor": (PANEL, {"left": _GAP, "bottom": _GAP}),
    "Bilethovud": ("FFFFFF", {}),
}
"""The ground and the edges of a cell of a picture, by the style of the text in it: a thick line
where a box begins, and white between boxes."""
BOLD = ("Bilettittel", "Biletlinje", "Bilethovud")
"""The styles of text in a picture that are in bold."""
COVER = (480, 678)
"""Width and height in pixels of a picture of the first page: an A4 page, twice as large as it is
shown, for sharp screens."""
