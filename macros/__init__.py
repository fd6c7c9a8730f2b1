"""Strategisk mot a-krim: the content, pages and documents of the site, and macros for authors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .pages.macros import Context, Macro

ROOT = Path(__file__).resolve().parent.parent
"""The folder of the project. Content is found from here, wherever a command is run."""


def define_env(env: Any) -> None:
    """Give mkdocs-macros the macros of `pages.macros`.

    This function is cheap: content is loaded, and files are made, when a page first calls a
    macro."""
    from .content import View, load
    from .pages.form import Publication
    from .pages.macros import MACROS, Context
    from .site.document_pages import DocumentPages

    root = Path(env.project_dir).resolve()
    extra = env.conf["extra"]
    publication = Publication(
        env.conf["use_directory_urls"], env.conf.get("repo_url") or "", extra.get("contact") or ""
    )

    def context() -> Context:
        view = View.of(load(root), extra["edition"])
        site_url = extra.get("root_url") or ""
        return Context(view, lambda: DocumentPages(root, view, site_url), publication)

    for macro in MACROS:
        env.macro(_caller(macro, context), macro.name)


def _caller(macro: Macro, context: Callable[[], Context]) -> Callable[..., str]:
    """The function that pages call by the name of `macro`."""
    from .content import MissingLabelError

    def call(argument: str = macro.default or "") -> str:
        try:
            return macro.render(context(), argument)
        # mkdocs-macros would print a traceback for any other exception than SystemExit
        except MissingLabelError as missing:
            raise SystemExit(str(missing.problem)) from None

    return call
