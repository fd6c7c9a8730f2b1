"""The JSON Schema that editors read: the keys a file may have, with help for each of them."""

from __future__ import annotations

import json
from typing import Any

from ..content import CONTRIBUTING, Content, Example, View
from .fields import FIELDS


def schema(content: Content) -> bytes:
    """The schema of one example, with the ids of the present questions and measures."""
    view = View(content, CONTRIBUTING)
    made = Example.model_json_schema()
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"], made["description"] = "Døme", "Eit døme i katalogen. Sjå README.md i same mappe."
    for group, owners in (("questions", content.questions), ("measures", content.measures)):
        field = made["properties"][group]
        field["properties"] = {
            name: {**field["additionalProperties"], "description": owner.title[view.code]}
            for name, owner in owners.items()
        }
        field["additionalProperties"] = False
        field["description"] = view.say(f"form.{group}")
    for key in FIELDS:
        made["properties"][key] |= {"description": _told(view, key)}
    return (json.dumps(_without_titles(made), ensure_ascii=False, indent=2) + "\n").encode()


def _told(view: View, key: str) -> str:
    helped = view.content.labels.get(f"form.{key}.help")
    return view.say(f"form.{key}") + (f" {helped[view.code]}" if helped else "")


def _without_titles(node: Any) -> Any:
    """`node` without the titles that pydantic adds, which only repeat the keys."""
    if isinstance(node, dict):
        return {
            key: _without_titles(value)
            for key, value in node.items()
            if not (key == "title" and isinstance(value, str) and value != "Døme")
        }
    return [_without_titles(item) for item in node] if isinstance(node, list) else node
