"""From plain data to records, with pydantic's errors told in Norwegian and on the right line."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .yaml_source import KeyPath, YamlFile

R = TypeVar("R", bound=BaseModel)

_MESSAGES: dict[str, Callable[[dict[str, Any], Any], str]] = {
    "missing": lambda ctx, _: "manglar. Legg nøkkelen til",
    "string_type": lambda ctx, _: "skal vere tekst. Set verdien i hermeteikn",
    "int_type": lambda ctx, _: "skal vere eit heilt tal",
    "list_type": lambda ctx, _: "skal vere ei liste, eitt punkt på kvar linje med «-» framfor",
    "date_type": lambda ctx, _: "skal vere ein dato, til dømes 2026-11-24",
    "too_short": lambda ctx, _: f"har {ctx['actual_length']} punkt. Minst {ctx['min_length']} må til",
    "string_pattern_mismatch": lambda ctx, value: (
        f"har forma «{value}», som ikkje er lov. Mønsteret er {ctx['pattern']}"
    ),
    "value_error": lambda ctx, _: str(ctx["error"]),
}
_NEEDS_KEYS = ("model_type", "model_attributes_type", "dict_type")


def validate(model: type[R], data: Any, source: YamlFile, at: KeyPath = ()) -> R | None:
    """The record in `data`, or None with every fault added to `source.problems`."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        seen: set[tuple[int, str]] = set()
        for detail in error.errors():
            path = (*at, *_real_path(detail["loc"]))
            told = (source.line(path), _sentence(model, detail))
            if told not in seen:
                source.refuse(*told)
            seen.add(told)
        return None


def _real_path(loc: tuple[int | str, ...]) -> KeyPath:
    """`loc` without the names pydantic adds for the branches of a union."""
    return tuple(
        part for part in loc if isinstance(part, int) or not part.startswith(("date", "constrained", "function"))
    )


def _sentence(model: type[BaseModel], detail: ErrorDetails) -> str:
    path = _real_path(detail["loc"])
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    dotted = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
    kind, ctx, value = detail["type"], detail.get("ctx", {}), detail["input"]
    if kind == "extra_forbidden":
        return _unknown_key(name, _allowed_keys(model, path[:-1]))
    if kind == "literal_error":
        return _wrong_choice(dotted, str(value), ctx["expected"])
    if kind in _NEEDS_KEYS:
        return f"«{dotted}» skal ha nøklar under seg, til dømes nn og nb." if dotted else "Fila skal ha nøklar."
    say = _MESSAGES.get(kind)
    message = say(ctx, value) if say else f"er ikkje gyldig ({detail['msg']})"
    return f"«{dotted}» {message}." if dotted else f"Oppføringa {message}."


def _unknown_key(name: str, allowed: list[str]) -> str:
    near = get_close_matches(name, allowed, n=1)
    guess = f" Meinte du «{near[0]}»?" if near else ""
    return f"Nøkkelen «{name}» finst ikkje.{guess} Lovlege nøklar: {', '.join(allowed)}."


def _wrong_choice(dotted: str, value: str, expected: str) -> str:
    allowed = [word.strip(" '") for word in expected.replace(" or ", ", ").split(",")]
    near = get_close_matches(value, allowed, n=1)
    guess = f" Meinte du «{near[0]}»?" if near else ""
    return f"«{dotted}» kan ikkje vere «{value}».{guess} Lovlege verdiar: {', '.join(allowed)}."


def _allowed_keys(model: type[BaseModel], path: KeyPath) -> list[str]:
    """The keys the record at `path` inside `model` may have."""
    current: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int) or current is None:
            continue
        annotation = current.model_fields[part].annotation if part in current.model_fields else None
        current = _record_in(annotation)
    return sorted(current.model_fields) if current else []


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _record_in(arg))), None)
