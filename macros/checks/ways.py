"""Check that what people type leads to pages that exist, in both editions."""

from __future__ import annotations

from pathlib import Path

from ..content import EDITIONS, Content, Problem
from ..content.problems import unknown
from ..content.register import DATA
from ..content.yaml_source import read_yaml
from ..pages.builder import PAGE as BUILDER
from .menu import made_pages, written_pages

WAYS = DATA / "ways.yml"


def check_ways(root: Path, content: Content) -> list[Problem]:
    """The rows of `ways.yml` whose page does not exist, or that say the same thing twice."""
    if not content.ways:
        return []
    source = read_yaml(root / WAYS, WAYS.as_posix())
    known = set.intersection(
        *({*written_pages(root, code), *made_pages(content), BUILDER} for code in EDITIONS)
    )
    names = sorted(
        page.removesuffix(".md").removesuffix("/index") for page in known if page != "index.md"
    )
    for index, way in enumerate(content.ways.values()):
        if way.page not in [*names, "index"]:
            source.refuse(source.line((index, "page")), f"Sida {unknown(way.page, names)}")
        for code in EDITIONS:
            said = [text.casefold() for text in way.said(code)]
            twice = next((text for text in said if said.count(text) > 1), None)
            if twice:
                source.refuse(
                    source.line((index, "words")),
                    f"«{twice}» står to gonger. Ta bort den eine.",
                )
                break
    return source.problems
