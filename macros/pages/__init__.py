"""Make the Markdown of pages from content. This package knows no engine, and reads no files."""

from .builder import builder_pages
from .catalogue import catalogue, catalogue_words, coverage
from .chapters import chapter_pages
from .checklist import checklist, checkpoint_table
from .compare import comparison, comparison_files
from .example import example_pages
from .law import amount_table, duty_table, law_sections, repealed_table
from .links import chapter_link, law_link
from .registers import chapter_list, glossary, source_link, source_table
from .status import status_pages

__all__ = [
    "amount_table",
    "builder_pages",
    "catalogue",
    "catalogue_words",
    "chapter_link",
    "chapter_list",
    "chapter_pages",
    "checklist",
    "checkpoint_table",
    "comparison",
    "comparison_files",
    "coverage",
    "duty_table",
    "example_pages",
    "glossary",
    "law_link",
    "law_sections",
    "repealed_table",
    "source_link",
    "source_table",
    "status_pages",
]
