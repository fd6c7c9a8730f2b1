"""Write a manuscript as Word, OpenDocument, PDF and Markdown with pandoc and typst."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path

import typst

from ..content import CITATION, CITATIONS, citations, joined
from ..content.aligned import aligned
from ..content.sections import unbroken_sections
from .convert import Job, converted
from .fitted import fitted_pdf
from .fonts import covered
from .manuscript import DocumentError, Manuscript, Same, escape, printable
from .odf_styles import reference_odt
from .prompts import card, told_pandoc
from .regions import GUIDANCE
from .repack import finish_docx, finish_odt
from .taken_apart import marked_source, public_file
from .unbroken import SHOWN, boxed, unbroken
from .word_styles import reference_docx

HERE = Path(__file__).parent
# Raw formats and HTML are off, so that text from the data stays text. «smart» is off, since quotes
# and dashes are already written the way they should be.
READER = (
    "markdown-smart-raw_html-raw_tex-raw_attribute-tex_math_dollars-native_divs-native_spans"
    "-citations-markdown_in_html_blocks-yaml_metadata_block-implicit_figures-example_lists-auto_identifiers"
)

# As Markdown is written in a file: without what only pandoc knows
_MARKDOWN = (
    "markdown-smart-citations-bracketed_spans-fenced_divs-header_attributes-simple_tables"
    "-multiline_tables-grid_tables"
)

# The format of the file that pandoc's output becomes; whatever else it writes is Markdown
_FORMS = {"docx": "docx", "odt": "odt", "typst": "pdf"}

_TARGETS = {"docx": "docx", "odt": "odt", "md": _MARKDOWN, "html": "html"}
_PRINTED = ("pdf", "png")

# These stand around a citation while pandoc works on the text of a page, which would otherwise
# escape the brackets. They are private characters, which `printable` removes from our texts.
_OPEN, _CLOSE = "\ue000", "\ue001"
# The line after a table of a page, which is its caption if the manuscript has it as one
_BELOW_TABLE = re.compile(r"(?m)^(\|[^\n]*\|\n\n)([^\n]+)$")


def write_docx(manuscript: Manuscript) -> bytes:
    """A Word file with content controls, our styles, and the language set throughout."""
    if manuscript.marked and not manuscript.is_marked:
        return public_file(manuscript, "docx")
    return finish_docx(_pandoc(manuscript, "docx"), manuscript)


def write_odt(manuscript: Manuscript) -> bytes:
    """An OpenDocument text with the same structure and text."""
    if manuscript.marked and not manuscript.is_marked:
        return public_file(manuscript, "odt")
    return finish_odt(_pandoc(manuscript, "odt"), manuscript)


def write_pdf(manuscript: Manuscript) -> bytes:
    """A PDF for print and archive that follows PDF/UA-1 and PDF/A-2a.

    Raises DocumentError with typst's own words."""
    source = typst_source(manuscript)
    try:
        return fitted_pdf(source.encode(), manuscript.date)
    except typst.TypstError as error:
        raise DocumentError(f"{manuscript.name}.pdf: {error}") from error


def typst_source(manuscript: Manuscript) -> str:
    """The document as typst reads it, for its PDF and for the picture of its first page."""
    return _typst_source(Same.of(manuscript))


# The pictures are made after all PDFs of an edition, so there must be room for a whole edition
@lru_cache(maxsize=64)
def _typst_source(same: Same) -> str:
    made = _pandoc(same.manuscript, "typst").decode()
    # pandoc centres every table, and has no option for it
    source = covered(boxed(made)).replace("align(center)[#table", "align(left)[#table")
    # «31. desember» first in a cell would be the thirty-first item of a list
    return re.sub(r"\[(\d+)\. ", r"[\1\\. ", source)


def write_md(manuscript: Manuscript) -> bytes:
    """Plain Markdown that is easy to read as it is, so without pandoc's own extensions."""
    if manuscript.marked and not manuscript.is_marked:
        return public_file(manuscript, "md")
    body = _pandoc(manuscript, _MARKDOWN)
    title = re.sub(r"([\\`*_{}\[\]<>#|&~^$])", r"\\\1", printable(manuscript.title))
    return f"# {title}\n\n".encode() + body


def write_html(manuscript: Manuscript) -> bytes:
    """The whole document as a piece of HTML, with headings one level down, to look at on a page.

    It has no widths of columns, which the policy of our pages would refuse."""
    made = _pandoc(manuscript, "html").decode()
    return unbroken_sections(re.sub(r' style="[^"]*"', "", aligned(made))).encode()


def write_page(manuscript: Manuscript) -> bytes:
    """The text as Markdown for a page of the site, with headings one level down.

    Citations are kept as marks, and the list of sources is left out: the site makes its own from
    the marks."""
    if not manuscript.markdown:
        return b""
    made = converted(_page_job(manuscript)).decode()
    cited = re.sub(f"{_OPEN}(.*?){_CLOSE}", r"[@\1]", made)
    return _with_captions(cited, manuscript.markdown).encode()


def _page_job(manuscript: Manuscript) -> Job:
    marked = CITATION.sub(rf"{_OPEN}\1{_CLOSE}", manuscript.markdown)
    return _job(manuscript, "markdown_phpextra-smart", marked)


def _with_captions(page: str, markdown: str) -> str:
    """`page` with a class on each caption, which the Markdown of a page has no sign for.

    `macros/site/table_frames.py` puts it into its table."""
    captions = {line[2:].strip() for line in markdown.splitlines() if line.startswith(": ")}

    def marked(found: re.Match[str]) -> str:
        is_caption = found[2].replace("\\", "") in captions
        return f"{found[0]}\n{{: .table-caption }}" if is_caption else found[0]

    return _BELOW_TABLE.sub(marked, page)


def whole(manuscript: Manuscript, form: str = "") -> str:
    """The Markdown of a file: colophon, card, text with its citations in words, and sources.

    Without a `form`, it is that of the files in all formats."""
    told = CITATIONS.sub(partial(_told, manuscript), manuscript.markdown)
    colophon = f"::: kolofon\n{manuscript.colophon}\n:::\n\n"
    if manuscript.is_marked:  # where the text is from is for whoever fills it in, as guidance is
        colophon = f'::: {{.region name="{GUIDANCE}"}}\n{colophon}:::\n\n'
    top = colophon + card(manuscript, form)
    return f"{top}{told}\n\n{manuscript.appendix}"


def _told(manuscript: Manuscript, found: re.Match[str]) -> str:
    """Citations in words and in one parenthesis, «(anskaffingslova § 5i og § 5p)»."""
    words = joined([manuscript.cited[name] for name in citations(found[0])])
    return escape(f"({''.join(joint + each for joint, each in words)})")


def jobs(manuscript: Manuscript, forms: Iterable[str]) -> Iterator[Job]:
    """What pandoc has to do for the files in these formats, for `convert.together`."""
    is_built = manuscript.marked and not manuscript.is_marked
    source = marked_source(manuscript) if is_built else manuscript
    for form in forms:
        if form == "parts":
            yield from jobs(source, manuscript.built)
        elif not manuscript.markdown:
            continue
        elif form == "page":
            yield _page_job(manuscript)
        elif form in _PRINTED:
            yield _job(manuscript, "typst")
        elif form in _TARGETS:
            yield _job(source, _TARGETS[form])


def _pandoc(manuscript: Manuscript, target: str) -> bytes:
    return converted(_job(manuscript, target))


def _job(manuscript: Manuscript, target: str, text: str | None = None) -> Job:
    """What pandoc is to do for one format; `text` is for a text that is not the whole file."""
    form = _FORMS.get(target, "md")
    source = unbroken(whole(manuscript)) if text is None else text
    is_preview = target == "html" and manuscript.is_marked
    is_typst = target == "typst"
    metadata = {"title": printable(manuscript.title), "lang": manuscript.language}
    return Job(
        name=manuscript.name,
        text=source,
        form=form,
        shown=json.dumps(SHOWN[form]),
        reader=READER,
        target=target,
        day=manuscript.date,
        metadata=json.dumps(metadata),
        told=json.dumps({**told_pandoc(manuscript), "ampersands": "&" in source}),
        variables=json.dumps(_typst_variables(manuscript)) if is_typst else "{}",
        template=_template() if is_typst else "",
        reference=_REFERENCES[target](manuscript.language) if target in _REFERENCES else b"",
        # The title is the first heading
        shift=is_typst or target.startswith("markdown") or is_preview,
    )


_REFERENCES = {"docx": reference_docx, "odt": reference_odt}


@lru_cache(maxsize=1)
def _template() -> str:
    return (HERE / "template.typ").read_text(encoding="utf-8")


def _typst_variables(manuscript: Manuscript) -> dict[str, str]:
    """What template.typ is filled in with, as texts in typst's own quotes."""
    words = {
        "lang-code": manuscript.edition.code,
        "title-text": manuscript.title,
        "version": manuscript.words["version"],
        **{f"page-{n}": text for n, text in enumerate(manuscript.page_words)},
        **{
            key.replace(".", "-"): text
            for key, text in manuscript.words.items()
            if key.startswith("paper.")
        },
    }
    texts = {key: f'"{_typst_string(text)}"' for key, text in words.items()}
    return {**texts, "checklist": "true" if "::::: sjekkliste" in manuscript.markdown else "false"}


def _typst_string(text: str) -> str:
    return printable(text).replace("\\", "\\\\").replace('"', '\\"')
