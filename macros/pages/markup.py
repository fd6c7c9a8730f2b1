"""Small pieces of Markdown and HTML that several pages share."""

from __future__ import annotations

import json
from datetime import date
from html import escape


def front_matter(
    *, title: str, description: str, updated: date, source: str, section: str = "", language: str = ""
) -> str:
    """Front matter of a generated page. `source` is the file an editor would change, `section` the folder
    whose page in the menu it belongs under when it has no place of its own there, `language` that of the title
    when it is not the page's."""
    # Templates put title and description into the page as they are
    values = {"title": text(title), "description": text(description), "date": updated.isoformat(), "source": source}
    values |= {key: value for key, value in (("section", section), ("language", language)) if value}
    # A JSON string is a YAML string, whatever is in it
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---", ""])


def link(title: str, page: str, anchor: str = "") -> str:
    """A link to `page` (path within an edition, `.md`), checked by MkDocs when it builds."""
    return f"[{title}](/{page}{'#' + anchor if anchor else ''})"


def heading(level: int, title: str, anchor: str = "") -> str:
    """A heading, with a permanent anchor where one is given."""
    return f"{'#' * level} {title}" + (f" {{: #{anchor} }}" if anchor else "")


def quote(text: str) -> str:
    """`text` as a block quote."""
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def paragraphs(*parts: str) -> str:
    """Blocks of Markdown with one blank line between."""
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def text(value: str) -> str:
    """`value` as text inside HTML."""
    return escape(value, quote=True)


def table(rows: list[list[str]]) -> str:
    """A Markdown table; the second row is the line under the headings."""
    flat = [[" ".join(cell.split()).replace("|", r"\|") for cell in row] for row in rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in flat)
