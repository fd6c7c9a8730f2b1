"""The catalogue with 100 and 1,000 made-up examples: its weight, and the filter's time per key
stroke in a browser. Run: python -m bench.catalogue"""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page, sync_playwright

from tools.project import CHROMIUM, build, served

from .synthetic import project

SIZES = (100, 1000)
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
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            root = project(Path(folder) / str(size), size)
            build(root, root / "site").check_returncode()
            page = (root / "site/eksempel/index.html").read_bytes()
            sent = len(gzip.compress(page, 6, mtime=0))
            times = filter_times(root / "site")
            print(
                f"catalogue of {size} examples: {len(page) / 1024:.0f} KiB, {sent / 1024:.0f} gzip;"
                f" filter per key stroke: {times}",
                flush=True,
            )


def filter_times(site: Path) -> str:
    """Median and 95th percentile in milliseconds, layout included."""
    with sync_playwright() as playwright, served(site) as address:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        page: Page = browser.new_page()
        page.goto(f"{address}eksempel/")
        times = [value for _ in range(3) for value in page.evaluate(_STROKES, QUERY)]
        browser.close()
    return f"{median(times):.1f} ms (p50), {quantiles(times, n=20)[-1]:.1f} ms (p95)"


if __name__ == "__main__":
    main()
