"""Read the project's folder, the edition and the addresses from MkDocs' configuration."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from ..content import Edition, edition


def root_of(config: MkDocsConfig) -> Path:
    """The folder of the project, which is the folder of its configuration file."""
    return Path(config.config_file_path).resolve().parent


def edition_of(config: MkDocsConfig) -> Edition:
    """The edition this configuration builds. Raises UnknownEditionError."""
    return edition(config.extra["edition"])


def edition_url(config: MkDocsConfig) -> str:
    """The public address of this edition, ending in a slash; empty if it is not known."""
    root: str = config.extra["root_url"]
    return root and root.rstrip("/") + "/" + edition_of(config).prefix


def addresses(config: MkDocsConfig) -> tuple[str, str, str]:
    """The addresses of the whole site, the repository and this edition, each empty if not known."""
    return config.extra["root_url"], config.repo_url or "", edition_url(config)


def public_address(config: MkDocsConfig) -> str:
    """The public address of the site; empty while it is only served on this machine."""
    return "" if is_local(config) else config.site_url or ""


def is_local(config: MkDocsConfig) -> bool:
    """Whether `mkdocs serve` serves the site on this machine."""
    return urlsplit(config.site_url or "").hostname in ("127.0.0.1", "localhost", "0.0.0.0")
