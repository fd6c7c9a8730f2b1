"""Documents that can be made from answers: written once with marks, and taken apart.

The file that is published as a template is put together from the same parts, without answers.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from ..builder import Filling, Parts, assemble, taken_apart
from .manuscript import Manuscript, Same
from .regions import is_off
from .workbook_rows import sheets_of
from .zipped import timeless

_ZIPPED = ("docx", "odt", "xlsx")


def write_parts(manuscript: Manuscript) -> bytes:
    """The parts of the document in each format that it can be made in, as JSON."""
    made = {form: parts_of(manuscript, form).plain() for form in manuscript.built}
    return json.dumps(made, ensure_ascii=False).encode()


def parts_of(manuscript: Manuscript, form: str) -> Parts:
    """The document in one format, taken apart."""
    return _parts_of(Same.of(manuscript), form)


# The public files of an edition are put together from these, and then the parts are published, so
# there must be room for a whole edition
@lru_cache(maxsize=64)
def _parts_of(same: Same, form: str) -> Parts:
    from .formats import FORMATS, PREVIEW  # the writers in the table there use this module

    manuscript = same.manuscript
    if form == "xlsx":
        data = FORMATS[form].writer(manuscript)
        return Parts(taken_apart(data, form), sheets=sheets_of(manuscript))
    source = marked_source(manuscript)
    marked = source.marked
    assert marked is not None
    data = (PREVIEW if form == PREVIEW.id else FORMATS[form]).writer(source)
    return Parts(
        taken_apart(data, form),
        off=sorted({n for path, _ in marked.places for n in path if is_off(n)}),
        groups={name: list(parts) for name, parts in marked.groups},
        uses=[(list(path), list(used)) for path, used in marked.places if used],
        long=[prompt.id for prompt in marked.prompts if prompt.kind == "long"],
    )


def marked_source(manuscript: Manuscript) -> Manuscript:
    """The whole text of a document that can be made from answers, for the file to take apart."""
    marked = manuscript.marked
    assert marked is not None, "only documents that can be built are taken apart"
    return replace(
        manuscript,
        markdown=marked.markdown,
        prompts=marked.prompts,
        appendix=marked.appendix,
        is_marked=True,
    )


def public_file(manuscript: Manuscript, form: str) -> bytes:
    """The file as everybody gets it: its parts put together without answers."""
    return packed(assemble(parts_of(manuscript, form), form, Filling()), form)


def packed(parts: Iterable[tuple[str, str]], form: str) -> bytes:
    """The file made of its parts."""
    if form not in _ZIPPED:
        return "".join(text for _, text in parts).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts:
            archive.writestr(timeless(name), text.encode())
    return out.getvalue()
