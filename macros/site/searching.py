"""Collect the pages while MkDocs makes them, and write the search index of the site."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from ..content import View, edition
from ..content.files import project_files
from ..pages.example import period
from ..search import Page, index
from .page_top import plain_top

INDEX = "search/search_index"
_KEY = "searched"
_RESULTS = "results.html"


def note(page: MkDocsPage, html: str, config: MkDocsConfig) -> None:
    """Keep the page until the index of its edition is written. The page of results is no answer."""
    if page.meta.get("template") == _RESULTS:
        return
    path = page.file.src_uri.removesuffix(".md")
    address = "" if page.is_homepage and config.use_directory_urls else page.url
    found = Page(
        "" if path == "index" else path,
        address,
        *plain_top(page),
        html,
    )
    config.extra.setdefault(_KEY, {})[path] = found


def write_index(root: Path, view: View, config: MkDocsConfig) -> None:
    """Write the two parts of the index as JSON, and as scripts for a site opened from a disk.

    From a disk, a browser lets a page load scripts, but not fetch files."""
    pages = _with_notes(view, config.extra.get(_KEY, {}).values())
    made = index(view, pages, _written(root))
    target = Path(config.site_dir) / INDEX
    target.parent.mkdir(parents=True, exist_ok=True)
    _write(target, "searchIndex", made.main)
    _write(target.with_name(f"{target.name}_more"), "searchMore", made.more)


def _write(target: Path, name: str, data: Any) -> None:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    target.with_suffix(".json").write_text(text, encoding="utf-8")
    target.with_suffix(".js").write_text(f"{name}={text};\n", encoding="utf-8")


def write_description(view: View, config: MkDocsConfig) -> None:
    """Write what a browser needs to search the site from its own address line.

    It has to name the whole address of the site, and is left out where that is not known."""
    if not config.site_url:
        return
    page = "sok/" if config.use_directory_urls else "sok.html"
    text = _DESCRIPTION.format(
        name=escape(view.say("search.name")),
        about=escape(config.site_description or ""),
        language=view.code,
        address=escape(f"{config.site_url}{page}"),
    )
    (Path(config.site_dir) / "opensearch.xml").write_text(text, encoding="utf-8")


_DESCRIPTION = """<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{name}</ShortName>
  <Description>{about}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>{language}</Language>
  <Url type="text/html" template="{address}?q={{searchTerms}}"/>
</OpenSearchDescription>
"""


def _with_notes(view: View, pages: Iterable[Page]) -> Iterator[Page]:
    """The pages, those of examples with the period and status of the document."""
    notes = {
        example.page.removesuffix(".md"): f"{period(view, example)} ·"
        f" {view.say(f'example.status.{example.status}')}"
        for example in view.content.examples.values()
    }
    for page in pages:
        yield replace(page, note=notes[page.path]) if page.path in notes else page


def _written(root: Path) -> Iterator[tuple[str, str]]:
    """The lines of the written pages as `(nynorsk, bokmål)`, if both pages have as many lines.

    The search learns from them which words correspond. It does so for these two editions only, even
    if there are others."""
    nynorsk, bokmål = root / edition("nn").folder, root / edition("nb").folder
    for path in project_files(nynorsk, "*.md"):
        twin = bokmål / path.relative_to(nynorsk)
        if twin.is_file():
            one, other = (
                path.read_text(encoding="utf-8-sig").splitlines(),
                twin.read_text(encoding="utf-8-sig").splitlines(),
            )
            if len(one) == len(other):
                yield from zip(one, other, strict=True)
