"""Finish pandoc's zip files: set properties it has no option for, and remove the time of day."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Collection
from html import escape

from .look import LINE
from .manuscript import Manuscript, printable
from .odf_styles import PAGE_WORDS, VERSION
from .word_frame import page_frames
from .zipped import timeless

_W14 = (
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
# Replaces pandoc's file, which claims that Word made the document and counts its words
_APP = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company></Company></Properties>'
)
Change = Callable[[str], str]
# Parts that pandoc always writes, and that are empty in our files
_EMPTY = ("word/comments.xml", "docProps/custom.xml")
# Word opens a file without this as one from Word 2007, with «Kompatibilitetsmodus» in its title
_MODERN = (
    '<w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)


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
        # The author is whoever fills the document in, so the file names none
        text = re.sub(r"<dc:(language|creator)>.*?</dc:\1>|<dc:(language|creator) */>", "", text)
        added = f"<dc:language>{manuscript.language}</dc:language>"
        return text.replace("</cp:coreProperties>", f"{added}</cp:coreProperties>")

    frames = {name: _always(text) for name, text in page_frames(manuscript).items()}
    changes = {
        "word/document.xml": document,
        "docProps/app.xml": app,
        "docProps/core.xml": core,
        "word/settings.xml": _settings,
        "word/_rels/footnotes.xml.rels": _always(_NO_LINKS),
        "[Content_Types].xml": _without_empty_parts,
        "_rels/.rels": _without_empty_parts,
        "word/_rels/document.xml.rels": _without_empty_parts,
    }
    return repack(data, {**changes, **frames}, without=_EMPTY)


# pandoc lists every link of the document here once more, though no note has one
_NO_LINKS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)


def _always(text: str) -> Change:
    return lambda _: text


def _settings(text: str) -> str:
    """Today's Word, and a comma in numbers and a semicolon in lists, as Norwegians write."""
    text = text.replace('<w:decimalSymbol w:val="."', '<w:decimalSymbol w:val=","')
    text = text.replace('<w:listSeparator w:val=","', '<w:listSeparator w:val=";"')
    # The format fixes the order of these elements
    return text.replace("<w:rsids>", f"{_MODERN}<w:rsids>", 1)


def _without_empty_parts(text: str) -> str:
    for part in _EMPTY:
        name = part.rsplit("/", 1)[1]
        text = re.sub(rf'<(Override|Relationship) [^>]*"[^"]*{re.escape(name)}"[^>]*/>', "", text)
    return text


def finish_odt(data: bytes, manuscript: Manuscript) -> bytes:
    """Set the language in the metadata, and remove the name of the program that made the file."""

    def meta(text: str) -> str:
        text = re.sub(
            r"<(dc:language|dc:creator|meta:generator|meta:initial-creator)>.*?</\1>", "", text
        )
        added = f"<dc:language>{manuscript.language}</dc:language>"
        return text.replace("</office:meta>", f"{added}</office:meta>")

    def content(text: str) -> str:
        # pandoc gives the cells named styles, but no lines
        edge = f'fo:border="0.5pt solid #{LINE}" fo:padding="2pt"'
        # Frames for formulas, which no document has, in a style that is not there
        text = re.sub(
            r'<style:style style:name="fr\d".*?</style:style>\s*', "", text, flags=re.DOTALL
        )
        return re.sub(
            r'(style:name="Table\w*Cell"[^>]*>\s*<style:table-cell-properties)[^>]*?(/?>)',
            rf"\1 {edge}\2",
            text,
        )

    def styles(text: str) -> str:
        marks = dict(zip(PAGE_WORDS, manuscript.page_words, strict=True))
        marks[VERSION] = manuscript.words["version"]
        for mark, words in marks.items():
            text = text.replace(mark, escape(printable(words)))
        return text

    def manifest(text: str) -> str:
        return text.replace('"application/xml"', '"text/xml"')

    return repack(
        data,
        {
            "meta.xml": meta,
            "content.xml": content,
            "styles.xml": styles,
            "META-INF/manifest.xml": manifest,
        },
    )


def repack(
    data: bytes, changes: dict[str, Change] | None = None, without: Collection[str] = ()
) -> bytes:
    """The zip file with `changes` made to the entries they are named after, and no clock time.

    Entries in `without` are left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for item in source.infolist():
            if item.filename in without:
                continue
            content = source.read(item)
            if changes and (change := changes.get(item.filename)):
                content = change(content.decode()).encode()
            target.writestr(timeless(item.filename), content)
    return out.getvalue()
