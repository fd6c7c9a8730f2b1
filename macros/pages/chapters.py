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
from .pictures import pictures_of

CHECKLIST_ANCHOR = "sjekkliste"
FORMER: dict[str, dict[Kind, tuple[str, ...]]] = {
    "question": {
        "advice": ("kva-de-skal-bestemme", "hva-dere-skal-bestemme", "basis"),
        "further": ("avansert",),
    },
    "measure": {
        "law": ("det-lova-krev", "det-loven-krever"),
        "advice": ("der-ambisjonen-byrjar", "der-ambisjonen-begynner", "basis"),
        "further": ("avansert",),
    },
}
"""The former anchors of the three kinds of statement. Old links to them must still work."""


_FORMER_NEXT = '<div><span id="neste-steg"></span></div>'
"""The former anchor of the links to the next chapter, which now stand below the page."""


def chapter_pages(view: View) -> Iterator[tuple[str, bytes]]:
    """`(path within the edition, content)` of every question and measure page."""
    for question in view.content.questions.values():
        yield question.page, question_page(view, question).encode()
    for measure in view.content.measures.values():
        yield measure.page, measure_page(view, measure).encode()


def question_page(view: View, question: Question) -> str:
    """The whole page of `question`."""
    return _page(
        view,
        question,
        f"docs/data/questions/{question.id}.yml",
        heading(1, question.title[view.code]),
        f"{question.ask[view.code]}\n{{: .lead }}",
        heading(2, view.say("question.why")),
        question.why[view.code],
        *_statements(view, question, question.advice[view.code]),
        *pictures_of(view, question),
        heading(2, view.say("question.small")),
        question.small[view.code],
        heading(2, view.say("question.wording")),
        _wording(view, question.wording),
    )


def measure_page(view: View, measure: Measure) -> str:
    """The whole page of `measure`."""
    threshold = _threshold(view, measure.law_minimum[view.code])
    page = _page(
        view,
        measure,
        f"docs/data/measures/{measure.slug}.yml",
        heading(1, f"{measure.number}. {measure.heading[view.code]}"),
        f"{measure.brief[view.code]}\n{{: .lead }}",
        *_statements(view, measure, paragraphs(threshold, measure.advice[view.code])),
        *pictures_of(view, measure),
        heading(2, view.say("measure.practice")),
        *_practice(view, measure),
        heading(2, view.say("measure.commitment")),
        _wording(view, measure.commitment),
    )
    return f"{page}\n{_attribution(view, measure)}\n"


def _page(view: View, owner: Question | Measure, source: str, *said: str) -> str:
    """A page: its top, what it says of `owner`, and the sections that all of them share.

    `source` is the file that the link to edit the page leads to."""
    return front_matter(
        title=f"{owner.number}. {owner.title[view.code]}",
        description=owner.summary[view.code],
        updated=owner.updated,
        source=source,
        series=True,
    ) + paragraphs(
        *said,
        others(view, owner),
        heading(2, view.say("checklist"), CHECKLIST_ANCHOR),
        checklist(view, phase_parts(view, owner)),
        heading(2, view.say("related")),
        _related(view, owner),
        _FORMER_NEXT,
    )


def _statements(view: View, owner: Question | Measure, advice: str) -> Iterator[str]:
    """What the law demands, what we advise, and what goes further still."""
    former = FORMER["measure" if isinstance(owner, Measure) else "question"]
    words: dict[Kind, str] = {
        "law": owner.law_minimum[view.code],
        "advice": advice,
        "further": owner.further[view.code],
    }
    for kind, said in words.items():
        yield statement(view, kind, said, *former.get(kind, ()))


def _practice(view: View, measure: Measure) -> Iterator[str]:
    """What to do in each phase of a procurement, under a heading for each."""
    for phase in ("planlegging", "konkurranse", "oppfolging"):
        yield heading(3, view.say(f"phase.{phase}"))
        yield getattr(measure.practice, phase)[view.code]


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
    if isinstance(owner, Question):
        kind, checklist_page = "measures", "sjekkliste-sporsmal"
        linked = [chapter_link(view.content.measures[name], view) for name in owner.measures]
    else:
        kind, checklist_page = "questions", "sjekkliste-grep"
        linked = [chapter_link(view.content.questions[name], view) for name in owner.questions]
    files = (*owner.downloads, checklist_page)
    lists = {
        kind: linked,
        "law": [law_link(view, name) for name in owner.law],
        "files": [link(view.say(f"document.{f}"), f"nedlasting/{f}.md") for f in files],
    }
    return "\n".join(
        f"- {view.say(f'related.{key}')}: {', '.join(links)}"
        for key, links in lists.items()
        if links
    )
