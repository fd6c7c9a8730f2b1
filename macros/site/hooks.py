"""The functions MkDocs calls at its events. Each only calls the module that does the work."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date
from logging import getLogger
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from macros.content import (
    EDITIONS,
    MAIN,
    Edition,
    MissingLabelError,
    View,
    load,
    others,
)
from macros.content.aligned import aligned
from macros.content.dates import long_date
from macros.content.files import is_left_behind
from macros.content.raw_html import runs
from macros.content.sections import unbroken_sections
from macros.documents import DocumentError
from macros.site.addresses import (
    LostAnchorError,
    address_of,
    forward_files,
    keep_anchors,
    old_anchors,
)
from macros.site.beginning import checked, require_bundles, require_edition, set_moment
from macros.site.bundles import watched
from macros.site.cache import Cache, Templates
from macros.site.components import component_page, started
from macros.site.config import addresses, edition_of, edition_url, is_local, public_address, root_of
from macros.site.generated import generated
from macros.site.hosting import host_files, made_at
from macros.site.incremental import Built, Incremental, built
from macros.site.kept_pages import kept_pages
from macros.site.output import Output, OutputError
from macros.site.page_top import escape_top
from macros.site.policy import with_policy
from macros.site.raw_links import UnknownPageError, resolve
from macros.site.searching import note, write_description, write_index
from macros.site.whole_blocks import ids
from macros.terminal import speak_utf8
from macros.trouble import told

COMPILED = Path(".cache/templates")
UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png")
"""Files of Material that we replace with our own: our search, `styles.css` and `favicon.svg`."""


def on_startup(*, command: str, dirty: bool) -> None:
    """Keep the state of the hooks between rebuilds under serve.

    MkDocs does so only for a module that has this function. Also ask Python to look for reference
    cycles less often: a build makes millions of small objects and few cycles. This was measured to
    take 7 % less time, and two megabytes more memory."""
    speak_utf8()
    started(command)
    gc.set_threshold(10_000, 20, 50)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check all content before anything is written, and tell the extensions which edition this is.

    An edition with `edition_of` in its settings is built as a part of the main edition, which has
    checked everything already and owns the output folder."""
    require_edition(config)
    root = root_of(config)
    config.extra["kept"] = kept_pages(root, edition_of(config))
    content = load(root) if "edition_of" in config.extra else checked(root, anew=True)
    require_bundles(root)
    set_moment(content.updated)
    config.extra.setdefault("root_url", public_address(config))
    for extension in ("macros.site.citations", "macros.site.table_frames"):
        config.mdx_configs[extension] = {"edition": edition_of(config).code, "root": str(root)}
    config.mdx_configs["macros.site.kept_pages"] = {"shelf": config.extra["kept"]}
    # MkDocs makes a new Markdown for every page, which would look up each extension by name again
    finder = Markdown()
    config.markdown_extensions[:] = [
        finder.build_extension(name, config.mdx_configs.get(name) or {})  # type: ignore[misc]  # MkDocs hands them on
        for name in config.markdown_extensions
    ]
    if "edition_of" not in config.extra:
        config.extra["output"] = output = Output(Path(config.site_dir))
        try:
            config.site_dir = str(output.begin())
        except OutputError as error:
            raise Abort(str(error)) from error
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages and files made from the content, and leave out files that no page uses."""
    view = _view(config)
    for file in [
        file
        for file in files
        if file.src_uri.startswith(UNUSED) or is_left_behind(Path(file.src_uri))
    ]:
        files.remove(file)
    try:
        for made in generated(root_of(config), view, *addresses(config)):
            level = InclusionLevel.UNDEFINED if made.listed else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, made.path, content=made.data, inclusion=level)
            file.dest_uri = made.target or file.dest_uri
            files.append(file)
    except DocumentError as error:
        raise Abort(str(error)) from error
    for path, data in component_page(root_of(config), view):
        file = File.generated(config, path, content=data, inclusion=InclusionLevel.NOT_IN_NAV)
        files.append(file)
    page_files = {address_of(file.src_uri): file.dest_uri for file in files.documentation_pages()}
    forwards = forward_files(
        root_of(config), view, config.site_name, edition_url(config), page_files
    )
    for path, data in forwards:
        files.append(File.generated(config, path, content=with_policy(data.decode())))
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Remember the build, so that a later one under serve can make only the changed pages again."""
    built(root_of(config))[edition_of(config)] = Built(config, files, nav)
    return nav


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> Any:
    """Give templates the same labels as pages and documents, and the names of the editions."""
    if last := built(root_of(config)).get(edition_of(config)):
        last.env = env
    view = _view(config)
    env.bytecode_cache = Templates(Cache(root_of(config) / COMPILED))
    env.globals["label"] = view.say
    env.filters["norwegian_date"] = lambda day: long_date(_as_date(day))
    env.globals["edition"] = view.edition
    env.globals["editions"] = list(EDITIONS.values())
    env.globals["main_edition"] = MAIN
    env.globals["other_editions"] = others(view.code)
    env.globals["law_read"] = min((each.read for each in view.content.law.values()), default=None)
    return env


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Escape the words at the top of the page, which templates insert as they are."""
    escape_top(page)
    return markdown


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep the anchors the page has had, and make addresses of the links in its HTML.

    Then tell MkDocs every id on the page, and keep its text for the search."""
    html = aligned(html)
    if found := runs(html):
        raise Abort(
            f"{page.file.src_uri}: Sida har noko som kan køyre: {', '.join(found[:3])}. Ta det"
            " bort."
        )
    try:
        address = address_of(page.file.src_uri)
        html = keep_anchors(html, old_anchors(root_of(config), address, edition_of(config).code))
        html = resolve(html, page, files)
    except (LostAnchorError, UnknownPageError) as lost:
        raise Abort(f"{page.file.src_uri}: {lost}") from None
    page.present_anchor_ids = (page.present_anchor_ids or set()).union(ids(html))
    note(page, html, config)
    return unbroken_sections(html)


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Give the finished page its Content-Security-Policy."""
    return with_policy(output, reloads=is_local(config))


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Give templates that are pages, such as 404.html, the same policy as other pages."""
    return (
        with_policy(output_content, is_local(config))
        if template_name.endswith(".html")
        else output_content
    )


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write the search index. After the main edition, build the others, and put the site in place.

    The others are built into the new folder before it takes the place of the old site, so that the
    editions always fit together."""
    write_index(root_of(config), _view(config), config)
    write_description(_view(config), config)
    config.extra["kept"].save()
    if "edition_of" in config.extra:
        return
    for edition in others(MAIN.code):
        _build_other(config, edition)
    _write_host_files(config)
    if _has_warned():
        return  # MkDocs is about to end this strict build: a site with warnings is not published
    last = built(root_of(config)).values()
    try:
        config.extra["output"].finish(path for edition in last for path in edition.paths())
    except OutputError as error:
        raise Abort(str(error)) from error


def _view(config: MkDocsConfig) -> View:
    return View(load(root_of(config)), edition_of(config))


def _build_other(config: MkDocsConfig, edition: Edition) -> None:
    """Build `edition` into the folder of the main edition, whose configuration `config` is."""
    other = load_config(
        str(root_of(config) / edition.config),
        site_dir=str(Path(config.site_dir) / edition.prefix),
        strict=config.strict,
        site_url=config.site_url and f"{config.site_url.rstrip('/')}/{edition.prefix}",
        use_directory_urls=config.use_directory_urls,
    )
    other.extra["root_url"] = config.extra["root_url"]
    other.plugins.on_startup(command="build", dirty=False)
    # Imported late: MkDocs imports this module while it is itself being imported
    from mkdocs.commands.build import build

    build(other)
    other.plugins.on_shutdown()


def _has_warned() -> bool:
    """Whether MkDocs has counted any warning, which it does in strict builds only."""
    counters = [
        handler for handler in getLogger("mkdocs").handlers if isinstance(handler, CountHandler)
    ]
    return any(counter.get_counts() for counter in counters)


def on_build_error(*, error: Exception) -> None:
    """Report a missing label, and a disk that is full or cannot be written, without a traceback."""
    if isinstance(error, MissingLabelError):
        raise Abort(str(error.problem)) from None
    if isinstance(error, OSError):
        raise Abort(told(error)) from None


def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
) -> LiveReloadServer:
    """From the second build on, make only the changed pages again. Watch scripts and styles too."""
    root = root_of(config)
    for path in watched(root):
        server.watch(str(path))
    server.builder = Incremental(
        root, Path(server.root), builder, lambda anew: checked(root, anew=anew)
    )
    return server


def _write_host_files(config: MkDocsConfig) -> None:
    made = made_at(load(root_of(config)).updated)
    for path, data in host_files(config.extra.get("contact") or "", config.extra["root_url"], made):
        target = Path(config.site_dir) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _as_date(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
