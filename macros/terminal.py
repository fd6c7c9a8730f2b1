"""What is printed and what is typed is UTF-8, whatever the machine's locale says."""

from __future__ import annotations

import sys
from io import TextIOWrapper


def speak_utf8() -> None:
    """Make standard input, output and error UTF-8. A letter that cannot be written, such as half of
    a file name that is no text, is printed as its number, and never ends the program."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
