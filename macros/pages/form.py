"""The form on /bidra/.

While a contributor answers its questions, a script writes the example's file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..content import View
from ..contribute.fields import Field, chapter_fields, source_fields, top_fields
from ..contribute.rules import rules
from .markup import text

SOURCES = 6
SPOKEN = (
    "left", "over", "done", "copied", "copy-failed", "downloaded", "too-long", "missing.field",
    "missing.chapter",
    "missing.long", "missing.url", "missing.date", "missing.future", "missing.order",
    "missing.mark",
    "missing.nosource", "missing.email", "missing.person", "missing.html", "missing.invisible",
    "missing.wide", "missing.misread", "missing.ahead", "missing.ended",
)  # fmt: skip


@dataclass(frozen=True)
class Publication:
    """How the site is published, and how to reach its publisher; empty where not configured."""

    directory_urls: bool = True
    repo_url: str = ""
    contact: str = ""


def example_form(view: View, publication: Publication) -> str:
    """The form, hidden until its script runs, and a sentence for readers without scripts."""
    *document, use, about, lesson, setback = top_fields()
    chapters = [
        _details(view, group, chapter_fields(view.content, group))
        for group in ("questions", "measures")
    ]
    content = [
        *(_field(view, field) for field in (use, about)),
        f"<p>{text(view.say('form.chapters.help'))}</p>",
        *chapters,
        *(_field(view, field) for field in (lesson, setback)),
    ]
    return "\n".join(
        [
            f'<p class="note">{_where_to(view, publication)}</p>',
            f"<noscript><p>{text(view.say('form.script'))}</p></noscript>",
            (
                '<form class="contribute" data-example-form hidden'
                f' aria-label="{text(view.say("form.name"))}"'
            ),
            f" {_data(view, publication)}>",
            f'<p class="note">{text(view.say("form.privacy"))}</p>',
            _fieldset(view.say("form.part.document"), (_field(view, field) for field in document)),
            _fieldset(view.say("form.part.content"), content),
            _sources(view),
            _send(view, publication),
            "</form>",
        ]
    )


def _where_to(view: View, publication: Publication) -> str:
    """Where the example will go, told before anybody begins to write."""
    told = [
        text(view.say(key)).replace("{to}", _link(address, shown))
        for key, address, shown in (
            ("form.goes.github", publication.repo_url, publication.repo_url),
            ("form.goes.mail", f"mailto:{publication.contact}", publication.contact),
        )
        if shown
    ]
    return " ".join(told) or text(view.say("form.send.nowhere"))


def _link(address: str, shown: str) -> str:
    return f'<a href="{text(address)}">{text(shown)}</a>'


def _data(view: View, publication: Publication) -> str:
    """The words and rules that the script needs, so that it has none of its own."""
    words = {key.replace(".", "-"): view.say(f"form.{key}") for key in SPOKEN}
    words |= {
        "rules": json.dumps(rules(), ensure_ascii=False, separators=(",", ":")),
        "repo": publication.repo_url,
    }
    return " ".join(f'data-{key}="{text(value)}"' for key, value in words.items())


def _fieldset(legend: str, parts: Iterable[str]) -> str:
    return "\n".join([f"<fieldset><legend>{text(legend)}</legend>", *parts, "</fieldset>"])


def _details(view: View, group: str, fields: list[Field]) -> str:
    shown = " open" if group == "questions" else ""
    summary = text(view.say(f"form.{group}"))
    return "\n".join(
        [
            f"<details{shown}><summary>{summary}</summary>",
            *(_field(view, f) for f in fields),
            "</details>",
        ]
    )


def _field(view: View, field: Field, name: str = "") -> str:
    """The label, the help and the control of a field.

    `name` replaces the key as the field's name."""
    name = name or field.key
    ident = "f-" + name.replace(".", "-")
    chapter = field.key.startswith(("questions.", "measures."))
    optional = "" if field.required or chapter else f" ({view.say('form.optional')})"
    helped = field.help(view)
    described = f' aria-describedby="{ident}-help"' if helped else ""
    note = (
        f'<span class="contribute__help" id="{ident}-help">{text(helped)}</span>' if helped else ""
    )
    attributes = f'id="{ident}" name="{name}" data-control="{field.control}"{described}'
    attributes += f' data-most="{field.most}"' if field.most else ""
    attributes += ' data-required=""' if field.required else ""
    label = f'<label for="{ident}"><span>{text(field.label(view))}</span>{optional}</label>'
    return f"<p>{label}{note}{_control(view, field, attributes)}</p>"


def _control(view: View, field: Field, attributes: str) -> str:
    if field.control == "text":
        return (
            f'<textarea rows="3" {attributes}></textarea><span class="contribute__count"'
            " data-count></span>"
        )
    if field.control != "choice":
        kind = "url" if field.control == "url" else "text"
        return f'<input type="{kind}" autocomplete="off" {attributes}>'
    options = "".join(
        f'<option value="{value}">{text(field.choice(view, value))}</option>'
        for value in field.choices
    )
    none = f'<option value="">{text(view.say("form.choose"))}</option>'
    return f"<select {attributes}>{none}{options}</select>"


def _sources(view: View) -> str:
    """The fields of all sources that the form has room for.

    The script shows more than the first."""
    groups = []
    for number in range(1, SOURCES + 1):
        fields = [_field(view, field, f"{field.key}.{number}") for field in source_fields()]
        legend = (
            f"<legend>{text(view.say('form.source').replace('{number}', str(number)))}</legend>"
        )
        hidden = " hidden" if number > 1 else ""
        groups.append(
            f'<fieldset data-source="{number}"{hidden}>{legend}{"".join(fields)}</fieldset>'
        )
    buttons = (
        '<p><button type="button" class="button"'
        f' data-more>{text(view.say("form.source.more"))}</button> <button type="button"'
        f' class="button" data-less hidden>{text(view.say("form.source.less"))}</button></p>'
    )
    same = (
        '<p><button type="button" class="button"'
        f" data-same>{text(view.say('form.source.same'))}</button></p>"
    )
    told = f"<p>{text(view.say('form.source.help'))} {text(view.say('form.source.several'))}</p>"
    return _fieldset(view.say("form.part.sources"), [told, same, *groups, buttons])


def _send(view: View, publication: Publication) -> str:
    ways, notes = _ways(view, publication)
    return _fieldset(
        view.say("form.part.send"),
        [
            (
                f"<div data-missing-box><p><strong>{text(view.say('form.missing'))}</strong></p>"
                "<ul data-missing></ul></div>"
            ),
            '<p role="status" data-status></p>',
            f'<p class="contribute__buttons">{" ".join(ways)}</p>',
            *notes,
            (
                f'<p><label for="f-file">{text(view.say("form.file"))}: <code'
                ' data-name></code></label><span class="contribute__help"'
                f' id="f-file-help">{text(view.say("form.file.help"))}</span><textarea id="f-file"'
                ' rows="12" readonly spellcheck="false" aria-describedby="f-file-help"'
                " data-file></textarea></p>"
            ),
        ],
    )


def _ways(view: View, publication: Publication) -> tuple[list[str], list[str]]:
    """The buttons to send the example with, and an explanation of each that needs one."""
    ways = [
        '<button type="button" class="button"'
        f' data-do="{do}">{text(view.say(f"form.send.{do}"))}</button>'
        for do in ("download", "copy")
    ]
    notes = []
    if publication.repo_url:
        label = text(view.say("form.send.github"))
        ways.insert(
            0,
            '<a class="button" data-do="github" hidden'
            f' href="{text(publication.repo_url)}">{label}</a>',
        )
        told = re.sub(
            r"«([A-Z][a-z ]+)»",
            r'«<span lang="en">\1</span>»',
            text(view.say("form.send.github.help")),
        )
        notes.append(f"<p data-github-help hidden>{told}</p>")
    if publication.contact:
        label = text(view.say("form.send.mail"))
        ways.append(
            '<a class="button" data-do="mail"'
            f' href="mailto:{text(publication.contact)}">{label}</a>'
        )
        notes.append(f"<p>{label}: {text(view.say('form.send.mail.help'))}</p>")
    return ways, notes
