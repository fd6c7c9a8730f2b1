"""From content and templates to files that purchasers open in Word and Excel. Writes nothing to disk itself."""

from __future__ import annotations

from collections.abc import Callable

from .catalogue import BY_ID, DOCUMENTS, Document, Presented, check_templates, manuscript, present
from .excel import write_xlsx
from .manuscript import Manuscript
from .pandoc import DocumentError, write_docx, write_md, write_odt, write_page, write_pdf
from .plain import write_csv, write_json
from .template import TemplateFaultError

WRITERS: dict[str, Callable[[Manuscript], bytes]] = {
    "docx": write_docx,
    "odt": write_odt,
    "pdf": write_pdf,
    "xlsx": write_xlsx,
    "csv": write_csv,
    "md": write_md,
    "json": write_json,
    "page": write_page,
}
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
