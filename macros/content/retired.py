"""Check the register of checkpoint ids against the checkpoints there are."""

from __future__ import annotations

from collections.abc import Collection

from .model import Register, Retired
from .problems import near, unknown
from .reader import Reader
from .register import CHECKPOINT_IDS, DATA
from .validate import validate
from .yaml_file import YamlFile


def retired_checkpoints(reader: Reader) -> dict[str, Retired]:
    """The checkpoints that are taken out, from the register, which is checked here too.

    Call this when all other files are read: it takes the ids of the checkpoints in them."""
    file = reader.read(reader.root / DATA / CHECKPOINT_IDS)
    register = validate(Register, file.data, file) if file.data is not None else None
    present = reader.claim_checkpoints()
    if register is None:
        return {}
    _refuse_unregistered(reader, register, present)
    if reader.chapter_ids() is not None:
        _refuse_lost(file, register, present)
        _refuse_lost_heirs(file, register, present)
    for name in register.retired:
        _check_retired(file, register, name, present)
    return register.retired


def _check_retired(file: YamlFile, register: Register, name: str, present: Collection[str]) -> None:
    """Refuse a retired id that a checkpoint still has, or that no checkpoint ever had."""
    line = file.line(("retired", name))
    if name in present:
        file.refuse(
            line, f"Sjekkpunktet «{name}» står under retired, men finst enno. Ta bort det eine."
        )
    elif name not in register.used:
        file.refuse(line, f"Id «{name}» står under retired, men ikkje under used. Rett id-en.")


def _refuse_unregistered(reader: Reader, register: Register, present: Collection[str]) -> None:
    """Refuse checkpoints whose ids are not in the register, at the place of the checkpoint."""
    for name in [name for name in present if name not in register.used]:
        source, path = reader.origin[name]
        source.refuse(
            source.line(path),
            f"Sjekkpunktet «{name}» er ikkje registrert. Køyr: python -m macros ids",
        )


def _refuse_lost(file: YamlFile, register: Register, present: Collection[str]) -> None:
    """Refuse registered ids that no checkpoint has, and that are not retired."""
    for index, name in enumerate(register.used):
        if name not in present and name not in register.retired:
            file.refuse(
                file.line(("used", index)),
                f"Sjekkpunktet «{name}» er borte eller har skifta id. Set id-en tilbake, "
                "eller før han opp under retired.",
            )


def _refuse_lost_heirs(file: YamlFile, register: Register, present: Collection[str]) -> None:
    """Refuse a retired checkpoint whose place was taken over by one that does not exist."""
    for name, after in register.retired.items():
        if after.to is not None and after.to not in present:
            line = file.line(("retired", name))
            file.refuse(line, f"«to»: {unknown(after.to, near(after.to, sorted(present)))}")
