"""Files for the web host: headers that a page cannot set itself, and where to report weaknesses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from ..trouble import given_moment

# The rest of the Content-Security-Policy stands in each page (policy.py). Browsers enforce both.
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
    """`(path, content)` of the files for the host; security.txt only if there is a `contact`."""
    yield "_headers", netlify().encode()
    if contact:
        yield ".well-known/security.txt", security_txt(contact, address, made).encode()


def netlify() -> str:
    """The headers for Netlify and Cloudflare Pages, which read `_headers` at the site's root."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())


def apache() -> str:
    """The headers for Apache, to put in the site's `<VirtualHost>` or `.htaccess`.

    They are not written into the site, where they would take effect without anybody asking for it:
    Strict-Transport-Security applies to the whole host, which may have other sites too."""
    lines = "".join(f'Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    return f"ErrorDocument 404 /404.html\n{lines}"


def nginx() -> str:
    """The headers for a `server` block of nginx."""
    lines = "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items())
    return f"error_page 404 /404.html;\n{lines}"


def security_txt(contact: str, address: str, made: datetime) -> str:
    """The text of security.txt (RFC 9116). `address` is the address of the site, or empty."""
    canonical = f"Canonical: {address.rstrip('/')}/.well-known/security.txt\n" if address else ""
    return (
        f"Contact: mailto:{contact}\nExpires: {expires(made):%Y-%m-%dT%H:%M:%SZ}\n"
        f"Preferred-Languages: nn, nb, en\n{canonical}"
    )


def expires(made: datetime) -> datetime:
    """The moment when the security.txt of a site made at `made` expires."""
    return made.astimezone(UTC) + _VALID


def made_at(updated: date) -> datetime:
    """The moment the site counts as made: SOURCE_DATE_EPOCH if set, else the day content changed.

    It is never the time of the build: the same content must give the same bytes. Raises
    SettingError."""
    return given_moment() or datetime(*updated.timetuple()[:3], tzinfo=UTC)
