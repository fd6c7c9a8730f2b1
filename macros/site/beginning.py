"""What must be right before a build begins. Each fault stops the build with one line."""

from __future__ import annotations

import os
from datetime import date
from functools import lru_cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from ..checks import check_project
from ..content import Content, ContentError, UnknownEditionError, load
from ..trouble import SettingError, given_moment
from .config import edition_of
from .hosting import made_at

BUNDLES = tuple(
    f"docs/theme/assets/{name}"
    for name in ("scripts/site.js", "scripts/search/worker.js", "styles.css")
)


def require_edition(config: MkDocsConfig) -> None:
    """Stop the build if the configuration names an edition that does not exist."""
    try:
        edition_of(config)
    except UnknownEditionError as unknown:
        file = Path(config.config_file_path).name
        raise Abort(f"{file}:1: «extra.edition»: {unknown}") from None


def checked(root: Path, *, anew: bool) -> Content:
    """The content of the project, after everything has been checked.

    `anew` reads the files again. Raises Abort with one line for each fault."""
    if anew:
        load.cache_clear()
    content, problems = check_project(root)
    if problems or content is None:
        raise Abort(str(ContentError(problems)))
    return content


def require_bundles(root: Path) -> None:
    """Stop the build if a bundle for the browser is missing, and say how to make it."""
    for path in BUNDLES:
        if not (root / path).is_file():
            raise Abort(f"{path} manglar. Køyr «make site», som lagar fila.")


def set_moment(updated: date) -> None:
    """Let MkDocs and everything else that writes a time write the same one.

    It is SOURCE_DATE_EPOCH if that is set, and else the day the content changed, `updated`."""
    try:
        given_moment()
    except SettingError as error:
        raise Abort(str(error)) from None
    moment = _given_date() or str(int(made_at(updated).timestamp()))
    os.environ["SOURCE_DATE_EPOCH"] = moment


@lru_cache(maxsize=1)
def _given_date() -> str | None:
    """SOURCE_DATE_EPOCH as it was before `set_moment` first set it.

    Kept in the cache on purpose: under serve, the next build must not take our own date for one
    that was asked for."""
    return os.environ.get("SOURCE_DATE_EPOCH")
