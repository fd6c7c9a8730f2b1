"""Write workbooks. Each sheet has a title in A1 and one named table; no macros and no merged cells.

No rows are frozen: four frozen rows leave little room at 200 %, and Excel shows the headings of a
table in place of the column letters when one scrolls. Long tables keep their filter buttons, which
are the way to see what remains to be done.
"""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import xlsxwriter

from .manuscript import STATUS_TABLE, SUMMARY_TABLE, Column, Manuscript, Sheet, printable
from .repack import repack

HEADER_ROW = 3
MAX_CELL = 32_767
_A4, _A3 = 9, 8
_A4_WIDTH = 220  # characters that are still readable on an A4 sheet on its side
_BORDER = "#C3CED6"


def write_xlsx(manuscript: Manuscript) -> bytes:
    """The sheets of the manuscript as an Excel file, with its title and language."""
    out = io.BytesIO()
    # A text that begins with «=» or looks like an address must stay a text
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties(
        {
            "title": manuscript.title,
            "author": "Strategisk mot a-krim",
            # The date of the content and not of the build, so that the same content gives the same
            # bytes
            "created": datetime(*manuscript.date.timetuple()[:3]),
        }
    )
    writer = _Writer(book, manuscript)
    for sheet in manuscript.sheets:
        writer.sheet(sheet)
    book.close()
    changes = {
        f"xl/worksheets/sheet{n}.xml": _let_rows_grow for n in range(1, len(manuscript.sheets) + 1)
    }
    return repack(
        out.getvalue(),
        {**changes, "docProps/core.xml": lambda text: _language(text, manuscript.language)},
    )


def _let_rows_grow(sheet: str) -> str:
    """Let Excel make a row higher when somebody writes more in it.

    XlsxWriter marks every height as custom, and Excel never changes a custom height."""
    return sheet.replace(' customHeight="1"', "")


def _height(columns: tuple[Column, ...], row: tuple[Any, ...]) -> float:
    """The height in points that the longest cell of a row needs when wrapped in its column."""
    lines = (
        -(-len(str(cell)) // max(1, int(column.width * 1.05)))
        for column, cell in zip(columns, row, strict=True)
        if cell
    )
    return 15.0 * min(max(lines, default=1), 20)


def _language(core: str, language: str) -> str:
    """The core properties with a language, which XlsxWriter has no option for."""
    return core.replace(
        "</cp:coreProperties>", f"<dc:language>{language}</dc:language></cp:coreProperties>"
    )


class _Writer:
    """Writes the sheets of one workbook, and holds the cell formats they share."""

    def __init__(self, book: Any, manuscript: Manuscript) -> None:
        self.book, self.manuscript = book, manuscript
        base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
        cell = {**base, "text_wrap": True, "border": 1, "border_color": _BORDER}
        self.title = book.add_format(
            {**base, "font_size": 16, "bold": True, "font_color": "#12395B"}
        )
        self.note = book.add_format({**base, "font_color": "#46525C"})
        self.header = book.add_format({**cell, "bold": True, "bg_color": "#F2F5F7"})
        self.cells = {
            "text": book.add_format(cell),
            "date": book.add_format({**cell, "num_format": "dd.mm.yyyy"}),
        }

    def sheet(self, sheet: Sheet) -> None:
        page = self.book.add_worksheet(sheet.name)
        page.hide_gridlines(2)
        page.write_string(0, 0, printable(sheet.title), self.title)
        page.write_string(1, 0, printable(self.manuscript.words["colophon"]), self.note)
        page.write_string(2, 0, printable(sheet.note), self.note)
        last = HEADER_ROW + len(sheet.rows)
        self._table(page, sheet, last)
        page.set_row(0, 26)
        for index, column in enumerate(sheet.columns):
            page.set_column(index, index, column.width)
            page.write_string(HEADER_ROW, index, column.title, self.header)
            self._validate(page, index, column, last)
        for number, row in enumerate(sheet.rows, HEADER_ROW + 1):
            page.set_row(number, _height(sheet.columns, row))
            for index, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
                self._cell(page, number, index, column, value)
        self._print(page, sheet, last)
        if sheet.table == SUMMARY_TABLE:
            self._chart(page, sheet, last)

    def _table(self, page: Any, sheet: Sheet, last: int) -> None:
        page.add_table(
            HEADER_ROW,
            0,
            last,
            len(sheet.columns) - 1,
            {
                "name": sheet.table,
                "columns": [
                    {"header": column.title, "header_format": self.header}
                    for column in sheet.columns
                ],
                "style": None,
                "autofilter": len(sheet.rows) > 20,
                "title": sheet.title,
                "description": sheet.note,
            },
        )
        # Not given as an option: add_table would then write every cell itself, slowly, and without
        # the value that programs show which do not calculate
        for column, stored in zip(sheet.columns, page.tables[-1]["columns"], strict=True):
            stored["formula"] = column.formula

    def _cell(self, page: Any, row: int, index: int, column: Column, value: Any) -> None:
        form = self.cells["date" if column.kind == "date" else "text"]
        if column.formula:
            page.write_formula(
                row, index, f"={column.formula}", form, "" if value is None else value
            )
        elif value is None:
            page.write_blank(row, index, None, form)
        elif isinstance(value, str):
            page.write_string(row, index, printable(value)[:MAX_CELL], form)
        else:
            page.write_number(row, index, value, form)

    def _validate(self, page: Any, index: int, column: Column, last: int) -> None:
        """Limit what can be filled in, in exactly the rows of the table."""
        words = self.manuscript.words
        if column.kind not in ("choice", "date"):
            return
        rule: dict[str, Any] = {"validate": "date", "criteria": ">=", "value": date(2000, 1, 1)}
        if column.kind == "choice":
            rule = {"validate": "list", "source": self._choices(column)}
        rule |= {"input_title": column.title, "input_message": words[f"prompt.{column.kind}"]}
        rule |= {"error_title": column.title, "error_message": words[f"error.{column.kind}"]}
        # XlsxWriter only warns about a rule over Excel's limits, and leaves it out
        if page.data_validation(HEADER_ROW + 1, index, last, index, rule) != 0:
            raise ValueError(
                f"{self.manuscript.name}: the validation of «{column.title}» is over one of Excel's"
                " limits"
            )

    def _choices(self, column: Column) -> str | list[str]:
        """The choices of a drop-down: statuses refer to their own sheet, others are spelled out."""
        for sheet in self.manuscript.sheets:
            if (
                sheet.table == STATUS_TABLE
                and tuple(row[0] for row in sheet.rows) == column.choices
            ):
                return f"='{sheet.name}'!$A${HEADER_ROW + 2}:$A${HEADER_ROW + 1 + len(sheet.rows)}"
        return list(column.choices)

    def _print(self, page: Any, sheet: Sheet, last: int) -> None:
        page.set_landscape()
        page.set_paper(_A3 if sum(column.width for column in sheet.columns) > _A4_WIDTH else _A4)
        page.fit_to_pages(1, int(sheet.table == SUMMARY_TABLE))
        page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        page.repeat_rows(HEADER_ROW)
        # At least six columns, since the title and the note are wider than a narrow table
        page.print_area(0, 0, last, max(len(sheet.columns) - 1, 5))
        page.set_footer(f"&L{sheet.title.replace('&', '&&')[:120]}&R&P / &N")

    def _chart(self, page: Any, sheet: Sheet, last: int) -> None:
        words = self.manuscript.words
        chart = self.book.add_chart({"type": "bar", "subtype": "stacked"})
        fills = ("#1B6B3A", "#E0A800", "#C3CED6", "#F2F5F7")
        for index, fill in zip(range(2, 6), fills, strict=True):
            chart.add_series(
                {
                    "name": [sheet.name, HEADER_ROW, index],
                    "categories": [sheet.name, HEADER_ROW + 1, 0, last, 0],
                    "values": [sheet.name, HEADER_ROW + 1, index, last, index],
                    "fill": {"color": fill},
                    "border": {"color": "#1C2329", "width": 0.5},
                    "gap": 40,
                }
            )
        chart.set_title({"name": words["chart.title"], "name_font": {"name": "Arial", "size": 12}})
        chart.set_y_axis(
            {"reverse": True, "num_font": {"name": "Arial"}, "major_gridlines": {"visible": False}}
        )
        chart.set_x_axis({"num_font": {"name": "Arial"}, "major_unit": 2})
        chart.set_legend({"position": "bottom", "font": {"name": "Arial"}})
        chart.set_size({"width": 820, "height": 120 + 28 * len(sheet.rows)})
        page.insert_chart(
            last + 2, 0, chart, {"description": words["chart.alt"], "object_position": 3}
        )
        page.print_area(
            0, 0, last + 8 + int(1.5 * len(sheet.rows)) + 4, max(len(sheet.columns) - 1, 8)
        )
