"""The editions held against each other: the same facts, in the same places.

- *numbers*: figures, sections, dates and sums must be the same, exactly.
- *links*: links must lead to the same pages.
- *negation*: a sentence that denies something in one edition must do so in the other.
- *alone*: a passage, or a sentence in it, that only one edition has.
- *far*: sentences that are less like each other than `NEAR`.

Likeness is Dice's coefficient of the sequences of three letters in two texts, from 0 to 1. Where
the nynorsk and the bokmål are not alike as they stand, Apertium (Debian's `apertium-nno-nob`) makes
bokmål of the nynorsk, and that is held against ours. It never makes a pair less alike, so what is
alike already is spared. Nothing of what it makes is published or kept.
"""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from .passages import Passage
from .rules import Hit
from .sentences import sentences

NEAR = 0.6
"""Below this, two sentences are far apart.

Measured on 4,398 pairs of this site and their translations: 99 of 100 pairs were above 0.66. Of
1,777 sentences held against the neighbour of the right one, 999 of 1,000 were below 0.59."""
KINDS = ("numbers", "links", "negation", "alone", "far")
FEWEST = 4
"""Sentences with fewer words are not translated: a heading or a label may be worded freely."""
Pair = tuple[Passage, Passage]


# Sorted by the alphabet, so that the editions do not have the same entries in the same places.
# What stands there is compared as texts of the data.
_SORTED = ("ordliste/", "kjelder/")


def site_pairs(pages: Mapping[str, Sequence[Passage]]) -> Iterator[Pair | Passage]:
    """The passages of every page in pairs, in order; one alone where the other edition lacks it.

    Pages are built alike, so what belongs together is told by the elements it stands in."""
    for address, nn in pages.items():
        if not address.startswith("nb/") and address not in _SORTED:
            yield from _paired(nn, pages[f"nb/{address.removeprefix('/')}"])


def _paired(nn: Sequence[Passage], nb: Sequence[Passage]) -> Iterator[Pair | Passage]:
    matcher = SequenceMatcher(None, list(map(_shape, nn)), list(map(_shape, nb)), autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal" or (tag == "replace" and b - a == d - c):
            yield from zip(nn[a:b], nb[c:d], strict=True)
        else:
            yield from (*nn[a:b], *nb[c:d])


def _shape(passage: Passage) -> tuple[str, str]:
    return passage.element, passage.owner


# --- What must be the same exactly ---
_NUMBER = re.compile(r"\d+(?:[.,\u00a0 ]\d{3})*(?:[.,]\d+)?(?:[a-rt-z](?![a-zæøå]))?")
_WORDS = {
    "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "ni": 9,
    "ti": 10, "elleve": 11, "tolv": 12, "tjue": 20, "hundre": 100,
}  # fmt: skip
# Files differ in size
_SIZE = re.compile(r"\d+(?:,\d+)?[\u00a0 ][kM]B")
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:ikkje|ikke|ingen|inga|intet|inkje|ingenting|aldri|utan|uten|korkje|verken|hverken"
    r"|manglar|mangler|unnateke|unntatt|unngå|med mindre)\b",
    re.IGNORECASE,
)


def numbers(text: str) -> Counter[str]:
    """Every number in `text`, written in figures or in letters."""
    text = _SIZE.sub("", text)
    found = Counter(re.sub(r"[\u00a0 ]", "", match) for match in _NUMBER.findall(text))
    found.update(str(_WORDS[word.lower()]) for word in _NUMBER_WORD.findall(text))
    return found


def negations(text: str) -> int:
    """How many words in `text` deny something."""
    return len(_NEGATION.findall(text))


# --- Likeness ---
def likeness(one: str, other: str) -> float:
    """Dice's coefficient of the sequences of three letters: 1 for the same text, 0 for nothing in
    common."""
    a, b = _threes(one), _threes(other)
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 1.0


def _threes(text: str) -> Counter[str]:
    words = " ".join(re.findall(r"[^\W_]+", text.lower()))
    plain = f"  {words} "
    return Counter(plain[i : i + 3] for i in range(len(plain) - 2))


# --- Apertium ---
def translated(lines: Sequence[str]) -> list[str]:
    """Each of the nynorsk `lines` in bokmål, by Apertium, in one run.

    Words it does not know have a star before them. Raises AssertionError when a line is lost."""
    if not lines:
        return []
    done = subprocess.run(
        ["apertium", "-n", "-f", "line", "nno-nob"], input="\n".join(lines) + "\n", text=True,
        capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    bokmål = done.stdout.removesuffix("\n").split("\n")
    assert len(bokmål) == len(lines), (len(lines), len(bokmål))
    return bokmål


def unknown_to_apertium(words: Iterable[str]) -> set[str]:
    """Those of the nynorsk `words` that Apertium's dictionary does not have, compounds of words it
    has included."""
    done = subprocess.run(
        ["lt-proc", "-w", "-e", _DICTIONARY], input="\n".join(sorted(set(words))), text=True,
        capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    return set(re.findall(r"/\*([^$/]+)\$", done.stdout))


_DICTIONARY = "/usr/share/apertium/apertium-nno-nob/nno-nob.automorf.bin"


# --- The comparison ---
SAME_SHARE = 0.5
"""A sentence is in a passage when at least this share of its sequences of three letters is."""


def compared(pairs: Iterable[Pair]) -> list[Hit]:
    """What differs between passages that should say the same."""
    unique = {(nn.text, nb.text): (nn, nb) for nn, nb in pairs if not (nn.foreign or nb.foreign)}
    hits = [hit for pair in unique.values() for hit in _exact_hits(pair)]
    doubtful: list[tuple[Pair, str, str]] = []
    for pair in unique.values():
        ours, theirs = sentences(pair[0].text), sentences(pair[1].text)
        if ours and theirs and len(ours) != len(theirs):
            # Only a reader can tell a sentence cut in two from one that is missing, so the passage
            # is asked whether it has what the sentence says
            doubtful += [(pair, sentence, "") for sentence in ours]
            doubtful += [(pair, "", sentence) for sentence in theirs]
            continue
        for one, other in zip(ours, theirs, strict=False):  # an empty one is told of above
            hits += _negation_hits(pair, one, other)
            if _says_much(one, other) and likeness(one, other) < NEAR:
                doubtful.append((pair, one, other))
    return hits + list(_doubts(doubtful))


def _says_much(one: str, other: str) -> bool:
    return min(len(one.split()), len(other.split())) >= FEWEST


def _exact_hits(pair: Pair) -> Iterator[Hit]:
    nn, nb = pair
    if numbers(nn.text) != numbers(nb.text):
        only = numbers(nn.text) - numbers(nb.text), numbers(nb.text) - numbers(nn.text)
        yield _hit("numbers", pair, f"nn: {_list(only[0])}; nb: {_list(only[1])}")
    if sorted(nn.links) != sorted(nb.links):
        yield _hit("links", pair, f"nn: {nn.links}; nb: {nb.links}")
    if bool(nn.text) != bool(nb.text):
        yield _hit("alone", pair, "Avsnittet står berre på den eine målforma.")


def _negation_hits(pair: Pair, one: str, other: str) -> Iterator[Hit]:
    if negations(one) != negations(other):
        advice = "Ei nekting står berre på den eine målforma."
        yield Hit("negation", pair[0].page, f"{one}\n    {other}", advice)


def _doubts(doubtful: Sequence[tuple[Pair, str, str]]) -> Iterator[Hit]:
    """The pairs that are far apart also when the nynorsk is made bokmål, and the sentences that the
    other edition's passage lacks."""
    lines = list(dict.fromkeys(s for pair, _, _ in doubtful for s in sentences(pair[0].text)))
    made = dict(zip(lines, (line.replace("*", "") for line in translated(lines)), strict=True))
    for pair, one, other in doubtful:
        if one and other:
            near = likeness(made[one], other)
            if near < NEAR:
                advice = f"Likskap {near:.2f}. Apertium: {made[one]}"
                yield Hit("far", pair[0].page, f"{one}\n    {other}", advice)
        else:
            whole = pair[1].text if one else " ".join(made[s] for s in sentences(pair[0].text))
            sentence = made[one] if one else other
            if max(_share(sentence, whole), _share(one or other, whole)) < SAME_SHARE:
                advice = "Setninga står berre på den eine målforma."
                yield Hit("alone", pair[0].page, f"{one or '–'}\n    {other or '–'}", advice)


def _share(sentence: str, passage: str) -> float:
    """How much of `sentence` is in `passage`."""
    a = _threes(sentence)
    return (a & _threes(passage)).total() / max(1, a.total())


def _hit(kind: str, pair: Pair, advice: str) -> Hit:
    return Hit(kind, pair[0].page, f"{pair[0].text}\n    {pair[1].text}", advice)


def _list(found: Counter[str]) -> str:
    return ", ".join(sorted(found.elements())) or "–"


def alone(passages: Iterable[Passage]) -> list[Hit]:
    """A hit for each passage that the other edition's page lacks."""
    advice = "Avsnittet står berre på den eine målforma."
    return [Hit("alone", passage.page, passage.text, advice) for passage in passages]
