"""The form on /bidra/: plain questions, from which a script writes the file of an example as one types."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from ..content import Content, Edition
from ..contribute.fields import Field, chapter_fields, source_fields, top_fields
from ..contribute.rules import rules
from .markup import text

SOURCES = 6
SPOKEN = (
    "left", "over", "done", "copied", "copy-failed", "downloaded", "too-long", "missing.field", "missing.chapter",
    "missing.long", "missing.url", "missing.date", "missing.future", "missing.order", "missing.mark",
    "missing.nosource", "missing.email", "missing.person", "missing.html", "missing.invisible",
    "missing.wide", "missing.ahead", "missing.ended",
)  # fmt: skip


@dataclass(frozen=True)
class Publication:
    """Where the site is, and where people reach those who publish it; empty where nothing is configured."""

    directory_urls: bool = True
    repo_url: str = ""
    contact: str = ""


def example_form(content: Content, edition: Edition, publication: Publication) -> str:
    """The form, hidden until its script is there, and a sentence for those without one."""
    say = partial(content.label, edition=edition)
    *document, about, lesson, setback = top_fields()
    chapters = [
        _details(content, edition, group, chapter_fields(content, group)) for group in ("questions", "measures")
    ]
    return "\n".join(
        [
            f"<noscript><p>{text(say('form.script'))}</p></noscript>",
            f'<form class="contribute" data-example-form hidden aria-label="{text(say("form.name"))}"',
            f" {_data(content, edition, publication)}>",
            f'<p class="note">{text(say("form.privacy"))}</p>',
            _fieldset(say("form.part.document"), (_field(content, edition, field) for field in document)),
            _fieldset(
                say("form.part.content"),
                [
                    _field(content, edition, about),
                    f"<p>{text(say('form.chapters.help'))}</p>",
                    *chapters,
                    *(_field(content, edition, field) for field in (lesson, setback)),
                ],
            ),
            _sources(content, edition),
            _send(content, edition, publication),
            "</form>",
        ]
    )


def _data(content: Content, edition: Edition, publication: Publication) -> str:
    """What the script needs: words and rules, so that it knows no language and no rule of its own."""
    words = {key.replace(".", "-"): content.label(f"form.{key}", edition) for key in SPOKEN}
    words |= {"rules": json.dumps(rules(), ensure_ascii=False, separators=(",", ":")), "repo": publication.repo_url}
    return " ".join(f'data-{key}="{text(value)}"' for key, value in words.items())


def _fieldset(legend: str, parts: Iterable[str]) -> str:
    return "\n".join([f"<fieldset><legend>{text(legend)}</legend>", *parts, "</fieldset>"])


def _details(content: Content, edition: Edition, group: str, fields: list[Field]) -> str:
    shown = " open" if group == "questions" else ""
    summary = text(content.label(f"form.{group}", edition))
    return "\n".join(
        [f"<details{shown}><summary>{summary}</summary>", *(_field(content, edition, f) for f in fields), "</details>"]
    )


def _field(content: Content, edition: Edition, field: Field, name: str = "") -> str:
    """Label, help and control. `name` where the field's key is not its name."""
    name = name or field.key
    ident = "f-" + name.replace(".", "-")
    chapter = field.key.startswith(("questions.", "measures."))
    optional = "" if field.required or chapter else f" ({content.label('form.optional', edition)})"
    helped = field.help(content, edition)
    described = f' aria-describedby="{ident}-help"' if helped else ""
    note = f'<span class="contribute__help" id="{ident}-help">{text(helped)}</span>' if helped else ""
    attributes = f'id="{ident}" name="{name}" data-control="{field.control}"{described}'
    attributes += f' data-most="{field.most}"' if field.most else ""
    attributes += ' data-required=""' if field.required else ""
    label = f'<label for="{ident}"><span>{text(field.label(content, edition))}</span>{optional}</label>'
    return f"<p>{label}{note}{_control(content, edition, field, attributes)}</p>"


def _control(content: Content, edition: Edition, field: Field, attributes: str) -> str:
    if field.control == "text":
        return f'<textarea rows="3" {attributes}></textarea><span class="contribute__count" data-count></span>'
    if field.control != "choice":
        kind = "url" if field.control == "url" else "text"
        return f'<input type="{kind}" autocomplete="off" {attributes}>'
    options = "".join(
        f'<option value="{value}">{text(field.choice(content, edition, value))}</option>' for value in field.choices
    )
    none = f'<option value="">{text(content.label("form.choose", edition))}</option>'
    return f"<select {attributes}>{none}{options}</select>"


def _sources(content: Content, edition: Edition) -> str:
    """The first source, and as many more as the script may show."""
    say = partial(content.label, edition=edition)
    groups = []
    for number in range(1, SOURCES + 1):
        fields = [_field(content, edition, field, f"{field.key}.{number}") for field in source_fields()]
        legend = f"<legend>{text(say('form.source').replace('{number}', str(number)))}</legend>"
        hidden = " hidden" if number > 1 else ""
        groups.append(f'<fieldset data-source="{number}"{hidden}>{legend}{"".join(fields)}</fieldset>')
    buttons = (
        f'<p><button type="button" class="button" data-more>{text(say("form.source.more"))}</button> '
        f'<button type="button" class="button" data-less hidden>{text(say("form.source.less"))}</button></p>'
    )
    same = f'<p><button type="button" class="button" data-same>{text(say("form.source.same"))}</button></p>'
    told = f"<p>{text(say('form.source.help'))} {text(say('form.source.several'))}</p>"
    return _fieldset(say("form.part.sources"), [told, same, *groups, buttons])


def _send(content: Content, edition: Edition, publication: Publication) -> str:
    say = partial(content.label, edition=edition)
    ways, notes = _ways(content, edition, publication)
    return _fieldset(
        say("form.part.send"),
        [
            f"<div data-missing-box><p><strong>{text(say('form.missing'))}</strong></p><ul data-missing></ul></div>",
            '<p role="status" data-status></p>',
            f'<p class="contribute__buttons">{" ".join(ways)}</p>',
            *notes,
            f'<p><label for="f-file">{text(say("form.file"))}: <code data-name></code></label>'
            f'<span class="contribute__help" id="f-file-help">{text(say("form.file.help"))}</span>'
            '<textarea id="f-file" rows="12" readonly spellcheck="false" aria-describedby="f-file-help" data-file>'
            "</textarea></p>",
        ],
    )


def _ways(content: Content, edition: Edition, publication: Publication) -> tuple[list[str], list[str]]:
    """Buttons to send it with, and a word on each that needs one."""
    say = partial(content.label, edition=edition)
    ways = [
        f'<button type="button" class="button" data-do="{do}">{text(say(f"form.send.{do}"))}</button>'
        for do in ("download", "copy")
    ]
    notes = []
    if publication.repo_url:
        label = text(say("form.send.github"))
        ways.insert(0, f'<a class="button" data-do="github" hidden href="{text(publication.repo_url)}">{label}</a>')
        told = re.sub(r"«([A-Z][a-z ]+)»", r'«<span lang="en">\1</span>»', text(say("form.send.github.help")))
        notes.append(f"<p data-github-help hidden>{told}</p>")
    if publication.contact:
        label = text(say("form.send.mail"))
        ways.append(f'<a class="button" data-do="mail" href="mailto:{text(publication.contact)}">{label}</a>')
        notes.append(f"<p>{label}: {text(say('form.send.mail.help'))}</p>")
    return ways, notes or [f"<p>{text(say('form.send.nowhere'))}</p>"]
