"""Words of running text, and which of them Norwegian makes longer words of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

_WORD = re.compile(r"[a-zæøåéèêôòóäöü]+")
LINKS = ("", "s", "e")
_SHORTEST = 3
_SAFE = 4  # a part this long is believed in one compound, a shorter one only in two


def words(text: str) -> list[str]:
    """The words of `text` in small letters; a hyphen parts words."""
    return _WORD.findall(text.lower())


def parts(texts: Iterable[str]) -> list[str]:
    """Words that stand alone somewhere in `texts` and are a part of a longer word there too.

    They are what unknown compounds are split against, so a word nobody compounds is no use in the list.
    """
    vocabulary = set().union(*map(_vocabulary, texts))
    uses: Counter[str] = Counter(part for word in vocabulary for part in set(_pairs(word, vocabulary)))
    return sorted(word for word, count in uses.items() if len(word) >= _SAFE or count > 1)


@lru_cache(maxsize=65536)
def _vocabulary(text: str) -> frozenset[str]:
    """Kept: from one build to the next of a process, nearly every text is the same."""
    return frozenset(word for word in words(text) if len(word) >= _SHORTEST)


def _pairs(word: str, vocabulary: set[str]) -> Iterator[str]:
    """The parts of every way to see `word` as two words of the vocabulary, with s, e or nothing between."""
    for cut in range(_SHORTEST, len(word) - _SAFE + 1):
        last = word[cut:]
        if last in vocabulary:
            for link in LINKS:
                first = word[:cut].removesuffix(link) if link else word[:cut]
                if len(first) >= _SHORTEST and first in vocabulary:
                    yield from (first, last)
