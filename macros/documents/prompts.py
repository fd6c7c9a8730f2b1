"""The blanks of a document in one edition: what each is called, what to write, and what it shows.

They come from the finished Markdown, so that nobody has to list what a template uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ..content import Blank, View
from ..content.dates import long_date
from .manuscript import Manuscript, Prompt, escape
from .regions import CARD
from .word_answers import NAMESPACE, STORE

_ANSWERED = re.compile(r'\{\.blank tag="([^"]+)" \.card\}')
_USED = re.compile(r'\{\.blank tag="([^"]+)"')


def marked(view: View, blank: Blank) -> str:
    """The Markdown of a blank in running text."""
    return f'[{escape(blank.label[view.code])}]{{.blank tag="{blank.id}"}}'


def place_to_answer(view: View, blank: Blank) -> str:
    """The Markdown of a blank that is answered where it stands, and so is not in the card."""
    return f'[{escape(blank.label[view.code])}]{{.blank tag="{blank.id}" .card}}'


def prompts(view: View, markdown: str) -> tuple[Prompt, ...]:
    """The blanks of a document, each once, in the order the reader meets them."""
    names = dict.fromkeys(match[1] for match in _USED.finditer(markdown))
    return tuple(_prompt(view, view.content.blanks[name]) for name in names)


def _prompt(view: View, blank: Blank) -> Prompt:
    value = blank.default[view.code] if blank.default else ""
    return Prompt(
        id=blank.id,
        kind=blank.kind,
        label=blank.label[view.code],
        hint=blank.hint[view.code],
        write=view.say(f"prompt.{blank.kind}"),
        choices=tuple((choice.id, choice[view.code]) for choice in blank.choices),
        value=value,
        shown=in_words(view, blank, value),
        is_asked=blank.is_asked,
    )


def in_words(view: View, blank: Blank, value: str) -> str:
    """The answer `value` as a reader sees it: a day with its month, a choice with its words."""
    if blank.kind == "choice":
        return next((choice[view.code] for choice in blank.choices if choice.id == value), "")
    if blank.kind == "date" and value:
        return long_date(date.fromisoformat(value))
    return value


def card(manuscript: Manuscript, form: str = "") -> str:
    """The Markdown of the card at the top of a document: a note, and a table of its blanks.

    An empty string for a document without blanks. The note depends on the format, because what is
    typed once follows along only in some of them; without a `form`, those of all formats are there,
    each marked with its own. A form that asks where the answers stand has no card."""
    answered = set(_ANSWERED.findall(manuscript.markdown))
    answered.update(manuscript.extra)
    asked = [p for p in manuscript.prompts if p.is_asked and p.id not in answered]
    if not asked:
        return ""
    say = manuscript.words
    note = _note(manuscript, form) if form else _notes(manuscript)
    rows = "\n".join(_row(prompt) for prompt in asked)
    made = (
        f":::: kort\n::: rettleiing\n{note}\n:::\n\n"
        f"| {say['card.field']} | {say['card.answer']} |\n|---|---|\n{rows}\n\n"
        f": {say['card.title']}\n::::\n\n"
    )
    return f'::: {{.region name="{CARD}"}}\n{made}:::\n\n' if manuscript.is_marked else made


def _row(prompt: Prompt) -> str:
    wide = " .wide" if prompt.kind in ("long", "choice") else ""
    return (
        f"| **{escape(prompt.label)}** [{escape(prompt.hint)}]{{.hint}} "
        f'| [{escape(prompt.write)}]{{.blank tag="{prompt.id}" .card{wide}}} |'
    )


def _notes(manuscript: Manuscript) -> str:
    """The note of each format, of which convert.lua leaves the one that is wanted."""
    return "\n".join(
        f'::: {{.only form="{form}"}}\n{_note(manuscript, form)}\n:::\n'
        for form in ("docx", "odt", "pdf", "md")
    )


def _note(manuscript: Manuscript, form: str) -> str:
    """How to fill in the card, and how to take away what is not to stay."""
    text, say = manuscript.markdown, manuscript.words
    told = [say[f"card.note.{form}"]]
    # What is printed, or is plain text, has nothing that can be taken away with a click
    if has_guidance(text):
        told.append(say.get(f"card.guidance.{form}", ""))
    if has_levels(text):
        told.append(say.get(f"card.levels.{form}", ""))
    return " ".join(part for part in told if part)


def has_guidance(markdown: str) -> bool:
    """Whether the document has guidance that is to be deleted."""
    return "::: rettleiing" in markdown


def has_levels(markdown: str) -> bool:
    """Whether the document has blocks that are marked as duty, advice or further."""
    return any(f"::: {name}" in markdown for name in LEVELS)


CARD_WORDS = (
    "card.title", "card.field", "card.answer",
    "card.note.docx", "card.note.odt", "card.note.pdf", "card.note.md",
    "card.guidance.docx", "card.guidance.odt", "card.levels.docx", "card.levels.odt",
    "level.law", "level.beyond",
)  # fmt: skip
"""The labels of the card and the blocks."""
LEVELS = {"lovkrav": "law", "rad": "advice", "lenger": "further"}
"""The kind of statement in each of the blocks that a template may divide its text into."""


def told_pandoc(manuscript: Manuscript) -> dict[str, object]:
    """What the filters need to know of the blanks and blocks, as plain data."""
    return {
        "blanks": {prompt.id: _plain(prompt) for prompt in manuscript.prompts},
        "levels": {
            name: {
                "title": manuscript.words[f"kind.{kind}"],
                "sign": manuscript.words[f"kind.{kind}.sign"],
                "keep": manuscript.words[f"level.{'law' if kind == 'law' else 'beyond'}"],
                "kind": kind,
            }
            for name, kind in LEVELS.items()
            if has_levels(manuscript.markdown)
        },
        "answers": {"namespace": NAMESPACE, "store": STORE},
        "marks": manuscript.is_marked,
        "language": manuscript.language,
    }


def _plain(prompt: Prompt) -> dict[str, object]:
    return {
        "kind": prompt.kind,
        "label": prompt.label,
        "hint": prompt.hint,
        "value": prompt.value,
        "shown": prompt.shown,
        "choices": [{"value": value, "words": words} for value, words in prompt.choices],
    }


def level_words(view: View) -> Iterable[tuple[str, str]]:
    """The words of the card and the blocks, by the keys that the functions here look them up."""
    kinds = (f"kind.{kind}{part}" for kind in LEVELS.values() for part in ("", ".sign"))
    return ((key, view.say(key)) for key in (*CARD_WORDS, *kinds))
