"""A document is dated by what it holds, and made again only when that has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from macros.content import EDITIONS, Content, View
from macros.documents import BY_ID, DOCUMENTS, manuscript, put_together
from macros.documents.template import Template, read_template

from .conftest import ROOT

Made = dict[tuple[str, str], str]


def made(content: Content) -> Made:
    """What each file is made from, and kept by."""
    return {
        (document.id, code): repr(manuscript(View.of(content, code), ROOT, document))
        for document in DOCUMENTS
        for code in EDITIONS
    }


@pytest.fixture(scope="module")
def before(content: Content) -> Made:
    """As it is now."""
    return made(content)


def test_an_example_checked_anew_changes_no_document(content: Content, before: Made) -> None:
    """No document holds an example. Before, all of them got its date and were made again."""
    later = {
        name: example.model_copy(update={"checked": example.checked + timedelta(days=30)})
        for name, example in content.examples.items()
    }
    assert made(replace(content, examples=later)) == before


def test_a_changed_chapter_changes_the_documents_that_hold_it(
    content: Content, before: Made
) -> None:
    """The checklist of the measures has no question in it, and stays the same file."""
    question = content.questions["kapasitet"]
    changed = question.model_copy(update={"updated": content.updated + timedelta(days=30)})
    after = made(replace(content, questions={**content.questions, "kapasitet": changed}))
    touched = {name for (name, code), text in after.items() if text != before[name, code]}
    assert {"sjekkliste-sporsmal", "sjekkliste-samla"} <= touched
    assert "sjekkliste-grep" not in touched


def test_a_source_read_anew_changes_the_documents_that_cite_it(
    content: Content, before: Made
) -> None:
    """And no other."""
    view = View.of(content, "nn")
    citing = {
        document.id for document in DOCUMENTS if "loa-5a" in manuscript(view, ROOT, document).cited
    }
    section = content.law["loa-5a"]
    read = section.model_copy(update={"read": content.updated + timedelta(days=30)})
    after = made(replace(content, law={**content.law, "loa-5a": read}))
    assert {name for (name, code), text in after.items() if text != before[name, code]} == citing
    assert citing


def test_a_changed_template_changes_its_own_document(
    content: Content, before: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In its own edition, and no other document."""
    later = content.updated + timedelta(days=30)

    def changed(root: Path, name: str, code: str) -> Template:
        template = read_template(root, name, code)
        mine = (name, code) == ("rapport", "nn")
        return replace(template, updated=later) if mine else template

    monkeypatch.setattr(put_together, "read_template", changed)
    after = made(content)
    assert {key for key, text in after.items() if text != before[key]} == {("rapport", "nn")}
    assert manuscript(View.of(content, "nn"), ROOT, BY_ID["rapport"]).date == later
