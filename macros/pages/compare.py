"""Compare two to four examples: a form to choose them, and a small file for each that is loaded.

The files are scripts and not JSON, since a page opened from a disk may load scripts only."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

from ..content import Example, View
from .contributed import lang
from .example import facts
from .links import chapter_name
from .markup import text

COMPARED_EXAMPLES = "data/eksempel"
COLUMNS = 4
SPOKEN = ("number", "none", "status", "few", "failed", "table", "row", "nothing", "one")


def comparison(view: View, directory_urls: bool = True) -> str:
    """The form, which is hidden until its script runs, and the rows that it may show."""
    options = "".join(_option(example, view) for example in view.content.examples.values())
    rows = "".join(f'<li data-key="{key}">{text(label)}</li>' for key, label in _rows(view))
    spoken = " ".join(f'data-{key}="{text(view.say(f"compare.{key}"))}"' for key in SPOKEN)
    base = ("../../" if directory_urls else "../") + COMPARED_EXAMPLES
    pages = (
        'data-list="../" data-page="/"' if directory_urls else 'data-list="./" data-page=".html"'
    )
    return "\n".join(
        [
            (
                f'<form class="compare" data-compare data-base="{base}" data-columns="{COLUMNS}"'
                f" {pages} {spoken} hidden>"
            ),
            f"<fieldset><legend>{text(view.say('compare.choose'))}</legend>",
            (
                '<div class="filters__grid" data-selects><select translate="no"'
                f" data-model>{options}</select></div>"
            ),
            f"<ul data-rows hidden>{rows}</ul>",
            '<p role="status" data-status></p>',
            "</fieldset>",
            "</form>",
            "<div data-comparison></div>",
        ]
    )


def _option(example: Example, view: View) -> str:
    words = example.told_in(view.code)
    return (
        "<option"
        f' value="{example.id}"{lang(words.title_language, view)}>{text(words.name)}</option>'
    )


def comparison_files(
    view: View, only: Collection[str] | None = None
) -> Iterator[tuple[str, bytes]]:
    """`(path within the edition, content)` of the examples' files, or of those in `only`."""
    for example in (e for e in view.content.examples.values() if only is None or e.id in only):
        yield f"{COMPARED_EXAMPLES}/{example.id}.js", _file(view, example)


def _rows(view: View) -> Iterator[tuple[str, str]]:
    yield "use", view.say("example.use")
    yield "about", view.say("example.about")
    for owner in view.content.chapters.values():
        yield owner.id, chapter_name(owner, view)
    yield "lesson", view.say("example.lesson")
    yield "setback", view.say("example.setback")


def _file(view: View, example: Example) -> bytes:
    words = example.told_in(view.code)
    texts = {"use": words.use, "about": words.about, **words.chapters, "lesson": words.lesson}
    texts["setback"] = words.setback
    record = {
        "id": example.id, "name": words.name, "nameLang": words.title_language,
        "lang": words.language,
        "facts": facts(view, example), "texts": {k: v for k, v in texts.items() if v},
    }  # fmt: skip
    # An escaped «<» can never end a script element, wherever the file may be inserted
    data = json.dumps(record, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"addExample({data});\n".encode()
