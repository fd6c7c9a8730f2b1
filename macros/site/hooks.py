"""MkDocs events. Each only calls the part that does the work."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from macros.content import Content, ContentError, Edition, load
from macros.content.dates import long_date
from macros.documents import DocumentError, check_templates
from macros.pages.authored import check_pages
from macros.site.addresses import address_of, check_addresses, forward_files
from macros.site.generated import generated
from macros.site.hosting import host_files, moment
from macros.site.output import Output
from macros.site.policy import with_policy


def on_startup(*, command: str, dirty: bool) -> None:
    """Present so that MkDocs keeps one instance of this module for a whole `serve`."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check all content before anything is written, and tell the parts which edition this is."""
    root = _root(config)
    if "edition_of" not in config.extra:
        load.cache_clear()
    content = _checked(root)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(moment(content.updated).timestamp())))
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
    addresses = config.extra["root_url"], config.repo_url or "", _edition_url(config)
    try:
        for made in generated(_root(config), content, edition, *addresses):
            level = InclusionLevel.UNDEFINED if made.listed else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, made.path, content=made.data, inclusion=level)
            file.dest_uri = made.place or file.dest_uri
            files.append(file)
    except DocumentError as error:
        raise Abort(str(error)) from error
    places = {address_of(file.src_uri): file.dest_uri for file in files.documentation_pages()}
    for path, data in forward_files(_root(config), content, edition, config.site_name, _edition_url(config), places):
        files.append(File.generated(config, path, content=with_policy(data.decode())))
    return files


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> Any:
    """Templates say things with the same labels as pages and documents."""
    content, edition = load(_root(config)), _edition(config)
    env.globals["label"] = lambda key: content.label(key, edition)
    env.filters["norwegian_date"] = lambda day: long_date(_as_date(day))
    env.globals["edition"] = edition
    env.globals["other_edition"] = "nb" if edition == "nn" else "nn"
    return env


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Give the finished page its Content-Security-Policy."""
    return with_policy(output, reloads=_is_local(config))


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """The page for unknown addresses is a page too."""
    return with_policy(output_content, _is_local(config)) if template_name.endswith(".html") else output_content


def on_post_build(*, config: MkDocsConfig) -> None:
    """After the nynorsk edition, build the bokmål one into `nb/`, then put both in place together."""
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
    _write_host_files(config)
    config.extra["output"].finish()


def _write_host_files(config: MkDocsConfig) -> None:
    made = moment(load(_root(config)).updated)
    for path, data in host_files(config.extra.get("contact") or "", config.extra["root_url"], made):
        target = Path(config.site_dir) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _public_address(config: MkDocsConfig) -> str:
    """Where the site will be; nothing while it is only served on this machine."""
    return "" if _is_local(config) else config.site_url or ""


def _is_local(config: MkDocsConfig) -> bool:
    """Whether `mkdocs serve` serves the site on this machine."""
    return urlsplit(config.site_url or "").hostname in ("127.0.0.1", "localhost", "0.0.0.0")


def _edition_url(config: MkDocsConfig) -> str:
    """Where this edition will be, ending in a slash, or nothing."""
    root: str = config.extra["root_url"]
    return root and root.rstrip("/") + ("/nb/" if _edition(config) == "nb" else "/")


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
        problems = check_pages(root, content) + check_templates(content, root) + check_addresses(root, content)
    except ContentError as error:
        problems = error.problems
    if problems:
        raise Abort("\n".join(str(problem) for problem in problems))
    return content
