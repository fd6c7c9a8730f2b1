"""Words held against hunspell's dictionaries and a short list of ours."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

DICTIONARY = {"nn": "nn_NO", "nb": "nb_NO"}


def known(edition: str) -> set[str]:
    """Our own list: words hunspell lacks, checked by hand."""
    lines = (Path(__file__).parent.parent / f"words.{edition}.txt").read_text().splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def unknown_to_hunspell(words: Iterable[str], edition: str) -> set[str]:
    """Those of `words` the dictionary does not have."""
    listing = subprocess.run(
        ["hunspell", "-d", DICTIONARY[edition], "-i", "utf-8", "-l"],
        input="\n".join(words), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(listing.stdout.split())


def compounds(words: Iterable[str], edition: str) -> set[str]:
    """Those of `words` that are two words of the dictionary put together, with s or e between or
    nothing."""
    splits = {
        word: {
            (word[:cut].removesuffix(link), word[cut:])
            for cut in range(4, len(word) - 3)
            for link in ("", "s", "e")
            if len(word[:cut].removesuffix(link)) >= 4
        }
        for word in words
    }
    parts = {part for pairs in splits.values() for pair in pairs for part in pair}
    missing = unknown_to_hunspell(sorted(parts), edition)
    return {
        word for word, pairs in splits.items() if any(not missing & set(pair) for pair in pairs)
    }
