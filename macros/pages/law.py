"""The page about the law: the duties a contract brings, every section, the amounts, what is repealed."""

from __future__ import annotations

from ..content import Content, ContractKind, Edition, LawSection
from ..content.dates import long_date, short_date
from ..content.model import BANDS, Band, Duty
from .contributed import inline
from .links import chapter_link, law_link
from .markup import heading, paragraphs, table, text

# The act a regime's sections stand in is not named again in its own table
_ACT = {"vanleg": "loa", "forsyning": "forsyning"}


def law_sections(content: Content, part: str, edition: Edition) -> str:
    """Every section of one part of the law as a block of its own, each with its permanent address."""
    return paragraphs(*(_section(content, s, edition) for s in content.law.values() if s.part == part))


def _section(content: Content, section: LawSection, edition: Edition) -> str:
    users = [chapter_link(owner, edition) for owner in content.chapters.values() if section.id in owner.law]
    points = [
        f"{inline(point.text[edition])} ({chapter_link(owner, edition)})"
        for owner in content.chapters.values()
        for point in owner.checkpoints
        if point.section == section.id
    ]
    facts = {
        "who": section.who[edition],
        "demands": section.demands[edition],
        "proof": section.proof[edition] if section.proof else "",
        "checkpoints": "\n".join(f"- {point}" for point in points),
        "used": ", ".join(users),
    }
    described = [_described(_term(content, key, section, edition), said) for key, said in facts.items() if said]
    return paragraphs(
        heading(3, f"{law_name(content, section, edition)}: {section.title[edition]}", section.id),
        *described,
        _foot(content, section, edition),
    )


def law_name(content: Content, section: LawSection, edition: Edition) -> str:
    """The section as it is known on the page: the act is named unless it is the Procurement Act itself."""
    act = content.sources[section.source].short[edition]
    return section.number if section.source == "loa" else f"{act[0].upper()}{act[1:]} {section.number}"


def _term(content: Content, key: str, section: LawSection, edition: Edition) -> str:
    """What stands before a description; before what the section says also how strongly it says it."""
    name = content.label(f"law.{key}", edition)
    if key != "demands" or section.strength == "none":
        return name
    return f"{name} ({content.label(f'law.strength.{section.strength}', edition)})"


def _described(term: str, description: str) -> str:
    """One entry of a definition list in Markdown; the description may have several paragraphs."""
    indented = "\n".join(f"    {line}".rstrip() for line in description.splitlines())
    return f"{term}\n:{indented[1:]}"


def _foot(content: Content, section: LawSection, edition: Edition) -> str:
    """Where the official text is, and when it was read."""
    name = content.label("law.official", edition).format(section=section.number)
    read = content.label("law.read", edition)
    return f"[{name}]({section.official}). {read} {long_date(section.read)}.\n{{: .law-foot }}"


def amount_table(content: Content, edition: Edition) -> str:
    """Every amount, with the section it stands in and since when."""
    keys = ("sum", "what", "section", "since", "checked")
    rows = [[content.label(f"amount.column.{key}", edition) for key in keys], ["---"] * len(keys)]
    for amount in content.amounts.values():
        since = long_date(amount.since) if amount.since else content.label("amount.undated", edition)
        rows.append(
            [
                amount.words(edition),
                amount.what[edition],
                law_link(content, amount.law, edition),
                since,
                short_date(amount.checked),
            ]
        )
    return table(rows)


def repealed_table(content: Content, edition: Edition) -> str:
    """What holds no longer, and what holds in its place."""
    keys = ("section", "about", "since", "now")
    rows = [[content.label(f"law.repealed.{key}", edition) for key in keys], ["---"] * len(keys)]
    for old in content.repealed.values():
        act = content.sources[old.source].short[edition]
        now = ", ".join(law_link(content, name, edition) for name in old.law)
        rows.append([f"{act}, {old.number(edition)}", old.title[edition], f"{long_date(old.since)} [@{old.by}]", now])
    return table(rows)


def duty_table(content: Content, regime: str, edition: Edition) -> str:
    """The contracts of one regime against the amounts, with the duties of each as links: a table, and on a narrow
    screen a block a contract."""
    kinds = [kind for kind in content.contracts.values() if kind.regime == regime]
    bands = [band for band in BANDS if any(duty.band == band for kind in kinds for duty in kind.duties)]
    names = [content.label("duty.contract", edition), *(content.label(f"duty.band.{band}", edition) for band in bands)]
    head = "".join(f'<th scope="col" role="columnheader">{text(name)}</th>' for name in names)
    body = "\n".join(_contract(content, kind, bands, edition) for kind in kinds)
    caption = text(content.label(f"duty.caption.{regime}", edition))
    return "\n".join(
        [
            f'<table class="data duties" role="table">\n<caption>{caption}</caption>',
            f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>',
            f'<tbody role="rowgroup">\n{body}\n</tbody>\n</table>',
        ]
    )


def _contract(content: Content, kind: ContractKind, bands: list[Band], edition: Edition) -> str:
    note = f"<p>{text(kind.note[edition])}</p>" if kind.note else ""
    cells = "".join(_cell(content, kind, band, edition) for band in bands)
    name = f'<span id="plikt-{kind.id}">{text(kind.title[edition])}</span>'
    return f'<tr role="row"><th scope="row" role="rowheader">{name}{note}</th>{cells}</tr>'


def _cell(content: Content, kind: ContractKind, band: Band, edition: Edition) -> str:
    """The duties that come with one amount. The amount is repeated, for the screen where the headings are gone."""
    items = [_duty(content, kind, duty, edition) for duty in kind.duties if duty.band == band]
    said = f"<ul>{''.join(items)}</ul>" if items else f"<p>{text(content.label('duty.none', edition))}</p>"
    amount = text(content.label(f"duty.band.{band}", edition))
    return f'<td role="cell" data-amount="{amount}">{said}</td>'


def _duty(content: Content, kind: ContractKind, duty: Duty, edition: Edition) -> str:
    section = content.law[duty.law]
    act = "" if section.source == _ACT[kind.regime] else f"{content.sources[section.source].short[edition]} "
    name = text(f"{act}{section.number}")
    strength = f" ({content.label('law.strength.should', edition)})" if section.strength == "should" else ""
    title = section.title[edition]
    when = f", {text(duty.when[edition])}" if duty.when else ""
    return f'<li><a href="#{section.id}">{text(title)} ({name})</a>{strength}{when}</li>'
