"""From content to Markdown. Knows nothing of MkDocs and touches no file."""

from .chapters import chapter_link, chapter_pages, law_link
from .checklist import checklist, checkpoint_table
from .registers import chapter_list, glossary, law_table, source_link, source_table

__all__ = [
    "chapter_link",
    "chapter_list",
    "chapter_pages",
    "checklist",
    "checkpoint_table",
    "glossary",
    "law_link",
    "law_table",
    "source_link",
    "source_table",
]
