"""Which nynorsk word is which bokmål word, learnt from texts that stand side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from functools import lru_cache

from .words import words

_SHARE = 0.6  # of the times the nynorsk word stands somewhere, the bokmål word must stand there too
_ALIKE = 0.55  # similarity that makes one sighting enough
_OFTEN = 3  # sightings that make similarity needless
_STEM = 4  # letters two forms share before the ending, when the stemmer will see that they are one word


@lru_cache(maxsize=1)
def pairs(twins: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """`(nynorsk, bokmål)` for words that differ, from texts and terms in both editions.

    Only texts with equally many words are read: then the words stand in the same places. A nynorsk word that
    bokmål has too is left alone. Kept, since the other edition has the same.
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
    return tuple((word, other) for word, other in sorted(found.items()) if other and not _same(word, other))


def _best(word: str, found: Counter[str]) -> str | None:
    """The word that most often stands in the same place, when that is no accident."""
    other, count = min(found.items(), key=lambda item: (-item[1], item[0]))
    sure = count >= _OFTEN or SequenceMatcher(None, word, other).ratio() >= _ALIKE
    return other if sure and count / found.total() >= _SHARE and len(word) > 2 else None


def _same(word: str, other: str) -> bool:
    """Only the ending differs, as in lærlingar and lærlinger: the stemmer sees to that."""
    if word == other:
        return True
    shared = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    return shared >= _STEM and max(len(word), len(other)) - shared <= len(_ENDING) and word[shared:] in _ENDINGS


_ENDING = "ane"
_ENDINGS = {"", "a", "ar", "ane", "en", "e", "i"}
