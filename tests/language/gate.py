"""Every rule on every page and text, and what comes of it as figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from bs4 import BeautifulSoup

from macros.content import EDITIONS, Content

from . import rules
from .passages import Passage, page_passages, record_passages
from .rules import Hit, Rule

PLAIN: tuple[Rule, ...] = (
    rules.long_sentences,
    rules.nested_sentences,
    rules.pronoun_chains,
    rules.verb_first,
    rules.crowded_citations,
    rules.other_edition,
    rules.heavy_page,
)
"""The rules for running text. Lists of sources are titles and names, and are spared."""
EVERYWHERE: tuple[Rule, ...] = (rules.machine_dates, rules.glued_words)
"""The rules for everything a reader meets."""


class Reading:
    """The passages of the whole site, and of the texts in the data that no page shows."""

    def __init__(self, root: Path, pages: Mapping[str, BeautifulSoup]) -> None:
        self.pages = {address: page_passages(address, page) for address, page in pages.items()}
        self.records = list(record_passages(root))
        self.seen = "\n".join(passage.text for page in self.pages.values() for passage in page)

    @cached_property
    def units(self) -> list[list[Passage]]:
        """Each page, and each text of the data that is on none, as the rules read them."""
        versions = (version for pair in self.records for version in pair)
        unseen = [[version] for version in versions if version.text not in self.seen]
        return [*self.pages.values(), *unseen]

    def hits(self, content: Content) -> list[Hit]:
        """Every hit; a sentence that stands on several pages is told of once. Two pages that are as
        heavy are two hits."""
        found: dict[tuple[str, str, str], Hit] = {}
        plain = (*PLAIN, rules.avoided_words(content.word_choices.values()))
        for unit in self.units:
            for hit in _hits(unit, plain):
                place = hit.page if hit.kind == "lix" else ""
                found.setdefault((hit.kind, f"{place}{hit.sentence}", hit.advice), hit)
        return list(found.values())

    def verb_first_percent(self, edition: str, hits: Sequence[Hit]) -> int:
        """Of the conditions in the edition, how many percent begin with their verb."""
        texts = {
            passage.text: passage
            for unit in self.units
            for passage in unit
            if passage.edition == edition and passage.owner == "ours" and not passage.foreign
        }
        first = sum(hit.kind == "verb-first" and hit.edition == edition for hit in hits)
        named = rules.conditions(list(texts.values()))
        return round(100 * first / max(1, first + named))


def _hits(unit: Sequence[Passage], plain: Sequence[Rule]) -> Iterator[Hit]:
    """The hits of one page or text; those in what others sent in are marked so."""
    here = [passage for passage in unit if not passage.foreign]
    ours = [passage for passage in here if passage.owner == "ours"]
    told = [passage for passage in here if passage.owner == "told"]
    for rule in plain:
        if ours:
            yield from rule(ours)
        if told and rule is not rules.heavy_page:
            yield from (replace(hit, told=True) for hit in rule(told))
    for rule in EVERYWHERE:
        yield from rule(here)


def figures(reading: Reading, hits: Sequence[Hit]) -> dict[str, int]:
    """How many hits there are of each kind in our own text, and the shares, by name as in
    `limits.yml`."""
    ours = [hit for hit in hits if not hit.told]
    counted = Counter(hit.kind for hit in ours if hit.kind != "verb-first")
    shares = {
        f"verb-first-percent-{code}": reading.verb_first_percent(code, ours) for code in EDITIONS
    }
    in_templates = sum(hit.kind == "verb-first" and hit.template for hit in ours)
    return {**counted, **shares, "verb-first-templates": in_templates}
