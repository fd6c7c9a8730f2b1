"""Strategisk mot a-krim: the content, pages and documents of the site, and macros for authors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
"""The folder of the project. Content is found from here, wherever a command is run."""


def define_env(env: Any) -> None:
    """Give mkdocs-macros the macros of `pages.macros`.

    This function is cheap: content is loaded, and files are made, when a page first calls a
    macro."""
    from .content import MissingLabelError, View, load
    from .pages.form import Publication
    from .pages.macros import MACROS, Context, Macro
    from .site.document_pages import DocumentPages

    root = Path(env.project_dir).resolve()
    code, site_url = env.conf["extra"]["edition"], env.conf["extra"].get("root_url") or ""
    publication = Publication(
        env.conf["use_directory_urls"],
        env.conf.get("repo_url") or "",
        env.conf["extra"].get("contact") or "",
    )

    def register(macro: Macro) -> None:
        def call(argument: str = macro.default or "") -> str:
            view = View.of(load(root), code)
            context = Context(view, lambda: DocumentPages(root, view, site_url), publication)
            try:
                return macro.render(context, argument)
            # mkdocs-macros would print a traceback for any other exception than SystemExit
            except MissingLabelError as missing:
                raise SystemExit(str(missing.problem)) from None

        env.macro(call, macro.name)

    for macro in MACROS:
        register(macro)
