"""Say in Norwegian what is wrong with a text that cannot be read as YAML, and how to mend it."""

from __future__ import annotations

import re

import yaml

from .decoding import LINE_BREAK

HARD_INDENT = re.compile(r"^ *[\u00a0\u2000-\u200a\u202f\u3000]")
"""A line that is indented with spaces that YAML takes for letters."""
HARD_MESSAGE = "Linja er rykt inn med harde mellomrom. Slett dei, og bruk vanlege mellomrom."
_AFTER_QUOTE = re.compile(
    r""" *(?:- )?[^\s:#"'{\[][^:]*: +("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*[^\s#,}\]]"""
)
_QUOTED = (
    "Teksten held fram etter hermeteiknet som lukkar han. Set hermeteikn rundt heile teksten, "
    "og bruk ' når teksten sjølv har \"."
)

# A part of libyaml's own message, and what the contributor should do about it. The first that is
# found in the message counts.
_HINTS = {
    "mapping values are not allowed": (
        "Det står kolon og mellomrom inne i ein tekst. Set heile teksten i hermeteikn. "
        "Dersom linja er ein ny nøkkel, er ho rykt for langt inn."
    ),
    "could not find expected ':'": (
        "Det manglar kolon eller mellomrom etter nøkkelen. Skriv «nøkkel: verdi». "
        "Dersom linja er del av ein tekst, skal ho rykkjast inn."
    ),
    "did not find expected key": (
        "Innrykket stemmer ikkje med linjene over, eller linja før har eit hermeteikn som "
        "ikkje er lukka. Bruk to mellomrom for kvart nivå."
    ),
    "did not find expected '-' indicator": "Lista er rykt ulikt inn. Set alle «-» under kvarandre.",
    "found unexpected end of stream": "Eit hermeteikn er ikkje lukka.",
    "escape": (
        'Omvend skråstrek (\\) har eiga tyding mellom " og ". Skriv han to gonger, eller bruk \' i'
        " staden."
    ),
    "did not find expected ',' or '}'": "Klammene { } er ikkje lukka, eller det manglar eit komma.",
    "alphabetic or numeric": (
        "Teksten byrjar med * eller &, som har eiga tyding i YAML. Set teksten i hermeteikn."
    ),
    "incompatible YAML document": "Linja med %YAML skal bort.",
    "block sequence entries are not allowed": (
        "Ei liste kan ikkje byrje på same linje som nøkkelen. Skriv kvart punkt "
        "på si linje under, rykt inn. Dersom det er ein tekst, skal teksten stå i hermeteikn."
    ),
    "undefined tag handle": "Eit utropsteikn har eiga tyding i YAML. Set teksten i hermeteikn.",
    "did not find expected ',' or ']'": "Lista i [ ] er ikkje lukka, eller det manglar eit komma.",
    "cannot start any token": (
        "Teksten byrjar med eit teikn som har eiga tyding i YAML. Set teksten i hermeteikn."
    ),
}


def explain(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    """The line of `error` in `text`, and a Norwegian sentence that says what to do about it."""
    wording = str(getattr(error, "problem", "") or error)
    marks = [
        mark for name in ("problem_mark", "context_mark") if (mark := getattr(error, name, None))
    ]
    # When a quote or a bracket is never closed, where it began helps more than the end of the file
    begins = any(words in wording for words in ("',' or", "end of stream", "expected ':'"))
    mark = next(iter(reversed(marks) if begins else marks), None)
    line = mark.line + 1 if mark else 0
    lines = LINE_BREAK.split(text)
    # libyaml would blame a line further down for this fault
    if earlier := _earlier(lines, line):
        return earlier
    hint = next((hint for words, hint in _HINTS.items() if words in wording), None)
    if hint and begins and " #" in "".join(lines[max(0, line - 1) : line]):
        hint += " Mellomrom og # byrjar ein merknad: set hermeteikn rundt ein tekst som har det."
    return line or 1, hint or "Linja lèt seg ikkje lese som YAML. Sjå etter innrykk og hermeteikn."


def _earlier(lines: list[str], line: int) -> tuple[int, str] | None:
    """The line and message of a fault that libyaml does not see before `line`, or later still.

    These are hard spaces as indentation, and a text that goes on after its closing quote, which may
    have ended on the line before."""
    for number, content in enumerate(lines, 1):
        if HARD_INDENT.match(content):
            return number, HARD_MESSAGE
    last = min(line, len(lines))
    for number in range(last, max(0, last - 2), -1):
        if _AFTER_QUOTE.match(lines[number - 1]):
            return number, _QUOTED
    return None
