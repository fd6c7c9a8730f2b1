"""Learn which nynorsk word corresponds to which bokmål word, from the same texts in both."""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from functools import lru_cache

from .words import words

_SHARE = 0.6
"""The share of the places of the nynorsk word where the bokmål word must stand."""
_ALIKE = 0.55
"""Two words at least this similar are believed to be a pair after one sighting."""
_OFTEN = 3
"""Two words seen together this many times are believed to be a pair however different they are."""
_STEM = 4
"""Two forms with at least this many letters in common before the ending are left to the stemmer."""


@lru_cache(maxsize=1)
def pairs(twins: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """`(nynorsk, bokmål)` for every pair of words that differ, from texts and terms in both.

    Only texts with equally many words are used, because their words most likely correspond one by
    one. A word that both målformer have needs no pair. The result is kept, since both editions of
    the site have the same.
    """
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    bokmål: set[str] = set()
    for nn, nb in twins:
        left, right = words(nn), words(nb)
        bokmål.update(right)
        if len(left) == len(right):
            for one, other in zip(left, right, strict=True):
                seen[one][other] += 1
    found = {word: _best(word, others) for word, others in seen.items() if word not in bokmål}
    return tuple(
        (word, other) for word, other in sorted(found.items()) if other and not _same(word, other)
    )


def _best(word: str, found: Counter[str]) -> str | None:
    """The word most often found in the place of `word`, or None if that may be an accident."""
    other, count = min(found.items(), key=lambda item: (-item[1], item[0]))
    sure = count >= _OFTEN or SequenceMatcher(None, word, other).ratio() >= _ALIKE
    return other if sure and count / found.total() >= _SHARE and len(word) > 2 else None


def _same(word: str, other: str) -> bool:
    """Whether only the ending differs, as in lærlingar and lærlinger, which the stemmer handles."""
    if word == other:
        return True
    shared = next(
        (i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b),
        min(len(word), len(other)),
    )
    return (
        shared >= _STEM
        and max(len(word), len(other)) - shared <= len(_ENDING)
        and word[shared:] in _ENDINGS
    )


_ENDING = "ane"
_ENDINGS = {"", "a", "ar", "ane", "en", "e", "i"}
