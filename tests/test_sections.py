"""The number of a section stays on one line, in every file and on every page."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from macros.content import EDITIONS, Content, View
from macros.content.sections import unbroken_sections
from macros.documents import BY_ID, FORMATS, manuscript

from .conftest import ROOT

WHOLE = '<span class="unbroken">{}</span>'


def test_on_a_page_the_text_stays_as_it_is() -> None:
    """An element keeps the number together, so search and copy find a plain hyphen."""
    made = unbroken_sections('<p title="§ 8-12">Sjå § 18-10 a og §§&nbsp;11-1 og 28-2, 5-6.</p>')
    assert made == (
        f'<p title="§ 8-12">Sjå § {WHOLE.format("18-10")} a og §§&nbsp;'
        f"{WHOLE.format('11-1')} og {WHOLE.format('28-2')}, {WHOLE.format('5-6')}.</p>"
    )
    made = unbroken_sections('<p title="5e–5h">Etter §§ 5e–5h i 2027–2030 og a–b.</p>')
    assert made == (
        f'<p title="5e–5h">Etter §§ {WHOLE.format("5e–5h")} i {WHOLE.format("2027–2030")}'
        " og a–b.</p>"
    )
    for other in ("<p>§ 5k, 8-12 dagar</p>", "<p>1-2</p>", '<a href="#§ 8-12">x</a>'):
        assert unbroken_sections(other) == other


@pytest.mark.parametrize("code", EDITIONS)
@pytest.mark.parametrize("name", ["saksframlegg", "rutine", "klausular"])
def test_in_a_file_the_hyphen_is_the_programs_own(content: Content, name: str, code: str) -> None:
    """Word's own element, Writer's own sign; and never a plain hyphen after §."""
    source = manuscript(View.of(content, code), ROOT, BY_ID[name])
    for form, part in (("docx", "word/document.xml"), ("odt", "content.xml")):
        with zipfile.ZipFile(io.BytesIO(FORMATS[form].writer(source))) as archive:
            text = archive.read(part).decode()
        text = text.replace('</w:t><w:noBreakHyphen/><w:t xml:space="preserve">', "\u2011")
        shown = re.sub(r"<[^>]*>", "", text)
        assert re.search("§\u00a0\\d+\u2011\\d", shown), (form, name)
        assert not re.search(r"§[§ \u00a0]*\d+-\d", shown), (form, name)
        if form == "docx":
            assert "\u2011" not in re.sub(r">[^<]*<", "><", text)
