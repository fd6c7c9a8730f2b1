"""The Content-Security-Policy of every page: only the site's own files, and no script in a page.

The policy does not depend on what a page contains, so that no text on a page can permit itself to
run. As a `<meta>` element it works on any host and from a disk. The directives that only work in a
header are in `hosting.py`.
"""

from __future__ import annotations

# Only images may be data: addresses, because Material's style sheet draws its icons that way
_POLICY = (
    "default-src 'none'; script-src 'self'{more}; style-src 'self'; img-src 'self' data:; font-src"
    " 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)


def with_policy(html: str, reloads: bool = False) -> str:
    """`html` with the policy right after the encoding, before anything that it should govern.

    `reloads` is for `mkdocs serve`, which inserts a script in every page it serves. The script is
    different each time, so it cannot be allowed by its hash. Raises ValueError for a page without a
    `<meta charset>`.
    """
    policy = _POLICY.format(more=" 'unsafe-inline'" if reloads else "")
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="referrer"'
        ' content="no-referrer">'
    )
    before, charset, after = html.partition('<meta charset="utf-8">')
    if not charset:
        raise ValueError("the page has no <meta charset> to put its policy after")
    return before + charset + metas + after
