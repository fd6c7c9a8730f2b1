"""Two to four examples side by side: a form that lists them, and for each a small file the script fetches.

A file is a script, not JSON, since a page opened from a disk may load scripts and nothing else."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from functools import partial

from ..content import Content, Edition, Example
from .contributed import lang
from .example import facts
from .links import chapter_name
from .markup import text

COMPARED_EXAMPLES = "data/eksempel"
COLUMNS = 4
SPOKEN = ("number", "none", "status", "few", "failed", "table", "row", "nothing")


def comparison(content: Content, edition: Edition, directory_urls: bool = True) -> str:
    """The form, hidden until the script is there, the rows it may show, and a way on without it."""
    say = partial(content.label, edition=edition)
    options = "".join(_option(example, edition) for example in content.examples.values())
    rows = "".join(f'<li data-key="{key}">{text(label)}</li>' for key, label in _rows(content, edition))
    spoken = " ".join(f'data-{key}="{text(say(f"compare.{key}"))}"' for key in SPOKEN)
    base = ("../../" if directory_urls else "../") + COMPARED_EXAMPLES
    pages = 'data-list="../" data-page="/"' if directory_urls else 'data-list="./" data-page=".html"'
    return "\n".join(
        [
            f'<form class="compare" data-compare data-base="{base}" data-columns="{COLUMNS}" {pages} {spoken} hidden>',
            f"<fieldset><legend>{text(say('compare.choose'))}</legend>",
            f'<div class="filters__grid" data-selects><select translate="no" data-model>{options}</select></div>',
            f"<ul data-rows hidden>{rows}</ul>",
            '<p role="status" data-status></p>',
            "</fieldset>",
            "</form>",
            "<div data-comparison></div>",
        ]
    )


def _option(example: Example, edition: Edition) -> str:
    words = example.told_in(edition)
    return f'<option value="{example.id}"{lang(words.title_language, edition)}>{text(words.name)}</option>'


def comparison_files(
    content: Content, edition: Edition, only: Collection[str] | None = None
) -> Iterator[tuple[str, bytes]]:
    """`(path within the edition, content)` of the file of every example, or of those with an id in `only`."""
    for example in (e for e in content.examples.values() if only is None or e.id in only):
        yield f"{COMPARED_EXAMPLES}/{example.id}.js", _file(content, example, edition)


def _rows(content: Content, edition: Edition) -> Iterator[tuple[str, str]]:
    yield "use", content.label("example.use", edition)
    yield "about", content.label("example.about", edition)
    for owner in content.chapters.values():
        yield owner.id, chapter_name(owner, edition)
    yield "lesson", content.label("example.lesson", edition)
    yield "setback", content.label("example.setback", edition)


def _file(content: Content, example: Example, edition: Edition) -> bytes:
    words = example.told_in(edition)
    texts = {"use": words.use, "about": words.about, **words.chapters, "lesson": words.lesson}
    texts["setback"] = words.setback
    record = {
        "id": example.id, "name": words.name, "nameLang": words.title_language, "lang": words.language,
        "facts": facts(content, example, edition), "texts": {k: v for k, v in texts.items() if v},
    }  # fmt: skip
    # «<» could end a script element, wherever this is put
    data = json.dumps(record, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"addExample({data});\n".encode()
