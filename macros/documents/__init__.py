"""Make files for Word, Excel and others from content and templates.

Returns bytes, writes no files."""

from __future__ import annotations

from .formats import COVER, FORMATS, PAGE, PARTS, Format, together
from .listing import (
    ANSWERED,
    BY_ID,
    DOCUMENTS,
    WORKED_SET,
    Document,
)
from .manuscript import DocumentError, Manuscript
from .put_together import Presented, manuscript, present
from .template import TemplateFaultError
from .template_checks import check_templates

__all__ = [
    "ANSWERED",
    "BY_ID",
    "COVER",
    "DOCUMENTS",
    "FORMATS",
    "PAGE",
    "PARTS",
    "WORKED_SET",
    "Document",
    "DocumentError",
    "Format",
    "Manuscript",
    "Presented",
    "TemplateFaultError",
    "check_templates",
    "manuscript",
    "present",
    "together",
]
