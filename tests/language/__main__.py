"""Build the site, and print every hit of the gate with its place and what to write instead.

Usage: python -m tests.language [FOLDER OF A BUILT SITE]"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from macros.content import load

from ..conftest import ROOT, build, built_pages
from .gate import Reading, figures
from .limits import limits
from .origin import Origins
from .pairs import alone, compared, site_pairs
from .passages import Passage
from .rules import Hit


def main(arguments: list[str]) -> None:
    """Print the figures beside their limits, then the hits of each kind."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(arguments[0]) if arguments else Path(folder) / "site"
        if not arguments:
            done = build(ROOT, site)
            assert done.returncode == 0, done.stderr
        reading = Reading(ROOT, built_pages(site))
    hits = reading.hits(load(ROOT))
    both = list(site_pairs(reading.pages))
    apart = compared(x for x in (*both, *reading.records) if not isinstance(x, Passage))
    hits += [*apart, *alone(x for x in both if isinstance(x, Passage))]
    allowed = limits()
    counted = figures(reading, allowed.counted(hits))
    for kind, limit in allowed.kinds.items():
        print(f"{kind:28} {counted.get(kind, 0):5}  limit {limit.today:4}  goal {limit.goal:3}")
    for excuse in allowed.unused(hits, allowed.kinds):
        print(f"excused in vain: {excuse.page} ({excuse.kind})")
    _print_hits(allowed.counted(hits))


def _print_hits(hits: list[Hit]) -> None:
    origins = Origins(ROOT)
    kinds: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        kinds[hit.kind + (" (examples)" if hit.told else "")].append(hit)
    for kind, found in sorted(kinds.items()):
        print(f"\n===== {kind}: {len(found)}")
        for hit in found:
            print(f"{origins.of(hit.sentence) or '?'}  {hit}")


if __name__ == "__main__":
    main(sys.argv[1:])
