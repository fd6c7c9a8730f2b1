"""Files for the host: the headers a page cannot set for itself, and where to report a hole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from ..trouble import given_moment

# The rest of the policy stands in each page (policy.py). Browsers enforce both.
HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# RFC 9116 recommends less than a year
_VALID = timedelta(days=364)


def host_files(contact: str, address: str, made: datetime) -> Iterator[tuple[str, bytes]]:
    """`(path, content)` of what hosts read; security.txt only when somebody can be reached."""
    yield "_headers", netlify().encode()
    if contact:
        yield ".well-known/security.txt", security_txt(contact, address, made).encode()


def netlify() -> str:
    """For Netlify and Cloudflare Pages, which read it from the top of the site."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())


def apache() -> str:
    """For Apache, in the site's `<VirtualHost>` or `.htaccess`. Not written into the site: there it would take effect
    unasked, and Strict-Transport-Security is for the whole host, which may hold more than this site."""
    lines = "".join(f'Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    return f"ErrorDocument 404 /404.html\n{lines}"


def nginx() -> str:
    """For a `server` block of nginx."""
    lines = "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items())
    return f"error_page 404 /404.html;\n{lines}"


def security_txt(contact: str, address: str, made: datetime) -> str:
    """RFC 9116. `address` is that of the site, or empty."""
    canonical = f"Canonical: {address.rstrip('/')}/.well-known/security.txt\n" if address else ""
    return (
        f"Contact: mailto:{contact}\nExpires: {expires(made):%Y-%m-%dT%H:%M:%SZ}\n"
        f"Preferred-Languages: nn, nb, en\n{canonical}"
    )


def expires(made: datetime) -> datetime:
    """When the security.txt of a site made at `made` is no longer to be trusted."""
    return made.astimezone(UTC) + _VALID


def made_at(updated: date) -> datetime:
    """When the site counts as made: SOURCE_DATE_EPOCH where it is set, else the day the content last changed.

    Raises SettingError."""
    return given_moment() or datetime(*updated.timetuple()[:3], tzinfo=UTC)
