"""Make the picture in the README: the built site, both colour schemes, wide and narrow, side by
side."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from macros import ROOT

from .project import CHROMIUM, build, served

SHOTS = (("sporsmal/kapasitet/", 1000, "light"), ("grep/04-kontraktskjede/", 360, "dark"))


def main() -> None:
    """Write docs/picture.png, in which the heights are equal and nothing is scaled."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        assert build(ROOT, site).returncode == 0
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        frames = []
        with served(site) as address:
            for path, width, scheme in SHOTS:
                size = {"width": width, "height": 760}
                page = chromium.new_page(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
                page.goto(address + path, wait_until="networkidle")
                shot = Path(folder) / f"{width}.png"
                page.screenshot(path=shot)
                frames.append(f'<img src="{shot.as_uri()}" style="border:1px solid #999">')
        sheet = Path(folder) / "sheet.html"
        sheet.write_text(
            f'<body style="margin:0;display:flex;gap:16px;width:1400px">{"".join(frames)}'
        )
        page = chromium.new_page(viewport={"width": 1400, "height": 762})
        page.goto(sheet.as_uri())
        page.screenshot(path=ROOT / "docs" / "picture.png", full_page=True)
        chromium.close()


if __name__ == "__main__":
    main()
