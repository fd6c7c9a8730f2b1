"""An Atom feed (RFC 4287) of new and changed examples, newest first."""

from __future__ import annotations

import uuid
from xml.etree import ElementTree as ET

from ..content import Example, View

FEED = "eksempel/feed.xml"
LENGTH = 50
_ATOM = "http://www.w3.org/2005/Atom"
# Readers of the feed know an entry by its id, so it must be the same wherever the site is
# published, and for ever. It is made from the permanent id of the example alone. Never change this.
_IDS = uuid.uuid5(uuid.NAMESPACE_OID, "strategisk-mot-akrim")


def feed(view: View, address: str) -> bytes:
    """The feed of one edition.

    `address` is the public address of the edition, ending in a slash. Links are relative if it is
    empty."""
    examples = view.content.examples.values()
    newest = sorted(examples, key=lambda example: (example.changed, example.id), reverse=True)[
        :LENGTH
    ]
    ET.register_namespace("", _ATOM)
    root = ET.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": view.code})
    _add(root, "id", uuid.uuid5(_IDS, view.code).urn)
    _add(root, "title", view.say("feed.title"))
    _add(
        root,
        "updated",
        _moment(newest[0].changed.isoformat() if newest else view.content.updated.isoformat()),
    )
    ET.SubElement(_add(root, "author"), f"{{{_ATOM}}}name").text = view.say("feed.author")
    if address:
        _add(root, "link", rel="self", href=address + FEED)
    _add(root, "link", rel="alternate", href=f"{address}eksempel/" if address else "./")
    for example in newest:
        _entry(root, view, example, address)
    ET.indent(root)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _entry(root: ET.Element, view: View, example: Example, address: str) -> None:
    words = example.told_in(view.code)
    entry = _add(root, "entry")
    _add(entry, "id", uuid.uuid5(_IDS, f"{view.code}/{example.id}").urn)
    _add(
        entry,
        "title",
        f"{view.say('feed.changed' if example.updated else 'feed.new')}: {words.name}",
    )
    _add(entry, "updated", _moment(example.changed.isoformat()))
    _add(entry, "published", _moment(example.added.isoformat()))
    _add(
        entry,
        "link",
        rel="alternate",
        href=f"{address}eksempel/{example.id}/" if address else f"{example.id}/",
    )
    summary = _add(entry, "summary", words.about)
    summary.set("{http://www.w3.org/XML/1998/namespace}lang", words.language)


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{_ATOM}}}{tag}", attributes)
    element.text = text or None
    return element


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
