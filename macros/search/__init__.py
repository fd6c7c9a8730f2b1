"""Make the search index: the text of the pages by heading, and what the script knows of Norwegian.

The code takes HTML and content, and returns plain data. The adapter in `site` writes the data, and
the scripts in `browser/search/` read it.
"""

from .build import Index, Page, index
from .sections import Section, sections

__all__ = ["Index", "Page", "Section", "index", "sections"]
