"""Write Latin letters as a–z, for addresses that survive an e-mail and file names for any system.

Unicode decomposes most letters with a mark into the letter and the mark (NFKD), and the mark is
dropped. The letters that Unicode does not decompose are listed here: those of Norwegian, of the
Sámi languages, and of other names that people in Norway have.
"""

from __future__ import annotations

import unicodedata

LETTERS = {
    "æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "þ": "th",
    "đ": "d", "ð": "d", "ŧ": "t", "ŋ": "n", "ǥ": "g", "ʒ": "z",
    "ħ": "h", "ł": "l", "ı": "i", "ĸ": "k", "ſ": "s", "ə": "e", "ƒ": "f",
    "ƀ": "b", "ɓ": "b", "ƈ": "c", "ɗ": "d", "ɖ": "d", "ɛ": "e", "ɠ": "g", "ɣ": "g", "ɨ": "i",
    "ɩ": "i", "ƙ": "k",
    "ƚ": "l", "ɲ": "n", "ɔ": "o", "ɵ": "o", "ƥ": "p", "ƭ": "t", "ʈ": "t", "ʉ": "u", "ʋ": "v",
    "ƴ": "y", "ƶ": "z",
    "ǝ": "e", "ɪ": "i", "ʃ": "s", "ȥ": "z", "ɇ": "e", "ɉ": "j", "ɍ": "r", "ɏ": "y", "ȼ": "c",
    "ⱥ": "a", "ⱦ": "t",
}  # fmt: skip
"""The small letters that Unicode does not decompose, and what each is written as."""
_TABLE = str.maketrans(LETTERS)


def plain_letters(text: str) -> str:
    """`text` in small letters, each Latin letter as a–z: «Kárášjohka» is «karasjohka». Other
    signs stay."""
    # Lowered twice: decomposition turns some signs, such as «™», into capitals again
    decomposed = unicodedata.normalize("NFKD", text.lower()).lower().translate(_TABLE)
    return "".join(
        letter for letter in decomposed if not unicodedata.category(letter).startswith("M")
    )
