"""Draw the chart of a workbook, with a text for those who do not see it."""

from __future__ import annotations

from typing import Any

from .manuscript import Chart, Sheet

_FILLS = ("#1B6B3A", "#E0A800", "#C3CED6", "#F2F5F7")


def add_chart(book: Any, page: Any, sheet: Sheet, header_row: int) -> None:
    """Put the chart of `sheet` below its table. The headings are in `header_row`, from zero."""
    given = sheet.chart
    if not given:
        return
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    name = given.source or sheet.name
    top, end = header_row + 1 + given.top, header_row + given.end
    columns = range(given.first, given.last + 1)
    for index, fill in zip(columns, _FILLS, strict=False):
        chart.add_series(
            {
                "name": [name, header_row, index],
                "categories": [name, top, 0, end, 0],
                "values": [name, top, index, end, index],
                "fill": {"color": fill},
                "border": {"color": "#1C2329", "width": 0.5},
                "gap": 40,
            }
        )
    _furnish(chart, given, len(columns))
    below = header_row + len(sheet.rows) + 3
    page.insert_chart(below, 0, chart, {"description": given.alt, "object_position": 3})


def _furnish(chart: Any, given: Chart, series: int) -> None:
    """Set the title, the axes, the legend and the size of a chart."""
    font = {"name": "Arial"}
    chart.set_title({"name": given.title, "name_font": {"name": "Arial", "size": 12}})
    chart.set_y_axis({"reverse": True, "num_font": font, "major_gridlines": {"visible": False}})
    chart.set_x_axis({"num_font": font, "num_format": "0", "min": 0})
    chart.set_legend({"position": "bottom", "font": font} if series > 1 else {"none": True})
    chart.set_size({"width": 820, "height": chart_height(given)})


def chart_height(chart: Chart) -> int:
    """The height of a chart in pixels: its title and axis, and each of its bars."""
    return 110 + 24 * (chart.end - chart.top)
