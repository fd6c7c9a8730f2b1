"""The complete pages of the six questions and the ten measures, made from the content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..content import Kind, Measure, Question, View, phase_parts
from ..content.model import Wording
from .blanks import blanks_shown
from .checklist import checklist
from .kinds import kind_mark, statement
from .links import chapter_link, law_link
from .markup import front_matter, heading, link, paragraphs, quote, text
from .others import others

CHECKLIST_ANCHOR = "sjekkliste"
FORMER = {
    ("question", "advice"): ("kva-de-skal-bestemme", "hva-dere-skal-bestemme", "basis"),
    ("question", "further"): ("avansert",),
    ("measure", "law"): ("det-lova-krev", "det-loven-krever"),
    ("measure", "advice"): ("der-ambisjonen-byrjar", "der-ambisjonen-begynner", "basis"),
    ("measure", "further"): ("avansert",),
}
"""The former anchors of the three kinds of statement. Old links to them must still work."""


def chapter_pages(view: View) -> Iterator[tuple[str, bytes]]:
    """`(path within the edition, content)` of every question and measure page."""
    for question in view.content.questions.values():
        yield question.page, question_page(view, question).encode()
    for measure in view.content.measures.values():
        yield measure.page, measure_page(view, measure).encode()


def question_page(view: View, question: Question) -> str:
    """The whole page of `question`."""
    return front_matter(
        title=f"{question.number}. {question.title[view.code]}",
        description=question.summary[view.code],
        updated=question.updated,
        source=f"docs/data/questions/{question.id}.yml",
        series=True,
    ) + paragraphs(
        heading(1, question.title[view.code]),
        f"{question.ask[view.code]}\n{{: .lead }}",
        heading(2, view.say("question.why")),
        question.why[view.code],
        statement(view, "law", question.law_minimum[view.code]),
        statement(view, "advice", question.advice[view.code], *FORMER["question", "advice"]),
        statement(view, "further", question.further[view.code], *FORMER["question", "further"]),
        heading(2, view.say("question.small")),
        question.small[view.code],
        heading(2, view.say("question.wording")),
        _wording(view, question.wording),
        others(view, question),
        heading(2, view.say("checklist"), CHECKLIST_ANCHOR),
        checklist(view, phase_parts(view, question)),
        heading(2, view.say("related")),
        _related(view, question),
    )


def measure_page(view: View, measure: Measure) -> str:
    """The whole page of `measure`."""
    phases = ("planlegging", "konkurranse", "oppfolging")
    practice = [
        part
        for phase in phases
        for part in (
            heading(3, view.say(f"phase.{phase}")),
            getattr(measure.practice, phase)[view.code],
        )
    ]
    return front_matter(
        title=f"{measure.number}. {measure.title[view.code]}",
        description=measure.summary[view.code],
        updated=measure.updated,
        source=f"docs/data/measures/{measure.slug}.yml",
        series=True,
    ) + paragraphs(
        heading(1, f"{measure.number}. {measure.heading[view.code]}"),
        measure.brief[view.code] + "\n{: .lead }",
        statement(view, "law", measure.law_minimum[view.code], *FORMER["measure", "law"]),
        statement(
            view,
            "advice",
            paragraphs(_threshold(view, measure.law_minimum[view.code]), measure.advice[view.code]),
            *FORMER["measure", "advice"],
        ),
        statement(view, "further", measure.further[view.code], *FORMER["measure", "further"]),
        heading(2, view.say("measure.practice")),
        *practice,
        heading(2, view.say("measure.commitment")),
        _wording(view, measure.commitment),
        others(view, measure),
        heading(2, view.say("checklist"), CHECKLIST_ANCHOR),
        checklist(view, phase_parts(view, measure)),
        heading(2, view.say("related")),
        _related(view, measure),
        _attribution(view, measure),
    )


def _attribution(view: View, measure: Measure) -> str:
    """Whose heading it is. It stands last: the reader came for the answer."""
    original = f'*{measure.heading["nb"]}*{{: lang="nb" }}'
    return view.say("measure.attribution").replace("{heading}", original) + "\n{: .attribution }"


def _wording(view: View, wording: Wording) -> str:
    kinds: tuple[tuple[Kind, str], ...] = (
        ("advice", wording.advice[view.code]),
        ("further", wording.further[view.code]),
    )
    return paragraphs(
        view.say("question.wording.note"),
        *(part for kind, words in kinds for part in _to_copy(view, kind, words)),
    )


def _to_copy(view: View, kind: Kind, words: str) -> tuple[str, ...]:
    """`words` to take into one's own strategy. A script puts a copy button into the block."""
    told = text(view.say("copy")), text(view.say("copy.done")), text(view.say("copy.failed"))
    data = 'data-copy="{}" data-done="{}" data-failed="{}"'.format(*told)
    return (
        f'<div class="wording" {data} markdown>',
        kind_mark(view, kind),
        quote(blanks_shown(view, words)),
        "</div>",
    )


def _threshold(view: View, law: str) -> str:
    """A sentence about the amount we advise, if the law refers to an amount without stating it."""
    if not re.search("kunngj[eø]ringsplikt", law):
        return ""
    return (
        f"{view.say('measure.threshold')}"
        f" {link(view.say('measure.threshold.link'), 'regelverk.md', 'belop')}."
    )


def _related(view: View, owner: Question | Measure) -> str:
    """Links to the questions or measures related to `owner`, sections of the law, and files."""
    linked: list[Question] | list[Measure]
    if isinstance(owner, Question):
        title, linked = (
            view.say("related.measures"),
            [view.content.measures[name] for name in owner.measures],
        )
        checklist_page = "sjekkliste-sporsmal"
    else:
        title, linked = (
            view.say("related.questions"),
            [view.content.questions[name] for name in owner.questions],
        )
        checklist_page = "sjekkliste-grep"
    files = [
        link(view.say(f"document.{name}"), f"nedlasting/{name}.md")
        for name in (*owner.downloads, checklist_page)
    ]
    lines = [f"- {title}: " + ", ".join(chapter_link(other, view) for other in linked)]
    if owner.law:
        lines.append(
            f"- {view.say('related.law')}: " + ", ".join(law_link(view, name) for name in owner.law)
        )
    return "\n".join([*lines, f"- {view.say('related.files')}: " + ", ".join(files)])
