"""MkDocs events. Each only calls the part that does the work."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from macros.content import Content, ContentError, Edition, load
from macros.content.dates import long_date
from macros.documents import DocumentError, check_templates
from macros.pages import chapter_pages
from macros.pages.authored import check_pages
from macros.site.offers import Offers
from macros.site.output import Output
from macros.site.searching import note, require_scripts, write_index


def on_startup(*, command: str, dirty: bool) -> None:
    """Present so that MkDocs keeps one instance of this module for a whole `serve`."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check all content before anything is written, and tell the parts which edition this is."""
    root = _root(config)
    if "edition_of" not in config.extra:
        load.cache_clear()
    content = _checked(root)
    require_scripts(root)
    stamp = datetime(*content.updated.timetuple()[:3], tzinfo=UTC)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(stamp.timestamp())))
    config.extra.setdefault("root_url", _public_address(config))
    for extension in ("macros.site.citations", "macros.site.frames"):
        config.mdx_configs[extension] = {"edition": _edition(config), "root": str(root)}
    if "edition_of" not in config.extra:
        config.extra["output"] = Output(Path(config.site_dir))
        config.site_dir = str(config.extra["output"].begin())
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages and the files made from the content."""
    content, edition = load(_root(config)), _edition(config)
    try:
        offers = Offers(_root(config), content, edition, config.extra["root_url"])
    except DocumentError as error:
        raise Abort(str(error)) from error
    for path, data in (*chapter_pages(content, edition), *offers.pages()):
        files.append(File.generated(config, path, content=data))
    for path, data in offers.made.files.items():
        file = File.generated(config, offers.made.source(path), content=data)
        file.dest_uri = path
        files.append(file)
    return files


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> Any:
    """Templates say things with the same labels as pages and documents."""
    content, edition = load(_root(config)), _edition(config)
    env.globals["label"] = lambda key: content.label(key, edition)
    env.filters["norwegian_date"] = lambda day: long_date(_as_date(day))
    env.globals["edition"] = edition
    env.globals["other_edition"] = "nb" if edition == "nn" else "nn"
    return env


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep what the page says for the search."""
    note(page, html, config)
    return html


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the search index. After the nynorsk edition, build the bokmål one into `nb/`, then put both in place."""
    write_index(_root(config), load(_root(config)), config, _edition(config))
    if "edition_of" in config.extra:
        return
    site_url = config.site_url and config.site_url.rstrip("/") + "/nb/"
    other = load_config(
        str(_root(config) / "mkdocs.nb.yml"),
        site_dir=str(Path(config.site_dir) / "nb"),
        strict=config.strict,
        site_url=site_url,
        use_directory_urls=config.use_directory_urls,
    )
    other.extra["root_url"] = config.extra["root_url"]
    other.plugins.on_startup(command="build", dirty=False)
    from mkdocs.commands.build import build  # MkDocs imports hooks while it is itself being imported

    build(other)
    other.plugins.on_shutdown()
    config.extra["output"].finish()


def _public_address(config: MkDocsConfig) -> str:
    """Where the site will be; nothing while it is only served on this machine."""
    address = config.site_url or ""
    return "" if urlsplit(address).hostname in ("127.0.0.1", "localhost", "0.0.0.0") else address


def _as_date(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _edition(config: MkDocsConfig) -> Edition:
    return "nb" if config.extra["edition"] == "nb" else "nn"


def _checked(root: Path) -> Content:
    """The content, with pages and templates held against it. Stops the build with one line for each fault."""
    try:
        content = load(root)
        problems = check_pages(root, content) + check_templates(content, root)
    except ContentError as error:
        problems = error.problems
    if problems:
        raise Abort("\n".join(str(problem) for problem in problems))
    return content
