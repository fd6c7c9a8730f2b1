"""Lighthouse's scores (mobile, its defaults) for the front page, a measure, the catalogue, the law
and the two tools. Medians over runs."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from statistics import median

from macros import ROOT
from tools.project import CHROMIUM, build

from ..search.quality import NODE
from ..zipped import zipped

PAGES = ("", "grep/04-kontraktskjede/", "eksempel/", "regelverk/", "lag/", "status/")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3
GOAL = 99
LIGHTHOUSE = Path(__file__).parent / "node_modules/lighthouse/cli/index.js"
_CHROME = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"


def main() -> None:
    """Build the site in a temporary folder, and print a line a page."""
    with tempfile.TemporaryDirectory() as folder:
        build(ROOT, Path(folder)).check_returncode()
        with zipped(Path(folder)) as address:
            for page in PAGES:
                runs = [scores(address + page) for _ in range(RUNS)]
                told = ", ".join(
                    f"{name} {median(run[name] for run in runs):.0f}" for name in CATEGORIES
                )
                print(f"lighthouse, /{page}: {told} (goal >= {GOAL})", flush=True)


def scores(address: str) -> dict[str, float]:
    """0 to 100 in each category."""
    done = subprocess.run(
        [NODE, LIGHTHOUSE, address, "--quiet", "--output=json", f"--chrome-flags={_CHROME}",
         f"--only-categories={','.join(CATEGORIES)}"],
        env={**os.environ, "CHROME_PATH": CHROMIUM}, capture_output=True, check=True,
    )  # fmt: skip
    found = json.loads(done.stdout)["categories"]
    return {name: 100 * found[name]["score"] for name in CATEGORIES}


if __name__ == "__main__":
    main()
