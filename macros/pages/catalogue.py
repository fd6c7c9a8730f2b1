"""The catalogue of examples: the whole list, its filters, and a table of what they cover."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import get_args

from ..content import Example, Measure, Question, View
from ..content.example import Body, County, ExampleKind, Group, Language, Status
from .contributed import lang, opening
from .example import period
from .markup import text

WORDS = "data/eksempel-ord.js"
"""Path of the file with the words that the search in the catalogue finds."""
LIST_ANCHOR = "liste"  # of the heading above the list, on the page itself
SUMMARY = 220
# The name of a filter in the address of the page, the field of an example that it looks at, and the
# values of that field. The field is also a part of the labels' keys.
CHOICES = {
    "verksemd": ("body", get_args(Body)),
    "fylke": ("county", get_args(County)),
    "slag": ("kind", get_args(ExampleKind)),
    "gruppe": ("group", get_args(Group)),
    "malform": ("language", get_args(Language)),
    "status": ("status", get_args(Status)),
}
SHADES = 5
USABLE: tuple[Status, ...] = ("in-force", "unknown", "replaced", "ended", "dissolved")
"""The order of the list. Examples in force come first, because readers can use them as they are."""


def catalogue(view: View, directory_urls: bool = True) -> str:
    """The filters, and a card for every example.

    The filters are hidden until their script runs. Examples are sorted by status (see USABLE), and
    by name among those with the same status."""
    cards = [_card(view, example, directory_urls) for example in _listed(view)]
    base = "../" if directory_urls else "./"
    listed = f'<ul class="catalogue" data-words="{base}{WORDS}">'
    button = f'<button type="button" class="button">{text(view.say("catalogue.rest"))}</button>'
    rest = f"<p data-rest hidden>{button}</p>"
    return "\n".join([_filters(view), listed, *cards, "</ul>", rest])


def catalogue_words(view: View) -> tuple[str, bytes]:
    """`(path within the edition, content)` of the words of each card that the card does not show.

    The file is a script, since a page opened from a disk may load scripts only. It is loaded when
    a reader searches: at a thousand examples it is most of what the catalogue is."""
    words = [_words(example, view.code) for example in _listed(view)]
    data = json.dumps(words, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return WORDS, f"addWords({data});\n".encode()


def _listed(view: View) -> list[Example]:
    """The examples in the order of the list."""
    return sorted(view.content.examples.values(), key=lambda e: USABLE.index(e.status))


def coverage(view: View) -> str:
    """A table of the number of examples about each question and measure, by kind of public body."""
    bodies = get_args(Body)
    heads = [
        view.say("catalogue.coverage.chapter"),
        view.say("catalogue.coverage.all"),
        *(view.say(f"example.body.{b}") for b in bodies),
    ]
    rows = [_coverage_row(view, owner) for owner in view.content.chapters.values()]
    return "\n".join(
        [
            (
                '<div class="table-frame" role="region" tabindex="0"'
                f' aria-label="{text(view.say("catalogue.coverage"))}">'
            ),
            '<table class="data coverage"><thead><tr>',
            *(f'<th scope="col">{text(head)}</th>' for head in heads),
            "</tr></thead><tbody>",
            *rows,
            "</tbody></table></div>",
        ]
    )


def example_href(example: Example, directory_urls: bool) -> str:
    """The address of the page of an example, relative to the catalogue."""
    return f"{example.id}/" if directory_urls else f"{example.id}.html"


def chapter_query(owner: Question | Measure) -> str:
    """The query that makes the catalogue show only the examples about `owner`."""
    return f"{'grep' if isinstance(owner, Measure) else 'sporsmal'}={owner.id}"


def _card(view: View, example: Example, directory_urls: bool) -> str:
    words = example.told_in(view.code)
    facts = [
        view.say(f"example.kind.{example.kind}"),
        *([period(view, example)] if example.valid_from or example.valid_to else []),
        view.say(f"example.status.{example.status}"),
        view.say(f"example.evidence.{example.evidence}"),
    ]
    return (
        f'<li class="card" {_data(example)}><h3><a'
        f' href="{example_href(example, directory_urls)}"><span'
        f' translate="no"{lang(words.title_language, view)}>{text(words.name)}</span></a></h3><p'
        f' class="told"{lang(words.language, view)}>'
        f"{text(words.use or opening(words.about, SUMMARY))}</p><p"
        f' class="card__facts">{" · ".join(map(text, facts))}</p></li>'
    )


def _data(example: Example) -> str:
    """The attributes that the filters look at, with the names that are used in the address."""
    values = {
        "sporsmal": " ".join(example.questions),
        "grep": " ".join(example.measures),
        **{name: getattr(example, field) or "none" for name, (field, _) in CHOICES.items()},
    }
    return " ".join(f'data-{name}="{text(value)}"' for name, value in values.items())


def _words(example: Example, code: str) -> str:
    """Every word of four letters or more in what the example says, each once."""
    words = example.told_in(code)
    return _distinct(words.about, words.use, words.lesson, words.setback, *words.chapters.values())


@lru_cache(maxsize=4096)
def _distinct(*texts: str) -> str:
    return " ".join(
        dict.fromkeys(word for value in texts for word in re.findall(r"[\w-]{4,}", value.lower()))
    )


def _filters(view: View) -> str:
    """The form with a search box, the three filters most readers want, and the rest below them."""
    words = {key: text(view.say(f"catalogue.{key}")) for key in ("count", "empty", "first")}
    first, *more = _choice_selects(view)
    return "\n".join(
        [
            (
                '<form class="filters" role="search"'
                f' aria-label="{text(view.say("catalogue.filters"))}" data-filters hidden'
                f' data-count="{words["count"]}" data-empty="{words["empty"]}"'
                f' data-first="{words["first"]}">'
            ),
            (
                '<p class="filters__search"><label'
                f' for="dome-q">{text(view.say("catalogue.search"))}</label><input type="search"'
                ' id="dome-q" name="q" autocomplete="off"></p>'
            ),
            '<div class="filters__grid">',
            *_chapter_selects(view),
            first,
            "</div>",
            f"<details><summary>{text(view.say('catalogue.more'))}</summary>",
            '<div class="filters__grid">',
            *more,
            "</div></details>",
            *_filter_foot(view),
            "</form>",
        ]
    )


def _chapter_selects(view: View) -> Iterator[str]:
    """The filters for the questions and the measures that examples are about."""
    for name, key, owners in (
        ("sporsmal", "question", view.content.questions.values()),
        ("grep", "measure", view.content.measures.values()),
    ):
        yield _select(view, name, f"catalogue.filter.{key}", _chapter_options(view, owners))


def _choice_selects(view: View) -> Iterator[str]:
    """The filters for the fields of an example, in the order of CHOICES."""
    for name, (field, _) in CHOICES.items():
        yield _select(view, name, f"catalogue.filter.{field}", _options(view, name))


def _filter_foot(view: View) -> Iterator[str]:
    """What the script fills in: the chosen filters, the number of examples, and an address.

    The number stands there from the beginning, so that the text takes no more room later."""
    every = str(len(view.content.examples))
    shown = view.say("catalogue.count").replace("{shown}", every).replace("{all}", every)
    yield '<p class="filters__chosen" data-chosen></p>'
    yield f'<p class="filters__foot"><span role="status" data-shown>{text(shown)}</span>'
    yield f'<button type="reset" class="button">{text(view.say("catalogue.reset"))}</button></p>'
    yield f'<p class="filters__share" data-share hidden>{text(view.say("catalogue.share"))}</p>'


def _select(view: View, name: str, label: str, options: Iterable[str]) -> str:
    listed = "".join(options)
    return (
        f'<p><label for="dome-{name}">{text(view.say(label))}</label><select id="dome-{name}"'
        f' name="{name}"><option'
        f' value="">{text(view.say("catalogue.any"))}</option>{listed}</select></p>'
    )


def _options(view: View, name: str) -> Iterator[str]:
    """An option for each value that any example has, with the number of examples."""
    field, values = CHOICES[name]
    counts = Counter(
        getattr(example, field) or "none" for example in view.content.examples.values()
    )
    for value in (*values, "none"):
        if counts[value]:
            label = view.say(f"example.{field}.{value}")
            yield f'<option value="{value}">{text(label)} ({counts[value]})</option>'


def _chapter_options(view: View, owners: Iterable[Question | Measure]) -> Iterator[str]:
    for owner in owners:
        count = len(view.shown(owner.id))
        yield (
            f'<option value="{owner.id}">{text(f"{owner.number}. {owner.title[view.code]}")}'
            f" ({count})</option>"
        )


def _coverage_row(view: View, owner: Question | Measure) -> str:
    examples = view.shown(owner.id)
    counts = Counter(example.body for example in examples)
    name = owner.numbered(view.code)
    query = chapter_query(owner)
    most = max(1, len(view.content.examples))
    cells = [_cell(len(examples), most, query, name)]
    for body in get_args(Body):
        label = f"{name}, {view.say(f'example.body.{body}')}"
        cells.append(_cell(counts[body], most, f"{query}&verksemd={body}", label))
    return f'<tr><th scope="row">{text(name)}</th>{"".join(cells)}</tr>'


def _cell(count: int, most: int, query: str, name: str) -> str:
    """A number that links to the examples it counts, on a shade that is darker the more there are.

    The number is always written too, so that nobody depends on the shade."""
    if not count:
        return '<td class="shade-0">0</td>'
    shade = min(SHADES, 1 + SHADES * count // most)
    return (
        f'<td class="shade-{shade}"><a href="?{text(query)}#{LIST_ANCHOR}">'
        f'<span class="visually-hidden">{text(name)}: </span>{count}</a></td>'
    )
