"""Every Word and Excel file is as Microsoft's own validator wants it."""

from __future__ import annotations

import json
import os
import subprocess
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .conftest import ROOT

PACKAGES = ROOT / "tests/node/node_modules/@xarsh"


def validator() -> Path:
    """The program for this machine: npm installs the one that fits, and no other."""
    found = [p for p in PACKAGES.glob("ooxml-validator-*/ooxml-validator*") if p.suffix != ".json"]
    assert found, "the validator is missing: make tests/node/node_modules/ready"
    return found[0]


def faults(files: list[Path]) -> dict[str, list[str]]:
    """What the validator says is wrong in each file, by the file's name."""

    def check(file: Path) -> tuple[str, list[str]]:
        done = subprocess.run(
            [str(validator()), str(file)], capture_output=True, text=True, check=False
        )
        result = json.loads(done.stdout)
        told = [f"{e.get('path', {})}: {e.get('description', e)}" for e in result["errors"]]
        return file.name, told if not result["ok"] else []

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return {name: told for name, told in pool.map(check, files) if told}


def test_every_office_file_is_valid(site: Path) -> None:
    """By the rules of the newest Office it knows, in one edition each: a run takes a second, and
    the two have the same parts."""
    files = sorted([*site.glob("nedlasting/*.docx"), *site.glob("nedlasting/*.xlsx")])
    other = sorted([*site.glob("nb/nedlasting/*.docx"), *site.glob("nb/nedlasting/*.xlsx")])
    chosen = [*files[::2], *other[1::2]]
    assert len(chosen) == len(files) == len(other) > 20
    assert faults(chosen) == {}


def test_a_fault_would_be_told(site: Path, tmp_path: Path) -> None:
    """So that silence means something."""
    broken = tmp_path / "broken.docx"
    with (
        zipfile.ZipFile(site / "nedlasting/kapittel-nn.docx") as source,
        zipfile.ZipFile(broken, "w") as target,
    ):
        for item in source.infolist():
            data = source.read(item)
            if item.filename == "word/document.xml":
                data = data.replace(b"<w:alias ", b"<w:aliass ", 1)
            target.writestr(item, data)
    assert "aliass" in faults([broken])["broken.docx"][0]
