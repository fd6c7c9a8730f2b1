"""A hundred hostile texts on built pages, in a browser: whatever a page or a datum holds,
nothing of it runs."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from macros.content import Content, View
from macros.content.markdown_source import masked
from macros.content.raw_html import raw_html
from macros.pages.example import example_page

RAN = "window.ran=1"
MANY = 100
_BREAKS = (
    "",
    '"',
    "'",
    "'\">",
    '">',
    "</title>",
    "-->",
    "</textarea>",
    "]]>",
    "`",
    "\\",
    "&quot;",
    "<b title='",
)
_ELEMENTS = (
    "<script>{}</script>", "<ScRiPt >{}</sCrIpT >", "<script/x>{}</script>",
    "<img src=x onerror={}>",
    "<svg onload={}>", "<svg><script>{}</script></svg>", "<body onload={}>",
    "<iframe srcdoc='<script>parent.{}</script>'>",
    "<iframe src='javascript:{}'>", "<details open ontoggle={}>", "<input autofocus onfocus={}>",
    "<b onclick={}>x</b>",
    "<x-y onclick={} tabindex=1 autofocus onfocus={}>", "<a href='javascript:{}'>x</a>",
    "<a href=java&#115;cript:{}>x</a>",
    "<object data='javascript:{}'></object>", "<embed src='javascript:{}'>",
    "<math><a href='javascript:{}'>x</a></math>",
    "<form action='javascript:{}'><button>x</button></form>", "<video><source onerror={}></video>",
    "<base href='javascript:{}//'>", "<meta http-equiv=refresh content='0;url=javascript:{}'>",
    "<style onload={}></style>",
    "[x](javascript:{})", "[x](java&#115;cript:{})", "![x](x){{: onerror={} }}",
    "Ord\n{{: onclick={} }}",
    "*x*{{: onmouseover={} }}",
    "[x](om.md){{: href='javascript:{}' }}", "[x]\n\n[x]: javascript:{}", "<javascript:{}>",
    "{{{{ ''.__class__ }}}}{}",
)  # fmt: skip


def _variants() -> Iterator[str]:
    """The same each time: something that breaks out, something that runs, and an end."""
    chosen = random.Random("akrim")
    for number in range(MANY):
        element = _ELEMENTS[number % len(_ELEMENTS)].format(RAN, RAN)
        yield chosen.choice(_BREAKS) + element + chosen.choice(_BREAKS)


def _page(title: str, description: str, body: str) -> str:
    top = f"title: {json.dumps(title)}\ndescription: {json.dumps(description)}\ndate: 2026-11-24\n"
    return f"---\n{top}---\n# Overskrift\n\nEi plikt [@loa].\n\n{body}\n"


_TRY_ALL = """
() => {
  const events = ["click", "mouseover", "focus", "toggle", "error", "load", "pointerenter"];
  for (const element of document.querySelectorAll("*")) {
    if (element.matches("a[href^='http'], form")) continue;
    for (const name of events) element.dispatchEvent(new Event(name, { cancelable: true }));
    if (element.protocol && element.protocol === "javascript:") element.click();
  }
  return "ran" in window;
}
"""


def _runs(page: Page, address: str) -> bool:
    page.goto(address, wait_until="domcontentloaded")
    assert page.locator("article h1").count() == 1
    return bool(page.evaluate(_TRY_ALL))


def _build_anyway(project: Path, site: Path) -> None:
    """Not strictly, since the links lead nowhere, and in one edition: the other has the same
    templates."""
    (project / "hooks.py").write_text(
        (project / "hooks.py").read_text(encoding="utf-8")
        + "hooks.checked = lambda root, anew: hooks.load(root)\n"
        + "hooks.others = lambda code: ()\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site)]
    done = subprocess.run(
        command, cwd=project, env=os.environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_text_runs(
    small_project: Path, tmp_path: Path, content: Content, browser: Browser
) -> None:
    """In title and description, in the text where the check lets it through, and in every field
    of an example, where nothing is held back here. Every link is followed, and every event that
    could start a script is sent."""
    example, view = next(iter(content.examples.values())), View.of(content, "nn")
    pages = small_project / "docs" / "nn"
    for number, variant in enumerate(_variants()):
        body = f"{variant}\n\n`{variant}`\n\n~~~\n{variant}\n~~~\n"
        let_through = "" if list(raw_html(masked(body))) else body
        (pages / f"t{number}.md").write_text(_page(variant, variant, let_through), encoding="utf-8")
        fields = dict.fromkeys(("title", "publisher", "about", "lesson", "setback"), variant)
        spoiled = example.model_copy(
            update={**fields, "measures": dict.fromkeys(content.measures, variant)}
        )
        (pages / f"e{number}.md").write_text(example_page(view, spoiled), encoding="utf-8")
    _build_anyway(small_project, tmp_path / "site")
    page = browser.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    names = [f"{kind}{number}" for kind in "te" for number in range(MANY)]
    ran = [
        name for name in names if _runs(page, (tmp_path / "site" / name / "index.html").as_uri())
    ]
    page.close()
    assert ran == []
    assert dialogs == []
