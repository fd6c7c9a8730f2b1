"""A file as text parts, with what is needed to put it together from answers."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import asdict, dataclass, field
from typing import Any

_ID = re.compile(r'<w:id w:val="\d+"/>')
# A row that goes as a whole has its mark, `<!--|name-->`, in its first cell. The groups are what
# stands in the row before the mark, the name, and what comes after
_ROWS = {
    form: re.compile(rf"(?ms)({begin}(?:(?!{begin}).)*?)<!--\|([^>]*?)-->(.*?{end})")
    for form, begin, end in (
        ("docx", r"<w:tr[ >]", r"</w:tr>"),
        ("odt", r"<table:table-row[ >]", r"</table:table-row>"),
        ("html", r"<tr[ >]", r"</tr>"),
        ("md", r"^\|", r"\n"),
    )
}
# pandoc makes the columns of a table as wide as what stands in them, marks included
_PADDED = re.compile(r"(?m)(?<=\S) {2,}(?=\|)")


@dataclass(frozen=True)
class Sheet:
    """Where the rows of a sheet are: its part, and the letters of the columns that answers know.

    `rows` are the rows that answers know by a name, and `empty` those that are free. `dates` are
    the columns that hold days."""

    part: str
    columns: dict[str, str]
    rows: dict[str, int]
    empty: list[int]
    dates: list[str]


@dataclass(frozen=True)
class Parts:
    """A file that is taken apart.

    `parts` are the names and the texts of its parts, in order. `off` are the regions that the
    public file does not have. `groups` and `uses` are explained in `macros/documents/regions.py`.
    `long` are the fields that may have several lines."""

    parts: list[tuple[str, str]]
    off: list[str] = field(default_factory=list)
    groups: dict[str, list[str]] = field(default_factory=dict)
    uses: list[tuple[list[str], list[str]]] = field(default_factory=list)
    long: list[str] = field(default_factory=list)
    sheets: dict[str, Sheet] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """The same as plain data, without what is empty."""
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def read(cls, data: dict[str, Any]) -> Parts:
        """The opposite of `plain`."""
        sheets = {name: Sheet(**sheet) for name, sheet in data.get("sheets", {}).items()}
        return cls(**{**data, "sheets": sheets})


def taken_apart(data: bytes, form: str) -> list[tuple[str, str]]:
    """The parts of a file. A file that is no zip has one part, named by its format.

    Ids of controls are taken out, since they are given when the file is put together: what is the
    same in two documents is then the same text."""
    if form not in ("docx", "odt", "xlsx"):
        text = _marked_rows(data.decode(), form)
        return [(form, _PADDED.sub(" ", text) if form == "md" else text)]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [
            (item.filename, _without_ids(_marked_rows(archive.read(item).decode(), form)))
            for item in archive.infolist()
        ]


def _without_ids(text: str) -> str:
    return _ID.sub('<w:id w:val="0"/>', text)


def _marked_rows(text: str, form: str) -> str:
    """The text with the mark in the first cell of a row moved around the row."""
    if "<!--|" not in text:
        return text
    return _ROWS[form].sub(r"<!--(\2-->\1\3<!--)-->", text)
