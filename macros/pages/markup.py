"""Small pieces of Markdown and HTML that several pages use."""

from __future__ import annotations

import json
from datetime import date
from html import escape


def front_matter(
    *,
    title: str,
    description: str,
    updated: date,
    source: str,
    section: str = "",
    language: str = "",
    series: bool = False,
) -> str:
    """The front matter of a generated page.

    `source` is the file that an editor would change. `section` is the folder whose page in the menu
    it belongs to, for a page that is not in the menu. `language` is the language of the title if it
    is not that of the page. A page in a `series` ends with links to the pages before and after it.
    """
    # Escaped, because templates insert the title and the description as they are
    values = {
        "title": text(title),
        "description": text(description),
        "date": updated.isoformat(),
        "source": source,
    }
    values |= {key: value for key, value in (("section", section), ("language", language)) if value}
    # Every JSON string is also a YAML string, whatever characters it has
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    lines += ["series: true"] if series else []
    return "\n".join(["---", *lines, "---", ""])


def link(title: str, page: str, anchor: str = "") -> str:
    """A link to `page`, a path within an edition that ends in `.md`.

    MkDocs checks that it exists."""
    return f"[{title}](/{page}{'#' + anchor if anchor else ''})"


def heading(level: int, title: str, anchor: str = "") -> str:
    """A heading, with a permanent anchor if one is given."""
    return f"{'#' * level} {title}" + (f" {{: #{anchor} }}" if anchor else "")


def quote(text: str) -> str:
    """`text` as a block quote."""
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def paragraphs(*parts: str) -> str:
    """The blocks of Markdown that are not empty, with a blank line between them."""
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def text(value: str) -> str:
    """`value` escaped for use as text or as the value of an attribute in HTML."""
    return escape(value, quote=True)


def table(rows: list[list[str]]) -> str:
    """A Markdown table. The second row must be the line below the headings."""
    flat = [[" ".join(cell.split()).replace("|", r"\|") for cell in row] for row in rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in flat)
