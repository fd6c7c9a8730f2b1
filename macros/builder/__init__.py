"""Take finished files apart, and put them together again from answers.

A document that can be made from answers is written once, with marks where its regions begin and
end. Here the file becomes parts, which are text, and the parts become a file. The browser does the
same with the same parts (`browser/builder/`), and the tests hold the two to each other. What is
published as a template is put together without answers.

Nothing here knows what a document is about, and nothing reads or writes files on a disk.
"""

from __future__ import annotations

from .assemble import ONLY, Filling, assemble
from .parts import Parts, Sheet, taken_apart
from .script import script

__all__ = ["ONLY", "Filling", "Parts", "Sheet", "assemble", "script", "taken_apart"]
