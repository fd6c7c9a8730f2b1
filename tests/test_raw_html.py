"""No page and no text of ours can bring what runs: it is refused with its line, and harmless
text is left alone."""

from __future__ import annotations

import pytest
from markdown import Markdown

from macros.content.markdown_source import masked
from macros.content.raw_html import raw_html, runs
from macros.content.text import check_prose

from .conftest import markdown_extensions

RUNS = (
    "<script>alert(9)</script>", "<ScRiPt src=//x>", "<script\n>alert(9)</script\n>",
    "<iframe srcdoc='x'></iframe>",
    "<object data=x></object>", "<embed src=x>", "<base href=/x>",
    "<meta http-equiv=refresh content=0>",
    "<form action=/x><input></form>", "<style>*{}</style>", "<svg onload=alert(9)>",
    "<svg/onload=alert(9)>",
    "<math href=javascript:alert(9)>x</math>", "<b onclick=alert(9)>x</b>",
    "<b\nonclick = 'alert(9)'>x</b>",
    "<b/onclick=alert(9)>x</b>", "<a href='javascript:alert(9)'>x</a>",
    "<a href=' jAvaScript:alert(9)'>x</a>",
    "<a href='java&#115;cript:alert(9)'>x</a>", "<a href='java\tscript:alert(9)'>x</a>",
    "<a href='javascript&colon;alert(9)'>x</a>", "<a href='data:text/html,x'>x</a>",
    "<img src=x onerror=alert(9)>",
    "<img src=vbscript:x>", "<details open ontoggle=alert(9)>x</details>",
    "<p style='color: red'>x</p>",
    "[x](javascript:alert(9))", "[x](JaVaScRiPt:alert(9))", "[x](<javascript:alert(9)>)",
    "[x](java\nscript:alert(9))",
    "[x](java&#115;cript:alert(9))", "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x][y]\n\n[y]: javascript:alert(9)",
    "![x](javascript:alert(9))", "<javascript:alert(9)>", "Ord\n{: onclick='alert(9)' }",
    "*x*{: onmouseover=alert(9) }",
    "[x](y.md){: href='javascript:alert(9)' }", "[x](y.md){ style='color: red' }",
    "<script>alert(9)",
    "<b title='<script>alert(9)</script>",
    "<b title=' onclick=alert(9)>x</b>",
)  # fmt: skip
HARMLESS = (
    "Høgst <NOK 500 000 i året.", "Skriv <sett inn namn> her.", "Skriv `<script>` slik.",
    "```\n<script>x</script>\n```",
    "a < b og b > a", "1<2", "<https://example.no/>", "[x](https://example.no/?a=javascript:b)",
    "[x](/om.md#a:b)",
    "[x](mailto:post@example.no)", "[x](tel:+4755000000)", "<span lang='en'>Issues</span>",
    "Ord {: .klasse #anker }",
    "På = 5 og on=off.", "Tid: kl. 12:30", '<div class="duty" markdown>\nx\n</div>',
    "Sjå <a href='om/'>om</a>.",
    "~~~\n[x](javascript:alert(9))\n~~~", "Klammer {slik} og {{ slik }}.",
    "<abbr title='on=1'>x</abbr>",
)  # fmt: skip


@pytest.mark.parametrize("text", RUNS)
def test_what_can_run_is_refused(text: str) -> None:
    """On the source, with the line where it begins; a text of the data is refused too."""
    faults = list(raw_html(masked(f"# A\n\n{text}\n")))
    assert faults
    assert all(3 <= line <= 5 for line, _ in faults)
    assert all("\n" not in message and message.endswith(".") for _, message in faults)
    with pytest.raises(ValueError, match=r"rå HTML|noko som kan køyre|usynleg teikn"):
        check_prose(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_only_text_is_left_alone(text: str) -> None:
    """A false alarm is as bad as a miss."""
    assert list(raw_html(masked(text))) == []
    assert runs(_html(text)) == []


@pytest.mark.parametrize("text", RUNS)
def test_the_finished_page_is_looked_at_too(text: str) -> None:
    """Whatever gets past the look at the source: what Markdown makes of it is found, or does not
    run."""
    made = _html(text)
    assert runs(made) or made.startswith(("<p>&lt;", "<form action"))


def _html(text: str) -> str:
    names = [
        name
        for name in markdown_extensions()
        if name not in ("macros.site.citations", "macros.site.table_frames")
    ]
    return Markdown(extensions=names).convert(text)


@pytest.mark.parametrize(
    "text", ["Skriv <sett inn namn> her.", "Høgst <NOK 500 000 i året.", "<x-y onclick=alert(9)>"]
)
def test_what_looks_like_an_element_is_shown(text: str) -> None:
    """In a text of the data, and on a page, where a browser would show nothing in its place."""
    assert check_prose(text) == text
    assert _html(text) == f"<p>{text.replace('<', '&lt;').replace('>', '&gt;')}</p>"
