"""The public queries, run against a search worker by its messages, and how well it did.

The search was tuned on `queries.tsv`. `unseen.tsv` was written without reading the texts of the
site, before the first run, and nothing is tuned on it. `law.tsv` has more questions about the law,
and `none.tsv` what the site has nothing about, with a `+` for what it has; their heads say how they
were used."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
NODE = Path(sys.executable).with_name("node")


@dataclass(frozen=True)
class Query:
    """`pages` are addresses within the edition, any of them right; none where the site has nothing
    about it. `held_out`: looked at only as a sum."""

    edition: str
    kind: str
    text: str
    pages: frozenset[str]
    held_out: bool


@dataclass(frozen=True)
class Run:
    """`found`: the pages for each query, best first. `none`: whether it was said that the site has
    nothing. The rest is milliseconds of processor time. `setup`: to ready. `extended`: to take the
    part with more text, 0 if it was never wanted. `times`: for each key stroke."""

    found: list[list[str]]
    none: list[bool]
    setup: float
    extended: float
    times: list[float]


@dataclass(frozen=True)
class Score:
    """Shares (0 to 1) of `count` queries answered by the first page and by one of the first
    three, and the mean of 1/rank."""

    count: int
    first: float
    three: float
    mrr: float


def queries(name: str = "queries") -> list[Query]:
    """Every query of a file, such as «unseen»; one for both editions is two."""
    lines = [
        line
        for line in (HERE / f"{name}.tsv").read_text().splitlines()
        if line and not line.startswith("#")
    ]
    found = []
    for number, line in enumerate(lines):
        edition, kind, text, pages = line.split("\t")
        right = frozenset("" if page == "./" else page for page in pages.split() if page != "-")
        found += [
            Query(one, kind, text, right, name == "queries" and number % 2 == 1)
            for one in (("nn", "nb") if edition == "both" else (edition,))
        ]
    return found


def key_strokes(asked: Iterable[Query]) -> list[str]:
    """What stands in the box after each key stroke of every query."""
    return [query.text[: end + 1] for query in asked for end in range(len(query.text))]


def run(
    worker: Path,
    index: Path,
    asked: Sequence[Query],
    keys: Sequence[str] = (),
    *,
    stock: bool = False,
) -> Run:
    """Let `worker` answer; `stock` is Material's own, which has other messages.

    Raises CalledProcessError with Node's words when it fails."""
    job: dict[str, Any] = {
        "worker": str(worker), "index": str(index), "queries": [query.text for query in asked],
        "keys": list(keys),
        "stock": stock,
    }  # fmt: skip
    # One thread, so that its time is all of the processor time, on any machine
    node = [NODE, "--single-threaded", HERE / "run.mjs"]
    done = subprocess.run(node, input=json.dumps(job), capture_output=True, text=True, check=False)
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, "node", done.stdout, done.stderr)
    return Run(**json.loads(done.stdout))


def rank(query: Query, found: Sequence[str]) -> int:
    """Which place the first right page has, from 1; 0 for none."""
    return next((place for place, page in enumerate(found, 1) if page in query.pages), 0)


def scores(asked: Sequence[Query], found: Sequence[Sequence[str]]) -> dict[str, Score]:
    """By kind, and «all»."""
    ranks: dict[str, list[int]] = {}
    for query, pages in zip(asked, found, strict=True):
        for kind in (query.kind, "all"):
            ranks.setdefault(kind, []).append(rank(query, pages))
    return {kind: _score(places) for kind, places in sorted(ranks.items())}


def _score(places: Sequence[int]) -> Score:
    count = len(places)
    return Score(
        count,
        sum(place == 1 for place in places) / count,
        sum(0 < place <= 3 for place in places) / count,
        sum(1 / place for place in places if place) / count,
    )
