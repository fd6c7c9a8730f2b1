"""Blocks that are HTML already: kept without being read, with the same page as when they are."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup

from macros.content import EDITIONS, Content, View
from macros.site.generated import generated
from macros.site.whole_blocks import ids

from .conftest import ROOT, markdown_extensions

FINISHED = "macros.site.whole_blocks"
BLOCKS = {
    "one element": '<div class="told" id="ein"><p>Tekst med *stjerne* og [lenkje](x.md).</p></div>',
    "nested": "<div>\n<div><p>*a*</p></div>\n</div>",
    "two elements": "<div>*a*</div> *b* <div>*c*</div>",
    "a tail": "<div>*a*</div> *b*",
    "never closed": "<div><div>*a*</div>\n\n*b*",
    "closed twice": "<div>*a*</div></div>\n\n*b*",
    "a blank line inside": "<div>\n\n*a*\n\n</div>",
    "Markdown inside": '<div markdown="1">\n*a*\n</div>',
    "Markdown inside the inside": "<div><div markdown>\n*a*\n</div></div>",
    "HTML in Markdown in HTML": "<div markdown>\n\n<div>*a*</div>\n\n*b*\n\n</div>",
    "in a line": "<span>*a*</span>",
    "an attribute list": "<div>*a*</div>\n{: .note }",
    "the name begins another": "<p><pre>*a*</pre></p>",
    "capitals": "<DIV>*a*</DIV>",
    "in a list": "- a\n\n    <div>*b*</div>",
    "in a quote": "> <div>*a*</div>",
    "as code": "    <div>*a*</div>",
    "several": "<div>*a*</div>\n\n<div>*b*</div>\n\n\n<dl><dt>*c*</dt></dl>\n\nd",
}


def as_ever(text: str) -> str:
    """The page as Python-Markdown makes it when it reads every tag."""
    return markdown.markdown(
        text, extensions=[name for name in markdown_extensions() if name != FINISHED]
    )


def as_kept(text: str) -> str:
    """The page as the site has it."""
    return markdown.markdown(text, extensions=markdown_extensions())


def kept(text: str) -> int:
    """How many blocks of `text` are kept."""
    engine = markdown.Markdown(extensions=[FINISHED])
    engine.preprocessors["finished-html"].run(text.split("\n"))
    return engine.htmlStash.html_counter


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_is_what_markdown_makes_of_it(name: str) -> None:
    """Alone, and between paragraphs."""
    for text in (BLOCKS[name], f"Før.\n\n{BLOCKS[name]}\n\nEtter *han*."):
        assert as_kept(text) == as_ever(text)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_made_page_is_what_markdown_makes_of_it(edition: str, content: Content) -> None:
    """And something is kept on every example's page, or this would prove nothing."""
    for made in generated(ROOT, View.of(content, edition)):
        if made.path.endswith(".md"):
            text = re.sub(r"\A---\n.*?\n---\n", "", made.data.decode(), flags=re.DOTALL)
            assert as_kept(text) == as_ever(text), made.path
            assert kept(text) or Path(made.path).stem not in content.examples, made.path


def test_mkdocs_knows_every_id(site: Path) -> None:
    """A link to an id in such a block is no fault."""
    for path in ("eksempel/index.html", "kjelder/index.html", "sjekklister/index.html"):
        text = (site / path).read_text(encoding="utf-8")
        found = {str(tag["id"]) for tag in BeautifulSoup(text, "html.parser").find_all(id=True)}
        assert found == set(ids(text)), path
