"""What is wrong in the content, as lines a contributor can act on (Norwegian)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from traceback import extract_tb

from .text import legible

MAX_QUOTE = 60
"""How much of a wrong value a message repeats."""
MAX_LISTED = 30
"""How many allowed values a message lists whole."""


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: `file` relative to the project, `line` counted from 1, `message` in Norwegian."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return legible(f"{self.file}:{self.line}: {self.message}")

    def annotation(self) -> str:
        """The line GitHub Actions shows at the place in the file. Nothing in it can end or start a command."""
        file, message = (legible(text).replace("%", "%25") for text in (self.file, self.message))
        file = file.replace(":", "%3A").replace(",", "%2C")
        return f"::error file={file},line={self.line}::{message}"


class ContentError(Exception):
    """Raised once with every problem found, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnknownNameError(LookupError):
    """A name that does not exist. The message tells the nearest name and the allowed ones."""

    def __init__(self, name: str, allowed: Iterable[str]) -> None:
        super().__init__(unknown(name, allowed))


class MissingLabelError(UnknownNameError):
    """The site, its pages or its documents use a label that nobody has written.

    `file` is the one to write it in, relative to the project."""

    def __init__(self, name: str, allowed: Iterable[str], file: str) -> None:
        super().__init__(name, allowed)
        self.file = file

    @property
    def problem(self) -> Problem:
        """The fault as a line like any other."""
        return Problem(self.file, 1, f"Ein tekst som nettstaden bruker, manglar: {self}")


def near(name: str, allowed: list[str]) -> list[str]:
    """Few enough of `allowed` to print: those that share their first part with `name`, else the nearest, else ten."""
    kin = [other for other in allowed if other.split("-")[0] == name.split("-")[0]]
    return kin[:MAX_LISTED] or get_close_matches(name[:MAX_QUOTE], allowed) or allowed[:10]


def unknown(name: str, allowed: Iterable[str]) -> str:
    """The sentence for a name that is not among `allowed`, with the nearest as a suggestion."""
    names, name = list(allowed), name[:MAX_QUOTE]
    close = get_close_matches(name, names, n=1)
    guess = f" Meinte du «{close[0]}»?" if close else ""
    if len(names) > MAX_LISTED:
        return f"«{name}» finst ikkje.{guess} Nokre av dei lovlege verdiane: {', '.join(near(name, names))}."
    return f"«{name}» finst ikkje.{guess} Lovlege verdiar: {', '.join(names)}."


def unknown_source(name: str, citable: list[str], replaced: Mapping[str, Sequence[str]]) -> str:
    """The sentence for a citation of `name`, which is not `citable`: where it has been repealed, what to cite."""
    if name in replaced:
        return f"Paragrafen «{name}» er oppheva. Vis til det som gjeld no: {', '.join(replaced[name])}."
    return f"Kjelda {unknown(name, near(name, citable))}"


def caught(file: str, run: Callable[[], Iterable[Problem]]) -> list[Problem]:
    """The problems `run` gives, and one more where it stops: no fault of ours hides what else is wrong.

    `file` is named where nobody knows better. Raises ContentError, which is many problems already."""
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
    """The message for what nobody has thought of: what to do about it, and for us where it was."""
    frames = [frame for frame in extract_tb(error.__traceback__) if "/macros/" in frame.filename.replace("\\", "/")]
    where = (
        f" i {frames[-1].filename.replace(chr(92), '/').rpartition('/macros/')[2]}:{frames[-1].lineno}"
        if frames
        else ""
    )
    return (
        f"Sjekken stansa her ({type(error).__name__}{where}). Sjå etter noko uvanleg i det du sist endra, og rett det. "
        "Finn du ikkje noko, så meld feilen med denne linja."
    )
