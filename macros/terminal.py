"""Print and read text as UTF-8, whatever the locale of the machine says."""

from __future__ import annotations

import sys
from io import TextIOWrapper


def speak_utf8() -> None:
    """Make standard input, output and error UTF-8.

    A character that cannot be written, such as a byte of a file name in another encoding, is
    printed as its number, and never ends the program."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
