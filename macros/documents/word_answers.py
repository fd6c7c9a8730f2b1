"""The parts of a Word file that hold what is typed into its fields, and the prompts to type it.

What is typed lies in one part in a name space of our own, and every field for the same blank is
bound to the same place there. A property of the file, such as Company, would be taken over by the
file that a chapter is pasted into. The part is laid out so that it can hold a whole answer file:

    <svar xmlns="urn:x-strategisk-mot-akrim:svar:1" dokument="strategi" malform="nn">
      <felt><rolle.kontroll>innkjøpssjefen</rolle.kontroll></felt>
      <fil/>
    </svar>

`felt` has an element for each blank of the document, named by its id: an empty one is not filled
in, a day is written 2026-12-31, and a choice by its id. `fil` holds the answer file, as JSON, in a
document that was made from one, and is empty in a template. Where the two differ, `felt` is newer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha1
from html import escape
from uuid import NAMESPACE_URL, uuid5

from .manuscript import Manuscript, Prompt, printable
from .regions import FIELD, SOURCE, region

NAMESPACE = "urn:x-strategisk-mot-akrim:svar:1"
"""The name space of the part. Its number changes when an older reader would misread the part."""


def _guid(name: str) -> str:
    return f"{{{str(uuid5(NAMESPACE_URL, f'{NAMESPACE}:{name}')).upper()}}}"


STORE = _guid("store")
"""The id by which fields find the part. It is the same in all our files, so that what is pasted
from one into another follows the answers there."""

_ENTRY = _guid("prompt")[:-13]
"""What begins the id of every prompt; the last twelve digits are its own."""
_TOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument"
_PROMPT = re.compile(r'(<w:docPart w:val="(\w+)") prompt="([^"]*)"')


def prompt_name(prompt: str) -> str:
    """The name of a prompt in the part with prompts, as controls.lua makes it."""
    return f"felt{sha1(prompt.encode(), usedforsecurity=False).hexdigest()[:12].upper()}"


def take_prompts(document: str) -> tuple[str, dict[str, str]]:
    """The text of `word/document.xml` as Word wants it, and its prompts by name, still escaped.

    The filter for pandoc writes each prompt beside its name, which Word does not allow."""
    prompts = {match[2]: match[3] for match in _PROMPT.finditer(document)}
    return _PROMPT.sub(r"\1", document), prompts


def answer_parts(manuscript: Manuscript) -> dict[str, str]:
    """The part with the answers, its id, and the link between the two."""
    return {
        "customXml/item1.xml": _answers(manuscript),
        "customXml/itemProps1.xml": (
            f'{_TOP}<ds:datastoreItem ds:itemID="{STORE}" xmlns:ds="http://schemas.openxmlformats'
            '.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef'
            f' ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        ),
        "customXml/_rels/item1.xml.rels": _links({"rId1": ("customXmlProps", "itemProps1.xml")}),
    }


def _answers(manuscript: Manuscript) -> str:
    fields = "".join(
        _extra(manuscript, prompt.id, _answer(prompt)) for prompt in manuscript.prompts
    )
    return (
        f'{_TOP}<svar xmlns="{NAMESPACE}" dokument="{manuscript.id}"'
        f' malform="{manuscript.edition.code}"><felt>{fields}</felt><fil/></svar>'
    )


def _extra(manuscript: Manuscript, name: str, text: str) -> str:
    """`text` as a region, if only regions that are off have the blank `name`."""
    return region(f"{FIELD}{name}", text) if name in manuscript.extra else text


def _answer(prompt: Prompt) -> str:
    return f"<{prompt.id}>{escape(printable(prompt.value), quote=False)}</{prompt.id}>"


def prompt_parts(prompts: Mapping[str, str], manuscript: Manuscript) -> dict[str, str]:
    """The glossary of a Word file: the prompts that come back in fields that are emptied."""
    extra = _prompts_of_extra(manuscript)
    entries = "".join(
        _extra(manuscript, extra.get(name, ""), _entry(name, text))
        for name, text in sorted(prompts.items())
    )
    # A list without entries is not valid, but the list itself may be missing
    listed = f"<w:docParts>{entries}</w:docParts>" if entries else ""
    return {
        "word/glossary/document.xml": (
            f"{_TOP}<w:glossaryDocument {_WORD}>{listed}</w:glossaryDocument>"
        ),
        "word/glossary/styles.xml": (
            f'{_TOP}<w:styles {_WORD}><w:style w:type="paragraph" w:default="1"'
            ' w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="character"'
            ' w:default="1" w:styleId="DefaultParagraphFont"><w:name'
            ' w:val="Default Paragraph Font"/></w:style><w:style w:type="character"'
            ' w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
            '<w:basedOn w:val="DefaultParagraphFont"/></w:style></w:styles>'
        ),
        "word/glossary/_rels/document.xml.rels": _links({"rId1": ("styles", "styles.xml")}),
    }


def _prompts_of_extra(manuscript: Manuscript) -> dict[str, str]:
    """The names of the prompts that a single blank has, which only regions have that are off."""
    named = [(prompt_name(f"[{prompt.label}]"), prompt.id) for prompt in manuscript.prompts]
    twice = {name for name, _ in named if [other for other, _ in named].count(name) > 1}
    return {name: id_ for name, id_ in named if name not in twice and id_ in manuscript.extra}


def _entry(name: str, text: str) -> str:
    return (
        f'<w:docPart><w:docPartPr><w:name w:val="{name}"/><w:category><w:name w:val="General"/>'
        '<w:gallery w:val="placeholder"/></w:category><w:types><w:type w:val="bbPlcHdr"/>'
        '</w:types><w:behaviors><w:behavior w:val="content"/></w:behaviors>'
        # The end of the id is that of the name, which packs better than a number of its own
        f'<w:guid w:val="{_ENTRY}{name.removeprefix("felt")}}}"/></w:docPartPr>'
        '<w:docPartBody><w:p><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
        '<w:t xml:space="preserve">'
        f"{text}</w:t></w:r></w:p></w:docPartBody></w:docPart>"
    )


def _links(targets: Mapping[str, tuple[str, str]]) -> str:
    links = (
        f'<Relationship Id="{name}" Type="{_KIND}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return (
        f'{_TOP}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{"".join(links)}</Relationships>'
    )


def linked(links: str, manuscript: Manuscript) -> str:
    """`word/_rels/document.xml.rels` with the answers and the prompts.

    A link to a source that only regions have which are off is a region too."""
    for url, name in manuscript.marked.links if manuscript.marked and manuscript.is_marked else ():
        found = rf'<Relationship [^>]*Target="{re.escape(escape(url))}"[^>]*/>'
        links = re.sub(found, lambda match, name=name: region(f"{SOURCE}{name}", match[0]), links)  # type: ignore[misc]
    added = "".join(
        f'<Relationship Id="{name}" Type="{_KIND}/{kind}" Target="{target}"/>'
        for name, kind, target in (
            ("rIdSvar", "customXml", "../customXml/item1.xml"),
            ("rIdFelt", "glossaryDocument", "glossary/document.xml"),
        )
    )
    return links.replace("</Relationships>", f"{added}</Relationships>")


def typed(content_types: str) -> str:
    """`[Content_Types].xml` with the parts that are not plain XML."""
    return content_types.replace("</Types>", f"{''.join(_overrides())}</Types>")


def _overrides() -> Iterable[str]:
    for part, kind in (
        ("customXml/itemProps1.xml", "customXmlProperties"),
        ("word/glossary/document.xml", "wordprocessingml.document.glossary"),
        ("word/glossary/styles.xml", "wordprocessingml.styles"),
    ):
        yield f'<Override PartName="/{part}" ContentType="{_TYPE}.{kind}+xml"/>'
