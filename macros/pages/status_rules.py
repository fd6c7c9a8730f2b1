"""What the script of «Kvar står de?» is told by its page, as JSON: words, and what can be answered.

What there is to know of the points themselves is told by `macros/status/`."""

from __future__ import annotations

from collections.abc import Iterable

from ..content import View
from .builder_rules import OWN, SHARED, as_json, known

SPOKEN = (
    "status.some", "finish", "owner", "deadline", "note", "proof", "result", "result.nobody",
    "duties", "duties.unanswered", "duties.not", "duties.none", "open", "open.none",
    "open.unanswered", "answered", "do", "do.unknown", "helps", "actions", "actions.rule", "when",
    "owner.none", "in-draft", "drafted", "beyond", "beyond.text", "beyond.part",
    "beyond.answers", "beyond.picture", "before", "before.text", "before.open", "onward",
    "onward.rest", "print", "files.more", "merged", "withdrawn", "year", "year.summed",
    "year.duties", "year.point", "year.before", "year.now", "year.into", "year.better",
    "year.worse", "year.new", "year.left", "year.merged", "year.retired", "year.back", "many",
    "many.kept", "many.most", "many.duty", "many.sum", "many.table", "many.again", "of",
    "what.edition", "what.document", "what.unknown", "what.sectors", "what.indicators",
    "what.actions", "what.levels", "what.texts", "what.reasons", "file.notat.docx",
    "file.notat.odt", "file.notat.md", "file.plan.xlsx", "file.status.csv", "file.fristar.ics",
    "file.svar.json", "file.matrise.xlsx",
)  # fmt: skip


def words(view: View) -> str:
    """Everything the script says."""
    shared = {key: view.say(f"builder.{key}") for key in SHARED}
    return as_json(shared | {key: view.say(f"assess.{key}") for key in SPOKEN})


def rules(view: View, steps: Iterable[str]) -> str:
    """What there is to answer, and what the answers of the other tool are called: a file may have
    them, and differ."""
    content = view.content
    return as_json(
        {
            **known(view),
            "steps": {step: [] for step in steps},
            "labels": {
                name: blank.label[view.code]
                for name, blank in content.blanks.items()
                if not name.startswith(OWN)
            },
        }
    )
