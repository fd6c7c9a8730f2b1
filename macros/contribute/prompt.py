"""Ask for an example in a terminal, and check each answer before the next question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from ..content import CONTRIBUTING, Content, Example, View
from ..content.dates import is_to_come, today
from ..content.example import ExampleSource
from .fields import Field, chapter_fields, source_fields, top_fields

Read = Callable[[str], str]
Say = Callable[[str], None]


def ask(content: Content, read: Read, say: Say) -> tuple[dict[str, str], list[dict[str, str]]]:
    """The answers, and one source.

    `read` takes a prompt and returns a line, as `input` does. EOFError and KeyboardInterrupt are
    left to the caller."""
    say(
        "Svar på spørsmåla. Tom linje hoppar over det som kan stå tomt. Ein lang tekst kan ha"
        " fleire linjer, og"
    )
    say("tom linje avsluttar han. Ctrl-C avbryt, og då blir ingenting lagra.")
    view = View(content, CONTRIBUTING)
    answers: dict[str, str] = {}
    for field in top_fields():
        if field.key == "lesson":
            say(view.say("form.chapters.help"))
            answers |= _some_chapter(view, read, say)
        if value := _one(view, field, read, say):
            answers[field.key] = value
    say(
        view.say("form.source.help")
        + " Dersom dømet har fleire kjelder, legg du dei til i fila etterpå."
    )
    source = {
        field.key.removeprefix("source."): _one(view, field, read, say) for field in source_fields()
    }
    return answers, [source]


def _some_chapter(view: View, read: Read, say: Say) -> dict[str, str]:
    """The texts about questions and measures.

    They are asked for again until there is at least one."""
    fields = [*chapter_fields(view.content, "questions"), *chapter_fields(view.content, "measures")]
    while True:
        given = {field.key: _one(view, field, read, say) for field in fields}
        if found := {key: value for key, value in given.items() if value}:
            return found
        say(view.say("form.missing.chapter") + ".")


def _one(view: View, field: Field, read: Read, say: Say) -> str:
    say("")
    say(field.label(view) + ("" if field.required else f" ({view.say('form.optional')})"))
    if told := field.help(view):
        say(f"  {told}")
    for number, value in enumerate(field.choices, 1):
        say(f"  {number}. {field.choice(view, value)}")
    while True:
        value = _block(read) if field.control == "text" else read("> ").strip()
        value = _chosen(field, value)
        wrong = _wrong(field, value)
        if not wrong:
            return value
        say(f"  Svaret {wrong}.")


def _block(read: Read) -> str:
    """The lines that are typed before an empty one."""
    lines = []
    while line := read("> ").rstrip():
        lines.append(line)
    return "\n".join(lines)


def _chosen(field: Field, value: str) -> str:
    if field.choices and value.isdigit() and 1 <= int(value) <= len(field.choices):
        return field.choices[int(value) - 1]
    return value


def _wrong(field: Field, value: str) -> str:
    """The rest of a sentence about what is wrong with the answer, or an empty string."""
    if not value:
        return "kan ikkje vere tomt" if field.required else ""
    if field.choices:
        return "" if value in field.choices else f"må vere eit tal frå 1 til {len(field.choices)}"
    if field.most and len(value) > field.most:
        return f"er på {len(value)} teikn. Høgst {field.most}"
    if (
        field.control == "date"
        and is_to_come(value, today())
        and field.key not in ("valid_from", "valid_to")
    ):
        return "er ein dato som ikkje har vore enno"
    return _refused(field, value)


def _refused(field: Field, value: str) -> str:
    """The message of the model's own check of the value, or an empty string."""
    group, _, name = field.key.rpartition(".")
    model: Any = ExampleSource if group == "source" else Example
    info = model.model_fields["about" if group in ("questions", "measures") else name]
    try:
        adapter: TypeAdapter[Any] = TypeAdapter(Annotated[info.annotation, info])  # type: ignore[arg-type]
        adapter.validate_python(value)
    except ValidationError as error:
        if field.control == "date":
            return "må vere 2026, 2026-09 eller 2026-09-15"
        context = error.errors()[0].get("ctx", {})
        return str(context.get("error", "er ikkje gyldig"))
    return ""
