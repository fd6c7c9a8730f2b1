"""Check that each paper we say that we have is a document or a sheet of the workbook."""

from __future__ import annotations

from pathlib import Path

from ..content import Content, Problem, View
from ..content.problems import unknown
from ..content.register import DATA
from ..content.yaml_source import read_yaml
from ..documents import BY_ID
from ..documents.workbook import workbook_sheets

PAPERS = DATA / "papers.yml"


def check_papers(root: Path, content: Content) -> list[Problem]:
    """The papers whose document or sheet does not exist, each with its line."""
    if not content.papers:
        return []
    source = read_yaml(root / PAPERS, PAPERS.as_posix())
    view = View.of(content, "nn")
    sheets = {sheet.name for sheet in workbook_sheets(view, "")}
    keys = sorted(key for key in content.labels if key.startswith("book.sheet."))
    for index, paper in enumerate(content.papers.values()):
        if paper.document and paper.document not in BY_ID:
            line = source.line((index, "document"))
            source.refuse(line, f"Dokumentet {unknown(paper.document, sorted(BY_ID))}")
        if paper.sheet and (paper.sheet not in keys or view.say(paper.sheet) not in sheets):
            source.refuse(source.line((index, "sheet")), f"Fana {unknown(paper.sheet, keys)}")
    return source.problems
