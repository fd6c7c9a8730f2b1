"""Make records of plain data, and turn pydantic's errors into Norwegian sentences with a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .problems import MAX_QUOTE, unforeseen
from .text import TextFaultError
from .yaml_file import KeyPath, YamlFile

R = TypeVar("R", bound=BaseModel)

_MESSAGES: dict[str, Callable[[dict[str, Any], Any], str]] = {
    "string_type": lambda ctx, value: (
        "skal vere tekst, ikkje ei liste eller nøklar"
        if isinstance(value, list | dict)
        else "skal vere tekst. Set verdien i hermeteikn"
    ),
    "int_type": lambda ctx, _: "skal vere eit heilt tal",
    "list_type": lambda ctx, _: "skal vere ei liste, eitt punkt på kvar linje med «-» framfor",
    "date_type": lambda ctx, _: "skal vere ein dato utan hermeteikn, til dømes 2026-11-24",
    "too_short": lambda ctx, _: (
        f"har {ctx['actual_length']} punkt. Minst {ctx['min_length']} må til"
    ),
    "too_long": lambda ctx, _: (
        f"har {ctx['actual_length']} punkt. Høgst {ctx['max_length']} er lov"
    ),
    "string_too_long": lambda ctx, value: (
        f"er på {len(value)} teikn. Høgst {ctx['max_length']}. Kort ned"
    ),
    "bool_type": lambda ctx, _: "skal vere true (ja) eller false (nei)",
    "string_pattern_mismatch": lambda ctx, value: (
        f"er «{value[:MAX_QUOTE]}». Bruk små bokstavar a–z, siffer og bindestrek, etter mønsteret"
        f" {ctx['pattern']}"
    ),
    "value_error": lambda ctx, _: str(ctx["error"]),
}
MOST = 100
"""Report at most this many faults per record: with more, the file is probably something else."""
_EMPTY = "er tom. Skriv ein verdi, eller ta bort nøkkelen om han kan vere borte"


def validate(model: type[R], data: Any, source: YamlFile, at: KeyPath = ()) -> R | None:
    """The record in `data`, or None, with every fault added to the problems of `source`.

    `at` is the path of `data` within the file, from which the lines of the faults are found. Never
    raises."""
    try:
        return _validated(model, data, source, at)
    except Exception as error:  # whatever goes wrong in one record, the others are still checked
        source.refuse(source.line(at), unforeseen(error))
        return None


def _validated(model: type[R], data: Any, source: YamlFile, at: KeyPath) -> R | None:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        seen: set[tuple[int, str]] = set()
        for detail in _first_causes(model, error.errors()[:MOST]):
            path = (*at, *_real_path(detail["loc"]))
            told = (_line(source, path, detail), _sentence(model, detail))
            if told not in seen:
                source.refuse(*told)
            seen.add(told)
        return None


def _line(source: YamlFile, path: KeyPath, detail: ErrorDetails) -> int:
    """The line of the fault if it lies at one place in a text, else the line of the text's key."""
    error, value = detail.get("ctx", {}).get("error"), detail["input"]
    if isinstance(error, TextFaultError) and isinstance(value, str):
        return source.line_within(path, value, error.start)
    return source.line(path)


def _first_causes(model: type[BaseModel], details: list[ErrorDetails]) -> list[ErrorDetails]:
    """`details` without the missing keys that were only misspelled.

    The unknown key has a fault of its own, which suggests the right spelling. One is enough."""
    meant = {
        (*loc[:-1], _meant(str(loc[-1]), record))
        for loc in (detail["loc"] for detail in details if detail["type"] == "extra_forbidden")
        if (record := _record_at(model, _real_path(loc[:-1])))
    }
    return [
        detail for detail in details if detail["type"] != "missing" or detail["loc"] not in meant
    ]


def _real_path(loc: tuple[int | str, ...]) -> KeyPath:
    """`loc` with only the keys of the file.

    Pydantic adds names for the branches of a union, and for a fault in a key itself."""
    added = ("constrained", "function", "[key]")
    return tuple(part for part in loc if isinstance(part, int) or not part.startswith(added))


def _sentence(model: type[BaseModel], detail: ErrorDetails) -> str:
    """The whole message about one fault: which key, what is wrong, and what is allowed."""
    path = _real_path(detail["loc"])
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    dotted = ".".join(str(part + 1) if isinstance(part, int) else part[:MAX_QUOTE] for part in path)
    kind, ctx, value = detail["type"], detail.get("ctx", {}), detail["input"]
    if kind == "extra_forbidden":
        return _unknown_key(name, _record_at(model, path[:-1]))
    if kind == "missing":
        return _missing(dotted, name, _record_at(model, path[:-1]))
    what = f"«{dotted}»" if dotted else "Oppføringa"
    if value is None and dotted:
        return f"{what} {_EMPTY}."
    if kind == "literal_error":
        return _wrong_choice(dotted, _shown(value), _choices(ctx["expected"]), _norwegian(model))
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return (
            f"{what} skal ha"
            f" nøklar{' under seg' if dotted else ''}{_which(_record_at(model, path))}."
        )
    say = _MESSAGES.get(kind)
    return (
        f"{what} {say(ctx, value) if say else 'er ikkje gyldig. Sjå på ei anna fil av same slag'}."
    )


def _missing(dotted: str, name: str, record: type[BaseModel] | None) -> str:
    values = _values(record, name) if record and name in record.model_fields else []
    allowed = f" Lovlege verdiar: {', '.join(values)}." if values else ""
    return f"«{dotted}» manglar. Legg til linja «{name}: …».{allowed}"


def _which(record: type[BaseModel] | None) -> str:
    return f": {', '.join(record.model_fields)}" if record else ", kvar på si linje og rykte inn"


def _shown(value: Any) -> str:
    """A wrong value as the contributor probably wrote it: true, not Python's True."""
    if isinstance(value, list | dict):
        return "ei liste" if isinstance(value, list) else "nøklar"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _unknown_key(name: str, record: type[BaseModel] | None) -> str:
    allowed = sorted(record.model_fields) if record else []
    near = _meant(name, record) if record else None
    guess = f" Meinte du «{near}»?" if near else ""
    name = name[:MAX_QUOTE]
    values = _values(record, near) if record and near else []
    if values and near:
        return f"«{name}» finst ikkje.{guess} Lovlege verdiar: {', '.join(values)}."
    return f"Nøkkelen «{name}» finst ikkje.{guess} Lovlege nøklar: {', '.join(allowed)}."


def _wrong_choice(dotted: str, value: str, allowed: list[str], norwegian: Mapping[str, str]) -> str:
    near = _nearest(value, allowed, norwegian)
    guess = f" Meinte du «{near}»?" if near else ""
    return (
        f"«{dotted}» kan ikkje vere «{value[:MAX_QUOTE]}».{guess} Lovlege verdiar:"
        f" {', '.join(allowed)}."
    )


def _nearest(name: str, allowed: list[str], norwegian: Mapping[str, str]) -> str | None:
    """The one of `allowed` the writer probably meant: a translation, or a similar spelling."""
    meant = norwegian.get(name.lower())
    if meant in allowed:
        return meant
    return next(iter(get_close_matches(name[:MAX_QUOTE], allowed, n=1)), None)


def _meant(name: str, record: type[BaseModel]) -> str | None:
    """The key the writer probably meant by `name`.

    Some write a value as if it were a key, «gjeld: ja». Then it is the key that has the value."""
    keys, value = sorted(record.model_fields), _norwegian(record).get(name.lower())
    return _nearest(name, keys, _norwegian(record)) or next(
        (k for k in keys if value in _values(record, k)), None
    )


def _norwegian(record: type[BaseModel] | None) -> Mapping[str, str]:
    return getattr(record, "norwegian", {})


def _choices(expected: str) -> list[str]:
    return [word.strip(" '") for word in expected.replace(" or ", ", ").split(",")]


def _values(record: type[BaseModel], key: str) -> list[str]:
    """The values that `key` may have if they are a fixed list, else nothing."""
    annotation = record.model_fields[key].annotation
    branches = get_args(annotation) if type(None) in get_args(annotation) else (annotation,)
    return [
        str(value)
        for branch in branches
        if get_origin(branch) is Literal
        for value in get_args(branch)
    ]


def _record_at(model: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """The model of the record at `path` inside `model`, or None if there is no record there.

    A mapping with free keys is not a record, but its values may be."""
    annotation: Any = model
    for part in path:
        if isinstance(part, int):
            continue
        if get_origin(annotation) is dict:
            annotation = get_args(annotation)[1]
        else:
            record = _record_in(annotation)
            annotation = (
                record.model_fields[part].annotation
                if record and part in record.model_fields
                else None
            )
    return None if get_origin(annotation) is dict else _record_in(annotation)


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _record_in(arg))), None)
