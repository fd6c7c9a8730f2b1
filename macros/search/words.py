"""Find the words of a text, and the words that Norwegian compounds are made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

_WORD = re.compile(r"[a-zæøåéèêôòóäöü]+")
LINKS = ("", "s", "e")
_SHORTEST = 3
_SAFE = 4
"""A part with this many letters is believed after one compound, a shorter one only after two.

Short parts fit into many words by accident."""


def words(text: str) -> list[str]:
    """The words of `text` in small letters. A hyphen separates two words."""
    return _WORD.findall(text.lower())


def parts(texts: Iterable[str]) -> list[str]:
    """The words in `texts` that stand alone, and also are a part of a longer word there.

    The search splits unknown compounds into these. A word that no compound has would only make the
    index larger.
    """
    vocabulary = set().union(*map(_vocabulary, texts))
    uses: Counter[str] = Counter(
        part for word in vocabulary for part in set(_pairs(word, vocabulary))
    )
    return sorted(word for word, count in uses.items() if len(word) >= _SAFE or count > 1)


@lru_cache(maxsize=65536)
def _vocabulary(text: str) -> frozenset[str]:
    """The words of `text`.

    Kept, since nearly every text is the same at the next build under serve."""
    return frozenset(word for word in words(text) if len(word) >= _SHORTEST)


def _pairs(word: str, vocabulary: set[str]) -> Iterator[str]:
    """The parts of `word`, for each way to read it as two words joined by nothing, s or e."""
    for cut in range(_SHORTEST, len(word) - _SAFE + 1):
        last = word[cut:]
        if last in vocabulary:
            for link in LINKS:
                first = word[:cut].removesuffix(link) if link else word[:cut]
                if len(first) >= _SHORTEST and first in vocabulary:
                    yield from (first, last)
