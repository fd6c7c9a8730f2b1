"""Write workbooks. Each sheet has a title in A1 and one named table; no macros and no merged cells.

Every sheet prints on A4 in at least nine points, which `PRINTED_WIDTH` is about: on its side, or
upright if its columns have room for that. The rows down to the headings of the table stay in view;
above them are three low rows and no more, so that there is room for the table also at 200 %.
"""

from __future__ import annotations

import io
from datetime import datetime
from textwrap import wrap
from typing import Any

import xlsxwriter
from xlsxwriter.packager import Packager

from ..builder.rows import MAX_CELL
from .excel_chart import add_chart, chart_height
from .excel_rules import LAST_ROW, mark, validate
from .look import FONT
from .manuscript import STATUS_TABLE, Column, Formula, Manuscript, Sheet, printable

HEADER_ROW = 3
_MARGIN, _TOP, _BOTTOM = 0.25, 0.5, 0.6  # inches
PRINTED_WIDTH = (11.69 - 2 * _MARGIN) * 96 / 0.9
"""How wide the columns of a sheet may be together, in pixels, and print at 90 % or more: text of
ten points is then nine points on paper."""
_UPRIGHT_WIDTH = (8.27 - 2 * _MARGIN) * 96 / 0.9
_PRINTED_HEIGHT = (8.27 - _TOP - _BOTTOM) * 72 / 0.9
"""How high the rows and the chart of a sheet on its side may be on one page, in points."""
_LINE, _AIR = 12.75, 2.25
"""The height of a line of text in points, and what a row has besides its lines."""
_FONT = {"font_name": FONT, "font_size": 10}
"""The font of every cell, and of the workbook itself: a program measures the columns in its digits,
and one that lacks the font which XlsxWriter would name makes them wider, and the print smaller."""
_BORDER = "#C3CED6"
_LOOKS = {
    "alarm": {"bold": True, "font_color": "#8C1D18", "bg_color": "#FBE9E7"},
    "warning": {"font_color": "#5C4400", "bg_color": "#FFF4D6"},
    "done": {"font_color": "#14532D", "bg_color": "#E6F4EA"},
}


def write_xlsx(manuscript: Manuscript) -> bytes:
    """The sheets of the manuscript as an Excel file, with its title and language."""
    out = io.BytesIO()
    book = _Book(out, manuscript.language)
    book.set_properties(
        {
            "title": manuscript.title,
            # The date of the content and not of the build, so that the same content gives the same
            # bytes
            "created": datetime(*manuscript.date.timetuple()[:3]),
        }
    )
    writer = _Writer(book, manuscript)
    for sheet in manuscript.sheets:
        writer.sheet(sheet)
    book.close()
    return out.getvalue()


def pixels(column: Column) -> int:
    """The width of a column in Excel's pixels: seven for each character, and five around them."""
    return 7 * column.width + 5


def printed_width(sheet: Sheet) -> float:
    """How wide the printed columns are together where they are widest, in pixels: LibreOffice has
    not rounded the width of a digit down to seven."""
    return sum(7.41 * column.width + 5 for column in sheet.columns[: printed_columns(sheet)])


def printed_columns(sheet: Sheet) -> int:
    """How many columns are printed: all but an id, which is last and for programs only."""
    return len(sheet.columns) - (sheet.columns[-1].kind == "id")


class _Book(xlsxwriter.Workbook):  # type: ignore[misc]
    """A workbook whose parts are finished before they are packed."""

    def __init__(self, out: io.BytesIO, language: str) -> None:
        # A text that begins with «=» or looks like an address must stay a text
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "default_format_properties": dict(_FONT),
        }
        super().__init__(out, options)
        self.language = language

    def _get_packager(self) -> Packager:
        return _Packer(self.language)


class _Packer(Packager):  # type: ignore[misc]
    """Sets what XlsxWriter has no option for, in the text of the parts."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def _create_package(self) -> list[tuple[Any, str, bool]]:
        made = super()._create_package()
        return [
            (data if binary else io.StringIO(self._finished(name, data.getvalue())), name, binary)
            for data, name, binary in made
        ]

    def _finished(self, name: str, text: str) -> str:
        if name.startswith("xl/worksheets/"):
            # XlsxWriter marks every height as custom, and Excel never changes a custom height:
            # a row could not become higher when somebody writes more in it
            return text.replace(' customHeight="1"', "")
        if name.startswith("xl/charts/"):
            return text.replace('"en-US"', f'"{self.language}"')
        if name == "docProps/core.xml":
            end = "</cp:coreProperties>"
            return text.replace(end, f"<dc:language>{self.language}</dc:language>{end}")
        return text


class _Writer:
    """Writes the sheets of one workbook, and holds the cell formats they share."""

    def __init__(self, book: Any, manuscript: Manuscript) -> None:
        self.book, self.manuscript = book, manuscript
        self.base = {**_FONT, "valign": "top"}
        self.cell = {**self.base, "text_wrap": True, "border": 1, "border_color": _BORDER}
        self.title = book.add_format(
            {**self.base, "font_size": 14, "bold": True, "font_color": "#12395B"}
        )
        self.note = book.add_format({**self.base, "font_color": "#46525C"})
        self.header = book.add_format({**self.cell, "bold": True, "bg_color": "#F2F5F7"})
        self.looks = {look: book.add_format(values) for look, values in _LOOKS.items()}
        self.formats: dict[tuple[str, str, bool], Any] = {}

    def sheet(self, sheet: Sheet) -> None:
        page = self.book.add_worksheet(sheet.name)
        page.hide_gridlines(2)
        self._top(page, sheet)
        last = HEADER_ROW + len(sheet.rows) + bool(sheet.totals)
        self._table(page, sheet, last)
        for index, column in enumerate(sheet.columns):
            form = self._format(column)
            page.set_column(index, index, column.width)
            page.write_string(HEADER_ROW, index, column.title, self.header)
            end = LAST_ROW if sheet.grows else last
            validate(page, (HEADER_ROW + 1, end, index), column, self._source(column),
            self.manuscript)  # fmt: skip
            mark(page, (HEADER_ROW + 1, end, index), column, self.looks)
            for number, row in enumerate(sheet.rows, HEADER_ROW + 1):
                value = row[index]
                if isinstance(value, Formula):
                    self._work_out(page, (number, index), value)
                else:
                    _write(page, (number, index), column, value, form)
        for number, row in enumerate(sheet.rows, HEADER_ROW + 1):
            page.set_row(number, _row_height(sheet, row))
        self._print(page, sheet)
        self._names(sheet)
        if sheet.chart:
            add_chart(self.book, page, sheet, HEADER_ROW)
        if sheet.hidden:
            page.hide()

    def _top(self, page: Any, sheet: Sheet) -> None:
        page.set_row(0, 22)
        page.write_string(0, 0, printable(sheet.title), self.title)
        page.write_string(1, 0, printable(self.manuscript.words["colophon"]), self.note)
        page.write_string(2, 0, printable(sheet.note), self.note)
        page.set_row(HEADER_ROW, _height(sheet.columns, tuple(c.title for c in sheet.columns)))
        page.freeze_panes(HEADER_ROW + 1, 0)

    def _work_out(self, page: Any, at: tuple[int, int], cell: Formula) -> None:
        # A dash in the place of a number stands where the number would, and a number with a word
        # not close to the text of the next column
        side = "right" if '"–"' in cell.text else "left" if '"' in cell.shown else "general"
        form = self._shown(cell.shown, side)
        if cell.array:
            page.write_array_formula(*at, *at, f"{{={cell.text}}}", form, cell.value)
        else:
            page.write_formula(*at, f"={cell.text}", form, cell.value)

    def _format(self, column: Column) -> Any:
        shown = column.shown or ("dd.mm.yyyy" if column.kind == "date" else "General")
        # What is chosen is a word, also where the words are numbers
        return self._shown(shown, "left" if column.kind == "choice" else "general")

    def _shown(self, shown: str, side: str = "general", *, bold: bool = False) -> Any:
        key = (shown, side, bold)
        if key not in self.formats:
            look = {**self.cell, "num_format": shown, "bold": bold}
            look |= {"align": side} if side != "general" else {}
            self.formats[key] = self.book.add_format(look)
        return self.formats[key]

    def _table(self, page: Any, sheet: Sheet, last: int) -> None:
        page.add_table(
            HEADER_ROW,
            0,
            last,
            len(sheet.columns) - 1,
            {
                "name": sheet.table,
                "columns": [_declared(sheet, column) for column in sheet.columns],
                "style": None,
                "autofilter": sheet.grows or len(sheet.rows) > 20,
                "total_row": bool(sheet.totals),
                "title": sheet.title,
                "description": sheet.note,
            },
        )
        # Not given as an option: add_table would then write every cell itself, slowly, and without
        # the value that programs show which do not calculate
        for column, stored in zip(sheet.columns, page.tables[-1]["columns"], strict=True):
            stored["formula"] = column.formula
        if sheet.totals:
            self._totals(page, sheet, last)

    def _totals(self, page: Any, sheet: Sheet, last: int) -> None:
        """The last row: what XlsxWriter writes there, in our format and with the present sums."""
        page.write_string(last, 0, sheet.totals, self.header)
        for index, column in list(enumerate(sheet.columns))[1:]:
            if column.summed:
                total = sum(v for row in sheet.rows if isinstance(v := row[index], (int, float)))
                sums = f"=SUBTOTAL(109,{sheet.table}[{column.title}])"
                form = self._shown(column.shown or "General", bold=True)
                page.write_formula(last, index, sums, form, total)
            else:
                page.write_blank(last, index, None, self.header)

    def _source(self, column: Column) -> str | list[str | int]:
        """Where a drop-down has its words: a name, the hidden sheet, or the rule itself."""
        if column.source:
            return f"={column.source}"
        for sheet in self.manuscript.sheets:
            if (
                sheet.table == STATUS_TABLE
                and tuple(row[0] for row in sheet.rows) == column.choices
            ):
                return f"='{sheet.name}'!$A${HEADER_ROW + 2}:$A${HEADER_ROW + 1 + len(sheet.rows)}"
        return list(column.choices)

    def _names(self, sheet: Sheet) -> None:
        for name, formula in sheet.names:
            self.book.define_name(name, f"={formula}")

    def _print(self, page: Any, sheet: Sheet) -> None:
        page.set_paper(9)  # A4
        if printed_width(sheet) > _UPRIGHT_WIDTH:
            page.set_landscape()
        if sheet.chart and _height_with_chart(sheet) > _PRINTED_HEIGHT:
            # The chart goes on a page of its own: Excel has no page breaks where it fits the width
            page.set_print_scale(90)
            page.set_h_pagebreaks([HEADER_ROW + 2 + len(sheet.rows)])
        else:
            page.fit_to_pages(1, 0)
        page.set_margins(left=_MARGIN, right=_MARGIN, top=_TOP, bottom=_BOTTOM)
        page.repeat_rows(HEADER_ROW)
        # Whole columns, so that rows which are added are printed too. What is beyond them is the
        # end of a long title or note, which would otherwise make the whole print smaller
        if not sheet.hidden:
            page.print_area(0, 0, 1_048_575, max(printed_columns(sheet), 5) - 1)
        page.set_footer(f"&L{sheet.title.replace('&', '&&')[:120]}&R&P / &N")


def _declared(sheet: Sheet, column: Column) -> dict[str, Any]:
    """A column as the table declares it, with its sum in the last row if the table has totals."""
    declared: dict[str, Any] = {"header": column.title}
    if sheet.totals and column is sheet.columns[0]:
        declared["total_string"] = sheet.totals
    elif sheet.totals and column.summed:
        declared["total_function"] = "sum"
    return declared


def _write(page: Any, at: tuple[int, int], column: Column, value: Any, form: Any) -> None:
    if column.formula:
        page.write_formula(*at, f"={column.formula}", form, "" if value is None else value)
    elif value is None:
        page.write_blank(*at, None, form)
    elif isinstance(value, str):
        page.write_string(*at, printable(value)[:MAX_CELL], form)
    else:
        page.write_number(*at, value, form)


def _row_height(sheet: Sheet, row: tuple[Any, ...]) -> float:
    return max(_height(sheet.columns, row), sheet.lines * _LINE + _AIR)


def _height_with_chart(sheet: Sheet) -> float:
    """The height in points of a sheet with its title, its table and its chart."""
    titles = 22 + 2 * (_LINE + _AIR) + _height(sheet.columns, tuple(c.title for c in sheet.columns))
    between = 3 * (_LINE + _AIR)
    rows = sum(_row_height(sheet, row) for row in sheet.rows)
    return titles + rows + between + (chart_height(sheet.chart) * 0.75 if sheet.chart else 0)


def _height(columns: tuple[Column, ...], row: tuple[Any, ...]) -> float:
    """The height in points that the longest cell of a row needs when wrapped in its column."""
    lines = (
        sum(len(wrap(line, int(column.width * 1.05))) or 1 for line in cell.split("\n"))
        for column, cell in zip(columns, row, strict=True)
        if isinstance(cell, str) and not column.formula
    )
    return _LINE * min(max(lines, default=1), 20) + _AIR
