"""From content and templates to files that purchasers open in Word and Excel. Writes nothing to disk itself."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from .listing import BY_ID, DOCUMENTS, Document, Presented, check_templates, manuscript, present
from .manuscript import DocumentError, Manuscript
from .template import TemplateFaultError

Writer = Callable[[Manuscript], bytes]
_FORMS = {"pandoc": ("docx", "odt", "pdf", "md", "page"), "excel": ("xlsx",), "csv_json": ("csv", "json")}


def _writer(module: str, form: str) -> Writer:
    """Its library is imported when it first writes: most builds have every file already."""

    def write(manuscript: Manuscript) -> bytes:
        written: bytes = getattr(import_module(f".{module}", __name__), f"write_{form}")(manuscript)
        return written

    return write


WRITERS: dict[str, Writer] = {form: _writer(module, form) for module, forms in _FORMS.items() for form in forms}
"""One writer a format, all with the same signature. «page» is the text for the document's own page."""

__all__ = [
    "BY_ID",
    "DOCUMENTS",
    "WRITERS",
    "Document",
    "DocumentError",
    "Manuscript",
    "Presented",
    "TemplateFaultError",
    "check_templates",
    "manuscript",
    "present",
]
