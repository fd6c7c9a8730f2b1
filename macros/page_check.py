"""Check the written pages (`docs/nn`, `docs/nb`), and what they refer to, before a build."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from difflib import get_close_matches
from functools import lru_cache
from itertools import permutations
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, TemplateSyntaxError, nodes

from .content import CITATION, EDITIONS, Content, Problem
from .content.dates import is_to_come, today
from .content.files import entries, project_files
from .content.markdown_source import masked, read_markdown
from .content.problems import MAX_QUOTE, caught, unknown, unknown_source
from .content.raw_html import raw_html
from .content.text import is_blank
from .content.yaml_file import YamlFile
from .pages.macros import MACROS, Macro

MAX_DESCRIPTION = 160
# A page with one of these macros has citations, although its source may have no mark
_CITING = ("cite(", "glossary(", "source_table(")
# A call of a macro with only one brace on a side is not run, and would be shown as text
_CALL = rf"((?:{'|'.join(macro.name for macro in MACROS)})\([^(){{}}]*\))"
_ONE_BRACE = re.compile(rf"(?<!\{{)\{{\s*{_CALL}\s*\}}\}}?")
_TEMPLATES = ("main.html", "results.html")
"""The templates of our theme, for a project that has pages and data only."""
_HIDDEN = ("navigation", "toc", "footer", "path", "feedback")
_KEYS = ("title", "description", "date", "render_macros", "series", "hide", "template", "home")


def check_pages(root: Path, content: Content | None) -> list[Problem]:
    """Every fault in the written pages of the project at `root`.

    Without content, the names in citations and macros cannot be checked."""
    problems = [problem for file in _pages(root) for problem in check_page(root, file, content)]
    return problems + list(_missing_twins(root))


def _pages(root: Path) -> list[Path]:
    return sorted(
        path
        for edition in EDITIONS.values()
        for path in project_files(root / edition.folder, "*.md")
    )


def _missing_twins(root: Path) -> Iterator[Problem]:
    pages = {edition.folder: _relative(root / edition.folder) for edition in EDITIONS.values()}
    for here, there in permutations(pages, 2):
        for path in sorted(pages[here] - pages[there]):
            message = f"Sida manglar i {there}/. Alle målformer skal ha alle sider."
            yield Problem(f"{here}/{path.as_posix()}", 1, message)


def _relative(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in project_files(folder, "*.md")}


def check_page(root: Path, file: Path, content: Content | None) -> list[Problem]:
    """The faults in the front matter, headings, citations and macros of one page. Never raises."""
    name = file.relative_to(root).as_posix()
    return caught(name, lambda: _check(root, file, name, content))


def _check(root: Path, file: Path, name: str, content: Content | None) -> Iterator[Problem]:
    # The loader is the one that MkDocs uses, since it makes other types of some values than ours
    top, text = read_markdown(file, name, yaml.CSafeLoader)
    yield from top.problems
    if text is not None and not text.strip():
        yield Problem(name, 1, "Sida er tom.")
    elif text is not None:
        for line, message in (
            *_top(top, today(), root),
            *_body(text, content),
            *macro_faults(text, top.data, content),
        ):
            yield Problem(name, line, message)


def _top(top: YamlFile, now: date, root: Path) -> Iterator[tuple[int, str]]:
    """The faults in the keys at the top of the page."""
    meta = top.data
    if top.problems:
        return
    if not isinstance(meta, dict):
        yield 1, "Sida manglar topp. Skriv title, description og date mellom to linjer med «---»."
        return
    wrong = [key for key in meta if key not in _KEYS]
    for key in wrong:
        yield top.line((key,)), f"Nøkkelen {unknown(key, _KEYS)}"
    for key in ("title", "description"):
        # A key that is only misspelled is reported once, as the unknown key
        misspelled = any(key in get_close_matches(other, _KEYS, n=1) for other in wrong)
        if not misspelled and (message := _text_fault(meta, key)):
            yield top.line((key,)), message
    if message := _date_fault(meta, now):
        yield top.line(("date",)), message
    yield from _shown(top, meta, root)
    for key in ("render_macros", "series", "home"):
        if not isinstance(meta.get(key, True), bool):
            yield top.line((key,)), f"«{key}» skal vere true (ja) eller false (nei)."


def _text_fault(meta: dict[str, Any], key: str) -> str | None:
    """What is wrong with a text that every page must have at its top."""
    value = meta.get(key)
    if value is None or (isinstance(value, str) and is_blank(value)):
        return f"Toppen av sida manglar «{key}»."
    if not isinstance(value, str):
        return f"«{key}» skal vere tekst. Set verdien i hermeteikn."
    if key == "description" and len(value) > MAX_DESCRIPTION:
        return f"«description» er på {len(value)} teikn. Høgst {MAX_DESCRIPTION}."
    return None


def _date_fault(meta: dict[str, Any], now: date) -> str | None:
    """What is wrong with the date of the page, when today is `now`."""
    day = meta.get("date")
    if isinstance(day, datetime):
        return "«date» har eit klokkeslett. Skriv berre dagen, til dømes 2026-11-24."
    if not isinstance(day, date):
        return (
            "Toppen av sida manglar «date», dagen innhaldet sist vart endra, til dømes 2026-11-24."
        )
    if is_to_come(day, now):
        return f"«date» er {day}, som ikkje har vore enno. Rett datoen."
    return None


def _shown(top: YamlFile, meta: dict[str, Any], root: Path) -> Iterator[tuple[int, str]]:
    """Refuse a template that the theme does not have, and hiding of unknown parts of the page."""
    if "template" in meta:
        own = [path.name for path in entries(root / "docs/theme") if path.suffix == ".html"]
        templates = own or list(_TEMPLATES)
        if meta["template"] not in templates:
            yield top.line(("template",)), f"Sidemalen {unknown(str(meta['template']), templates)}"
    hidden = meta.get("hide", [])
    if not isinstance(hidden, list):
        yield top.line(("hide",)), "«hide» skal vere ei liste, til dømes [toc]."
        return
    for part in (str(part) for part in hidden if part not in _HIDDEN):
        yield top.line(("hide",)), f"«hide»: {unknown(part, _HIDDEN)}"


def _body(text: str, content: Content | None) -> Iterator[tuple[int, str]]:
    text, ones = masked(text), []
    yield from raw_html(text)
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("# "):
            ones.append(number)
        for match in CITATION.finditer(line):
            if content and match[1] not in content.citable:
                yield number, unknown_source(match[1], content.citable, content.replaced)
        for match in _ONE_BRACE.finditer(line):
            yield (
                number,
                f"«{match[0][:MAX_QUOTE]}» står med éi klamme. Skriv to: {{{{ {match[1]} }}}}.",
            )
    opened = text.rfind("<!--")
    if opened > text.rfind("-->"):
        yield (
            text.count("\n", 0, opened) + 1,
            "Merknaden «<!--» er ikkje lukka, så resten av sida blir gøymd."
            " Lukk merknaden med «-->».",
        )
    if len(ones) != 1:
        yield (
            (ones[1] if len(ones) > 1 else 1),
            f"Sida har {len(ones)} overskrifter med «# ». Sida skal ha éi.",
        )
    if not CITATION.search(text) and not any(call in text for call in _CITING):
        yield 1, "Sida viser ikkje til noka kjelde. Set inn minst éi, til dømes [@dfo-strategisk]."


def macro_faults(text: str, meta: Any, content: Content | None) -> Iterator[tuple[int, str]]:
    """`(line, message)` for every wrong call of a macro.

    The calls are read from Jinja's syntax tree, so that nothing is run to be checked."""
    try:
        tree = _syntax_tree(text)
    except TemplateSyntaxError as error:
        yield error.lineno, "Makroen lèt seg ikkje lese. Sjå etter klammer og hermeteikn."
        return
    except (RecursionError, ValueError):  # ten thousand brackets, or a number with as many digits
        yield 1, 'Ein makro på sida er for stor til å lesast. Skriv berre {{ namn("id") }}.'
        return
    if node := next(_not_calls(tree), None):
        example = 'question("kapasitet")'
        yield (
            node.lineno,
            f"Mellom {{{{ og }}}} kan det berre stå eitt makrokall, til dømes {{{{ {example} }}}}.",
        )
        return
    turned_off = isinstance(meta, dict) and not meta.get("render_macros")
    if turned_off and (first := tree.find(nodes.Call)):
        yield first.lineno, "Sida har makroar, men toppen manglar linja «render_macros: true»."
    yield from _call_faults(tree, content)


def _call_faults(tree: nodes.Template, content: Content | None) -> Iterator[tuple[int, str]]:
    """The faults in the names and the arguments of the calls in `tree`."""
    known = {macro.name: macro for macro in MACROS}
    for name in tree.find_all(nodes.Name):
        if name.name not in known:
            yield name.lineno, f"Makroen {unknown(name.name, known)}"
    for call in tree.find_all(nodes.Call):
        macro = known.get(call.node.name) if isinstance(call.node, nodes.Name) else None
        if macro and (message := _argument_problem(call, macro, content)):
            yield call.lineno, message


@lru_cache(maxsize=512)
def _syntax_tree(text: str) -> nodes.Template:
    """The syntax tree of a page. Kept, since under serve all pages are checked when one changes."""
    return Environment(autoescape=False).parse(text)


def _not_calls(tree: nodes.Template) -> Iterator[nodes.Node]:
    """Everything that is neither text nor a plain call of a macro, since nothing else may run."""
    for part in tree.body:
        for node in part.nodes if isinstance(part, nodes.Output) else [part]:
            if not isinstance(node, nodes.TemplateData | nodes.Name) and not (
                isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name)
            ):
                yield node


def _argument_problem(call: nodes.Call, macro: Macro, content: Content | None) -> str | None:
    values = [arg.value for arg in call.args if isinstance(arg, nodes.Const)]
    if call.kwargs or len(values) != len(call.args) or len(values) > (1 if macro.allowed else 0):
        return f"{macro.name}(): Feil argument. Skriv {_usage(macro)}."
    if macro.allowed is None or (not values and macro.default):
        return None
    if not values:
        return f"{macro.name}(): Manglar argument. Skriv {_usage(macro)}."
    if content is None:
        return None
    allowed = list(macro.allowed(content))
    return None if values[0] in allowed else f"{macro.name}(): {unknown(str(values[0]), allowed)}"


def _usage(macro: Macro) -> str:
    return f'{{{{ {macro.name}("id") }}}}' if macro.allowed else f"{{{{ {macro.name}() }}}}"
