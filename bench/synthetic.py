"""A copy of the project with any number of made-up examples, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from macros import ROOT
from macros.content import Content, load
from macros.content.example import Body, County, ExampleKind, Group, Status
from macros.contribute import example_yaml, slug
from tools.project import copy_project


def project(folder: Path, count: int, seed: int = 1) -> Path:
    """The project in `folder`, with `count` made-up examples beside the real ones."""
    copy_project(folder)
    for name, text in examples(load(ROOT), count, seed):
        (folder / "examples" / name).write_text(text, encoding="utf-8")
    return folder


def examples(content: Content, count: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """`(file name, text)` of made-up examples. Their sentences are the site's own, shuffled, so
    that words, lengths and what is said under each question and measure are as in real ones."""
    chance = random.Random(seed)
    sentences = _sentences(content)
    for number in range(1, count + 1):
        answers = _answers(content, chance, sentences, number)
        source = {
            "title": answers["title"], "publisher": answers["publisher"],
            "url": f"https://prove-{number:04}.example.no/strategi",
            "published": answers["valid_from"],
        }  # fmt: skip
        yield f"{slug(answers)}.yml", example_yaml(answers, [source], "2026-11-25")


def _answers(
    content: Content, chance: random.Random, sentences: list[str], number: int
) -> dict[str, str]:
    def some(most: int) -> str:
        return " ".join(chance.sample(sentences, chance.randint(1, most)))[:690]

    chosen = chance.sample(list(content.chapters), chance.randint(2, 8))
    chapters = {
        f"{'measures' if name in content.measures else 'questions'}.{name}": some(3)
        for name in chosen
    }
    return {
        "publisher": f"Prøvekommune {number:04}", "body": chance.choice(get_args(Body)),
        "county": chance.choice(get_args(County)), "title": f"Innkjøpsstrategi {number:04}",
        "kind": chance.choice(get_args(ExampleKind)), "group": chance.choice(get_args(Group)),
        "language": chance.choice(["nn", "nb", "nb"]), "valid_from": str(chance.randint(2014,
        2026)),
        "status": chance.choice(get_args(Status)), "evidence": chance.choice(["read", "reported"]),
        "about": some(3), **chapters, "lesson": some(2),
    }  # fmt: skip


def _sentences(content: Content) -> list[str]:
    points = (point for owner in content.chapters.values() for point in owner.checkpoints)
    return [
        sentence
        for point in points
        for sentence in (point.text.nn, point.text.nb)
        if len(sentence) < 200
    ]
