"""How the manuscript of a document is put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from ..content import Measure, Question, View
from . import sheets
from .appendix import appendix, cited_sources, source_of
from .checklist import checklist_markdown
from .colophon import colophon, file_words, with_words
from .dated import called, latest
from .filled_in import filled_in
from .listing import UNTEMPLATED, Document
from .manuscript import Manuscript, Marked
from .prompts import prompts
from .regions import SOURCE, SOURCES, needs, public_text
from .said import said_once
from .some import with_some
from .template import Template, cited, read_template, render


@dataclass(frozen=True)
class Presented:
    """The description of a document: its title, whom it is for, and when to use it."""

    title: str
    who: str
    when: str


def present(view: View, root: Path, document: Document) -> Presented:
    """The description at the top of the document's template, or in the labels if it has none.

    Raises TemplateFaultError."""
    return _presented(view, document, _template(view, root, document))


def _template(view: View, root: Path, document: Document) -> Template | None:
    """The template that the text comes from, if the text comes from one."""
    if document.template in UNTEMPLATED:
        return None
    return read_template(root, document.template, view.code)


def _presented(view: View, document: Document, template: Template | None) -> Presented:
    own = template or Presented(
        *(view.say(f"document.{document.template}.{key}") for key in ("title", "who", "when"))
    )
    if document.fills:
        title = view.say("worked.title").replace("{title}", own.title)
        return Presented(title, view.say("worked.who"), view.say("worked.when"))
    return Presented(own.title, own.who, own.when)


def manuscript(view: View, root: Path, document: Document, site_url: str = "") -> Manuscript:
    """The document in one edition, with all that any writer needs. Raises TemplateFaultError."""
    return _made(view, document, _template(view, root, document), site_url)


@lru_cache(maxsize=128)
def _made(view: View, document: Document, template: Template | None, site_url: str) -> Manuscript:
    """The manuscript of what the template says now.

    The check of templates, the check of links and the build all need it, and it takes long."""
    title = _presented(view, document, template).title
    address = _address(view, document, site_url)
    whole = said_once(_markdown(view, document, template))
    own = template.updated if template else None
    day = latest(view.content, _held(view, document, template), public_text(whole), own)
    words = file_words(view, document, address, day)
    made = document.sheets(view, title) if document.sheets else ()
    bare = Manuscript(
        id=document.id,
        edition=view.edition,
        title=title,
        date=day,
        address=address,
        colophon=colophon(view, document, address, day),
        sheets=tuple(with_words(sheet, words) for sheet in made),
        records=tuple(_records(view, document)),
        events=document.events(view) if document.events else (),
        words=words,
        built=document.built,
    )
    return _with_text(view, bare, whole)


def _address(view: View, document: Document, site_url: str) -> str:
    """The permanent address of the document's page; empty when that of the site is not known."""
    page = document.page.removesuffix(".md")
    return f"{site_url.rstrip('/')}/{view.edition.prefix}{page}/" if site_url else ""


def _with_text(view: View, bare: Manuscript, whole: str) -> Manuscript:
    """A manuscript with the text that is published of the `whole`."""
    markdown = public_text(whole)
    return replace(
        bare,
        markdown=markdown,
        prompts=prompts(view, markdown),
        appendix=appendix(view, cited_sources(view, markdown)),
        cited=cited(view, whole),
        marked=_marked(view, whole, markdown) if bare.built and whole else None,
    )


def _marked(view: View, whole: str, public: str) -> Marked:
    """The whole text with the marks of its regions.

    What the public text has comes first, so that the order there is the same in both."""
    found = needs(whole, lambda name: source_of(view, name))
    names = dict.fromkeys([*cited_sources(view, public), *cited_sources(view, whole)])
    extra = [name for name in names if name not in cited_sources(view, public)]
    groups = found.groups | ({SOURCES: [f"{SOURCE}{name}" for name in names]} if names else {})
    first = [prompt.id for prompt in prompts(view, public)]
    asked = {prompt.id: prompt for text in (public, whole) for prompt in prompts(view, text)}
    return Marked(
        markdown=with_some(whole, view.content.blanks),
        prompts=tuple(asked.values()),
        appendix=appendix(view, names, marked=True),
        extra=tuple(name for name in asked if name not in first),
        links=tuple((view.content.sources[name].url, name) for name in extra),
        places=tuple((path, tuple(used)) for path, used in found.uses.items()),
        groups=tuple((name, tuple(parts)) for name, parts in groups.items()),
    )


def _held(view: View, document: Document, template: Template | None) -> list[Question | Measure]:
    """The chapters that the document has text from, which its date depends on."""
    if document.parts:
        shown = {point.id for part in document.parts(view) for point in part.points}
        chapters = view.content.chapters.values()
        return [
            owner for owner in chapters if any(point.id in shown for point in owner.checkpoints)
        ]
    planned = document.sheets is sheets.plan_sheets
    actions = (
        [view.content.chapters[action.chapter] for action in view.content.plan.values()]
        if planned
        else []
    )
    return actions + (called(view.content, public_text(template.text)) if template else [])


def _markdown(view: View, document: Document, template: Template | None) -> str:
    if document.parts:
        return checklist_markdown(view, document.parts(view))
    if template is None:
        return ""
    made = render(view, template)
    if document.fills:
        return filled_in(view, public_text(made), report=document.is_report)
    return made


def _records(view: View, document: Document) -> Iterator[dict[str, str]]:
    """The checkpoints of the document as plain records, for JSON."""
    chapters = {
        point.id: owner.id
        for owner in view.content.chapters.values()
        for point in owner.checkpoints
    }
    for part in document.parts(view) if document.parts else ():
        for point in part.points:
            yield {
                "id": point.id,
                "chapter": chapters[point.id],
                "kind": point.kind,
                "kind_sign": view.say(f"kind.{point.kind}.sign"),
                "kind_word": view.say(f"kind.{point.kind}"),
                "section": view.section_name(point.section) if point.section else "",
                "phase": point.phase,
                "text": point.text[view.code],
                "evidence": point.evidence[view.code],
            }
