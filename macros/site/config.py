"""Where a build stands: its project, its edition, and its address, as MkDocs' configuration has them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from ..content import Edition, edition


def root_of(config: MkDocsConfig) -> Path:
    """The folder of the project, which is where its configuration is."""
    return Path(config.config_file_path).resolve().parent


def edition_of(config: MkDocsConfig) -> Edition:
    """The edition this configuration builds. Raises UnknownEditionError."""
    return edition(config.extra["edition"])


def edition_url(config: MkDocsConfig) -> str:
    """Where this edition will be, ending in a slash, or nothing."""
    root: str = config.extra["root_url"]
    return root and root.rstrip("/") + "/" + edition_of(config).prefix


def addresses(config: MkDocsConfig) -> tuple[str, str, str]:
    """Of the whole site, the repository and this edition, empty where unknown."""
    return config.extra["root_url"], config.repo_url or "", edition_url(config)


def public_address(config: MkDocsConfig) -> str:
    """Where the site will be; nothing while it is only served on this machine."""
    return "" if is_local(config) else config.site_url or ""


def is_local(config: MkDocsConfig) -> bool:
    """Whether `mkdocs serve` serves the site on this machine."""
    return urlsplit(config.site_url or "").hostname in ("127.0.0.1", "localhost", "0.0.0.0")
