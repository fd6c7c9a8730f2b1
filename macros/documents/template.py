"""Fill in a template (Markdown with Jinja in `docs/templates/`), and return Markdown for pandoc.

A template is a program that runs, within limits. The content that it inserts is data and never
runs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from ..content import (
    CITATION,
    Label,
    Problem,
    Text,
    UnknownNameError,
    View,
    find,
    with_blanks,
)
from ..content.dates import FIRST_YEAR, is_to_come, today
from ..content.markdown_source import below, read_markdown
from ..content.texts import Record
from .manuscript import escape
from .pictures import picture_block
from .prompts import marked, place_to_answer
from .regions import RegionError, only_for, opener
from .template_language import NotAllowedError, TemplateLanguage, TooMuchError
from .template_marks import wrong_marks

TEMPLATES = Path("docs/templates")
# A text in brackets is a field to fill in, unless it is a citation, a link, or has attributes
_FIELD = re.compile(r"(?<!\\)\[([^\[\]@^\n|]{1,120})\](?![({:\[])")

_SYNTAX = {
    "Unexpected end of template": (
        "ei løkke eller eit vilkår er ikkje avslutta med {% endfor %} eller {% endif %}"
    ),
    "unexpected '}'": "ein parentes eller eit hermeteikn er ikkje lukka",
    "unexpected end of template": "{{ eller {% er ikkje lukka",
    "expected token 'end of print statement'": "det manglar }} eller eit teikn mellom orda",
    "expected token 'end of statement block'": "det manglar %} eller eit teikn mellom orda",
    "Encountered unknown tag": "{% … %} har eit ord som ikkje finst. Bruk for, if og set",
    "No filter named": "filteret etter | finst ikkje",
}


class TemplateFaultError(Exception):
    """A template cannot be used. `problem` says where the fault is and what to do, in Norwegian."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True)
class Template:
    """A template file: its front matter, and its text, which begins after line `offset`."""

    file: str
    title: str
    who: str
    when: str
    updated: date
    text: str
    offset: int


class Localized:
    """A record seen in one edition, for use in templates.

    `measure.title` is the title in that edition, escaped for Markdown. Raises UnknownNameError for
    an attribute that the record does not have."""

    def __init__(self, record: Record, code: str) -> None:
        self._record, self._code = record, code

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("_") and not hasattr(self._record, name):
            raise UnknownNameError(name, type(self._record).model_fields)
        return _localize(getattr(self._record, name), self._code)


def _localize(value: Any, code: str) -> Any:
    if isinstance(value, Label):
        return escape(value[code])
    if isinstance(value, Text):
        return value[code]
    if isinstance(value, Record):
        return Localized(value, code)
    return [_localize(item, code) for item in value] if isinstance(value, list) else value


def read_template(root: Path, name: str, code: str) -> Template:
    """The template of the document `name`. Raises TemplateFaultError if it is missing or faulty."""
    file = (TEMPLATES / f"{name}.{code}.md").as_posix()
    if not (root / file).is_file():
        raise TemplateFaultError(Problem(file, 1, "Malen manglar. Begge målformer skal ha han."))
    top, text = read_markdown(root / file, file)
    for problem in top.problems:
        raise TemplateFaultError(problem)
    meta = top.data if isinstance(top.data, dict) else {}
    for key in ("title", "who", "when"):
        if meta.get(key) in (None, ""):
            message = f"Toppen av malen manglar «{key}». Skriv title, who, when og updated."
            raise TemplateFaultError(Problem(file, top.line((key,)), message))
        if not isinstance(meta[key], str):
            raise TemplateFaultError(
                Problem(
                    file, top.line((key,)), f"«{key}» skal vere tekst. Set verdien i hermeteikn."
                )
            )
    if wrong := _date_fault(meta.get("updated"), today()):
        raise TemplateFaultError(Problem(file, top.line(("updated",)), wrong))
    title, who, when, updated = (meta[key] for key in ("title", "who", "when", "updated"))
    return Template(file, title, who, when, updated, *below(text or ""))


def _date_fault(day: Any, now: date) -> str | None:
    """What is wrong with the day the text of a template last changed, when today is `now`."""
    if day is None:
        return "Toppen av malen manglar «updated», dagen teksten sist vart endra: 2026-11-24."
    if not isinstance(day, date):
        return "«updated» skal vere ein dato utan hermeteikn, til dømes 2026-11-24."
    if is_to_come(day, now):
        return f"«updated» er {day}, som ikkje har vore enno. Rett datoen."
    return f"«updated» er {day}. Årstalet er for lågt." if day.year < FIRST_YEAR else None


@lru_cache(maxsize=32)
def render(view: View, template: Template) -> str:
    """The Markdown of the template with the content filled in.

    Raises TemplateFaultError with the line of the fault. The result is kept, since the build
    renders every template that has been checked once more."""
    known = _globals(view)
    for line, wrong in wrong_marks(view.content, template.text):
        raise _fault(template, line, wrong)
    try:
        return fields(view, TemplateLanguage(known).fill(template.text))
    except TemplateSyntaxError as error:
        raise _fault(
            template, error.lineno, f"Malen lèt seg ikkje lese: {_reason(error)}."
        ) from error
    except NotAllowedError as error:
        raise _fault(template, error.line, _refusal(known)) from error
    except Exception as error:  # a template is a program, and may raise anything
        raise _fault(template, _line(error), _explain(error, known)) from error


def _reason(error: TemplateSyntaxError) -> str:
    """Jinja's message about a syntax error, in Norwegian if the error is a common one."""
    words = str(error.message)
    return next((told for start, told in _SYNTAX.items() if words.startswith(start)), words)


def fields(view: View, markdown: str) -> str:
    """`markdown` with every blank, and every other text in brackets, marked as a field to fill in.

    Raises UnknownNameError for a blank that nobody has defined."""

    named = with_blanks(view, markdown, lambda blank: marked(view, blank))
    return _FIELD.sub(r"[\1]{.field}", named)


def cited(view: View, markdown: str) -> dict[str, str]:
    """The ids cited in `markdown`, each with its words, such as «anskaffelsesloven § 5a»."""
    words: dict[str, str] = {}
    for name in (match[1] for match in CITATION.finditer(markdown)):
        if name in view.content.law:
            words[name] = view.section_name(name)
        else:
            words[name] = find(view.content.sources, name).short[view.code]
    return words


def _globals(view: View) -> dict[str, Any]:
    questions = [Localized(question, view.code) for question in view.content.questions.values()]
    measures = [Localized(measure, view.code) for measure in view.content.measures.values()]

    def field(name: str) -> str:
        return f"[[{find(view.content.blanks, name).id}]]"

    def answer(name: str) -> str:
        return place_to_answer(view, find(view.content.blanks, name))

    def checkbox(name: str, text: str) -> str:
        return checkbox_line(name, text)

    def yes_no(name: str, text: str) -> str:
        return yes_no_cells(view, name, text)

    def checkpoint(name: str) -> Localized:
        points = {
            point.id: point
            for owner in view.content.chapters.values()
            for point in owner.checkpoints
        }
        return Localized(find(points, name), view.code)

    return {
        "amount": lambda name: find(view.content.amounts, name).words(view.code),
        "questions": questions,
        "measures": measures,
        "indicators": [Localized(item, view.code) for item in view.content.indicators.values()],
        "law": lambda name: Localized(find(view.content.law, name), view.code),
        "consideration": lambda name: Localized(find(view.content.considerations, name), view.code),
        "plan": [Localized(item, view.code) for item in view.content.plan.values()],
        "picture": lambda name: picture_block(view, find(view.content.pictures, name)),
        "section": view.section_name,
        "region": opener(view.content),
        "only": only_for(view.content),
        "question": lambda name: Localized(find(view.content.questions, name), view.code),
        "measure": lambda name: Localized(find(view.content.measures, name), view.code),
        "checkpoint": checkpoint,
        "answer": answer,
        "field": field,
        "checkbox": checkbox,
        "yes_no": yes_no,
        "label": view.say,
    }


def checkbox_line(name: str, text: str) -> str:
    """The Markdown of a box to tick with its text, in a paragraph of its own."""
    return (
        f'::: sjekkpunkt\n[]{{.checkbox tag="{name}" title="{escape(_unescaped(text))}"}}'
        f" {text}\n:::"
    )


def yes_no_cells(view: View, name: str, text: str) -> str:
    """The Markdown of four cells of a table: `text`, and a box for yes, for no and for neither.

    The answer comes first in the title of each box, since Word cuts long titles."""
    boxes = (
        f'[]{{.checkbox tag="{name}-{answer}" title="{escape(view.say(f"reply.{answer}"))}:'
        f' {escape(_unescaped(text))}" .stor}}'
        for answer in ("yes", "no", "neither")
    )
    return " | ".join((text, *boxes))


def _unescaped(markdown: str) -> str:
    """`markdown` without the backslashes that escape its characters."""
    return re.sub(r"\\(.)", r"\1", markdown)


def _fault(template: Template, line: int, message: str) -> TemplateFaultError:
    return TemplateFaultError(Problem(template.file, line + template.offset, message))


def _line(error: Exception) -> int:
    """The line of the template that raised `error`. Jinja puts it into the traceback."""
    lines = [
        frame.lineno for frame in extract_tb(error.__traceback__) if frame.filename == "<template>"
    ]
    return lines[-1] or 1 if lines else 1


def _explain(error: Exception, known: Mapping[str, Any]) -> str:
    if isinstance(error, UnknownNameError | RegionError):
        return str(error)
    if isinstance(error, UndefinedError) and (
        match := re.match(r"'(\w+)' is undefined", str(error.message))
    ):
        return str(UnknownNameError(match[1], sorted(known)))
    if isinstance(error, SecurityError | RecursionError):
        return _refusal(known)
    if isinstance(error, TooMuchError):
        return f"{error}."
    return (
        f"Malen lèt seg ikkje fylle ut ({type(error).__name__}: {str(error).rstrip('.')}). Rett"
        " uttrykket."
    )


def _refusal(known: Mapping[str, Any]) -> str:
    return f"Dette er ikkje lov i ein mal. Bruk {', '.join(sorted(known))}."
