"""From content to Markdown. Knows nothing of MkDocs and touches no file."""

from .catalogue import catalogue, coverage
from .chapters import chapter_pages
from .checklist import checklist, checkpoint_table
from .compare import comparison, comparison_files
from .example import example_pages
from .links import chapter_link, law_link
from .registers import chapter_list, glossary, law_table, source_link, source_table

__all__ = [
    "catalogue",
    "chapter_link",
    "chapter_list",
    "chapter_pages",
    "checklist",
    "checkpoint_table",
    "comparison",
    "comparison_files",
    "coverage",
    "example_pages",
    "glossary",
    "law_link",
    "law_table",
    "source_link",
    "source_table",
]
