"""The Content-Security-Policy of every page: only the site's own files, and no script written into a page.

It is the same whatever a page holds, so that nothing which ends up on a page can ever let itself run. As `<meta>` it
works on any host and from a disk. What only a header can say is in `hosting.py`.
"""

from __future__ import annotations

# Material draws icons in its style sheet as data: images; everything else is a file of the site
_POLICY = (
    "default-src 'none'; script-src 'self'{more}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)


def with_policy(html: str, reloads: bool = False) -> str:
    """`html` with the policy as the first thing a browser reads after the encoding.

    `reloads` is for `mkdocs serve`, which puts a script of its own, another each time, into what it serves.
    """
    policy = _POLICY.format(more=" 'unsafe-inline'" if reloads else "")
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="referrer" content="no-referrer">'
    )
    before, charset, after = html.partition('<meta charset="utf-8">')
    if not charset:
        raise ValueError("the page has no <meta charset> to put its policy after")
    return before + charset + metas + after
