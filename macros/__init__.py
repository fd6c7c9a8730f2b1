"""Strategisk mot a-krim: content model, pages and documents of the site, and the macros authors call."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .content import load
from .pages.author import MACROS, Macro

ROOT = Path(__file__).resolve().parent.parent
"""The project. Content is found from here, wherever the command is run."""


def define_env(env: Any) -> None:
    """Give mkdocs-macros the macros of `pages.author`. Cheap: content is loaded on first use."""
    root = Path(env.conf["config_file_path"]).resolve().parent
    edition = env.conf["extra"]["edition"]

    def register(macro: Macro) -> None:
        def call(argument: str = macro.default or "") -> str:
            return macro.render(load(root), edition, argument)

        env.macro(call, macro.name)

    for macro in MACROS:
        register(macro)
