"""Hold the written pages (`docs/nn`, `docs/nb`) against the content before anything is built."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import yaml
from jinja2 import Environment, TemplateSyntaxError, nodes

from ..content import CITATION, EDITIONS, Content, Problem
from ..content.problems import near, unknown
from .author import MACROS, Macro

MAX_DESCRIPTION = 160
# Macros that bring their own citations
_CITING = ("cite(", "glossary(", "source_table(")
_KEYS = ("title", "description", "date", "render_macros", "hide", "template", "home")


def check_pages(root: Path, content: Content) -> list[Problem]:
    """Every fault in the written pages of the project at `root`."""
    problems = [problem for file in _pages(root) for problem in check_page(root, file, content)]
    return problems + list(_missing_twins(root))


def _pages(root: Path) -> list[Path]:
    return sorted(path for edition in EDITIONS for path in (root / "docs" / edition).rglob("*.md"))


def _missing_twins(root: Path) -> Iterator[Problem]:
    trees: dict[str, set[Path]] = {
        e: {p.relative_to(root / "docs" / e) for p in (root / "docs" / e).rglob("*.md")} for e in EDITIONS
    }
    for here, there in (("nn", "nb"), ("nb", "nn")):
        for path in sorted(trees[here] - trees[there]):
            yield Problem(
                f"docs/{here}/{path.as_posix()}",
                1,
                f"Sida manglar i docs/{there}/. Begge målformer skal ha alle sider.",
            )


def check_page(root: Path, file: Path, content: Content) -> Iterator[Problem]:
    """The faults of one page: front matter, headings, citations, macro calls."""
    name = file.relative_to(root).as_posix()
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.read_bytes().count(b"\n", 0, error.start) + 1
        yield Problem(name, line, "Teiknet her er ikkje UTF-8. Lagre fila på nytt med teiknsettet UTF-8.")
        return
    for line, message in (*_front_matter(text), *_body(text, content), *_calls(text, content)):
        yield Problem(name, line, message)


def _front_matter(text: str) -> Iterator[tuple[int, str]]:
    match = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    try:
        meta = yaml.safe_load(match[1]) if match else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        yield (
            (mark.line + 2 if mark else 1),
            "Toppen av sida (mellom «---») lèt seg ikkje lese. Sjå etter kolon og hermeteikn.",
        )
        return
    if not isinstance(meta, dict):
        yield 1, "Sida manglar topp. Skriv title, description og date mellom to linjer med «---»."
        return
    for key in meta:
        if key not in _KEYS:
            yield _line_of(text, f"{key}:"), f"Nøkkelen {unknown(str(key), _KEYS)}"
    for key in ("title", "description"):
        if not isinstance(meta.get(key), str) or not meta[key].strip():
            yield 1, f"Toppen av sida manglar «{key}»."
    if len(str(meta.get("description", ""))) > MAX_DESCRIPTION:
        length = len(meta["description"])
        yield _line_of(text, "description:"), f"«description» er på {length} teikn. Høgst {MAX_DESCRIPTION}."
    if not isinstance(meta.get("date"), date):
        yield 1, "Toppen av sida manglar «date», dagen innhaldet sist vart endra, til dømes 2026-11-24."


def _body(text: str, content: Content) -> Iterator[tuple[int, str]]:
    citable = [*content.sources, *content.law]
    ones = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("# "):
            ones.append(number)
        for match in CITATION.finditer(line):
            if match[1] not in citable:
                yield number, f"Kjelda {unknown(match[1], near(match[1], citable))}"
    if len(ones) != 1:
        yield (ones[1] if len(ones) > 1 else 1), f"Sida har {len(ones)} overskrifter med «# ». Ho skal ha éi."
    if not CITATION.search(text) and not any(call in text for call in _CITING):
        yield 1, "Sida viser ikkje til noka kjelde. Set inn minst éi, til dømes [@dfo-strategisk]."


def _calls(text: str, content: Content) -> Iterator[tuple[int, str]]:
    """Macro calls, read from the syntax tree, so that nothing has to run to be checked."""
    try:
        tree = Environment(autoescape=False).parse(text)
    except TemplateSyntaxError as error:
        yield error.lineno, f"Makroen lèt seg ikkje lese: {error.message}. Sjå etter klammer og hermeteikn."
        return
    known = {macro.name: macro for macro in MACROS}
    for name in tree.find_all(nodes.Name):
        if name.name not in known:
            yield name.lineno, f"Makroen {unknown(name.name, known)}"
    for call in tree.find_all(nodes.Call):
        macro = known.get(call.node.name) if isinstance(call.node, nodes.Name) else None
        if macro and (message := _argument_problem(call, macro, content)):
            yield call.lineno, message


def _argument_problem(call: nodes.Call, macro: Macro, content: Content) -> str | None:
    values = [arg.value for arg in call.args if isinstance(arg, nodes.Const)]
    if call.kwargs or len(values) != len(call.args) or len(values) > (1 if macro.allowed else 0):
        return f"{macro.name}(): Feil argument. Skriv {_usage(macro)}."
    if macro.allowed is None or (not values and macro.default):
        return None
    if not values:
        return f"{macro.name}(): Manglar argument. Skriv {_usage(macro)}."
    allowed = list(macro.allowed(content))
    return None if values[0] in allowed else f"{macro.name}(): {unknown(str(values[0]), allowed)}"


def _usage(macro: Macro) -> str:
    return f'{{{{ {macro.name}("id") }}}}' if macro.allowed else f"{{{{ {macro.name}() }}}}"


def _line_of(text: str, start: str) -> int:
    lines: Iterable[tuple[int, str]] = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if line.startswith(start)), 1)
