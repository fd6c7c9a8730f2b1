"""The faults of the templates: what cannot be read, and what does not belong together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from ..content import EDITIONS, Content, MissingLabelError, Problem, View
from ..content.files import project_files
from ..content.problems import unknown
from .filled_in import ticks_in, unanswered, unticked
from .listing import DOCUMENTS, UNTEMPLATED, WORKED_SET, Document
from .prompts import prompts
from .put_together import manuscript
from .regions import public_text
from .template import TEMPLATES, TemplateFaultError, read_template, render

_FORM = "kontrollskjema"
"""The document whose points the made-up body ticks."""


def check_templates(content: Content, root: Path) -> list[Problem]:
    """The faults of the templates in every edition, and files that are not templates."""
    problems = []
    for document in (d for d in DOCUMENTS if d.id not in UNTEMPLATED):
        used: dict[str, list[str]] = {}
        for edition in EDITIONS.values():
            try:
                made = manuscript(View(content, edition), root, document)
                used[edition.code] = [prompt.id for prompt in made.prompts]
            except TemplateFaultError as fault:
                problems.append(fault.problem)
            except MissingLabelError as missing:
                problems.append(missing.problem)
        problems += _unlike(document, used)
    return problems + list(_unused(root)) + list(_unanswered(content, root))


def _unanswered(content: Content, root: Path) -> Iterator[Problem]:
    """A fault for each blank that the worked set has no answer for."""
    view = View(content, EDITIONS["nn"])  # both editions of a template have the same blanks
    for document in (d for d in WORKED_SET if d.template not in UNTEMPLATED):
        try:
            template = read_template(root, document.template, view.code)
            text = public_text(render(view, template))
        except TemplateFaultError:  # already reported for the template itself
            continue
        if document.fills == _FORM:
            yield from unticked(view, ticks_in(text), template.file)
        asked = [prompt.id for prompt in prompts(view, text)]
        yield from unanswered(view, asked, template.file, report=document.is_report)


def _unlike(document: Document, used: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """A fault for each blank that only some editions of a template have."""
    for code, names in used.items():
        file = (TEMPLATES / f"{document.id}.{code}.md").as_posix()
        for name in dict.fromkeys(name for others in used.values() for name in others):
            if name not in names:
                yield Problem(
                    file, 1, f"Malen manglar feltet «{name}», som den andre målforma har. Bruk dei"
                    " same felta i begge."
                )  # fmt: skip


def _unused(root: Path) -> Iterator[Problem]:
    known = {f"{d.id}.{code}.md" for d in DOCUMENTS if d.id not in UNTEMPLATED for code in EDITIONS}
    for path in project_files(root / TEMPLATES):
        if path.name not in known:
            yield Problem(
                (TEMPLATES / path.name).as_posix(), 1, f"Malen {unknown(path.name, sorted(known))}"
            )
