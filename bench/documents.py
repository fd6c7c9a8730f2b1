"""Time per document and format, against the bare tool on the same text, and the time of them all.
Run: .venv/bin/python -m bench.documents

What is measured is processor time, our own and that of the programs we start, so that others on the
machine matter little. Ours and the bare tool take turns, and the ratio is that of the medians: it
means something on any machine, the milliseconds only on this one. Each run is a process of its own
that has made nothing of the document before, as in a build with an empty cache.

What is compared: pandoc with nothing but `--to docx` (or odt, markdown); pandoc to typst and typst
with no template of ours; XlsxWriter writing the same tables and formulas with no formats,
drop-downs, chart or print set-up.

A document that can be made from answers, such as `strategi`, is made of a text three times as long,
with all that somebody may choose: its files are put together from the parts that the builder gets
too. So there are two ratios. The first is to the bare tool on the text that the reader gets, and
the second to the bare tool on the text that was gone through; for other documents they are the
same.

A build makes the formats of a document together, with one process of pandoc that reads the text
once. The row «together» has that against the sum of the bare tools, one format after another; for
a document that can be made from answers, ours then has the parts for the builder too.
"""

from __future__ import annotations

import io
import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
import xlsxwriter

from macros import ROOT
from macros.content import EDITIONS, View, load
from macros.documents import BY_ID, FORMATS, PARTS, Manuscript, manuscript, together
from macros.documents.fonts import covered
from macros.documents.manuscript import Cell, Formula
from macros.documents.pandoc import READER, whole
from macros.documents.program import program
from macros.documents.taken_apart import marked_source
from macros.site import edition_files

REPEAT = 7
CASES = (
    ("strategi", ("docx", "odt", "pdf", "md")),
    ("sjekkliste-samla", ("docx", "odt", "pdf", "md", "xlsx")),
    ("arbeidsbok", ("xlsx",)),
    ("handlingsplan", ("xlsx",)),
)


def processor() -> float:
    """Seconds of the processor that this program and those it has waited for have used."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(spent.ru_utime + spent.ru_stime for spent in used)


def apart(run: Callable[[], object]) -> None:
    """Run it in a process of its own, which has all that this one has loaded. Raises OSError."""
    child = os.fork()
    if child == 0:
        try:
            run()
        except BaseException:
            os._exit(1)
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        raise OSError("what was to be measured has failed")


def medians(*runs: Callable[[], object]) -> list[float]:
    """Milliseconds of the processor for each of `runs`.

    They take turns, so that what else happens on the machine meets them all."""
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(REPEAT):
        for run, spent in zip(runs, times, strict=True):
            start = processor()
            apart(run)
            spent.append((processor() - start) * 1000)
    return [statistics.median(spent) for spent in times]


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


def warm_up(view: View) -> None:
    """Load what a build loads once. typst is not used, since it remembers what it has set."""
    covered("")
    for name, form in (("kapittel", "docx"), ("kapittel", "odt"), ("arbeidsbok", "xlsx")):
        FORMATS[form].write(manuscript(view, ROOT, BY_ID[name]))


def every_file() -> None:
    """Print the time of all files of both editions, with an empty cache and with a full one."""
    content = load(ROOT)
    with TemporaryDirectory() as folder:
        kept, edition_files.CACHE = edition_files.CACHE, Path(folder)
        for state in ("cold", "warm"):
            edition_files._documents.cache_clear()
            edition_files._shared.cache_clear()
            clock, used = time.perf_counter(), processor()
            for code in EDITIONS:
                edition_files.edition_files(ROOT, View.of(content, code), "")
            clock, used = time.perf_counter() - clock, processor() - used
            print(f"all files, {state}: {clock:.1f} s by the clock, {used:.1f} s of the processor")
        edition_files.CACHE = kept


def gone_through(source: Manuscript, form: str) -> Manuscript:
    """The manuscript whose text our writer reads for the file in `form`."""
    return marked_source(source) if source.marked and form not in ("pdf", "xlsx") else source


def all_together(source: Manuscript, forms: tuple[str, ...]) -> None:
    """Make the files as a build does, and the parts if the document has them."""
    chosen = (*forms, PARTS.id) if source.marked else forms
    with together(source, chosen):
        for form in chosen:
            (PARTS if form == PARTS.id else FORMATS[form]).writer(source)


def in_turn(runs: Iterable[Callable[[], object]]) -> None:
    """Run them one after another."""
    for run in runs:
        run()


def line(name: str, form: str, ours: float, short: float, same: float) -> str:
    """A line of the table, with both ratios."""
    return (
        f"{name:<17} {form:<9} {ours:>5.0f} ms {short:>6.0f} ms {ours / short:>5.2f}"
        f" {same:>6.0f} ms {ours / same:>5.2f}"
    )


def case(source: Manuscript, forms: tuple[str, ...]) -> None:
    """Print the lines of one document."""
    for form in forms:
        run = partial(FORMATS[form].writer, source)
        others = bare(source, form), bare(gone_through(source, form), form)
        print(line(source.id, form, *medians(run, *others)), flush=True)
    texts = tuple(form for form in forms if form != "xlsx")
    if len(texts) > 1:
        made = partial(all_together, source, texts)
        short = partial(in_turn, [bare(source, form) for form in texts])
        same = partial(in_turn, [bare(gone_through(source, form), form) for form in texts])
        print(line(source.id, "together", *medians(made, short, same)), flush=True)


def main() -> None:
    """Print a table, and the time of all files."""
    content = load(ROOT)
    warm_up(View.of(content, "nn"))
    print(f"{'document':<17} {'format':<9} {'ours':>8} {'bare':>9} {'':>5} {'same text':>9}")
    for name, forms in CASES:
        case(manuscript(View.of(content, "nn"), ROOT, BY_ID[name]), forms)
    every_file()


if __name__ == "__main__":
    main()
