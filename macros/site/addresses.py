"""Permanent addresses: what has been published stays, or leaves a page that tells where it went.

The register is `docs/data/addresses.yml`. Addresses are those of the main edition; the others have the same
under their own prefix, as in `nb/`.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import relpath

from pydantic import Field

from ..content import MAIN, Content, Problem, View
from ..content.files import project_files
from ..content.register import ADDRESSES, DATA
from ..content.texts import Record
from ..content.validate import validate
from ..content.yaml_source import YamlFile, read_yaml
from ..documents import DOCUMENTS
from .edition_files import file_path

ADDRESS_REGISTER = DATA / ADDRESSES
_START = "used:\nmoved: {}\nwithdrawn: []\n"


class Addresses(Record):
    """Every address once published, those that have moved (old: new), and those whose content is taken out."""

    used: list[str] = Field(min_length=1)
    moved: dict[str, str]
    withdrawn: list[str]


@dataclass(frozen=True)
class Forward:
    """A page left behind at `address`. `target` is where the content is now, or for a withdrawn page what is near."""

    address: str
    target: str
    moved: bool


def current(root: Path, content: Content) -> list[str]:
    """The address of every page and every file to download, in order. Home is `./`."""
    folder = root / MAIN.folder
    written = [path.relative_to(folder).as_posix() for path in sorted(project_files(folder, "*.md"))]
    made = [record.page for record in (*content.chapters.values(), *content.examples.values())]
    pages = [address_of(path) for path in dict.fromkeys((*written, *made, *(d.page for d in DOCUMENTS)))]
    files = [file_path(document, form, MAIN.code) for document in DOCUMENTS for form in document.formats]
    return sorted(pages) + files


def address_of(page: str) -> str:
    """«grep/01-standpunkt.md» and «grep/index.md» as addresses: `grep/01-standpunkt/` and `grep/`."""
    path = PurePosixPath(page)
    return f"{path.parent if path.stem == 'index' else path.with_suffix('')}/"


def check_addresses(root: Path, content: Content) -> list[Problem]:
    """What is wrong in the register, and every published address that leads nowhere. No register, no problems."""
    if not (root / ADDRESS_REGISTER).exists():
        return []
    source = read_yaml(root / ADDRESS_REGISTER, ADDRESS_REGISTER.as_posix())
    register = source.data is not None and validate(Addresses, source.data, source, ())
    if register:
        _check(register, set(current(root, content)), source)
    return source.problems


def _check(register: Addresses, now: set[str], source: YamlFile) -> None:
    for index, address in enumerate(register.used):
        if address not in now | register.moved.keys() | set(register.withdrawn):
            source.refuse(
                source.line(("used", index)),
                f"Adressa «{address}» er publisert, men finst ikkje lenger. Set sida tilbake, eller før adressa opp "
                "under moved (gammal: ny) eller withdrawn.",
            )
    for old, new in register.moved.items():
        if new not in now:
            source.refuse(source.line(("moved", old)), f"«{old}» skal vise til «{new}», men den adressa finst ikkje.")
    for key, addresses in (("moved", list(register.moved)), ("withdrawn", register.withdrawn)):
        for index, address in enumerate(addresses):
            where = (key, address) if key == "moved" else (key, index)
            if address in now:
                source.refuse(source.line(where), f"«{address}» er i bruk. Ta adressa bort frå {key}.")
            if address not in register.used:
                source.refuse(source.line(where), f"«{address}» står ikkje under used. Berre publiserte adresser kan.")
            if not address.endswith("/"):
                source.refuse(source.line(where), f"«{address}» er ei fil. Ei fil kan ikkje vise vidare: behald ho.")


def unregistered(root: Path, content: Content) -> list[str]:
    """Addresses that are not in the register yet."""
    path = root / ADDRESS_REGISTER
    data = (read_yaml(path, path.name).data if path.exists() else None) or {}
    known = set(data.get("used") or [])
    return [address for address in current(root, content) if address not in known]


def register_addresses(root: Path, content: Content) -> list[str]:
    """Add new addresses to the register, and tell which. Nothing is ever taken out."""
    path = root / ADDRESS_REGISTER
    added = unregistered(root, content)
    if added:
        text = path.read_text(encoding="utf-8") if path.exists() else _START
        lines = "".join(f"  - {address}\n" for address in added)
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
    """`(path, content)` of every page left behind. `site` is the name of the site, `base` the edition's address or
    nothing, `page_files` the file of every page by address, such as `grep/index.html`."""
    folders = "/" in page_files.get("om/", "/")
    for forward in forwards(root):
        file = f"{forward.address}index.html" if folders else f"{forward.address.rstrip('/')}.html"
        goal = page_files.get(forward.target) or page_files["./"]
        link = relpath(goal, str(PurePosixPath(file).parent))
        link = link.removesuffix("index.html") if folders else link
        canonical = f"{base}{goal.removesuffix('index.html') if folders else goal}" if base else link or "./"
        yield file, forward_page(view, forward, site, link or "./", canonical).encode()


def forward_page(view: View, forward: Forward, site: str, link: str, canonical: str) -> str:
    """Plain HTML that says where the content is now, and goes there by itself when it has moved."""
    kind = "moved" if forward.moved else "withdrawn"
    title, text = (html.escape(view.say(f"forward.{kind}.{part}")) for part in ("title", "text"))
    link, name = html.escape(link), html.escape(forward.target.removeprefix("./") or site)
    refresh = f'<meta http-equiv="refresh" content="0; url={link}">\n' if forward.moved else ""
    return (
        f'<!doctype html>\n<html lang="{view.code}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f'{refresh}<link rel="canonical" href="{html.escape(canonical)}">\n'
        f"<title>{title} – {html.escape(site)}</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f'<p>{text} <a href="{link}">{name}</a></p>\n</main>\n</body>\n</html>\n'
    )
