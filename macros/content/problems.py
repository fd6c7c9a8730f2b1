"""Faults in the content, each as one Norwegian line that tells a contributor what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from traceback import extract_tb

from .text import legible

MAX_QUOTE = 60
"""A message quotes at most this many characters of a wrong value."""
MAX_LISTED = 30
"""A message lists all allowed values if there are at most this many, and else the nearest ones."""


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: `file` relative to the project, `line` counted from 1, `message` in Norwegian."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return legible(f"{self.file}:{self.line}: {self.message}")

    def annotation(self) -> str:
        """The workflow command that makes GitHub Actions show the message at the line of the file.

        Characters that GitHub reads as part of a command are escaped, since a message may quote a
        text that anybody has sent in."""
        file, message = (legible(text).replace("%", "%25") for text in (self.file, self.message))
        file = file.replace(":", "%3A").replace(",", "%2C")
        return f"::error file={file},line={self.line}::{message}"


class ContentError(Exception):
    """The content has faults. Raised once, with all problems sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnknownNameError(LookupError):
    """A name does not exist. The message has the nearest name and the allowed ones."""

    def __init__(self, name: str, allowed: Iterable[str]) -> None:
        super().__init__(unknown(name, allowed))


class MissingLabelError(UnknownNameError):
    """The code asks for a label that nobody has written.

    `file` is the file to write it in, relative to the project."""

    def __init__(self, name: str, allowed: Iterable[str], file: str) -> None:
        super().__init__(name, allowed)
        self.file = file

    @property
    def problem(self) -> Problem:
        """The fault as a Problem, so that it is reported like any other."""
        return Problem(self.file, 1, f"Ein tekst som nettstaden bruker, manglar: {self}")


def near(name: str, allowed: list[str]) -> list[str]:
    """A few of `allowed` to suggest in place of `name`.

    Ids are built of parts with hyphens between. Those with the same first part as `name` come first
    to mind; if there are none, those with the nearest spelling; and failing that, the first ten."""
    kin = [other for other in allowed if other.split("-")[0] == name.split("-")[0]]
    return kin[:MAX_LISTED] or get_close_matches(name[:MAX_QUOTE], allowed) or allowed[:10]


def unknown(name: str, allowed: Iterable[str]) -> str:
    """The end of a sentence that says `name` is not among `allowed`, and suggests the nearest."""
    names, name = list(allowed), name[:MAX_QUOTE]
    close = get_close_matches(name, names, n=1)
    guess = f" Meinte du «{close[0]}»?" if close else ""
    if len(names) > MAX_LISTED:
        return (
            f"«{name}» finst ikkje.{guess} Nokre av dei lovlege verdiane:"
            f" {', '.join(near(name, names))}."
        )
    return f"«{name}» finst ikkje.{guess} Lovlege verdiar: {', '.join(names)}."


def unknown_source(name: str, citable: list[str], replaced: Mapping[str, Sequence[str]]) -> str:
    """The sentence that refuses a citation of `name`, and says what to cite if it is repealed."""
    if name in replaced:
        return (
            f"Paragrafen «{name}» er oppheva. Vis til det som gjeld no:"
            f" {', '.join(replaced[name])}."
        )
    return f"Kjelda {unknown(name, near(name, citable))}"


def caught(file: str, run: Callable[[], Iterable[Problem]]) -> list[Problem]:
    """The problems that `run` gives, and one more if it raises an exception.

    So an error in our own code never hides the faults found elsewhere. The extra problem is
    reported in `file`, for lack of a better place. ContentError passes through: it holds problems
    already."""
    found: list[Problem] = []
    try:
        found.extend(run())
    except ContentError:
        raise
    except MissingLabelError as missing:
        found.append(missing.problem)
    except Exception as error:
        found.append(Problem(file, 1, unforeseen(error)))
    return found


def unforeseen(error: Exception) -> str:
    """The message about an exception nobody foresaw: what to do, and for us, where in our code."""
    frames = [
        frame
        for frame in extract_tb(error.__traceback__)
        if "/macros/" in frame.filename.replace("\\", "/")
    ]
    where = (
        f" i {frames[-1].filename.replace(chr(92), '/').rpartition('/macros/')[2]}"
        f":{frames[-1].lineno}"
        if frames
        else ""
    )
    return (
        f"Sjekken stansa her ({type(error).__name__}{where}). Sjå etter noko uvanleg i det du sist"
        " endra, og rett det. Meld feilen med denne linja dersom du ikkje finn noko."
    )
