"""Time per document and format, against the bare tool on the same text. Run: .venv/bin/python -m
bench.documents

Medians over repetitions in one run; the ratios mean something on any machine, the milliseconds only
on this one. What is compared: pandoc with nothing but `--to docx` (or odt, markdown); pandoc to
typst and typst with no template of ours; XlsxWriter writing the same tables and formulas with no
formats, drop-downs, chart or print set-up.
"""

from __future__ import annotations

import io
import statistics
import subprocess
import time
from collections.abc import Callable
from functools import partial

import typst
import xlsxwriter

from macros import ROOT
from macros.content import View, load
from macros.documents import BY_ID, FORMATS, Manuscript, manuscript
from macros.documents.manuscript import Cell, Formula
from macros.documents.pandoc import READER, whole
from macros.documents.program import program

REPEAT = 7
CASES = (
    ("strategi", ("docx", "odt", "pdf", "md")),
    ("sjekkliste-samla", ("docx", "odt", "pdf", "md", "xlsx")),
    ("arbeidsbok", ("xlsx",)),
    ("handlingsplan", ("xlsx",)),
)


def median(run: Callable[[], object]) -> float:
    """Milliseconds, the median of `REPEAT` runs after one to warm up."""
    run()
    times = []
    for _ in range(REPEAT):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def bare(source: Manuscript, form: str) -> Callable[[], object]:
    """The same text through the tool alone."""
    # Made once, and before the clock starts; a workbook has tables and no text
    text = b"" if form == "xlsx" else whole(source, form).encode()

    def pandoc(target: str) -> bytes:
        command = [program(), "--from", READER, "--to", target, "--standalone", "--output", "-"]
        return subprocess.run(command, input=text, capture_output=True, check=True).stdout

    def pdf() -> bytes:
        return typst.compile(pandoc("typst"))  # type: ignore[misc]

    def sheets() -> None:
        book = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True})
        for sheet in source.sheets:
            columns = [
                {"header": column.title, **({"formula": column.formula} if column.formula else {})}
                for column in sheet.columns
            ]
            data = [[_plain(cell) for cell in row] for row in sheet.rows]
            table = {"data": data, "columns": columns}
            book.add_worksheet().add_table(0, 0, len(sheet.rows), len(columns) - 1, table)
        book.close()

    return {"pdf": pdf, "xlsx": sheets}.get(
        form, lambda: pandoc({"md": "markdown"}.get(form, form))
    )


def _plain(cell: Cell) -> str | int | float | None:
    """A cell as XlsxWriter takes it: a formula is a text that begins with «=»."""
    return f"={cell.text}" if isinstance(cell, Formula) else cell


def main() -> None:
    """Print a table."""
    content = load(ROOT)
    print(f"{'document':<18} {'format':<7} {'ours':>8} {'bare':>8} {'ratio':>6}")
    for name, forms in CASES:
        source = manuscript(View.of(content, "nn"), ROOT, BY_ID[name])
        for form in forms:
            writer, tool = FORMATS[form], bare(source, form)
            ours, other = median(partial(writer.writer, source)), median(tool)
            print(f"{name:<18} {form:<7} {ours:>5.0f} ms {other:>5.0f} ms {ours / other:>6.2f}")


if __name__ == "__main__":
    main()
