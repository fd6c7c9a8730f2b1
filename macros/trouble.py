"""Explain in Norwegian what the machine refuses: a full disk, a locked folder, a wrong setting."""

from __future__ import annotations

import errno
import os
import re
from datetime import UTC, datetime

_MOMENT = "SOURCE_DATE_EPOCH"
_LAST = 253_402_300_799  # the last second of the year 9999
_TOLD = {
    errno.ENOSPC: "Disken er full. Frigjer plass",
    errno.EDQUOT: "Kvoten på disken er brukt opp. Frigjer plass",
    errno.EFBIG: "Fila blir større enn disken tillèt",
    errno.EROFS: "Disken kan berre lesast. Vel ei anna mappe",
    errno.EACCES: "Løyve manglar. Gi deg sjølv løyve, eller vel ei anna mappe",
    errno.EPERM: "Løyve manglar. Gi deg sjølv løyve, eller vel ei anna mappe",
    errno.ENOENT: "Fila eller mappa finst ikkje",
    errno.ENOTDIR: "Ein del av stien er ei fil og inga mappe",
    errno.EISDIR: "Dette er ei mappe og inga fil",
    errno.EMFILE: "For mange filer er opne på ein gong. Lukk andre program",
}


class SettingError(ValueError):
    """An environment variable has a value that cannot be used. The Norwegian message says why."""


def told(error: OSError) -> str:
    """One line about `error`: which file or folder, what is wrong with it, and what to do."""
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    words = _TOLD.get(error.errno or 0, f"Maskina melder feil {name} ved lesing eller skriving")
    place = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes) else ""
    return f"{place}{words}."


def given_moment() -> datetime | None:
    """The moment in SOURCE_DATE_EPOCH; None if it is not set or empty.

    Raises SettingError if the value is not a moment."""
    given = os.environ.get(_MOMENT, "")
    if not given:
        return None
    if not re.fullmatch(r"[0-9]{1,12}", given, re.ASCII) or int(given) > _LAST:
        raise SettingError(
            f"{_MOMENT} er «{given[:40]}». Skriv talet på sekund sidan 1970, til dømes 1764028800, "
            "eller ta bort variabelen."
        )
    return datetime.fromtimestamp(int(given), UTC)
