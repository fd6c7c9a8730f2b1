"""Make text of the bytes of a file, and refuse what no text would have."""

from __future__ import annotations

import re
import unicodedata

from .text import INVISIBLE
from .yaml_file import YamlFile

MANY = 20
"""Stop after this many bad lines: a file with more of them is probably not a text at all."""
LINE_BREAK = re.compile(r"\r\n|\r|\n")
"""The line breaks that every editor shows. YAML and Python have more of them, which are refused."""
_CONFLICT = re.compile(r"(<{7}|>{7}|\|{7})( |$)")


def _read_as(byte: int) -> str:
    """The letters that a byte becomes in Latin-1 and in Windows-1252, which lacks five of them."""
    raw = bytes([byte])
    letters = dict.fromkeys(raw.decode("latin-1") + raw.decode("cp1252", "ignore"))
    # Written as escapes: a page that has the pattern may not have the control characters among them
    return "".join(f"\\u{ord(letter):04x}" for letter in letters)


_REST = "".join(map(_read_as, range(0x80, 0xC0)))
MISREAD = re.compile(f"[\u00c2\u00c3][{_REST}]|\u00e2[{_REST}]{{2}}")
"""What letters outside ASCII become when their bytes in UTF-8 are read as Windows-1252 or Latin-1:
«Ã¸» for «ø», and «â€“» for a dash."""


def decode(raw: bytes, source: YamlFile) -> str | None:
    """The text of `raw`, or None, with a problem for every line that no text would have.

    Letters are composed (NFC): an accent typed as a character of its own would look the same, and
    still be another text."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        bad = raw.count(b"\n", 0, error.start) + 1
        source.refuse(bad, "Teiknet her er ikkje UTF-8. Lagre fila på nytt med teiknsettet UTF-8.")
        return None
    if not _is_suspect(text):  # as nearly always, which saves four searches in every line
        return unicodedata.normalize("NFC", text)
    for number, line in enumerate(LINE_BREAK.split(text), 1):
        if wrong := _wrong(line):
            source.refuse(number, wrong)
        if len(source.problems) == MANY:
            break
    return None if source.problems else unicodedata.normalize("NFC", text)


def _is_suspect(text: str) -> bool:
    """Whether `text` may have a line that is wrong. Only then is each of its lines looked at."""
    marks = ("<<<<<<<", ">>>>>>>", "|||||||", "\t")
    return any(mark in text for mark in marks) or bool(
        MISREAD.search(text) or INVISIBLE.search(text)
    )


def _wrong(line: str) -> str | None:
    """What to tell about `line` if no text would have it, else None."""
    if _CONFLICT.match(line):
        return (
            "Her står eit merke frå git: to har endra same stad. Vel det som skal stå, og slett"
            " merka."
        )
    if meant := _twice_decoded(line):
        return (
            f"«{meant[0]}» er «{meant[1]}» lese med feil teiknsett. Skriv bokstaven på nytt, og"
            " lagre som UTF-8."
        )
    if "\t" in line:
        return "Linja har ein tabulator. Byt tabulatoren ut med mellomrom."
    if found := INVISIBLE.search(line):
        return f"Linja har eit usynleg teikn (U+{ord(found[0]):04X}). Slett det."
    return None


def _twice_decoded(line: str) -> tuple[str, str] | None:
    """The first letter of `line` that was decoded wrongly, and what it should be: «Ã¸» and «ø»."""
    if match := MISREAD.search(line):
        return match[0], b"".join(_byte(letter) for letter in match[0]).decode("utf-8")
    return None


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:  # Windows-1252 has no letter for five of the bytes
        return letter.encode("latin-1")
