"""From content and templates to files that purchasers open in Word and Excel. Writes nothing to disk itself."""

from __future__ import annotations

from .formats import FORMATS, PAGE, Format
from .listing import BY_ID, DOCUMENTS, Document, Presented, check_templates, manuscript, present
from .manuscript import DocumentError, Manuscript
from .template import TemplateFaultError

__all__ = [
    "BY_ID",
    "DOCUMENTS",
    "FORMATS",
    "PAGE",
    "Document",
    "DocumentError",
    "Format",
    "Manuscript",
    "Presented",
    "TemplateFaultError",
    "check_templates",
    "manuscript",
    "present",
]
