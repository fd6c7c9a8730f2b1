"""The texts of the content in both målformer side by side, for the search to learn words from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ..content import EDITIONS, Content, Term


def twins(content: Content) -> Iterator[tuple[str, str]]:
    """`(nynorsk, bokmål)` for every text of the content, paragraph by paragraph."""
    for record in _records(content):
        for nn, nb in _labels(record):
            yield from zip(nn.splitlines(), nb.splitlines(), strict=False)


def texts(content: Content) -> Iterator[str]:
    """The words for every term of the glossary, in every edition."""
    for term in content.terms.values():
        yield from words_for(term)


def words_for(term: Term) -> list[str]:
    """The names of a term, and the other words that people use for it, in every edition."""
    only = [word for code in EDITIONS for word in term.aliases[code]]
    return [*(term[code] for code in EDITIONS), *term.aliases.both, *only]


def _records(content: Content) -> Iterator[BaseModel]:
    groups = (
        content.chapters, content.law, content.repealed, content.amounts, content.contracts,
        content.sectors, content.considerations,
        content.terms, content.indicators, content.plan, content.risk,
    )  # fmt: skip
    for group in groups:
        yield from group.values()
    yield from content.labels.values()


def _labels(value: Any) -> Iterator[tuple[str, str]]:
    """Every pair of texts under the keys nn and nb, at any depth in `value`."""
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        if isinstance(fields.get("nn"), str) and isinstance(fields.get("nb"), str):
            yield fields["nn"], fields["nb"]
        for inner in fields.values():
            yield from _labels(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _labels(inner)
