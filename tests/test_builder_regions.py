"""Regions in a template: faults with their lines, and what the public text has of them."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from macros.content import EDITIONS, Content, View
from macros.documents import BY_ID, TemplateFaultError, manuscript
from macros.documents.regions import public_text
from macros.documents.template import TEMPLATES

from .conftest import ROOT

TEMPLATE = """---
title: Prøve
who: For alle.
when: Alltid.
updated: 2026-11-24
---

"""
FIRST = TEMPLATE.count("\n") + 1
FAULTS = {
    '::: {{ region("standrad") }}\na\n:::': [(0, "Regionen «standrad» finst ikkje. Meinte du ")],
    '::: {{ region("standard") }}\na\n': [(0, "Blokka «{{ region(…) }}» er ikkje lukka.")],
    '{{ region("standard") }}\na\n:::': [(0, "Ein region må stå på ei eiga linje")],
    "::: region\na\n:::": [(0, "Blokka «region» finst ikkje.")],
    '::: {.region name="standard"}\na\n:::': [(0, "Blokka «{.region» finst ikkje.")],
    '  ::: {{ region("standard") }}\n  a\n  :::': [(0, "Linja med regionen byrjar med mellomrom")],
    '::: rad\n::: {{ region("standard") }}\na\n:::\n:::': [
        (1, "Regionen står inne i blokka «rad»")
    ],
    '::: {{ region("kapasitet.own") }}\na\n:::\n\n::: {{ region("kapasitet.own") }}\nb\n:::': [
        (4, "Regionen «kapasitet.own» er opna før i same mal.")
    ],
    '{% for q in questions %}\n::: {{ region("kapasitet.own") }}\nb\n:::\n{% endfor %}': [
        (1, "Regionen «kapasitet.own» er opna før")
    ],
    '::: {{ region("kapasitet.reason") }}\na\n:::': [
        (0, "Regionen «kapasitet.reason» finst ikkje")
    ],
    'A. {{ only("komune") }}B.': [(0, "Verksemda eller bransjen «komune» finst ikkje. Meinte ")],
    "A. {{ only() }}B.": [(0, "Skriv kven det gjeld, slik: ")],
    '{{ only("kommune") }}A. B.': [(0, "only(…) skal stå først i ei rad, eller først i ei ")],
    '| a | {{ only("kommune") }}b |\n|--|--|': [(0, "only(…) skal stå først i ei rad")],
    'A. {{ only("kommune", "reinhald") }}B.': [],
    '::: {{ region("standard") }}\n[[rolle.kontrol]]\n:::': [(1, "Feltet «rolle.kontrol» finst ")],
    '::: {{ region("standard") }}\na\n:::\n\n::: {{ region("standard") }}\nb\n:::': [],
    '{% for m in measures %}\n::: {{ region(m.id ~ ".reason") }}\nb\n:::\n{% endfor %}': [],
}


@pytest.mark.parametrize(("text", "expected"), FAULTS.items())
def test_a_fault_has_its_line(
    content: Content, tmp_path: Path, text: str, expected: list[tuple[int, str]]
) -> None:
    """And says what to do; what is right is not told of."""
    (tmp_path / TEMPLATES).mkdir(parents=True)
    (tmp_path / TEMPLATES / "kapittel.nn.md").write_text(TEMPLATE + text)
    found = []
    try:
        manuscript(View.of(content, "nn"), tmp_path, BY_ID["kapittel"])
    except TemplateFaultError as fault:
        found.append((fault.problem.line, fault.problem.message.replace('"…"', "…")))
    assert [line for line, _ in found] == [FIRST + line for line, _ in expected]
    for (_, told), (_, start) in zip(found, expected, strict=True):
        assert told.startswith(start), told


def test_the_public_text_has_only_what_is_on() -> None:
    """Neither marks nor what is off; other blocks stand as they were."""
    whole = (
        'a\n::: {.region name="standard"}\n::: rad\nb\n:::\n:::\n'
        '::: {.region name="grep"}\n# c\n'
        '::: {.region name="grep-02"}\n::: rettleiing\nd\n:::\n:::\n'
        ":::\ne"
    )
    assert public_text(whole) == "a\n::: rad\nb\n:::\ne"
    assert public_text("::: rad\nb\n:::\n") == "::: rad\nb\n:::\n"


@pytest.mark.parametrize("code", EDITIONS)
def test_a_chosen_sentence_dates_no_public_file(
    content: Content, code: str, tmp_path: Path
) -> None:
    """Nor does it put a blank, a source or a section into one."""
    shutil.copytree(ROOT / TEMPLATES, tmp_path / TEMPLATES)
    path = tmp_path / TEMPLATES / f"strategi.{code}.md"
    view = View.of(content, code)
    with_sections = manuscript(view, tmp_path, BY_ID["strategi"])
    question = content.questions["kapasitet"]
    changed = question.model_copy(update={"updated": with_sections.date + timedelta(days=30)})
    later = View.of(replace(content, questions={**content.questions, changed.id: changed}), code)
    assert manuscript(later, tmp_path, BY_ID["strategi"]).date == with_sections.date
    text = path.read_text()
    start, end = text.index('::: {{ region("sporsmal") }}'), text.index("\n# Ansvar")
    path.write_text(text[:start] + text[end:])
    without = manuscript(view, tmp_path, BY_ID["strategi"])
    assert with_sections.date == without.date
    assert [p.id for p in with_sections.prompts] == [p.id for p in without.prompts]
    assert with_sections.appendix == without.appendix
    assert re.sub(r"\n+", "\n", with_sections.markdown) == re.sub(r"\n+", "\n", without.markdown)
    assert with_sections.marked and with_sections.marked.extra
