"""A YAML file as it was read: its data, the line of everything in it, and its problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from .problems import Problem

KeyPath = tuple[str | int, ...]
"""Where a value stands in a file: the keys that lead to it, and the indexes in lists."""


@dataclass
class YamlFile:
    """A file: its data (`None` if unreadable), the line of every key path, and its problems."""

    file: str
    data: Any = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    ends: dict[KeyPath, int] = field(default_factory=dict)
    """The last line of every text, by its key path."""
    text: tuple[str, ...] = ()
    """The lines of the file."""

    def line(self, path: KeyPath) -> int:
        """The line of `path`, or of its nearest parent if the file does not have it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def fresh(self) -> YamlFile:
        """A copy that shares everything except the list of problems, which may be added to."""
        return replace(self, problems=list(self.problems))

    def line_within(self, path: KeyPath, value: str, start: int) -> int:
        """The line in the file of what begins at index `start` in `value`, the text at `path`.

        The word at that index is counted, in the text and in the lines of the file. If the file
        has the word fewer times, because it is written with an escape, the line of the key is
        returned."""
        word = value[start:].split(maxsplit=1)
        first = self.line(path)
        if not word:
            return first
        before = value.count(word[0], 0, start)
        for number in range(first, self.ends.get(path, first) + 1):
            before -= self.text[number - 1].count(word[0]) if number <= len(self.text) else 0
            if before < 0:
                return number
        return first

    def refuse(self, line: int, message: str) -> None:
        """Add a problem. `message` is a whole Norwegian sentence."""
        self.problems.append(Problem(self.file, line, message))

    def told(self, path: KeyPath) -> bool:
        """Whether a problem has already been reported on the line of `path`."""
        return self.line(path) in {problem.line for problem in self.problems}


def leaves(data: Any, path: KeyPath = ()) -> list[tuple[KeyPath, Any]]:
    """Every value in `data` that is neither a mapping nor a list, with its path, in order."""
    found: list[tuple[KeyPath, Any]] = []
    _walk(data, path, found)
    return found


def _walk(data: Any, path: KeyPath, found: list[tuple[KeyPath, Any]]) -> None:
    # One list is filled all the way down: every check walks through all content, and a chain of
    # generators takes three times as long
    if isinstance(data, dict):
        for key, value in data.items():
            _walk(value, (*path, key), found)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            _walk(value, (*path, index), found)
    else:
        found.append((path, data))


def strings(data: Any) -> Iterator[tuple[KeyPath, str]]:
    """Every text in `data` with its path."""
    return ((path, value) for path, value in leaves(data) if isinstance(value, str))
