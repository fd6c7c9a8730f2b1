"""Ours beside Material's search, on the same pages in one run. Run: .venv/bin/python -m
bench.search [--missed]

Reports recall@1, recall@3 and MRR by kind for each of four sets apart: the one that the search was
tuned on, the one nobody has tuned on, one about the law, half of it tuned on, and one made of the
site's own words. Then comes how often it is said that the site has nothing, rightly and wrongly,
size (gzip), processor time to ready and per key stroke, on the real site and with a thousand
made-up examples beside it, and how long the first answer takes on a slow line. What is over its
limit is told last, and then the exit status is 1. `--missed` lists the queries of the first set
that did not get a right page first; of its held-out half only the numbers are shown.
"""

from __future__ import annotations

import gzip
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from macros import ROOT
from macros.content import EDITIONS, View, load
from macros.search import Page, index

from . import slow, stock
from .made import made as made_of_words
from .pages import made_up, site_pages
from .quality import Query, Run, Score, key_strokes, queries, rank, run, scores

OURS = ROOT / "docs/theme/assets/scripts/search"
KEYS = 300  # key strokes timed
# The most of each, today and with a thousand examples more, on a machine that has time for it
LIMITS = {
    "index, kB gzip": (120, 700),
    "ready, ms": (300, 300),
    "key stroke p95, ms": (15, 15),
}
SLOW = 1.0  # seconds to the first answer


def main(argv: Sequence[str]) -> None:
    """Build the site in a temporary folder, and print the tables."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", work / "site"],
            cwd=ROOT,
            check=True,
        )
        real = {edition: site_pages(work / "site", edition) for edition in EDITIONS}
        sets = _sets(real)
        odd = queries("none")
        asked = [query for each in (*sets.values(), odd) for query in each]
        over: list[str] = []
        for size, made in enumerate((0, 1000)):
            print(f"\n== The real site{f' and {made} made-up examples' if made else ''} ==")
            runs = {
                edition: _all(work, edition, [*pages, *made_up(pages, made)], asked)
                for edition, pages in real.items()
            }
            for title, each in sets.items():
                print(f"\n-- {title} --")
                _quality(runs, set(each))
            _silence(runs, set(odd))
            rows = _cost(runs["nn"], work)
            over += [
                f"{what}: {rows[what]:.0f}, not {limits[size]}{' at 1,000 more' if made else ''}"
                for what, limits in LIMITS.items()
                if rows[what] > limits[size]
            ]
            if "--missed" in argv:
                _missed(runs)
        waited = slow.first_answer(work / "site")
        print(f"\nfirst answer on slow 4G: {waited:.2f} s")
        over += [f"first answer: {waited:.2f} s, not {SLOW}"] if waited > SLOW else []
    if over:
        sys.exit("\nOver the limit:\n" + "\n".join(over))


def _sets(pages: dict[str, list[Page]]) -> dict[str, list[Query]]:
    """The sets of queries by what is said of them."""
    return {
        "queries.tsv, tuned on": queries(),
        "unseen.tsv, not tuned on": queries("unseen"),
        "law.tsv, half tuned on": queries("law"),
        "made of the site's own words": made_of_words(load(ROOT), pages),
    }


def _all(
    work: Path, edition: str, pages: Sequence[Page], asked: Sequence[Query]
) -> dict[str, tuple[list[Query], Run]]:
    """Every engine's answers to the queries of an edition."""
    own = [query for query in asked if query.edition == edition]
    keys = key_strokes(query for query in own if query.pages)
    keys = keys[:: max(1, len(keys) // KEYS)]
    results = {}
    for name in ("ours", *stock.PIPELINES):
        file = _write(name, pages, edition, work)
        worker = OURS / "worker.js" if name == "ours" else stock.WORKER
        results[name] = (own, run(worker, file, own, keys, stock=name != "ours"))
    return results


def _write(name: str, pages: Sequence[Page], edition: str, work: Path) -> Path:
    file = work / f"{name}-{edition}.json"
    if name != "ours":
        stock.write_index(pages, stock.PIPELINES[name], file)
    elif len(pages) < 1000:
        # What is shipped, rather than what can be read back from the pages
        shipped = work / "site" / ("" if edition == "nn" else "nb") / "search"
        file.write_bytes((shipped / "search_index.json").read_bytes())
        _more(file).write_bytes((shipped / "search_index_more.json").read_bytes())
    else:
        made = index(View.of(load(ROOT), edition), pages, ())
        file.write_text(_json(made.main))
        _more(file).write_text(_json(made.more))
    return file


def _more(file: Path) -> Path:
    return file.with_name(f"{file.stem}_more.json")


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _quality(runs: dict[str, dict[str, tuple[list[Query], Run]]], those: set[Query]) -> None:
    """Print one set: a row for each kind, a column for each engine."""
    tables: dict[str, dict[str, Score]] = {}
    said: dict[str, list[bool]] = {}
    for name in ("ours", *stock.PIPELINES):
        tables[name], said[name] = _table(
            [
                answer
                for edition in EDITIONS
                for answer in _answers(*runs[edition][name])
                if answer[0] in those
            ]
        )
    print(f"{'recall@1, recall@3, MRR':<25}" + "".join(f"{name:>22}" for name in tables))
    for kind in tables["ours"]:
        cells = (tables[name][kind] for name in tables)
        print(
            f"{kind:<15}{tables['ours'][kind].count:>10}"
            + "".join(f"{s.first:>10.2f}{s.three:>6.2f}{s.mrr:>6.2f}" for s in cells)
        )
    if said["ours"]:
        shares = (statistics.mean(each) for each in said.values())
        print(
            f"{'says «none»':<15}{len(said['ours']):>10}" + "".join(f"{s:>22.2f}" for s in shares)
        )


def _silence(runs: dict[str, dict[str, tuple[list[Query], Run]]], those: set[Query]) -> None:
    """Print how often ours says that the site has nothing, rightly and wrongly, by kind."""
    print("\n-- none.tsv, half tuned on --")
    said: dict[str, list[bool]] = {}
    for query, _, none in (a for code in EDITIONS for a in _answers(*runs[code]["ours"])):
        if query in those:
            what = "wrongly" if query.pages else "rightly"
            said.setdefault(f"{query.kind}, «none» {what}", []).append(none)
    for what, each in sorted(said.items()):
        print(f"{what:<30}{sum(each):>5} of {len(each)}")


def _answers(asked: list[Query], result: Run) -> Iterator[tuple[Query, list[str], bool]]:
    yield from zip(asked, result.found, result.none, strict=True)


def _table(
    answers: Sequence[tuple[Query, list[str], bool]],
) -> tuple[dict[str, Score], list[bool]]:
    """The scores by kind, and for what the site has nothing on, whether that was said."""
    asked = [(query, pages) for query, pages, _ in answers if query.pages]
    table = scores([query for query, _ in asked], [pages for _, pages in asked])
    if held := [(query, pages) for query, pages in asked if query.held_out]:
        table["held out"] = scores([query for query, _ in held], [pages for _, pages in held])[
            "all"
        ]
    return table, [none for query, _, none in answers if not query.pages]


def _cost(runs: dict[str, tuple[list[Query], Run]], work: Path) -> dict[str, float]:
    """Print a row for each cost, a column for each engine, and give the rows of ours."""
    costs = {name: _costs(name, result, work) for name, (_, result) in runs.items()}
    print(f"\n{'':<25}" + "".join(f"{name:>22}" for name in runs))
    for what in costs["ours"]:
        cells = (f"{costs[name][what]:.1f}" if what in costs[name] else "–" for name in costs)
        print(f"{what:<25}" + "".join(f"{cell:>22}" for cell in cells))
    print(f"Material's bundle beside its own, kB gzip: {_zipped(stock.BUNDLE) / 1000:.0f}")
    sent = {name: each["index, kB gzip"] + each["scripts, kB gzip"] for name, each in costs.items()}
    print(f"transfer against stock, without its bundle: {sent['ours'] / sent['stock']:.2f}")
    return costs["ours"]


def _costs(name: str, result: Run, work: Path) -> dict[str, float]:
    index = work / f"{name}-nn.json"
    is_ours = name == "ours"
    scripts = [OURS / "worker.js", OURS / "box.js"] if is_ours else [stock.WORKER, *stock.LANGUAGE]
    costs = {
        "index, kB gzip": _zipped(index) / 1000,
        "scripts, kB gzip": _zipped(*scripts) / 1000,
        "ready, ms": result.setup,
        "key stroke p50, ms": statistics.median(result.times),
        "key stroke p95, ms": statistics.quantiles(result.times, n=20)[-1],
    }
    if is_ours:
        costs |= {
            "more text, kB gzip": _zipped(_more(index)) / 1000,
            "more text, ms": result.extended,
        }
    return costs


def _zipped(*files: Path) -> int:
    return sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in files)


def _missed(runs: dict[str, dict[str, tuple[list[Query], Run]]]) -> None:
    print("\nNot first:")
    first = set(queries())
    for edition in EDITIONS:
        asked, result = runs[edition]["ours"]
        for query, found in zip(asked, result.found, strict=True):
            tuned = query in first and not query.held_out
            if tuned and (place := rank(query, found)) != 1:
                print(
                    f"  {place or '–':>2} {edition} {query.kind:<11}{query.text!r}:"
                    f" {', '.join(found[:4])}"
                )


if __name__ == "__main__":
    main(sys.argv[1:])
