"""Hold the translation of an example against the example: same texts, same sources."""

from __future__ import annotations

from collections.abc import Iterator

from .example import SOURCE_MARK, Example, Translation
from .yaml_file import KeyPath

_OTHER_SOURCES = (
    "Teksten viser ikkje til dei same kjeldene som i den andre målforma. Rett tala i [ ]."
)


def parted(example: Example, other: Translation) -> Iterator[tuple[KeyPath, str]]:
    """Faults in a translation: it lacks a text, has one too many, or cites other sources."""
    for key in ("questions", "measures"):
        yield from _parted_chapters(example, other, key)
    for key in ("use", "about", "lesson", "setback"):
        yield from _parted_texts(example, other, key)
    if example.title_ours != (other.title is not None):
        where = ("translation", "title") if other.title else ("translation",)
        yield where, "«translation» skal ha «title» når «title_ours» er true, og elles ikkje."


def _parted_chapters(
    example: Example, other: Translation, key: str
) -> Iterator[tuple[KeyPath, str]]:
    """Faults in the texts about the questions or measures, whichever `key` says."""
    mine, theirs = getattr(example, key), getattr(other, key)
    for name in mine.keys() - theirs.keys():
        yield ("translation",), f"«translation» manglar «{key}.{name}». Skriv den teksten òg."
    for name in theirs.keys() - mine.keys():
        yield (
            ("translation", key, name),
            f"«{name}» står berre i «translation». Skriv det i begge.",
        )
    for name in mine.keys() & theirs.keys():
        at = ("translation", key, name)
        yield from _other_sources(mine[name], theirs[name], at, len(example.sources))


def _parted_texts(example: Example, other: Translation, key: str) -> Iterator[tuple[KeyPath, str]]:
    """Faults in the text of `key`, which both may be without."""
    ours, its = getattr(example, key), getattr(other, key)
    if (ours is None) != (its is None):
        where: KeyPath = ("translation", key) if ours is None else ("translation",)
        yield where, f"«{key}» står i berre den eine målforma. Skriv det i begge."
    yield from _other_sources(ours or "", its or "", ("translation", key), len(example.sources))


def _other_sources(ours: str, its: str, at: KeyPath, count: int) -> Iterator[tuple[KeyPath, str]]:
    """Refuse a translation that cites other sources than the original, or in another order.

    Marks beyond the last source are left out of the comparison: `wrong_marks` in
    `example_rules.py` refuses those."""
    first, second = (
        [int(m) for m in SOURCE_MARK.findall(text) if 1 <= int(m) <= count] for text in (ours, its)
    )
    if ours and its and first != second:
        yield at, _OTHER_SOURCES
