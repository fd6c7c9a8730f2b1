"""Latin letters as a–z, for addresses that survive an e-mail and files that any machine can name.

A letter with a mark decomposes into the letter and the mark (Unicode's NFKD), and loses the mark. The letters that do
not decompose are listed here: those of Norwegian, of the Sámi languages, and of other names people in Norway have.
"""

from __future__ import annotations

import unicodedata

LETTERS = {
    "æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "þ": "th",
    "đ": "d", "ð": "d", "ŧ": "t", "ŋ": "n", "ǥ": "g", "ʒ": "z",
    "ħ": "h", "ł": "l", "ı": "i", "ĸ": "k", "ſ": "s", "ə": "e", "ƒ": "f",
    "ƀ": "b", "ɓ": "b", "ƈ": "c", "ɗ": "d", "ɖ": "d", "ɛ": "e", "ɠ": "g", "ɣ": "g", "ɨ": "i", "ɩ": "i", "ƙ": "k",
    "ƚ": "l", "ɲ": "n", "ɔ": "o", "ɵ": "o", "ƥ": "p", "ƭ": "t", "ʈ": "t", "ʉ": "u", "ʋ": "v", "ƴ": "y", "ƶ": "z",
    "ǝ": "e", "ɪ": "i", "ʃ": "s", "ȥ": "z", "ɇ": "e", "ɉ": "j", "ɍ": "r", "ɏ": "y", "ȼ": "c", "ⱥ": "a", "ⱦ": "t",
}  # fmt: skip
"""The small letters that Unicode does not decompose, and what they are without their marks."""
_TABLE = str.maketrans(LETTERS)


def plain_letters(text: str) -> str:
    """`text` in small letters, each Latin letter as a–z: «Kárášjohka» is «karasjohka». Other signs stay."""
    decomposed = unicodedata.normalize("NFKD", text.lower()).lower().translate(_TABLE)
    return "".join(letter for letter in decomposed if not unicodedata.category(letter).startswith("M"))
