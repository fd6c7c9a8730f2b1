"""Sentences and words of Norwegian text."""

from __future__ import annotations

import re
from functools import cache

# After these a full stop ends no sentence, even before a capital letter
_SHORTENED = "".join(
    rf"(?<!\b{re.escape(word)})"
    for word in ("jf.", "nr.", "t.d.", "f.eks.", "bl.a.", "ca.", "pkt.")
)
# A colon before a capital ends one too, as Björnsson counts for LIX
_END = re.compile(
    _SHORTENED + r"(?:(?<=[.?!])|(?<=[.?!][»)]))\s+(?=[A-ZÆØÅÉ«(\[◦])|(?<=:)\s+(?=[A-ZÆØÅÉ])"
)
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
TOKEN = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")
"""A word or a number."""


def sentences(text: str) -> list[str]:
    """The sentences of `text`, in order."""
    return list(_sentences(text))


@cache  # every rule asks for those of every passage
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(part for part in _END.split(text) if part)


def words(text: str) -> list[str]:
    """The words of `text`; numbers are none."""
    return WORD.findall(text)


def lix(text_sentences: list[str]) -> float:
    """Björnsson's readability index of whole sentences: words a sentence, and the share of words
    with more than six letters."""
    found = [word for sentence in text_sentences for word in words(sentence)]
    if not found:
        return 0.0
    long = sum(len(word) > 6 for word in found)
    return len(found) / len(text_sentences) + 100 * long / len(found)
