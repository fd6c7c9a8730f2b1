"""The last section of a document: the sources that its text cites."""

from __future__ import annotations

from collections.abc import Collection

from ..content import View
from ..content.dates import long_date, published
from .manuscript import escape
from .regions import SOURCE, SOURCES
from .template import cited


def source_of(view: View, name: str) -> str:
    """The source of the citation `name`, which may be a section of the law."""
    return view.content.law[name].source if name in view.content.law else name


def cited_sources(view: View, text: str) -> dict[str, None]:
    """The ids of the sources that `text` cites, each once, in order."""
    return dict.fromkeys(source_of(view, name) for name in cited(view, text))


def appendix(view: View, names: Collection[str], *, marked: bool = False) -> str:
    """The last section of the document: its sources, each with the day it was checked.

    With `marked`, the section and each source in it is a region."""
    if not names:
        return ""
    made = "\n".join(_region(f"{SOURCE}{name}", _source(view, name), marked) for name in names)
    return _region(SOURCES, f"\n\n# {view.say('sources')}\n\n{made}\n", marked)


def _region(name: str, text: str, marked: bool) -> str:
    return f'::: {{.region name="{name}"}}\n{text}\n:::\n' if marked else text


def _source(view: View, name: str) -> str:
    """The Markdown of a source in the list."""
    source = view.content.sources[name]
    undated = view.say("source.undated")
    title = escape(source.title)
    spoken = title if source.language == view.code else f"[{title}]{{lang={source.language}}}"
    checked = f"{view.say('source.checked')} {long_date(source.checked)}"
    stop = "" if source.title.endswith(("?", "!")) else "."
    return (
        f"::: kjelde\n{spoken}{stop} {escape(source.publisher[view.code])}, "
        f"{published(source.published, undated)}. {checked}. <{source.url}>\n:::\n"
    )
