"""Refuse blanks without a name: a text in single brackets, such as `[rolle]`, to be filled in.

Nobody but a person can fill in such a blank, and what it means must be guessed from the sentence.
Every blank stands in `fields.yml` instead, so that it is typed once and has a hint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from .blanks import Blank
from .editions import EDITIONS
from .problems import MAX_QUOTE
from .register import LABELS
from .yaml_file import YamlFile, strings

_NAMELESS = re.compile(
    r"(?<![\[\]!\\])\[(?=[^\[\]\n]*[^\W\d_])([^\[\]@#^\n][^\[\]\n]+)\]"
    r"(?![\[({\]])(?!:\s*<?(?:[a-z]+:|[/#]))"
)
"""A text in single brackets that is neither a link, a picture, a citation, an amount, a footnote,
a text with attributes nor the definition of a link."""


def nameless_in(text: str) -> Iterator[re.Match[str]]:
    """Each blank of `text` that has no name. The first group is what stands in the brackets."""
    return _NAMELESS.finditer(text)


def refuse_nameless(source: YamlFile, blanks: Mapping[str, Blank]) -> None:
    """Refuse the blanks of `source` that have no name.

    Labels are left alone: they are the site's own words, and nobody fills them in."""
    if source.file.startswith(f"{LABELS.as_posix()}/"):
        return
    for path, value in strings(source.data):
        if "[" not in value:
            continue
        for match in nameless_in(value):
            source.refuse(
                source.line_within(path, value, match.start()),
                without_name(match[1], blanks, "[[{}]]"),
            )


def without_name(word: str, blanks: Mapping[str, Blank], form: str) -> str:
    """The sentence that refuses the blank `word`, and suggests the nearest of `blanks`.

    `form` is how a blank is written there, with `{}` for its id."""
    near = _nearest(word, blanks)
    what = f"Skriv {form.format(near)}, eller eit anna felt" if near else "Skriv eit felt"
    return (
        f"«[{word[:MAX_QUOTE]}]» er eit felt utan namn. {what} frå fields.yml. Legg til feltet der"
        " dersom det manglar."
    )


def _nearest(word: str, blanks: Mapping[str, Blank]) -> str | None:
    """The id of the blank whose name, id or first part of an id is most like `word`."""
    names: dict[str, str] = {}
    for name, blank in blanks.items():
        for said in (name, name.partition(".")[0], *(blank.label[code] for code in EDITIONS)):
            names.setdefault(said.lower(), name)
    close = get_close_matches(word[:MAX_QUOTE].lower(), names, n=1)
    return names[close[0]] if close else None
