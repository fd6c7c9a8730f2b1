"""How the catalogue grows: build time and time per page with 100 and 1,000 made-up examples, and the filter's time
per key stroke in a browser. Run: python -m bench.catalogue"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page, sync_playwright

from tests.conftest import CHROMIUM, served

from .synthetic import project

SIZES = (100, 1000)
RUNS = 2
QUERY = "kontroll leverandørkjede"
_STROKES = """async (text) => {
  const field = document.querySelector("[data-filters] [name=q]"), times = [];
  for (let end = 0; end <= text.length; end++) {
    field.value = text.slice(0, end);
    const start = performance.now();
    field.dispatchEvent(new Event("input", {bubbles: true}));
    document.body.offsetHeight;
    times.push(performance.now() - start);
    await new Promise((next) => requestAnimationFrame(next));
  }
  return times;
}"""


def main() -> None:
    """Print the figures, ratios last."""
    per_page = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            root = project(Path(folder) / str(size), size)
            build(root)  # fills the cache of documents, which do not depend on the number of examples
            seconds = median(build(root) for _ in range(RUNS))
            pages = sum(1 for _ in (root / "site").rglob("index.html"))
            per_page[size] = seconds / pages
            weight = (root / "site/eksempel/index.html").stat().st_size
            print(f"{size} examples: {seconds:.1f} s, {pages} pages, {1000 * per_page[size]:.1f} ms a page")
            print(f"  the catalogue: {weight / 1000:.0f} kB; filter per key stroke: {filter_times(root / 'site')}")
    print(f"growth per page: {per_page[SIZES[1]] / per_page[SIZES[0]]:.2f} (goal <= 1.10)")


def build(root: Path) -> float:
    """Processor seconds for a strict build of both editions: what else the machine does then counts little."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    subprocess.run(command, cwd=root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def filter_times(site: Path) -> str:
    """Median and 95th percentile in milliseconds, layout included."""
    with sync_playwright() as playwright, served(site) as address:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page: Page = browser.new_page()
        page.goto(f"{address}eksempel/")
        times = [value for _ in range(3) for value in page.evaluate(_STROKES, QUERY)]
        browser.close()
    return f"{median(times):.1f} ms (p50), {quantiles(times, n=20)[-1]:.1f} ms (p95)"


if __name__ == "__main__":
    main()
