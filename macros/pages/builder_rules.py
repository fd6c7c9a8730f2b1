"""What the script of «Lag strategien» is told by its page: rules and words, as JSON.

So the script has no id, no word and no limit of its own, and cannot disagree with the content."""

from __future__ import annotations

import json
from typing import Any

from ..content import EDITIONS, LAW_DATES, Blank, Label, View, blanks_in
from ..content.model import Wording
from ..content.parts import part_name
from ..content.texts import Named

SHARED = (
    "where", "where.part", "title", "status.none", "status.done", "next", "faults", "fault.date",
    "fault.long", "kept", "kept.tab", "kept.none", "erased", "erase.sure", "saved", "opened",
    "opened.unknown", "opened.dropped", "opened.word", "bad.large", "bad.damaged", "bad.foreign",
    "bad.newer", "merge", "merge.mine", "merge.theirs", "merge.what", "merge.empty", "merge.use",
    "merge.all", "merge.keep", "change", "change.what", "unanswered", "result.failed",
)  # fmt: skip
"""What every tool says, with the same words."""
SPOKEN = (
    *SHARED,
    "status.some", "finish", "fault.required", "fault.number", "fault.large", "fault.choice",
    "fault.year", "fault.percent", "fault.whole", "fault.early",
    "fault.years", "fault.site", "fault.part", "same-person", "hours", "hours.unknown",
    "hours.none", "hours.lots", "unknown", "yes", "no", "result", "result.nobody", "result.word",
    "result.more", "result.all", "result.answers", "result.calendar", "result.missing",
    "result.complete", "result.others", "result.marked", "result.yourselves", "result.text",
    "result.working", "result.pdf", "do.considerations", "do.routines", "do.decide", "do.publish",
    "do.check",
)  # fmt: skip
FILES = ("kapittel", "strategi", "saksframlegg", "rutine", "handlingsplan", "arbeidsbok")
MOST = {"text": 200, "long": 5000, "number": 12, "date": 10}
"""How many characters an answer of each kind may have."""
OWN = ("tekst.", "grunn.")
"""How the names of own texts and of reasons begin. They are not asked for as other fields are."""


def words(view: View) -> str:
    """Everything the script says."""
    return as_json({key: view.say(f"builder.{key}") for key in SPOKEN})


def rules(view: View) -> str:
    """What there is to answer, what is allowed, and what follows from an answer."""
    content = view.content
    asks = [ask for step in content.steps.values() for ask in step.asks]
    return as_json(
        {
            **known(view),
            "steps": {
                step.id: [name for ask in step.asks for name in ask.fields]
                for step in list(content.steps.values())[1:]
            },
            "required": [name for ask in asks if ask.required for name in ask.fields],
            "optional": [name for ask in asks if ask.optional for name in ask.fields],
            "unknown": {name: ask.plan for ask in asks if ask.plan for name in ask.fields},
            "documents": {
                name: ask.documents for ask in asks if ask.documents for name in ask.fields
            },
            "none": {
                name: ask.fields[place - 1] if content.blanks[name].none == "joined" else ""
                for ask in asks
                for place, name in enumerate(ask.fields)
                if content.blanks[name].none
            },
            "roles": [name for ask in asks if ask.table for name in ask.fields],
            "advised": [name for ask in asks for name in ask.measures],
            "only": {
                name: rule.sectors for ask in asks for rule in ask.only for name in rule.measures
            },
            "plan": {
                row.id: {
                    "quarter": row.quarter,
                    "chapter": row.chapter,
                    "text": _each(row.action),
                    "part": {
                        code: part_name(View.of(content, code), content.chapters[row.chapter])
                        for code in EDITIONS
                    },
                    "evidence": _each(row.evidence),
                    "owner": next(
                        (o.field for ask in asks for o in ask.owners if o.plan == row.id), ""
                    ),
                }
                for row in content.plan.values()
            },
            "always": [o.plan for ask in asks for o in ask.owners if o.always],
            "files": {
                name: view.say(f"builder.file.{name}")
                for name in FILES
            },
            "dates": [day.plain(content) for day in LAW_DATES],
        }
    )  # fmt: skip


def known(view: View) -> dict[str, Any]:
    """Every id that an answer file may have, with what its answer may be and what follows from it:
    what all tools know."""
    content = view.content
    return {
        "most": MOST,
        "fields": {
            name: _field(blank)
            for name, blank in content.blanks.items()
            if not name.startswith(OWN)
        },
        "sectors": list(content.sectors),
        "questions": {q.id: _blanks(q.wording) for q in content.questions.values()},
        "measures": {m.id: _blanks(m.commitment) for m in content.measures.values()},
        "titles": {c.id: c.numbered(view.code) for c in content.chapters.values()},
        "indicators": {row.id: row.kind for row in content.indicators.values()},
        "checkpoints": [p.id for c in content.chapters.values() for p in c.checkpoints],
        "sets": [
            {
                "by": ask.fields[0] if ask.fields else str(ask.part),
                "choice": s.choice,
                "field": s.field,
                "words": _each(s.words),
            }
            for step in content.steps.values()
            for ask in step.asks
            for s in ask.sets
        ],
    }


def _field(blank: Blank) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": blank.kind}
    if blank.form:
        found["form"] = blank.form
    if blank.choices:
        found["choices"] = {choice.id: _each(choice) for choice in blank.choices}
    if blank.default:
        found["default"] = _each(blank.default)
    return found


def _each(words: Label | Named) -> dict[str, str]:
    return {code: words[code] for code in EDITIONS}


def _blanks(wording: Wording) -> dict[str, list[str]]:
    """The fields in each of the two proposed texts, which are the same in all editions."""
    code = next(iter(EDITIONS))
    return {
        level: list(dict.fromkeys(blanks_in(getattr(wording, level)[code])))
        for level in ("advice", "further")
    }


def as_json(data: Any) -> str:
    """`data` as JSON, as short as it can be."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
