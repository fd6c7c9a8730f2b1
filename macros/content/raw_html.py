"""Refuse raw HTML that could run a script or act in any other way.

The source of pages and data is checked first, because only there a fault has a line. The finished
pages are checked once more, in case something has slipped through."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PLAIN = _words(
    "a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del"
    " details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd"
    " li main mark nav noscript ol p pre q rp rt ruby s samp section small span strong sub summary"
    " sup table tbody td tfoot th thead time tr u ul var wbr"
)
_ACTING = _words(
    "applet area audio base body button canvas data datalist dialog embed fieldset font form frame"
    " frameset head hgroup html iframe input label legend link map math menu meta meter object"
    " optgroup option output param picture portal progress script select slot source style svg"
    " template textarea title track video marquee image center xmp plaintext noembed noframes"
    " animate set use foreignobject"
)
ELEMENTS = _PLAIN | _ACTING
"""The elements that browsers know. «<sett inn namn>» is not one, and is shown as it is written."""
SCHEMES = ("http", "https", "mailto", "tel")
_ADDRESSES = (
    "href",
    "src",
    "srcset",
    "action",
    "formaction",
    "poster",
    "data",
    "xlink:href",
    "background",
    "ping",
)
# An element may begin at any «<», also inside the value of an attribute: Markdown ignores quotes
_TAG = re.compile(
    r"<(/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>]|\Z)(?=((?:\"[^\"]*\"|'[^']*'|[^'\"<>])*[^<>]*))"
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/={}]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>}]*)")
# Attributes in Markdown's own form: {: .class }
_LIST = re.compile(r"\{:?[ ]*[^{}\n]*\}")
# Addresses in Markdown's three forms: [text](address), [name]: address, <address>
_LINK = re.compile(
    r"\]\(\s*<?([^)>]*)|^ {0,3}\[[^\]\n]+\]:\s*<?(\S+)|<([A-Za-z][A-Za-z0-9+.-]*:[^>\n]*)>",
    re.MULTILINE,
)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SPACE = re.compile(r"[\x00-\x20]")

# Finished pages contain our own forms and pictures, so only what can run code, or load something
# from elsewhere, is refused there
_NEVER = _words("applet base embed frame frameset iframe object portal style")
# Each begins with letters that it has to find, which is far faster than a choice between words
_SUSPECT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"<(?:script|{'|'.join(sorted(_NEVER))})\b",
        r"on(?<=\bon)[a-z]+\s*=",
        r"style(?<=\bstyle)\s*=",
        r"srcdoc",
        r"http-equiv",
    )
)
_URLS = tuple(
    re.compile(rf"{name}(?<=\b{name})\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)") for name in _ADDRESSES
)


def raw_html(text: str) -> Iterator[tuple[int, str]]:
    """`(line, message)` for all that is refused in `text`, which is Markdown with blanked code."""
    for match in _TAG.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        name = match[2].lower()
        if name in _ACTING:
            yield (
                line,
                (
                    f"Elementet «<{name}>» er ikkje lov. Ta det bort, eller skriv det som kode:"
                    f" `<{name}>`."
                ),
            )
        elif name in _PLAIN and (wrong := _wrong_attribute(match[3])):
            yield line, wrong
    for pattern, wrong_in in (
        (_LIST, lambda match: _wrong_attribute(match[0])),
        (_LINK, _wrong_link),
    ):
        for match in pattern.finditer(text):
            if wrong := wrong_in(match):
                yield text.count("\n", 0, match.start()) + 1, wrong


def _wrong_link(match: re.Match[str]) -> str | None:
    return wrong_address(next(part for part in match.groups() if part is not None))


def _wrong_attribute(text: str) -> str | None:
    for name, value in _ATTRIBUTE.findall(text):
        if wrong := wrong_attribute(name.lower(), value.strip("\"'")):
            return wrong
    return None


def wrong_attribute(name: str, value: str) -> str | None:
    """The message that refuses the attribute, or None if it is allowed."""
    if name.startswith("on") or name in ("style", "srcdoc", "http-equiv", "formaction"):
        return f"Attributtet «{name}» er ikkje lov. Ta det bort."
    return wrong_address(value) if name in _ADDRESSES else None


def wrong_address(url: str) -> str | None:
    """The message that refuses a link to `url`, or None if it is allowed."""
    scheme = unsafe_scheme(url)
    return (
        f"Ei lenkje kan ikkje byrje med «{scheme}:». Bruk https:// eller ei side på nettstaden."
        if scheme
        else None
    )


def unsafe_scheme(url: str) -> str | None:
    """The scheme of `url` if it is not one of SCHEMES, else None.

    The address is read as a browser reads it: space is ignored, and entities are decoded. Otherwise
    «java&#9;script:» would pass."""
    match = _SCHEME.match(_SPACE.sub("", html.unescape(url)))
    return match[1].lower() if match and match[1].lower() not in SCHEMES else None


def tag_pattern() -> str:
    """A pattern for the beginning of an element.

    The form in the browser uses it too, so it has no flags, and nothing that Python and JavaScript
    read differently."""
    names = "|".join(
        "".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in name)
        for name in sorted(ELEMENTS)
    )
    return rf"<(?:/?(?:{names})(?=[\s/>]|$)|[!?])"


def runs(page: str) -> list[str]:
    """A few words for each thing in a finished page that could run. `page` is without the theme."""
    if not _is_suspect(page.casefold()):
        return []  # the parser below takes a hundred times as long as these patterns
    finder = _Finder()
    finder.feed(page)
    finder.close()
    return finder.found


def _is_suspect(page: str) -> bool:
    """Whether a page in small letters may have something that could run."""
    urls = (url for pattern in _URLS for url in pattern.findall(page))
    return any(pattern.search(page) for pattern in _SUSPECT) or any(
        unsafe_scheme(url.strip("\"'")) for url in urls
    )


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if (
            tag in _NEVER
            or (tag == "script" and given.get("type") != "application/json")
            or "http-equiv" in given
        ):
            self.found.append(f"<{tag}>")
        for name, value in given.items():
            address = name in _ADDRESSES and not value.startswith("data:image/")
            if (
                name.startswith("on")
                or name in ("style", "srcdoc")
                or (address and unsafe_scheme(value))
            ):
                self.found.append(f"{name}=«{value[:40]}»")
