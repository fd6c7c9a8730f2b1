"""Check that each paper we say that we have is a document or a sheet of the workbook."""

from __future__ import annotations

from pathlib import Path

from ..content import Content, Problem
from ..content.problems import unknown
from ..content.register import DATA
from ..content.yaml_source import read_yaml
from ..documents import BY_ID

PAPERS = DATA / "papers.yml"


def check_papers(root: Path, content: Content) -> list[Problem]:
    """The papers whose document or sheet does not exist, each with its line."""
    if not content.papers:
        return []
    source = read_yaml(root / PAPERS, PAPERS.as_posix())
    # Every one of these labels names a sheet: tests/test_papers.py holds the two together
    keys = sorted(key for key in content.labels if key.startswith("book.sheet."))
    for index, paper in enumerate(content.papers.values()):
        if paper.document and paper.document not in BY_ID:
            line = source.line((index, "document"))
            source.refuse(line, f"Dokumentet {unknown(paper.document, sorted(BY_ID))}")
        if paper.sheet and paper.sheet not in keys:
            source.refuse(source.line((index, "sheet")), f"Fana {unknown(paper.sheet, keys)}")
    return source.problems
