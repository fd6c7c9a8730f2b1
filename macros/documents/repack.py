"""Finish pandoc's zip files: set properties it has no option for, and remove the time of day."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Collection, Mapping
from html import escape

from .look import BOXES, LINE, PICTURES, ROOM, WHOLE_ROWS, WHOLE_TEXT
from .manuscript import DocumentError, Manuscript, Prompt, printable
from .odf_styles import OWNER_MARK, PAGE_WORDS, VERSION
from .regions import FIELD, GUIDANCE, passage, region
from .unbroken import with_word_hyphens
from .word_answers import answer_parts, linked, prompt_parts, take_prompts, typed
from .word_frame import OWNER, page_frames
from .word_styles import with_numbered_points
from .zipped import timeless

_W14 = (
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
# Replaces pandoc's file, which claims that Word made the document and counts its words
_APP = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"></Properties>'
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
    """Declare the name space of the checkboxes, and add what the fields need: the part that holds
    what is typed, and the prompts."""
    prompts: dict[str, str] = {}

    def document(text: str) -> str:
        text, found = take_prompts(with_word_hyphens(text))
        prompts.update(found)
        # Remove pandoc's own declarations first: XML does not allow the same attribute twice
        text = re.sub(r' xmlns:(w14|mc)="[^"]*"| mc:Ignorable="[^"]*"', "", text, count=3)
        text = re.sub(r"<w:document ", f"<w:document {_W14} ", text, count=1)
        return re.sub(r"(?s)<w:tbl>.*?</w:tbl>", _laid_out, text)

    def app(_: str) -> str:
        return _APP

    def core(text: str) -> str:
        # The author is whoever fills the document in, so the file names none
        text = re.sub(r"<dc:(language|creator)>.*?</dc:\1>|<dc:(language|creator) */>", "", text)
        added = f"<dc:language>{manuscript.language}</dc:language>"
        return text.replace("</cp:coreProperties>", f"{added}</cp:coreProperties>")

    frames = {}
    for name, text in page_frames(manuscript).items():
        clean, found = take_prompts(text)
        prompts.update(found)
        frames[name] = _always(clean)
    changes = {
        "word/document.xml": document,
        "docProps/app.xml": app,
        "docProps/core.xml": core,
        "word/settings.xml": _settings,
        "word/numbering.xml": with_numbered_points,
        "word/_rels/footnotes.xml.rels": _always(_NO_LINKS),
        "[Content_Types].xml": lambda text: typed(_without_empty_parts(text)),
        "_rels/.rels": _without_empty_parts,
        "word/_rels/document.xml.rels": lambda text: linked(_without_empty_parts(text), manuscript),
    }
    return repack(
        data,
        {**changes, **frames},
        without=_EMPTY,
        more=lambda: {**answer_parts(manuscript), **prompt_parts(prompts, manuscript)},
        stored=manuscript.is_marked,
    )


def _laid_out(match: re.Match[str]) -> str:
    """A table of a Word file with each row on one page, and room to write where it is marked.

    The rows of a short table are kept together. A row across two pages is hard to read, above all
    with a magnifier."""
    rows = _as_picture(match[0]).split("<w:tr>")
    whole = _is_short(match[0], len(rows) - 1)
    made = [rows[0]]
    for number, row in enumerate(rows[1:], 1):
        height = next((f for f in ROOM if f'w:val="{f}"' in row), "")
        room = f'<w:trHeight w:val="{_twips(ROOM[height])}" w:hRule="atLeast"/>' if height else ""
        row = row if "<w:trPr>" in row else f"<w:trPr></w:trPr>{row}"
        row = row.replace("<w:trPr>", f"<w:trPr><w:cantSplit/>{room}", 1)
        if whole and number < len(rows) - 1:
            row = re.sub(r"(<w:pStyle [^>]*/>)", r"\1<w:keepNext/>", row)
        made.append(row)
    return "<w:tr>".join(made)


def _as_picture(table: str) -> str:
    """A table of a Word file in the style of a picture, if that is what it is."""
    style = next((style for mark, style in PICTURES.items() if f'w:val="{mark}"' in table), "")
    return re.sub(r'(<w:tblStyle w:val=)"\w+"', rf'\1"{style}"', table) if style else table


def _is_short(table: str, rows: int) -> bool:
    return rows <= WHOLE_ROWS and len(re.sub(r"<[^>]*>|\s+", "", table)) <= WHOLE_TEXT


def _twips(millimetres: float) -> int:
    return round(millimetres / 25.4 * 1440)


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


def _row_styles() -> str:
    """The styles of rows in an OpenDocument text: none is divided, and some have room to write."""
    heights = {"Rad": "", **{f"Rad{n}": f' style:min-row-height="{h}mm"' for n, h in ROOM.items()}}
    return "".join(
        f'<style:style style:name="{name}" style:family="table-row">'
        f'<style:table-row-properties{height} fo:keep-together="always"/></style:style>'
        for name, height in heights.items()
    )


# A cell of a picture in an OpenDocument text, by the style of its text
_BOX = re.compile(
    r'table:style-name="Table(?:Header)?RowCell"([^>]*>)(\s*<text:p text:style-name=")(Bilet\w+)'
)


def _box_styles() -> str:
    """The styles of those cells: white between the boxes, and a thick line where each begins."""
    made = ""
    for name, (ground, edges) in BOXES.items():
        lines = "".join(f' fo:border-{side}="{line}"' for side, line in edges.items())
        made += (
            f'<style:style style:name="{name}" style:family="table-cell">'
            f'<style:table-cell-properties fo:padding="4pt" fo:background-color="#{ground}"'
            f"{lines}/></style:style>"
        )
    return made


def _row(match: re.Match[str]) -> str:
    marked = next((name for name in ROOM if f'text:style-name="{name}"' in match[0]), "")
    return match[0].replace(
        "<table:table-row>", f'<table:table-row table:style-name="Rad{marked}">'
    )


def user_fields(manuscript: Manuscript, only: str = "") -> str:
    """The declarations of the fields of an OpenDocument text, each with what it shows so far.

    With `only`, just the one for that blank."""
    declared = "".join(
        _declared(manuscript, prompt) for prompt in manuscript.prompts if only in ("", prompt.id)
    )
    return f"<text:user-field-decls>{declared}</text:user-field-decls>" if declared else ""


def _declared(manuscript: Manuscript, prompt: Prompt) -> str:
    made = (
        f'<text:user-field-decl text:name="{prompt.id}" office:value-type="string"'
        f' office:string-value="{escape(printable(prompt.shown or f"[{prompt.label}]"))}"/>'
    )
    return region(f"{FIELD}{prompt.id}", made) if prompt.id in manuscript.extra else made


def _with_owner(styles: str, manuscript: Manuscript) -> str:
    """The styles of an OpenDocument text, with the name of the organisation at the top of its pages
    if the document has that blank."""
    if not any(prompt.id == OWNER for prompt in manuscript.prompts):
        return styles.replace(OWNER_MARK, "")
    field = f'<text:user-field-get text:name="{OWNER}"/>'
    declared = user_fields(manuscript, OWNER)
    styles = styles.replace(OWNER_MARK, field)
    return re.sub(r"<style:header(-first)?>", rf"\g<0>{declared}", styles)


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
        text = text.replace("<office:text>", f"<office:text>{user_fields(manuscript)}", 1)
        # Frames for formulas, which no document has, in a style that is not there
        text = re.sub(
            r'<style:style style:name="fr\d".*?</style:style>\s*', "", text, flags=re.DOTALL
        )
        text = re.sub(r"(?s)<table:table-row>.*?</table:table-row>", _row, text)
        text = text.replace(
            "</office:automatic-styles>",
            f"{_row_styles()}{_box_styles()}</office:automatic-styles>",
        )
        text = _BOX.sub(r'table:style-name="\3"\1\2\3', text)
        for table in re.findall(r"(?s)<table:table .*?</table:table>", text):
            if _is_short(table, table.count("<table:table-row ")):
                name = table.split('table:style-name="', 1)[1].split('"', 1)[0]
                text = re.sub(
                    rf'(style:name="{name}"[^>]*>\s*<style:table-properties)',
                    r'\1 style:may-break-between-rows="false"',
                    text,
                    count=1,
                )
        return re.sub(
            r'(style:name="Table\w*Cell"[^>]*>\s*<style:table-cell-properties)[^>]*?(/?>)',
            rf"\1 {edge}\2",
            text,
        )

    def styles(text: str) -> str:
        if VERSION not in text:  # the foot of our pages: such a file must never be kept
            raise DocumentError(
                f"{manuscript.name}: pandoc brukte ikkje stilane våre. Bygg på nytt."
            )
        marks = dict(zip(PAGE_WORDS, manuscript.page_words, strict=True))
        version = escape(printable(manuscript.words["version"]))
        shown = passage(GUIDANCE, version) if manuscript.is_marked else version
        text = text.replace(VERSION, shown)
        for mark, words in marks.items():
            text = text.replace(mark, escape(printable(words)))
        return _with_owner(text, manuscript)

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
        stored=manuscript.is_marked,
    )


def repack(
    data: bytes,
    changes: dict[str, Change] | None = None,
    without: Collection[str] = (),
    more: Callable[[], Mapping[str, str]] = dict,
    *,
    stored: bool = False,
) -> bytes:
    """The zip file with `changes` made to the entries they are named after, and no clock time.

    Entries in `without` are left out. `more` gives entries to add, when the others are changed. A
    file that is `stored` is not compressed, as one that is to be taken apart right away."""
    effort = 0 if stored else None
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for item in source.infolist():
            if item.filename in without:
                continue
            content = source.read(item)
            if changes and (change := changes.get(item.filename)):
                content = change(content.decode()).encode()
            target.writestr(timeless(item.filename), content, compresslevel=effort)
        for name, text in more().items():
            target.writestr(timeless(name), text.encode(), compresslevel=effort)
    return out.getvalue()
