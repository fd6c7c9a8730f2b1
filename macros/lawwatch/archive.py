"""Read sections out of Lovdata's archives of acts and regulations in force.

An archive is a compressed tar file with one XML file a document, `nl-20160617-073.xml` for an act
and `sf-20160812-0974.xml` for a regulation. A section is an `article` of the class `legalArticle`
whose attribute `data-lovdata-URL` ends in `/§5a`. The format has been seen in public code only,
so nothing of this is trusted alone: a document is known by its file name or by its address
inside, a section by its address, by `data-name` or by its heading.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import tarfile
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml import etree

MAX_UNPACKED = 1 << 30
"""The limit for an unpacked archive, in bytes. Those of November 2025 are 6 and 21 MB packed."""
MAX_DOCUMENT = 32 << 20
"""The limit for one document, in bytes. The longest act is well below a tenth of this."""
MAX_DOCUMENTS = 50_000
"""The limit for the number of documents in one archive."""
MAX_REPEALED = 300
"""A repealed section has fewer characters than this: only that it is repealed, and by what."""

# The modules that unpack, by the first bytes of what each unpacks
_UNPACKERS: dict[bytes, Any] = {b"BZh": bz2, b"\x1f\x8b": gzip, b"\xfd7zXZ": lzma}
_FILE_NAME = re.compile(r"(nl|sf)-(\d{4})(\d{2})(\d{2})(?:-0*(\d+))?", re.IGNORECASE)
_KINDS = {"nl": "lov", "sf": "forskrift"}
_ADDRESS = re.compile(r"(?:^|/)((?:lov|forskrift)/\d{4}-\d{2}-\d{2}(?:-\d+)?)(?:/(.*))?$")
_ADDRESS_INSIDE = re.compile(
    rb"""data-lovdata-url\s*=\s*["'](?:[A-Z]+/)?((?:lov|forskrift)/\d{4}-\d{2}-\d{2}(?:-\d+)?)["'/]""",
    re.IGNORECASE,
)
_HEADING = re.compile(r"§\s*(\d+[a-z]?(?:-\d+)?(?:\s?[a-z])?)(?![a-zæøå])", re.IGNORECASE)
_REPEALED = re.compile(
    # Right after the number, or in brackets at the end: «§ 5. Opphevet avtale» is in force
    r"^§\s*[\d-]+\s?[a-z]?[.:]?\s*opphev(?:et|a|d)(?:[.]?$|"
    r" (?:ved|fra|frå)\b)|\(opphev(?:et|a|d)\b[^()]*\)[.]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Section:
    """The text of one section with white space and notes on amendments taken away."""

    text: str

    @property
    def digest(self) -> str:
        """The SHA-256 of the text, as hexadecimal digits."""
        return sha256(self.text.encode()).hexdigest()

    @property
    def repealed(self) -> bool:
        """Whether the section says nothing except that it is repealed."""
        return len(self.text) < MAX_REPEALED and bool(_REPEALED.search(self.text))


@dataclass
class Documents:
    """The sections found, by document and number, and a Norwegian line about everything odd.

    `sections["lov/2016-06-17-73"]["5a"]` is § 5a of anskaffelsesloven. A document that was
    there, but could not be read, is in `damaged` and not in `sections`.
    """

    sections: dict[str, dict[str, Section]] = field(default_factory=dict)
    damaged: set[str] = field(default_factory=set)
    lines: list[str] = field(default_factory=list)


class _TooLargeError(Exception):
    """An archive unpacks to more than any of Lovdata's does."""


class _Bounded(io.RawIOBase):
    """A stream that refuses to give more than MAX_UNPACKED bytes, so that a bomb does no harm."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._left = stream, MAX_UNPACKED

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(min(size, self._left + 1) if size >= 0 else self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise _TooLargeError
        return data


def section_key(number: str) -> str:
    """`§ 18-10 a` as the key `18-10a`, however it is spaced."""
    return re.sub(r"[§\s\u00a0.]", "", number).lower()


def read_archives(paths: Iterable[Path], wanted: set[str]) -> Documents:
    """The sections of the documents in `wanted`, for instance `{"lov/2016-06-17-73"}`.

    Never raises for what an archive holds: what cannot be read is told in `lines`.
    """
    found = Documents()
    for path in paths:
        try:
            for name, data in _members(path, found):
                if (document := _document_of(name, data)) in wanted:
                    _read_document(document, name, data, found)
        except _TooLargeError:
            found.lines.append(
                f"{path.name}: Arkivet er for stort når det blir pakka ut (over"
                f" {MAX_UNPACKED >> 20} MB). Hent det på nytt frå Lovdata."
            )
        except (OSError, EOFError, tarfile.TarError, lzma.LZMAError, ValueError) as error:
            found.lines.append(
                f"{path.name}: Arkivet kan ikkje lesast ({type(error).__name__}). Hent det på nytt."
            )
    return found


def _members(path: Path, found: Documents) -> Iterator[tuple[str, bytes]]:
    """The XML files of the archive at `path`, in its order."""
    with path.open("rb") as file:
        magic = file.read(6)
    unpacker = next((found for start, found in _UNPACKERS.items() if magic.startswith(start)), None)
    count = 0
    # A stream («r|») is read once from end to end, and nothing is ever written to a disk
    with (
        unpacker.open(path) if unpacker else path.open("rb") as stream,
        tarfile.open(fileobj=_Bounded(stream), mode="r|") as archive,
    ):
        for member in archive:
            count += 1
            if count > MAX_DOCUMENTS:
                raise _TooLargeError
            if not member.isreg() or not member.name.lower().endswith((".xml", ".html")):
                continue
            if member.size > MAX_DOCUMENT:
                found.lines.append(
                    f"{path.name}: {_named(member.name)} er for stor, og blei ikkje lesen."
                )
            elif content := archive.extractfile(member):
                yield member.name, content.read()
    if not count:
        found.lines.append(f"{path.name}: Arkivet er tomt. Hent det på nytt.")


def _named(name: str) -> str:
    """The last part of a name in an archive, fit to print."""
    return "".join(letter for letter in Path(name).name if letter.isprintable())[:80]


def _document_of(name: str, data: bytes) -> str | None:
    """Which act or regulation the file is, by its first address inside, else by its name."""
    if inside := _ADDRESS_INSIDE.search(data):
        return inside[1].decode().lower()
    if by_name := _FILE_NAME.match(Path(name).name):
        kind, year, month, day, number = by_name.groups()
        return f"{_KINDS[kind.lower()]}/{year}-{month}-{day}" + (f"-{number}" if number else "")
    return None


def _read_document(document: str, name: str, data: bytes, found: Documents) -> None:
    from lxml import etree  # imported late: of all commands, only those of the law watch need it

    # An archive comes from outside: nothing in it may load a file or an address, or fill the memory
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        found.damaged.add(document)
        found.lines.append(
            f"{_named(name)}: Fila er ikkje gyldig XML (linje {error.lineno}). Hent arkivet på"
            " nytt."
        )
        return
    sections = {key: Section(text) for key, text in _sections(root).items()}
    if not sections:
        found.damaged.add(document)
        found.lines.append(
            f"{_named(name)}: Fann ingen paragrafar. Lovdata kan ha endra formatet. Sjå på"
            " macros/lawwatch/archive.py."
        )
        return
    found.sections.setdefault(document, {}).update(sections)


def _sections(root: etree._Element) -> dict[str, str]:
    """The text of each section by its key. Two sections with the same number are joined."""
    found: dict[str, str] = {}
    for element in root.iter():
        if key := _key_of(element):
            text = " ".join([found.get(key, ""), _text(element)])
            found[key] = _plain(text)
    return found


def _key_of(element: etree._Element) -> str | None:
    """The number of the section that `element` is, or None where it is something else."""
    if not isinstance(element.tag, str):
        return None
    attributes = {name.lower(): value for name, value in element.attrib.items()}
    address = _ADDRESS.search(attributes.get("data-lovdata-url", ""))
    if address and address[2]:
        # Paragraphs of a section have longer addresses, `…/§5a/ledd_1`; chapters have no §
        return section_key(address[2]) if re.fullmatch(r"§[^/]+", address[2]) else None
    if "legalarticle" not in attributes.get("class", "").lower().split():
        return None
    if name := attributes.get("data-name", ""):
        return section_key(name) if name.startswith("§") else None
    heading = _HEADING.search(_text(element)[:80])
    return section_key(heading[1]) if heading else None


def _text(element: etree._Element) -> str:
    """All text of `element`, except notes on amendments, whose classes begin with `change`."""
    parts = [element.text or ""]
    for child in element:
        classes = (child.get("class") or "").lower().split()
        if isinstance(child.tag, str) and not any(name.startswith("change") for name in classes):
            parts.append(_text(child))
        parts.append(child.tail or "")
    return " ".join(parts)


def _plain(text: str) -> str:
    """`text` with white space, soft hyphens and forms of letters evened out.

    A difference in these is no change of the law, and must not change the digest."""
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    text = " ".join(text.split())
    return re.sub(r" (?=[.,;:)])", "", text)
