"""Strategisk mot a-krim: content model, pages and documents of the site, and the macros authors call."""

from __future__ import annotations

from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
"""The project. Content is found from here, wherever the command is run."""


def define_env(env: Any) -> None:
    """Give mkdocs-macros the macros of `pages.macros`. Cheap: content is loaded, and files made, on first use."""
    from .content import MissingLabelError, View, load
    from .pages.form import Publication
    from .pages.macros import MACROS, Context, Macro
    from .site.document_pages import DocumentPages

    root = Path(env.project_dir).resolve()
    code, site_url = env.conf["extra"]["edition"], env.conf["extra"].get("root_url") or ""
    publication = Publication(
        env.conf["use_directory_urls"], env.conf.get("repo_url") or "", env.conf["extra"].get("contact") or ""
    )

    def register(macro: Macro) -> None:
        def call(argument: str = macro.default or "") -> str:
            view = View.of(load(root), code)
            context = Context(view, lambda: DocumentPages(root, view, site_url), publication)
            try:
                return macro.render(context, argument)
            except MissingLabelError as missing:  # mkdocs-macros would print where in our code it was
                raise SystemExit(str(missing.problem)) from None

        env.macro(call, macro.name)

    for macro in MACROS:
        register(macro)
