"""Fill in the fields of a part, format by format."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from .text import attribute, embedded, markdown, stored, xml

_CONTROL = re.compile(
    r'(<w:sdt><w:sdtPr><w:alias w:val="[^"]*"/><w:tag w:val=")([a-z0-9.-]+)("/>)(.*?)'
    r"(</w:sdtPr><w:sdtContent>)(.*?)(</w:sdtContent></w:sdt>)",
    re.DOTALL,
)
_DATE = re.compile(r'<w:date(?: w:fullDate="[^"]*")?>')
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ANSWER = re.compile(r"<([a-z][a-z0-9.-]*)>([^<]*)</\1>")
_USER_FIELD = re.compile(
    r'(<text:user-field-(get|input) text:name="([^"]*)"[^>]*>)([^<]*)(</text:user-field-\2>)'
)
_DECLARED = re.compile(
    r'(<text:user-field-decl text:name="([^"]*)" office:value-type="string" office:string-value=")'
    r'[^"]*(")'
)
_MARKED = re.compile(r"<!--=([^>]*?)-->(.*?)<!--=-->", re.DOTALL)
# What may stand in front of a text that is the first of a paragraph: the signs of lists and quotes
_LINE_START = re.compile(r"[ \t>*+-]*(?:[0-9]+[.)][ \t]+)?")
_SPAN = re.compile(r'<span class="(?:blank|filled)" data-field="([^"]*)">[^<]*</span>')
_SPACES = re.compile(r" {2,}")

Texts = Mapping[str, str]
Filler = Callable[[str, str, Texts, Texts, str, Collection[str]], str]
"""`(name of the part, its text, shown, stored, answer file, fields with several lines)`."""


def _docx(
    name: str, text: str, shown: Texts, raw: Texts, answers: str, _long: Collection[str]
) -> str:
    if name == "customXml/item1.xml":
        return _kept_answers(text, raw, answers)
    if not name.startswith("word/") or "<w:sdt>" not in text:
        return text

    def control(match: re.Match[str]) -> str:
        before, field, end, properties, between, _, after = match.groups()
        if field not in shown:
            return match[0]
        properties = properties.replace("<w:showingPlcHdr/>", "")
        if _DAY.fullmatch(raw.get(field, "")):
            day = f'<w:date w:fullDate="{raw[field]}T00:00:00Z">'
            properties = _DATE.sub(lambda _: day, properties)
        lines = xml(shown[field]).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        run = f'<w:r><w:t xml:space="preserve">{lines}</w:t></w:r>'
        return f"{before}{field}{end}{properties}{between}{run}{after}"

    return _CONTROL.sub(control, text)


def _kept_answers(text: str, raw: Texts, answers: str) -> str:
    """The part with what is typed: every field, and the whole answer file."""

    def answer(match: re.Match[str]) -> str:
        field = match[1]
        return f"<{field}>{stored(raw[field])}</{field}>" if field in raw else match[0]

    filled = _ANSWER.sub(answer, text)
    return filled.replace("<fil/>", f"<fil>{embedded(answers)}</fil>") if answers else filled


def _odt(
    _name: str, text: str, shown: Texts, _raw: Texts, _answers: str, long: Collection[str]
) -> str:
    def used(match: re.Match[str]) -> str:
        before, _, field, _, after = match.groups()
        if field not in shown:
            return match[0]
        if field in long:  # a field of OpenDocument has one line
            return _several_lines(shown[field])
        return f"{before}{xml(shown[field])}{after}"

    def declared(match: re.Match[str]) -> str:
        before, field, after = match.groups()
        return f"{before}{attribute(shown[field])}{after}" if field in shown else match[0]

    return _DECLARED.sub(declared, _USER_FIELD.sub(used, text))


def _several_lines(text: str) -> str:
    """The text as OpenDocument has it: it would make one space of several, and of a tab."""
    spaced = _SPACES.sub(lambda match: f' <text:s text:c="{len(match[0]) - 1}"/>', xml(text))
    return spaced.replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")


def _md(
    _name: str, text: str, shown: Texts, _raw: Texts, _answers: str, _long: Collection[str]
) -> str:
    def field(match: re.Match[str]) -> str:
        if match[1] not in shown:
            return match[2]
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        return markdown(shown[match[1]], begins=bool(_LINE_START.fullmatch(line)))

    return _MARKED.sub(field, text)


def _html(
    _name: str, text: str, shown: Texts, _raw: Texts, _answers: str, _long: Collection[str]
) -> str:
    def field(match: re.Match[str]) -> str:
        name = match[1]
        if name not in shown:
            return match[0]
        lines = xml(shown[name]).replace("\n", "<br>")
        return f'<span class="filled" data-field="{name}">{lines}</span>'

    return _SPAN.sub(field, text)


def _xlsx(
    _name: str, text: str, _shown: Texts, _raw: Texts, _answers: str, _long: Collection[str]
) -> str:
    return text  # a workbook has rows and no fields


FILLERS: dict[str, Filler] = {"docx": _docx, "odt": _odt, "md": _md, "html": _html, "xlsx": _xlsx}
"""How each format is filled in."""
