"""`python -m macros law record ARCHIVE…` and `law check ARCHIVE…`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from ..content import Content, ContentError, load
from ..content.dates import today
from .archive import Documents, read_archives
from .watch import Finding, cited, citing, compare, record


def add_law_commands(parser: argparse.ArgumentParser) -> None:
    """Give `law` its two commands."""
    commands = parser.add_subparsers(required=True)
    for name, run, text in (
        ("record", _record, "noter korleis paragrafane er no, når nokon har lese dei"),
        ("check", _check, "list paragrafar som er endra sidan dei blei noterte"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument(
            "archives",
            type=Path,
            nargs="+",
            help="arkiv frå Lovdata, til dømes gjeldende-lover.tar.bz2",
        )
        command.set_defaults(run=run)


def _record(options: argparse.Namespace) -> int:
    """Record the sections, and return 0 if every section we cite was found."""
    return _run(
        options,
        lambda content, documents: record(options.root, content, documents, today()),
        "er noterte",
    )


def _check(options: argparse.Namespace) -> int:
    """Return 0 if every section we cite says what it said when it was last read."""
    return _run(
        options,
        lambda content, documents: compare(options.root, content, documents),
        "er som då dei sist blei lesne",
    )


def _run(
    options: argparse.Namespace,
    look: Callable[[Content, Documents], list[Finding]],
    said: str,
) -> int:
    """Read the archives, tell what `look` finds in them, and return the exit status.

    `said` is what is true of the sections that have no finding."""
    try:
        content = load(options.root)
        documents = _read(options.archives, content)
        found = look(content, documents)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    _tell(options.root, content, found, documents.lines)
    total = sum(1 for _ in cited(content))
    print(f"{total - len(found)} av {total} paragrafar {said}.")
    return 1 if found or documents.lines else 0


def _read(archives: list[Path], content: Content) -> Documents:
    return read_archives(archives, {section.document for _, section in cited(content)})


def _tell(root: Path, content: Content, findings: list[Finding], lines: list[str]) -> None:
    """Each finding on a line, and under it every place that cites the section."""
    for line in lines:
        print(line)
    for finding in findings:
        law = content.law[finding.law]
        print(
            f"{content.sources[law.source].title} {law.section} ({finding.law}) {finding.message}"
        )
        for place in citing(root, finding.law):
            print(f"  {place}")
