"""The page about the law: the duties a contract brings, every section, the amounts, what is
repealed."""

from __future__ import annotations

from ..content import Consideration, ContractKind, LawSection, View
from ..content.dates import long_date
from ..content.law_records import BANDS, Band, Duty
from .contributed import inline
from .links import chapter_link, law_link
from .markup import heading, paragraphs, table, text

# The source that most sections in the table of a regime are from. The table does not repeat its
# name.
_ACT = {"vanleg": "loa", "forsyning": "forsyning"}


def law_sections(view: View, part: str) -> str:
    """A block that folds out for every section in one part of the law.

    Each has a heading with a permanent anchor: a link to it opens the block."""
    return paragraphs(*(_section(view, s) for s in view.content.law.values() if s.part == part))


def _section(view: View, section: LawSection) -> str:
    users = [
        chapter_link(owner, view)
        for owner in view.content.chapters.values()
        if section.id in owner.law
    ]
    points = [
        f"{inline(point.text[view.code])} ({chapter_link(owner, view)})"
        for owner in view.content.chapters.values()
        for point in owner.checkpoints
        if point.section == section.id
    ]
    facts = {
        "who": section.who[view.code],
        "demands": section.demands[view.code],
        "proof": section.proof[view.code] if section.proof else "",
        "checkpoints": "\n".join(f"- {point}" for point in points),
        "used": ", ".join(users),
    }
    described = [_described(_term(view, key, section), said) for key, said in facts.items() if said]
    name = f"{law_name(view, section)}: {section.title[view.code]}"
    return paragraphs(
        '<details class="fold law-section" markdown>\n<summary markdown="block">\n\n'
        f"{heading(3, name, section.id)}\n\n</summary>",
        *described,
        _foot(view, section),
        "</details>",
    )


def law_name(view: View, section: LawSection) -> str:
    """The section's name on this page, with the act unless it is the Procurement Act itself."""
    act = view.content.sources[section.source].short[view.code]
    return (
        section.number if section.source == "loa" else f"{act[0].upper()}{act[1:]} {section.number}"
    )


def _term(view: View, key: str, section: LawSection) -> str:
    """The term before a description.

    For what the section says, it also states how binding that is."""
    name = view.say(f"law.{key}")
    if key != "demands" or section.strength == "none":
        return name
    return f"{name} ({view.say(f'law.strength.{section.strength}')})"


def _described(term: str, description: str) -> str:
    """An entry of a definition list in Markdown. The description may have several paragraphs."""
    indented = "\n".join(f"    {line}".rstrip() for line in description.splitlines())
    return f"{term}\n:{indented[1:]}"


def _foot(view: View, section: LawSection) -> str:
    """A link to the official text, and the day our text was last held against it.

    It is the day the law watch compared the section, or the day we read it where it has not."""
    name = view.say("law.official").format(section=section.number)
    compared = view.content.compared.get(section.id)
    held, day = ("law.compared", compared.compared) if compared else ("law.read", section.read)
    return f"[{name}]({section.official}). {view.say(held)} {long_date(day)}.\n{{: .law-foot }}"


def amount_table(view: View) -> str:
    """A table of every amount, with its section and the day from which it applies."""
    keys = ("sum", "what", "section", "since", "checked")
    rows = [[view.say(f"amount.column.{key}") for key in keys], ["---"] * len(keys)]
    for amount in view.content.amounts.values():
        since = long_date(amount.since) if amount.since else view.say("amount.undated")
        rows.append(
            [
                amount.words(view.code),
                amount.what[view.code],
                law_link(view, amount.law),
                since,
                long_date(amount.checked),
            ]
        )
    return table(rows)


def repealed_table(view: View) -> str:
    """A table of the repealed sections, and the sections that replace them."""
    keys = ("section", "about", "since", "now")
    rows = [[view.say(f"law.repealed.{key}") for key in keys], ["---"] * len(keys)]
    for old in view.content.repealed.values():
        act = view.content.sources[old.source].short[view.code]
        now = ", ".join(law_link(view, name) for name in old.law)
        rows.append(
            [
                f"{act}, {old.number(view.code)}",
                old.title[view.code],
                f"{long_date(old.since)} [@{old.by}]",
                now,
            ]
        )
    return table(rows)


def duty_table(view: View, regime: str) -> str:
    """The contracts of one regime against the amounts, with the duties of each as links: a
    table that is shown as a block a contract, after a link to each."""
    kinds = [kind for kind in view.content.contracts.values() if kind.regime == regime]
    bands = [
        band for band in BANDS if any(duty.band == band for kind in kinds for duty in kind.duties)
    ]
    names = [view.say("duty.contract"), *(view.say(f"duty.band.{band}") for band in bands)]
    head = "".join(f'<th scope="col">{text(name)}</th>' for name in names)
    body = "\n".join(_contract(view, kind, bands) for kind in kinds)
    caption = text(view.say(f"duty.caption.{regime}"))
    return "\n".join(
        [
            _index(view, kinds),
            "",
            _frame(caption),
            f'<table class="data duties">\n<caption>{caption}</caption>',
            f"<thead><tr>{head}</tr></thead>",
            f"<tbody>\n{body}\n</tbody>\n</table>\n</div>",
        ]
    )


def _index(view: View, kinds: list[ContractKind]) -> str:
    """A link to each contract of a table, which is longer than a screen."""
    links = ", ".join(f"[{kind.title[view.code]}](#plikt-{kind.id})" for kind in kinds)
    return f"{view.say('duty.index')} {links}."


def consideration_table(view: View) -> str:
    """Every consideration a strategy must weigh, with an example of a goal: a table that is shown
    as a block a consideration."""
    columns = ("says", "relevant", "goal", "owner")
    names = [view.say(f"consideration.{key}") for key in ("law", *columns)]
    head = "".join(f'<th scope="col">{text(name)}</th>' for name in names)
    caption = text(view.say("consideration.caption"))
    rows = []
    for item in view.content.considerations.values():
        cells = "".join(
            f'<td data-amount="{text(name)}"><p>{text(getattr(item, key)[view.code])}</p></td>'
            for key, name in zip(columns, names[1:], strict=True)
        )
        rows.append(f"<tr>{_consideration(view, item)}{cells}</tr>")
    body = "\n".join(rows)
    return "\n".join(
        [
            _frame(caption),
            f'<table class="data duties">\n<caption>{caption}</caption>',
            f"<thead><tr>{head}</tr></thead>",
            f"<tbody>\n{body}\n</tbody>\n</table>\n</div>",
        ]
    )


def _consideration(view: View, item: Consideration) -> str:
    """The name of a consideration, its section, how strongly it is said, and who goes into it."""
    section = view.content.law[item.law]
    strength = "" if section.strength == "none" else view.say(f"law.strength.{section.strength}")
    said = f"{section.number}, {strength}" if strength else section.number
    depth = "" if item.depth else f"<p>{text(view.say('consideration.elsewhere'))}</p>"
    name = f'<span id="{item.id}">{text(section.title[view.code])}</span>'
    return f'<th scope="row">{name} ({text(said)}){depth}</th>'


def _frame(caption: str) -> str:
    """The frame a wide table scrolls in when the text is large, with the name a screen reader
    says."""
    return f'<div class="table-frame" role="region" tabindex="0" aria-label="{caption}">'


def _contract(view: View, kind: ContractKind, bands: list[Band]) -> str:
    note = f"<p>{text(kind.note[view.code])}</p>" if kind.note else ""
    cells = "".join(_cell(view, kind, band) for band in bands)
    name = f'<span id="plikt-{kind.id}">{text(kind.title[view.code])}</span>'
    return f'<tr><th scope="row">{name}{note}</th>{cells}</tr>'


def _cell(view: View, kind: ContractKind, band: Band) -> str:
    """The duties of one kind of contract from one amount.

    The cell repeats the amount, which is shown instead of the headings."""
    items = [_duty(view, kind, duty) for duty in kind.duties if duty.band == band]
    said = f"<ul>{''.join(items)}</ul>" if items else f"<p>{text(view.say('duty.none'))}</p>"
    amount = text(view.say(f"duty.band.{band}"))
    return f'<td data-amount="{amount}">{said}</td>'


def _duty(view: View, kind: ContractKind, duty: Duty) -> str:
    section = view.content.law[duty.law]
    act = (
        ""
        if section.source == _ACT[kind.regime]
        else f"{view.content.sources[section.source].short[view.code]} "
    )
    name = text(f"{act}{section.number}")
    strength = f" ({view.say('law.strength.should')})" if section.strength == "should" else ""
    title = section.title[view.code]
    when = f", {text(duty.when[view.code])}" if duty.when else ""
    return f'<li><a href="#{section.id}">{text(title)} ({name})</a>{strength}{when}</li>'
