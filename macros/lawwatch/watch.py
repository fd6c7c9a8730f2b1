"""Compare the sections we cite with what they said when somebody last read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..content import Content, LawSection
from ..content.compared import Compared, read_compared
from ..content.files import project_files
from ..content.register import COMPARED, DATA
from .archive import Documents, Section, section_key

_TOP = """\
# Made by «python -m macros law record»: the digest of each section's text, and the day it was
# compared with Lovdata's open data (NLOD 2.0). The text itself is not kept.
"""
_DOCUMENT = re.compile(r"/(?:NL|SF)/((?:lov|forskrift)/\d{4}-\d{2}-\d{2}(?:-\d+)?)")
_NUMBER = re.compile(r"\d+[a-z]?(?:-\d+)?(?:\s?[a-z])?(?![a-zæøå])")
_SHOWN = ("*.md", "*.yml")


@dataclass(frozen=True)
class Finding:
    """A section that somebody must read: its id in `law.yml`, and the reason, in Norwegian."""

    law: str
    message: str


def record(root: Path, content: Content, documents: Documents, today: date) -> list[Finding]:
    """Note the digest of every section found, and return the sections that were not found.

    The record of a section that is not in `documents` stays as it was.
    """
    kept = read_compared(root)
    missing: list[Finding] = []
    for name, section in cited(content):
        now = _find(section, documents)
        if isinstance(now, str):
            missing.append(Finding(name, now))
        else:
            kept[name] = Compared(compared=today, digest=now.digest)
    known = {name: kept[name] for name in content.law if name in kept}
    lines = (
        f"{name}: {{compared: {c.compared}, digest: {c.digest}}}\n" for name, c in known.items()
    )
    (root / DATA / COMPARED).write_text(_TOP + "".join(lines), encoding="utf-8")
    return missing


def compare(root: Path, content: Content, documents: Documents) -> list[Finding]:
    """The sections that have changed, gone or been repealed since they were recorded, in order."""
    kept = read_compared(root)
    found: list[Finding] = []
    for name, section in cited(content):
        now = _find(section, documents)
        if isinstance(now, str):
            found.append(Finding(name, now))
        elif name not in kept:
            found.append(Finding(name, "er aldri ført opp. Les paragrafen, og køyr «law record»."))
        elif now.digest != kept[name].digest:
            found.append(Finding(name, f"er endra sidan {kept[name].compared}."))
    return found


def document_of(section: LawSection, content: Content) -> str | None:
    """Which act or regulation in force `section` belongs to, `lov/2016-06-17-73`.

    None for what is in no archive of rules in force: an amending act, or a repealed regulation.
    """
    source = content.sources.get(section.source)
    address = _DOCUMENT.search(source.url) if source else None
    return address[1] if address else None


@dataclass(frozen=True)
class Cited:
    """Sections of one document: each key, or where `is_range` all from the first to the last."""

    document: str
    keys: tuple[str, ...]
    is_range: bool = False


def cited(content: Content) -> Iterator[tuple[str, Cited]]:
    """The sections of `law.yml` that stand in acts and regulations in force, by id."""
    for name, section in content.law.items():
        document = document_of(section, content)
        numbers = _NUMBER.findall(re.sub(r"\([^)]*\)", "", section.section))
        if document and numbers:
            yield name, Cited(document, tuple(map(section_key, numbers)), "–" in section.section)


def _find(wanted: Cited, documents: Documents) -> Section | str:
    """The section that is cited, or a Norwegian message about why it cannot be compared."""
    if wanted.document in documents.damaged:
        return f"kan ikkje samanliknast: {wanted.document} lèt seg ikkje lese i arkivet."
    sections = documents.sections.get(wanted.document)
    if sections is None:
        return (
            f"kan ikkje samanliknast: {wanted.document} er ikkje i arkiva. Er regelverket oppheva?"
        )
    keys = _between(list(sections), wanted) if wanted.is_range else wanted.keys
    if not keys or any(key not in sections for key in keys):
        return f"finst ikkje lenger i {wanted.document}."
    if any(sections[key].repealed for key in keys):
        return "er oppheva."
    return Section("\n".join(sections[key].text for key in keys))


def _between(keys: list[str], wanted: Cited) -> tuple[str, ...]:
    """The keys of a range in the order of the document; none if either end does not exist."""
    first, last = wanted.keys[0], wanted.keys[-1]
    if first not in keys or last not in keys:
        return ()
    return tuple(keys[keys.index(first) : keys.index(last) + 1])


def citing(root: Path, name: str) -> list[str]:
    """Where the section with the id `name` is cited, as `file:line`, with the checkpoint if in
    one."""
    found: list[str] = []
    whole = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    own = {root / DATA / "law.yml", root / DATA / COMPARED}
    for pattern in _SHOWN:
        for path in project_files(root / "docs", pattern):
            if path not in own:
                found += _lines_of(path, path.relative_to(root).as_posix(), whole)
    return found


def _lines_of(path: Path, shown: str, whole: re.Pattern[str]) -> Iterator[str]:
    point = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if start := re.match(r"\s*- id: (\S+)", line):
            point = start[1]
        elif re.match(r"\S", line):
            point = None
        if whole.search(line):
            yield f"{shown}:{number}" + (f" ({point})" if point and path.suffix == ".yml" else "")
