"""Documents made from answers in Chromium: the time of a Word file and of all files in one zip, the
ratio to unpacking and packing the same file unchanged, and how much there is to load.
Run: python -m bench.builder"""

from __future__ import annotations

import gzip
import json
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Page, sync_playwright

from macros import ROOT
from macros.builder import Parts
from macros.content import Content, View, load
from macros.site.edition_files import edition_files
from tools.project import CHROMIUM

CODE, DOCUMENT = "nn", "kapittel"
RUNS = 60
_ENTRY = """
export { assemble } from "./assemble.js";
export { unzip } from "./unzip.js";
export { zip } from "./zip.js";
"""
# One run is not like the next in a browser that has just begun, so the first ones are not counted
_MEASURE = """async ({document, fillings, runs}) => {
  const {assemble, unzip, zip} = Builder, {nn, "nn-more": more, "nn-books": books} = strategyParts;
  const word = () => zip(assemble(nn.files[document].docx, nn.texts, fillings[document]));
  const everything = async () => {
    const made = [];
    for (const {files, texts} of [nn, more, books])
      for (const [name, forms] of Object.entries(files))
        for (const [form, file] of Object.entries(forms))
          if (form !== "html") {
            const parts = assemble(file, texts, fillings[name]);
            made.push([`${name}.${form}`, form === "md" ? parts[0][1] : await zip(parts)]);
          }
    return zip(made);
  };
  const preview = async () => assemble(nn.files[document].html, nn.texts, fillings[document]);
  const file = await word();
  const unchanged = async () => {
    const decoder = new TextDecoder();
    return zip([...(await unzip(file))].map(([name, part]) => [name, decoder.decode(part)]));
  };
  const times = {};
  for (const [name, run, count] of [["word", word, runs], ["unchanged", unchanged, runs],
                                    ["preview", preview, runs], ["everything", everything, 12]]) {
    for (let warm = 0; warm < 3; warm++) await run();
    times[name] = [];
    for (let turn = 0; turn < count; turn++) {
      const start = performance.now();
      await run();
      times[name].push(performance.now() - start);
    }
  }
  return times;
}"""


def main() -> None:
    """Print the figures."""
    content = load(ROOT)
    made = edition_files(ROOT, View.of(content, CODE), "")
    scripts = {path: data for path, data in made.files.items() if path.startswith("builder/")}
    for path, data in scripts.items():
        print(f"{path}: {len(gzip.compress(data, 9)) / 1000:.1f} kB gzip", flush=True)
    fillings = {name: filled(content, forms) for name, forms in made.parts.items()}
    times = measured(list(scripts.values()), fillings)
    for name, runs in times.items():
        print(f"{name}: {median(runs):.1f} ms (p50), {quantiles(runs, n=20)[-1]:.1f} ms (p95)")
    print(f"a Word file to unchanged: {median(times['word']) / median(times['unchanged']):.2f}")


def filled(content: Content, forms: Mapping[str, Parts]) -> dict[str, Any]:
    """Answers for every field, with the sentences that we advise in every chapter."""
    used = {name for file in forms.values() for _, names in file.uses for name in names}
    fields = {n.removeprefix("field:"): "innkjøpsrådgjevaren" for n in used if n[:6] == "field:"}
    keep = {f"{name}.advice": True for name in content.chapters}
    keep |= {"standard": False, "card": False, "rettleiing": False}
    answers = json.dumps({"version": 1, "fields": fields})
    rows = {
        table: [{"#": row, "owner": "innkjøpssjefen"} for row in sheet.rows]
        for file in forms.values()
        for table, sheet in file.sheets.items()
    }
    return {"shown": fields, "stored": fields, "keep": keep, "answers": answers, "rows": rows}


def measured(scripts: list[bytes], fillings: dict[str, Any]) -> dict[str, list[float]]:
    """Milliseconds of each run, by what was made."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        page: Page = browser.new_page()
        for script in (bundle(), *(data.decode() for data in scripts)):
            page.add_script_tag(content=script)
        asked = {"document": DOCUMENT, "fillings": fillings, "runs": RUNS}
        times: dict[str, list[float]] = page.evaluate(_MEASURE, asked)
        browser.close()
    return times


def bundle() -> str:
    """The code of the builder as the page gets it."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "builder.js"
        subprocess.run(
            [
                ROOT / "browser/node_modules/.bin/esbuild",
                "--bundle",
                "--minify",
                "--format=iife",
                "--global-name=Builder",
                f"--outfile={out}",
                "--log-level=warning",
            ],
            input=_ENTRY,
            text=True,
            cwd=ROOT / "browser/builder",
            check=True,
        )
        return out.read_text(encoding="utf-8")


if __name__ == "__main__":
    main()
