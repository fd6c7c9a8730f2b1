"""The pages of the six questions and the ten measures, complete Markdown made from the content."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from ..content import Content, Edition, Measure, Question
from ..content.model import Wording
from .checklist import checklist
from .kinds import kind_mark, statement
from .links import chapter_link, law_link
from .markup import front_matter, heading, link, paragraphs, quote
from .others import others

CHECKLIST_ANCHOR = "sjekkliste"
FORMER = {
    ("question", "advice"): ("kva-de-skal-bestemme", "hva-dere-skal-bestemme", "basis"),
    ("question", "further"): ("avansert",),
    ("measure", "law"): ("det-lova-krev", "det-loven-krever"),
    ("measure", "advice"): ("der-ambisjonen-byrjar", "der-ambisjonen-begynner", "basis"),
    ("measure", "further"): ("avansert",),
}
"""Anchors published before the three kinds of statement had names of their own. Links to them still lead there."""
Labeller = Callable[[str], str]


def chapter_pages(content: Content, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`(path within the edition, content)` of every question and measure page."""
    for question in content.questions.values():
        yield question.page, question_page(content, question, edition).encode()
    for measure in content.measures.values():
        yield measure.page, measure_page(content, measure, edition).encode()


def question_page(content: Content, question: Question, edition: Edition) -> str:
    """The whole page of `question`."""
    label = labeller(content, edition)
    return front_matter(
        title=f"{question.number}. {question.title[edition]}",
        description=question.summary[edition],
        updated=question.updated,
        source=f"docs/data/questions/{question.id}.yml",
    ) + paragraphs(
        heading(1, question.title[edition]),
        f"{question.ask[edition]}\n{{: .lead }}",
        heading(2, label("question.why")),
        question.why[edition],
        statement(content, "law", question.law_minimum[edition], edition),
        statement(content, "advice", question.advice[edition], edition, *FORMER["question", "advice"]),
        statement(content, "further", question.further[edition], edition, *FORMER["question", "further"]),
        heading(2, label("question.small")),
        question.small[edition],
        heading(2, label("question.wording")),
        _wording(content, question.wording, edition),
        others(content, question, edition),
        heading(2, label("checklist"), CHECKLIST_ANCHOR),
        checklist(content, [question], edition),
        heading(2, label("related")),
        _related(content, question, edition),
        heading(2, label("next")),
        _next(content, question, edition),
    )


def measure_page(content: Content, measure: Measure, edition: Edition) -> str:
    """The whole page of `measure`."""
    label = labeller(content, edition)
    phases = ("planlegging", "konkurranse", "oppfolging")
    practice = [
        part
        for phase in phases
        for part in (heading(3, label(f"phase.{phase}")), getattr(measure.practice, phase)[edition])
    ]
    return front_matter(
        title=f"{measure.number}. {measure.title[edition]}",
        description=measure.summary[edition],
        updated=measure.updated,
        source=f"docs/data/measures/{measure.slug}.yml",
    ) + paragraphs(
        heading(1, f"{measure.number}. {measure.heading[edition]}"),
        measure.brief[edition] + "\n{: .lead }",
        label("measure.attribution").replace("{heading}", f'*{measure.heading["nb"]}*{{: lang="nb" }}')
        + "\n{: .attribution }",
        statement(content, "law", measure.law_minimum[edition], edition, *FORMER["measure", "law"]),
        statement(
            content,
            "advice",
            paragraphs(_threshold(measure.law_minimum[edition], label), measure.advice[edition]),
            edition,
            *FORMER["measure", "advice"],
        ),
        statement(content, "further", measure.further[edition], edition, *FORMER["measure", "further"]),
        heading(2, label("measure.practice")),
        *practice,
        heading(2, label("measure.commitment")),
        _wording(content, measure.commitment, edition),
        others(content, measure, edition),
        heading(2, label("checklist"), CHECKLIST_ANCHOR),
        checklist(content, [measure], edition),
        heading(2, label("related")),
        _related(content, measure, edition),
        heading(2, label("next")),
        _next(content, measure, edition),
    )


def labeller(content: Content, edition: Edition) -> Labeller:
    """`label("key")` in one edition."""
    return partial(content.label, edition=edition)


def _wording(content: Content, wording: Wording, edition: Edition) -> str:
    return paragraphs(
        content.label("question.wording.note", edition),
        kind_mark(content, "advice", edition),
        quote(wording.advice[edition]),
        kind_mark(content, "further", edition),
        quote(wording.further[edition]),
    )


def _threshold(law: str, label: Labeller) -> str:
    """Where the law points to an amount it does not name, say on the spot which one we advise."""
    if not re.search("kunngj[eø]ringsplikt", law):
        return ""
    return f"{label('measure.threshold')} {link(label('measure.threshold.link'), 'regelverk.md', 'belop')}."


def _related(content: Content, owner: Question | Measure, edition: Edition) -> str:
    """The questions or measures it bears on, the sections of the law, and the files that help."""
    label = labeller(content, edition)
    linked: list[Question] | list[Measure]
    if isinstance(owner, Question):
        title, linked = label("related.measures"), [content.measures[name] for name in owner.measures]
        checklist_page = "sjekkliste-sporsmal"
    else:
        title, linked = label("related.questions"), [content.questions[name] for name in owner.questions]
        checklist_page = "sjekkliste-grep"
    files = [link(label(f"document.{name}"), f"nedlasting/{name}.md") for name in (*owner.downloads, checklist_page)]
    lines = [f"- {title}: " + ", ".join(chapter_link(other, edition) for other in linked)]
    if owner.law:
        lines.append(f"- {label('related.law')}: " + ", ".join(law_link(content, name, edition) for name in owner.law))
    return "\n".join([*lines, f"- {label('related.files')}: " + ", ".join(files)])


def _next(content: Content, owner: Question | Measure, edition: Edition) -> str:
    """The chapter after `owner`, or where its kind leads when it is the last; and back to the strategy."""
    label = labeller(content, edition)
    kind, after, key, page = (
        ("question", content.questions, "next.measures", "grep/index.md")
        if isinstance(owner, Question)
        else ("measure", content.measures, "next.checklists", "sjekklister.md")
    )
    following = next((other for other in after.values() if other.number == owner.number + 1), None)
    first = f"{label(f'next.{kind}')}: {chapter_link(following, edition)}" if following else link(label(key), page)
    return f"- {first}\n- {link(label('next.strategy'), 'strategi.md')}"
