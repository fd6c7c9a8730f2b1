"""Leave out of the chosen passages what the document says anyway.

The same sentence may be proposed for a question and for a measure, and stand in the template as
well. On its page each text is whole; in a document that has them all, nothing is said twice.
"""

from __future__ import annotations

import re

from .regions import is_off, lines

_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-ZÆØÅ])")


def said_once(markdown: str) -> str:
    """`markdown` without the sentences of its regions that stand outside of all regions."""
    said = {
        sentence
        for line, path, _ in lines(markdown)
        if not path
        for sentence in _SENTENCE.split(line)
        if sentence.endswith(".")
    }
    return "\n".join(
        _without(line, said) if any(map(is_off, path)) else line
        for line, path, _ in lines(markdown)
    )


def _without(line: str, said: set[str]) -> str:
    return " ".join(sentence for sentence in _SENTENCE.split(line) if sentence not in said)
