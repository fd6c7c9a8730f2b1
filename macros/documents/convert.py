"""Let pandoc convert texts, as many as possible in each process.

What pandoc does when it starts, and when it first reads and writes, takes as long as a document
does. So whoever is to make several files says so with `together`.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from .manuscript import DocumentError
from .program import program

SCRIPT = Path(__file__).with_name("convert.lua")
_MEMORY = ("+RTS", "-A4m", "-H4m", "-O128m", "-RTS")
"""New data in a room that the processor's own memory holds, and no search through old data until
there is much of it: a process is over before that pays. This takes a quarter off the time."""


@dataclass(frozen=True)
class Job:
    """A text to be converted, and all that decides what becomes of it.

    `name` is that of the file without its ending, for messages. `metadata`, `told` (what the
    filters know of the document) and `variables` are JSON. What is only for some formats is left if
    it is for `form`, and `shown` is JSON with what becomes of each private character. `template` is
    the text of a template, and `reference` a reference document; both may be empty. `shift` moves
    headings one level down. `day` is the date in the properties of the file."""

    name: str
    text: str
    reader: str
    target: str
    day: date
    metadata: str
    told: str = "{}"
    form: str = ""
    shown: str = "{}"
    variables: str = "{}"
    template: str = ""
    reference: bytes = b""
    shift: bool = False

    def plain(self, reference: str) -> dict[str, object]:
        """What convert.lua reads, with the reference document in a file of that name."""
        wanted: dict[str, object] = {
            "text": self.text,
            "reader": self.reader,
            "target": self.target,
            "metadata": json.loads(self.metadata),
            "told": json.loads(self.told),
            "form": self.form,
            "shown": json.loads(self.shown),
            "variables": json.loads(self.variables),
            "shift": self.shift,
        }
        wanted |= {"template": self.template} if self.template else {}
        return wanted | ({"reference": reference} if self.reference else {})


_MADE: ContextVar[Mapping[Job, bytes]] = ContextVar("_MADE", default=MappingProxyType({}))


def converted(job: Job) -> bytes:
    """What the text has become. Raises DocumentError with pandoc's own words."""
    made = _MADE.get().get(job)
    return convert([job])[0] if made is None else made


@contextmanager
def together(jobs: Iterable[Job]) -> Iterator[None]:
    """In the block, `converted` has these jobs done already, all by one process.

    If one of them fails, none is done: the writer that asks for it then gets the fault."""
    wanted = list(dict.fromkeys(jobs))
    try:
        made = dict(zip(wanted, convert(wanted), strict=True)) if len(wanted) > 1 else {}
    except DocumentError:
        made = {}
    token = _MADE.set(made)
    try:
        yield
    finally:
        _MADE.reset(token)


def convert(jobs: list[Job]) -> list[bytes]:
    """The results in the order of the jobs, which are of one day. Raises DocumentError."""
    # pandoc runs in the folder, so that no path passes through the character set of the locale
    with TemporaryDirectory() as name:
        folder = Path(name)
        plain = []
        for job in jobs:
            reference = f"reference.{job.target}"
            if job.reference:
                (folder / reference).write_bytes(job.reference)
            plain.append(job.plain(reference))
        (folder / "jobs.json").write_text(json.dumps(plain), encoding="utf-8")
        _run(folder, jobs[0])
        return [(folder / str(number)).read_bytes() for number in range(1, len(jobs) + 1)]


def _run(folder: Path, first: Job) -> None:
    stamp = datetime(*first.day.timetuple()[:3], tzinfo=UTC)
    done = subprocess.run(
        [program(), "lua", str(SCRIPT), *_MEMORY],
        cwd=folder,
        # pandoc writes this moment into the file, so that the same content gives the same bytes
        env={**os.environ, "SOURCE_DATE_EPOCH": str(int(stamp.timestamp()))},
        capture_output=True,
        check=False,
    )
    if done.returncode != 0:
        raise DocumentError(f"{first.name}: {done.stderr.decode(errors='replace').strip()}")
