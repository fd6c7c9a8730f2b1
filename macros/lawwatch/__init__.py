"""The law watch: tell when the text of a section we cite has changed since somebody read it.

Lovdata publishes acts and central regulations in force as open data (NLOD 2.0). `archive` reads
their archives, `watch` compares the sections that `docs/data/law.yml` cites with the digests kept
in `docs/data/law-compared.yml`, and `commands` is the command line. The text itself is not kept.
"""

from ..content.register import COMPARED
from .archive import Documents, Section, read_archives
from .watch import Finding, compare, record

__all__ = ["COMPARED", "Documents", "Finding", "Section", "compare", "read_archives", "record"]
