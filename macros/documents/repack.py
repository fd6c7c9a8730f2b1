"""Finish pandoc's zip files: set properties it has no option for, and remove the time of day."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from .manuscript import Manuscript
from .zipped import timeless

_W14 = (
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
AUTHOR = "Strategisk mot a-krim"
# Replaces pandoc's file, which claims that Word made the document and counts its words
_APP = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company></Company></Properties>'
)
Change = Callable[[str], str]


def finish_docx(data: bytes, manuscript: Manuscript) -> bytes:
    """Declare the name space of the checkboxes, and add the property «Company».

    The fields for the name of the public body are bound to that property: typed in one, the name
    stands in all of them."""

    def document(text: str) -> str:
        # Remove pandoc's own declarations first: XML does not allow the same attribute twice
        text = re.sub(r' xmlns:(w14|mc)="[^"]*"| mc:Ignorable="[^"]*"', "", text, count=3)
        text = re.sub(r"<w:document ", f"<w:document {_W14} ", text, count=1)
        # Keep each row on one page: a row across two is hard to read, above all with a magnifier
        text = re.sub(r"<w:tr>(?!\s*<w:trPr>)", "<w:tr><w:trPr></w:trPr>", text)
        return re.sub(r"<w:trPr>", "<w:trPr><w:cantSplit/>", text)

    def app(_: str) -> str:
        return _APP

    def core(text: str) -> str:
        text = re.sub(r"<dc:(language|creator)>.*?</dc:\1>|<dc:(language|creator) */>", "", text)
        added = f"<dc:creator>{AUTHOR}</dc:creator><dc:language>{manuscript.language}</dc:language>"
        return text.replace("</cp:coreProperties>", f"{added}</cp:coreProperties>")

    return repack(
        data, {"word/document.xml": document, "docProps/app.xml": app, "docProps/core.xml": core}
    )


def finish_odt(data: bytes, manuscript: Manuscript) -> bytes:
    """Set the language in the metadata, and remove the name of the program that made the file."""

    def meta(text: str) -> str:
        text = re.sub(
            r"<(dc:language|dc:creator|meta:generator|meta:initial-creator)>.*?</\1>", "", text
        )
        added = (
            f"<meta:initial-creator>{AUTHOR}</meta:initial-creator>"
            f"<dc:language>{manuscript.language}</dc:language>"
        )
        return text.replace("</office:meta>", f"{added}</office:meta>")

    def content(text: str) -> str:
        # pandoc gives the cells named styles, but no lines
        edge = 'fo:border="0.5pt solid #c3ced6" fo:padding="2pt"'
        return re.sub(
            r'(style:name="Table\w*Cell"[^>]*>\s*<style:table-cell-properties)[^>]*?(/?>)',
            rf"\1 {edge}\2",
            text,
        )

    return repack(data, {"meta.xml": meta, "content.xml": content})


def repack(data: bytes, changes: dict[str, Change] | None = None) -> bytes:
    """The zip file with `changes` made to the entries they are named after, and no clock time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for item in source.infolist():
            content = source.read(item)
            if changes and (change := changes.get(item.filename)):
                content = change(content.decode()).encode()
            target.writestr(timeless(item.filename), content)
    return out.getvalue()
