"""The search index: what the pages say, cut by heading, with the words and pairs that let a script read Norwegian.

Pure: HTML and content in, plain data out. The adapter in `site` writes it; the scripts in `search/` read it.
"""

from .build import Page, index
from .sections import Section, sections

__all__ = ["Page", "Section", "index", "sections"]
