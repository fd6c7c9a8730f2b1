"""The register of checkpoint ids.

Ticks that readers have saved and files they have filled in refer to these ids, so an id may not
disappear without anybody noticing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .files import project_files
from .problems import ContentError
from .yaml_file import YamlFile
from .yaml_source import read_yaml

DATA = Path("docs/data")
LABELS = DATA / "labels"
CHECKPOINT_IDS = "checkpoint-ids.yml"
# Checked by site/addresses.py, which knows the pages
ADDRESSES = "addresses.yml"
# Written by the law watch
COMPARED = "law-compared.yml"


def points_of(data: Any) -> list[Any]:
    """The list of checkpoints in the data of a file, unchecked; empty if there is no list."""
    points = data.get("checkpoints") if isinstance(data, dict) else None
    return points if isinstance(points, list) else []


def register_ids(root: Path) -> list[str]:
    """Add the ids of new checkpoints to the register, and return those that were added.

    Ids are never removed. Raises ContentError when the register cannot be read."""
    path = root / DATA / CHECKPOINT_IDS
    text = path.read_text(encoding="utf-8") if path.exists() else "used:\nretired: {}\n"
    register = (
        read_yaml(path, (DATA / CHECKPOINT_IDS).as_posix())
        if path.exists()
        else YamlFile(CHECKPOINT_IDS)
    )
    if register.problems:
        raise ContentError(register.problems)
    used = (register.data if isinstance(register.data, dict) else {}).get("used") or []
    found = [
        checkpoint["id"]
        for folder in ("questions", "measures")
        for file in project_files(root / DATA / folder, "*.yml")
        for checkpoint in points_of(read_yaml(file, file.name).data)
        if isinstance(checkpoint, dict) and isinstance(checkpoint.get("id"), str)
    ]
    added = [name for name in found if name not in used]
    if added:
        lines = "".join(f"  - {name}\n" for name in added)
        path.write_text(text.replace("\nretired:", "\n" + lines + "retired:", 1), encoding="utf-8")
    return added
