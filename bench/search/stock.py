"""Material's own search of the same pages: its index made by its plugin, its worker as it ships."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace

import material  # type: ignore[import-untyped]
from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]

from macros.search import Page

SCRIPTS = Path(material.__file__).parent / "templates/assets/javascripts"
WORKER = next((SCRIPTS / "workers").glob("search.*.min.js"))
BUNDLE = next(SCRIPTS.glob("bundle.*.min.js"))
LANGUAGE = [
    SCRIPTS / "lunr/min" / name for name in ("lunr.stemmer.support.min.js", "lunr.no.min.js")
]
PIPELINES = {"stock": ["stopWordFilter"], "stock+stemmer": ["stemmer", "stopWordFilter", "trimmer"]}


def write_index(pages: Iterable[Page], pipeline: list[str], target: Path) -> None:
    """The index Material's plugin makes of `pages` with `lang: no`."""
    fields = {"title": {"boost": 1e3}, "text": {"boost": 1e0}, "tags": {"boost": 1e6}}
    index = SearchIndex(lang=["no"], separator=r"[\s\-]+", pipeline=pipeline, fields=fields)
    for page in pages:
        index.add_entry_from_context(
            SimpleNamespace(
                content=page.content,
                url=page.address,
                title=page.title,
                toc=[],
                meta={"title": page.title},
            )
        )
    target.write_text(
        json.dumps({**json.loads(index.generate_search_index(None))}), encoding="utf-8"
    )
