"""Permanent addresses: a published address keeps working, or has a page that forwards the reader.

The register is `docs/data/addresses.yml`. It holds the addresses of the main edition. The others
have the same addresses under a prefix of their own, such as `nb/`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import relpath
from typing import Any

from pydantic import Field

from ..content import MAIN, Content, Problem, View
from ..content.files import project_files
from ..content.register import ADDRESSES, DATA
from ..content.texts import Record, SameOrLabel
from ..content.validate import validate
from ..content.yaml_file import YamlFile
from ..content.yaml_source import read_yaml
from ..documents import DOCUMENTS, WORKED_SET
from ..pages.builder import PAGE as BUILDER_PAGE
from ..pages.status import PAGE as STATUS_PAGE
from ..pages.status import has_page as has_status_page
from .edition_files import file_path, former_paths

ADDRESS_REGISTER = DATA / ADDRESSES
_START = "used:\nmoved: {}\nwithdrawn: []\n"


class Addresses(Record):
    """The register: `used` has every address ever published, `moved` has old and new addresses.

    `withdrawn` has the addresses of pages whose content no longer exists anywhere. `anchors` has,
    for a page, the anchors it no longer has, each with the anchor where the matter now stands: one
    for all editions, or one for each."""

    used: list[str] = Field(min_length=1)
    moved: dict[str, str]
    withdrawn: list[str]
    anchors: dict[str, dict[str, SameOrLabel]] = Field(default_factory=dict)


@dataclass(frozen=True)
class Forward:
    """A page left behind at `address`.

    `target` is the address the content has moved to. A withdrawn page leads to its section
    instead."""

    address: str
    target: str
    moved: bool


def current(root: Path, content: Content) -> list[str]:
    """The address of every page, sorted, and of every file to download. The front page is `./`."""
    folder = root / MAIN.folder
    written = [
        path.relative_to(folder).as_posix() for path in sorted(project_files(folder, "*.md"))
    ]
    made = [record.page for record in (*content.chapters.values(), *content.examples.values())]
    made += [BUILDER_PAGE] if content.steps else []
    made += [STATUS_PAGE] if has_status_page(content) else []
    pages = [
        address_of(path) for path in dict.fromkeys((*written, *made, *(d.page for d in DOCUMENTS)))
    ]
    files = [
        file_path(document, form, MAIN.code)
        for document in (*DOCUMENTS, *WORKED_SET)
        for form in document.formats
    ]
    files += [path for document in DOCUMENTS for _, path in former_paths(document, MAIN.code)]
    return sorted(pages) + files


def address_of(page: str) -> str:
    """The address of a page: `grep/` for «grep/index.md», `grep/01-standpunkt/` for its sibling."""
    path = PurePosixPath(page)
    return f"{path.parent if path.stem == 'index' else path.with_suffix('')}/"


def check_addresses(root: Path, content: Content) -> list[Problem]:
    """Faults in the register, and published addresses that lead nowhere.

    A project without a register, such as those of the tests, has no problems."""
    if not (root / ADDRESS_REGISTER).exists():
        return []
    source = read_yaml(root / ADDRESS_REGISTER, ADDRESS_REGISTER.as_posix())
    register = source.data is not None and validate(Addresses, source.data, source, ())
    if register:
        _check(register, set(current(root, content)), source)
    return source.problems


def _check(register: Addresses, now: set[str], source: YamlFile) -> None:
    """Refuse what is wrong in the register, when the site has the addresses in `now`."""
    for index, address in enumerate(register.used):
        if address not in now | register.moved.keys() | set(register.withdrawn):
            source.refuse(
                source.line(("used", index)),
                f"Adressa «{address}» er publisert, men finst ikkje lenger. Set sida tilbake, eller"
                " før adressa opp under moved (gammal: ny) eller withdrawn.",
            )
    for address in register.anchors:
        if address not in now:
            source.refuse(
                source.line(("anchors", address)),
                f"«{address}» under anchors er ikkje ei side som finst. Rett adressa.",
            )
    for old, new in register.moved.items():
        line = source.line(("moved", old))
        _check_left(register, now, source, line, old, "moved")
        if new not in now:
            source.refuse(line, f"«{old}» skal vise til «{new}», men den adressa finst ikkje.")
    for index, address in enumerate(register.withdrawn):
        line = source.line(("withdrawn", index))
        _check_left(register, now, source, line, address, "withdrawn")


def _check_left(
    register: Addresses, now: set[str], source: YamlFile, line: int, address: str, key: str
) -> None:
    """Refuse an address under `key` that no reader can have left behind, or that cannot forward."""
    if address in now:
        source.refuse(line, f"«{address}» er i bruk. Ta adressa bort frå {key}.")
    if address not in register.used:
        source.refuse(line, f"«{address}» står ikkje under used. Berre publiserte adresser kan.")
    if not address.endswith("/"):
        source.refuse(line, f"«{address}» er ei fil. Ei fil kan ikkje vise vidare: behald ho.")


def old_anchors(root: Path, address: str, code: str) -> dict[str, str]:
    """The anchors the page at `address` no longer has, each with the one that has taken over in the
    edition `code`.

    The register has been checked."""
    path = root / ADDRESS_REGISTER
    data = (read_yaml(path, path.name).data if path.exists() else None) or {}
    return _in_edition((data.get("anchors") or {}).get(address, {}), code)


def _in_edition(anchors: Mapping[str, Any], code: str) -> dict[str, str]:
    return {old: new if isinstance(new, str) else new[code] for old, new in anchors.items()}


def every_old_anchor(root: Path, code: str) -> Iterator[tuple[str, str, str, int]]:
    """`(address, old anchor, new anchor, line of the register)` in the edition `code`.

    Nothing if there is no register, or if it has faults, which `check_addresses` tells."""
    if not (root / ADDRESS_REGISTER).exists():
        return
    source = read_yaml(root / ADDRESS_REGISTER, ADDRESS_REGISTER.as_posix())
    if source.data is None or not validate(Addresses, source.data, source, ()):
        return
    for address, anchors in (source.data.get("anchors") or {}).items():
        for old, new in _in_edition(anchors, code).items():
            yield address, old, new, source.line(("anchors", address, old))


def keep_anchors(page: str, anchors: Mapping[str, str]) -> str:
    """The HTML of a page with an empty, named place before each heading that has taken over.

    One anchor serves both editions, since a reader who changes language keeps it. An anchor that
    the page has got back is left alone. Raises LostAnchorError when a new one is not there."""
    for old, new in anchors.items():
        place = re.search(rf'<[a-z0-9]+(?: [^<>]*)? id="{re.escape(new)}"', page)
        if place is None:
            raise LostAnchorError(old, new)
        if f' id="{old}"' not in page:
            page = f'{page[: place.start()]}<span id="{old}"></span>{page[place.start() :]}'
    return page


class LostAnchorError(ValueError):
    """An old anchor is to lead to one that the page does not have. The message is Norwegian."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__(
            f"«#{old}» skal vise til «#{new}», men det ankeret finst ikkje på sida. Rett det i"
            f" {ADDRESS_REGISTER.as_posix()}."
        )


def unregistered(root: Path, content: Content) -> list[str]:
    """The addresses of the site that are not in the register yet."""
    path = root / ADDRESS_REGISTER
    data = (read_yaml(path, path.name).data if path.exists() else None) or {}
    known = set(data.get("used") or [])
    return [address for address in current(root, content) if address not in known]


def register_addresses(root: Path, content: Content) -> list[str]:
    """Add new addresses to the register, and return those that were added. None is ever removed."""
    path = root / ADDRESS_REGISTER
    added = unregistered(root, content)
    if added:
        text = path.read_text(encoding="utf-8") if path.exists() else _START
        lines = "".join(f"  - {address}\n" for address in added)
        # The lines are put into the text as it is, so that its comments and its order stay
        path.write_text(text.replace("moved:", f"{lines}moved:", 1), encoding="utf-8")
    return added


def forwards(root: Path) -> Iterator[Forward]:
    """The pages to leave behind, from a register that has been checked."""
    if not (root / ADDRESS_REGISTER).exists():
        return
    data = read_yaml(root / ADDRESS_REGISTER, ADDRESS_REGISTER.name).data
    for old, new in (data.get("moved") or {}).items():
        yield Forward(old, new, moved=True)
    for address in data.get("withdrawn") or []:
        yield Forward(address, f"{PurePosixPath(address).parent}/", moved=False)


def forward_files(
    root: Path, view: View, site: str, base: str, page_files: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    """`(path, content)` of every page left behind.

    `site` is the name of the site, and `base` the address of the edition, or empty. `page_files`
    has the file of every page, such as `grep/index.html`, by its address."""
    # One page that is always there shows whether pages are folders or files (use_directory_urls)
    folders = "/" in page_files.get("om/", "/")
    for forward in forwards(root):
        file = f"{forward.address}index.html" if folders else f"{forward.address.rstrip('/')}.html"
        goal = page_files.get(forward.target) or page_files["./"]
        link = relpath(goal, str(PurePosixPath(file).parent))
        link = link.removesuffix("index.html") if folders else link
        canonical = (
            f"{base}{goal.removesuffix('index.html') if folders else goal}"
            if base
            else link or "./"
        )
        yield file, forward_page(view, forward, site, link or "./", canonical).encode()


def forward_page(view: View, forward: Forward, site: str, link: str, canonical: str) -> str:
    """Plain HTML that says where the content is now, and goes there by itself if it has moved."""
    kind = "moved" if forward.moved else "withdrawn"
    title, text = (html.escape(view.say(f"forward.{kind}.{part}")) for part in ("title", "text"))
    link, name = html.escape(link), html.escape(forward.target.removeprefix("./") or site)
    refresh = f'<meta http-equiv="refresh" content="0; url={link}">\n' if forward.moved else ""
    return (
        f'<!doctype html>\n<html lang="{view.code}">\n<head>\n<meta charset="utf-8">\n<meta'
        ' name="viewport" content="width=device-width,initial-scale=1">\n<meta name="robots"'
        f' content="noindex">\n{refresh}<link rel="canonical"'
        f' href="{html.escape(canonical)}">\n<title>{title} –'
        f" {html.escape(site)}</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{text} <a"
        f' href="{link}">{name}</a></p>\n</main>\n</body>\n</html>\n'
    )
