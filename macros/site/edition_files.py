"""Make all files of an edition, or take them from the cache if nothing in them has changed."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from importlib.metadata import version
from pathlib import Path

from ..builder import Parts, script
from ..builder import __path__ as _builder
from ..content import Content, Edition, View
from ..content.register import DATA
from ..documents import (
    ANSWERED,
    COVER,
    DOCUMENTS,
    FORMATS,
    PAGE,
    PARTS,
    WORKED_SET,
    Document,
    Manuscript,
    Presented,
    manuscript,
    present,
    together,
)
from ..documents import __path__ as _code
from ..documents.archive import archived
from ..documents.listing import STATUS
from ..documents.open_data import open_data
from ..documents.template import TEMPLATES
from ..documents.zipped import zipped
from ..status import words
from .cache import Cache
from .digest import digest

DOWNLOADS = "nedlasting"
CACHE = Path(".cache/documents")


_Files = Mapping[str, bytes]
"""Each file by its format."""
_FORMATS = {**FORMATS, PAGE.id: PAGE, PARTS.id: PARTS, COVER.id: COVER}


@dataclass(frozen=True)
class EditionFiles:
    """The files of an edition by path, and for each document its description and texts by id.

    `parts` has the documents that can be made from answers, taken apart, by id and format."""

    files: Mapping[str, bytes]
    presented: Mapping[str, Presented]
    manuscripts: Mapping[str, Manuscript]
    texts: Mapping[str, str]
    parts: Mapping[str, Mapping[str, Parts]]

    def size(self, path: str) -> int:
        """The size in bytes of the file at `path`."""
        return len(self.files[path])

    def source(self, path: str) -> str:
        """The path to give MkDocs, which would make a page of a file that ends in `.md`."""
        return f"{path}.txt" if path.endswith(".md") else path


def edition_files(root: Path, view: View, site_url: str) -> EditionFiles:
    """Every file of the edition. Raises DocumentError or TemplateFaultError."""
    made = _documents(root, _shared(root, view.content), view.edition, site_url)
    return replace(made, files={**made.files, **_data(view.content, _used(made.manuscripts))})


@dataclass(frozen=True)
class _Shared:
    """Content that counts as equal when only the examples differ, since no document uses them.

    Used as the key of `_documents`, so that a changed example does not make the documents again."""

    content: Content = field(compare=False)
    key: str


@lru_cache(maxsize=2)
def _shared(root: Path, content: Content) -> _Shared:
    """The key is computed once for each content: content is loaded anew when its files change."""
    return _Shared(content, digest([root / DATA, root / TEMPLATES]))


@lru_cache(maxsize=4)
def _documents(root: Path, shared: _Shared, edition: Edition, site_url: str) -> EditionFiles:
    view = View(shared.content, edition)
    documents = (*DOCUMENTS, *WORKED_SET, *ANSWERED)
    manuscripts = {d.id: manuscript(view, root, d, site_url) for d in documents}
    keys = {name: repr(source) for name, source in manuscripts.items()}
    # Threads are enough: pandoc runs in processes of its own. Long documents come first, so that no
    # processor waits for one of them at the end
    jobs = sorted(documents, key=lambda d: len(keys[d.id]), reverse=True)
    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        done = list(pool.map(lambda d: _made(root, manuscripts[d.id], keys[d.id], _forms(d)), jobs))
    Cache(root / CACHE).forget()
    by_form = {
        (d.id, form): data
        for d, made in zip(jobs, done, strict=True)
        for form, data in made.items()
    }
    kept = {d.id: by_form.pop((d.id, PARTS.id)) for d in documents if d.built}
    parts = {name: _read(data) for name, data in kept.items()}
    texts = {d.id: by_form.pop((d.id, PAGE.id)).decode() for d in documents}
    files = {
        file_path(d, form, view.code): by_form[d.id, form] for d in documents for form in d.formats
    }
    covers = {cover_path(d, view.code): by_form.pop((d.id, COVER.id)) for d in DOCUMENTS}
    presented = {d.id: present(view, root, d) for d in (*DOCUMENTS, *WORKED_SET)}
    parts_key = hashlib.sha256(b"".join(kept.values())).hexdigest()
    files |= dict(_scripts(root, view, parts, parts_key))
    files[archive_path(view.code)] = zipped(archived(view, by_form, presented, manuscripts))
    files |= {
        former: files[file_path(document, form, view.code)]
        for document in documents
        for form, former in former_paths(document, view.code)
    }
    files |= covers
    return EditionFiles(files, presented, manuscripts, texts, parts)


def _used(manuscripts: Mapping[str, Manuscript]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The documents that each blank is in, which are the same in all editions."""
    found: dict[str, list[str]] = {}
    for document, source in manuscripts.items():
        for prompt in source.prompts:
            found.setdefault(prompt.id, []).append(document)
    return tuple((name, tuple(documents)) for name, documents in found.items())


@lru_cache(maxsize=1)
def _data(content: Content, used: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, bytes]:
    """The files of open data, which are the same for both editions."""
    return {f"data/{name}": data for name, data in open_data(content, dict(used))}


def file_path(document: Document, form: str, code: str) -> str:
    """The path of a document's file, such as «nedlasting/strategi-nn.docx»."""
    return f"{DOWNLOADS}/{document.id}-{code}.{form}"


def cover_path(document: Document, code: str) -> str:
    """The path of the picture of a document's first page, «nedlasting/bilete/strategi-nn.png»."""
    return f"{DOWNLOADS}/bilete/{document.id}-{code}.{COVER.id}"


def former_paths(document: Document, code: str) -> Iterator[tuple[str, str]]:
    """Each format of a document, with the path its file had under a name from before."""
    for name in document.former:
        for form in document.formats:
            yield form, f"{DOWNLOADS}/{name}-{code}.{form}"


_SCRIPTS = {
    "": ("", ("docx", "html")),
    "-more": ("", ("odt", "md")),
    "-books": ("", ("xlsx",)),
    f"-{STATUS}": (STATUS, ("docx", "odt", "md", "xlsx")),
}
"""The tool and the formats of each script with parts: first those that everybody asks for, then
those that few want, and the workbooks."""
_TOOLS = {document.id: document.script for document in (*DOCUMENTS, *ANSWERED)}


def parts_path(name: str) -> str:
    """The path of the script with the parts called `name`, such as «nn» or «nn-more»."""
    return f"builder/parts-{name}.js"


def _scripts(
    root: Path, view: View, parts: Mapping[str, Mapping[str, Parts]], parts_key: str
) -> Iterator[tuple[str, bytes]]:
    """The scripts with the parts of the documents that can be made from answers, by path.

    They are kept in the cache too: to find what the parts share takes half a second. The words of
    the tool that asks where the body stands come along, for files in the other edition."""
    for ending, (tool, forms) in _SCRIPTS.items():
        chosen = {
            document: {form: made[form] for form in forms if form in made}
            for document, made in parts.items()
            if _TOOLS[document] == tool and any(form in made for form in forms)
        }
        name = f"{view.code}{ending}"
        more = {"words": words(view)} if tool == STATUS else {}
        told = f"{name}\n{forms}\n{_code_key()}\n{parts_key}\n{more}"
        key = hashlib.sha256(told.encode()).hexdigest()
        yield parts_path(name), Cache(root / CACHE).made(key, partial(script, name, chosen, more))


def _read(parts: bytes) -> dict[str, Parts]:
    """The parts of a document by format, as they were before they were kept as JSON."""
    return {form: Parts.read(data) for form, data in json.loads(parts).items()}


def archive_path(code: str) -> str:
    """The path of the archive with all files of the edition."""
    return f"{DOWNLOADS}/strategisk-mot-akrim-{code}.zip"


def _forms(document: Document) -> tuple[str, ...]:
    """All that is made of a document: its files, and what its pages show of it."""
    parts = (PARTS.id,) if document.built else ()
    cover = (COVER.id,) if document in DOCUMENTS else ()
    return (*document.formats, PAGE.id, *parts, *cover)


def _made(root: Path, source: Manuscript, content_key: str, forms: tuple[str, ...]) -> _Files:
    """The document in each of `forms`."""
    cache = Cache(root / CACHE)
    missing = [form for form in forms if not cache.has(_key(content_key, form))]
    with together(source, missing):
        return {form: _cached(root, source, content_key, form) for form in forms}


def _cached(root: Path, source: Manuscript, content_key: str, form: str) -> bytes:
    """The file in `form`, from `.cache/` if the same code has written the same manuscript."""
    made = partial(_FORMATS[form].write, source)
    return Cache(root / CACHE).made(_key(content_key, form), made)


def _key(content_key: str, form: str) -> str:
    return hashlib.sha256(f"{form}\n{_code_key()}\n{content_key}".encode()).hexdigest()


@lru_cache(maxsize=1)
def _code_key() -> str:
    """A text that changes with our code, our fonts, and the programs that make the files."""
    packages = [
        version(package)
        for package in ("pypandoc_binary", "typst", "xlsxwriter", "python-docx", "pillow")
    ]
    folders = [Path(next(iter(path))) for path in (_code, _builder)]
    return " ".join([digest(folders), *packages])
