"""The regions of a template: passages that a document made from answers may keep or leave out.

A region is a block, `::: {{ region("kapasitet.further") }}` in the template and
`::: {.region name="kapasitet.further"}` when the template is filled in. Most templates have none.
Guidance is a region too, without being marked as one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ..builder import ONLY
from ..content import BODY_TYPE, CITATION, Content
from ..content.problems import near, unknown
from .some import only, passages

STANDARD, QUESTIONS, MEASURES = "standard", "sporsmal", "grep"
"""What the chosen sentences replace, and the two sections that have the chosen sentences."""
FIGURES = "indikatorar"
"""The list of the indicators that are chosen."""
GOALS = ("mal", "mal.eige")
"""The goals with their numbers and days as fields, and a goal of the body's own."""
ADVISED = ("alternativ:1", "alternativ:2", "alternativ:3")
"""Which alternative the case paper advises. The template has the first."""
CARD, GUIDANCE, SOURCES = "card", "rettleiing", "kjelder"
"""Regions that the documents have whether a template marks them or not."""
SOURCE, FIELD = "source:", "field:"
"""What begins the name of a region that stays as long as a text that needs it does."""
_REPEATED = (STANDARD, "sector:", "type:")
_FENCE = re.compile(r":{3,}[ \t]*(?P<name>\S*).*")
_NAMED = re.compile(r':{3,}[ \t]*\{(?:\.region name=|\{ *region\()"(?P<name>[^"]+)".*')
_BLANK = re.compile(r'\{\.blank tag="([^"]+)"')


def region(name: str, text: str) -> str:
    """`text` of a part of a file, with the marks of a region around it, as regions.lua writes
    them."""
    return f"<!--[{name}-->{text}<!--]{name}-->"


def passage(name: str, text: str) -> str:
    """`text` within a paragraph of a part, with the marks of a passage that may go around it."""
    return f"<!--({name}-->{text}<!--)-->"


class RegionError(Exception):
    """A template opens a region that it cannot have. The message says why, in Norwegian."""


def region_names(content: Content) -> list[str]:
    """Every name that a region of a template may have."""
    parts = ("", ".advice", ".further", ".own")
    chapters = [f"{name}{part}" for name in content.chapters for part in parts]
    reasons = [f"{name}.reason" for name in content.measures]
    sectors = [f"sector:{name}" for name in content.sectors]
    types = [f"type:{name}" for name in body_types(content)]
    figures = [FIGURES, *(f"indikator:{name}" for name in content.indicators)]
    others = [STANDARD, QUESTIONS, MEASURES, *GOALS, *ADVISED]
    return [*others, *chapters, *reasons, *figures, *sectors, *types]


def body_types(content: Content) -> list[str]:
    """The ids of the types of bodies that the answers can name."""
    kinds = content.blanks.get(BODY_TYPE)
    return [choice.id for choice in (kinds.choices if kinds else ())]


def only_for(content: Content) -> Callable[..., str]:
    """The function that templates call to mark what is only for some types of bodies, or only for
    those who buy from some sectors. It raises RegionError for a name that is neither."""
    names = [*body_types(content), *content.sectors]

    def marked(*wanted: str) -> str:
        for name in wanted:
            if name not in names:
                raise RegionError(f"Verksemda eller bransjen {unknown(name, near(name, names))}")
        if not wanted:
            raise RegionError('Skriv kven det gjeld, slik: {{ only("kommune", "fylkeskommune") }}')
        return only(wanted)

    return marked


def is_off(name: str) -> bool:
    """Whether the public template leaves out the region, which only answers can bring in."""
    on = (STANDARD, ADVISED[0], CARD, GUIDANCE, SOURCES)
    return name not in on and not name.startswith(("sector:", ONLY))


def opener(content: Content) -> Callable[[str], str]:
    """The function that templates call to open a region, once for each document.

    It raises RegionError for a name that does not exist, or that has been opened before."""
    names, opened = region_names(content), set[str]()

    def opened_region(name: str) -> str:
        if name not in names:
            raise RegionError(f"Regionen {unknown(name, near(name, names))}")
        if name in opened and not name.startswith(_REPEATED):
            raise RegionError(
                f"Regionen «{name}» er opna før i same mal. Bruk kvart namn éin gong, så er det"
                " klart kva svaret styrer."
            )
        opened.add(name)
        return f'{{.region name="{name}"}}'

    return opened_region


def public_text(text: str) -> str:
    """`text` as the public template has it: without the regions that are off, and without marks.

    It reads filled-in Markdown, and the source of a template as well."""
    return "\n".join(
        line for line, path, is_mark in lines(text) if not is_mark and not any(map(is_off, path))
    )


def lines(text: str) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """`(line, regions around it, whether the line opens or closes a region)` for each line.

    Guidance counts among the regions around a line, but its own lines are no marks."""
    opened: list[tuple[str, bool]] = []
    for line in text.split("\n"):
        named, fence = _NAMED.fullmatch(line.strip()), _FENCE.fullmatch(line.strip())
        if named:
            opened.append((named["name"], True))
            yield line, _path(opened), True
        elif fence and fence["name"]:
            opened.append((GUIDANCE if fence["name"] == GUIDANCE else "", False))
            yield line, _path(opened), False
        elif fence and opened:
            yield line, _path(opened), opened[-1][1]
            opened.pop()
        else:
            yield line, _path(opened), False


def _path(opened: list[tuple[str, bool]]) -> tuple[str, ...]:
    return tuple(name for name, _ in opened if name)


@dataclass
class Needs:
    """What the regions of a document depend on.

    `uses` has, for each place, the regions around it and the sources and fields that it needs.
    `groups` are the sections and the chapters in them, each with the regions in it: their heading
    stays as long as one of those does."""

    uses: dict[tuple[str, ...], dict[str, None]] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)


def needs(markdown: str, source_of: Callable[[str], str]) -> Needs:
    """What the regions of `markdown` depend on. `source_of` gives the source of a citation."""
    found = Needs()
    for line, path, is_mark in lines(markdown):
        if is_mark:
            _note_group(found.groups, path)
            continue
        for marks, passage in passages(line):
            used = [f"{SOURCE}{source_of(match[1])}" for match in CITATION.finditer(passage)]
            used += [f"{FIELD}{match[1]}" for match in _BLANK.finditer(passage)]
            found.uses.setdefault((*path, *marks), {}).update(dict.fromkeys(used))
    return found


def _note_group(groups: dict[str, list[str]], path: tuple[str, ...]) -> None:
    """Note the last region of `path` in the one around it, if that is a section or a chapter."""
    if len(path) > 1 and not re.search(r"[.:]", path[-2]) and is_off(path[-2]):
        inside = groups.setdefault(path[-2], [])
        if path[-1] not in inside:
            inside.append(path[-1])
