"""The law watch: what counts as a change of a section, and archives of every condition."""

from __future__ import annotations

import bz2
import io
import re
import shutil
import tarfile
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.content import Content, ContentError, LawSection, View, load
from macros.content.compared import read_compared
from macros.lawwatch import COMPARED, compare, read_archives, record
from macros.lawwatch import archive as archive_module
from macros.lawwatch.watch import cited, citing
from macros.pages.law import law_sections
from tests.conftest import MINI

DAY = date(2026, 11, 25)
ACT = "lov/2016-06-17-73"
FILE = "nl/nl-20160617-073.xml"
CITED = {"loa-5a": ("loa", "§ 5a"), "loa-5i": ("loa", "§ 5i"), "foa-24": ("foa", "§§ 24-1–24-3")}


def section(number: str, text: str, *, title: str = "Tittel", more: str = "") -> str:
    """One section as Lovdata's open data writes it."""
    return (
        f'<article class="legalArticle" data-lovdata-URL="NL/{ACT}/§{number}"'
        f' data-name="§{number}"><h3 class="legalArticleHeader"><span class="legalArticleValue">§'
        f' {number}</span>. <span class="legalArticleTitle">{title}</span></h3><article'
        f' class="legalP" id="ledd-1">{text}</article>{more}</article>'
    )


def act(*sections: str, address: str = ACT) -> str:
    """A whole act as Lovdata's open data writes it."""
    body = "".join(sections).replace(ACT, address)
    return (
        '<?xml version="1.0" encoding="utf-8"?><html'
        ' lang="nb"><head><title>Lov</title></head><body><main class="documentBody"'
        f' data-lovdata-URL="NL/{address}">{body}</main></body></html>'
    )


def packed(path: Path, files: dict[str, str | bytes]) -> Path:
    """An archive at `path` with `files`."""
    with tarfile.open(path, "w:bz2") as archive:
        for name, text in files.items():
            data = text.encode() if isinstance(text, str) else text
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


LAW = act(section("5a", "De skal ha ein strategi."), section("5i", "De skal føre kontroll."))
RULES = act(
    *(section(f"24-{n}", f"Regel {n}.") for n in (1, 2, 3, 4)), address="forskrift/2016-08-12-974"
)


@pytest.fixture
def cites(content: Content) -> Content:
    """Content that cites two sections of the act, and a range of the regulation."""
    law = {
        name: LawSection.model_construct(id=name, source=source, section=number)
        for name, (source, number) in CITED.items()
    }
    return replace(content, law=law)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a folder for the data, and nothing else."""
    (tmp_path / "docs/data").mkdir(parents=True)
    return tmp_path


def found_after(project: Path, cites: Content, files: dict[str, str | bytes]) -> list[str]:
    """What is found in an archive of `files` when `LAW` and `RULES` were recorded before."""
    wanted = {ACT, "forskrift/2016-08-12-974"}
    before = packed(project / "before.tar.bz2", {FILE: LAW, "sf/sf-20160812-0974.xml": RULES})
    assert record(project, cites, read_archives([before], wanted), DAY) == []
    documents = read_archives([packed(project / "after.tar.bz2", files)], wanted)
    found = compare(project, cites, documents)
    return documents.lines + [f"{finding.law} {finding.message}" for finding in found]


def test_the_real_law_data_gives_a_document_and_numbers_for_each_act_in_force(
    content: Content,
) -> None:
    """Every section whose source is an act or regulation in force can be looked up."""
    numbers = dict(cited(content))
    in_force = [
        n for n, s in content.law.items() if re.search("/(NL|SF)/", content.sources[s.source].url)
    ]
    assert in_force
    assert sorted(numbers) == sorted(in_force)
    assert numbers["loa-5k"].document == ACT
    assert numbers["loa-5k"].keys == ("5k",)


def test_the_same_text_is_no_change(project: Path, cites: Content) -> None:
    """Nothing is told when nothing has changed, whatever else the archive holds."""
    files: dict[str, str | bytes] = {
        "nl/nl-19990101-001.xml": act(section("5a", "Noko anna."), address="lov/1999-01-01-1")
    }
    assert found_after(project, cites, {**files, FILE: LAW, "sf/sf-20160812-0974.xml": RULES}) == []


def test_white_space_and_notes_on_amendments_are_no_change(project: Path, cites: Content) -> None:
    """Line breaks, no-break spaces, soft hyphens, comments, ids and notes on amendments do not
    count."""
    note = '<article class="changesToParent">Endra ved lov 6 mars 2026 nr. 8.</article>'
    same = LAW.replace("De skal ha ein", "De\n  skal\u00a0<!-- x -->ha\u00ad <b>ein</b>").replace(
        "ledd-1", "ledd-9"
    )
    same = same.replace("strategi.</article>", f"strategi.</article>{note}")
    assert found_after(project, cites, {FILE: same, "sf/sf-20160812-0974.xml": RULES}) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("ein strategi", "ein offentleg strategi", "loa-5a er endra sidan 2026-11-25."),
        ("Tittel", "Ny tittel", "loa-5a er endra"),
        ("De skal føre kontroll.", "Opphevet avtale.", "loa-5i er endra"),
        ("§5i", "§5x", f"loa-5i finst ikkje lenger i {ACT}."),
    ],
)
def test_a_changed_section_is_told(
    project: Path, cites: Content, old: str, new: str, told: str
) -> None:
    """A new word, a new heading, a repeal and a section that has gone."""
    lines = found_after(
        project, cites, {FILE: LAW.replace(old, new), "sf/sf-20160812-0974.xml": RULES}
    )
    assert lines
    assert lines[0].startswith(told)


@pytest.mark.parametrize(
    "title",
    ["(Opphevet)", "(Opphevet ved lov 6 mars 2026 nr. 8)", "Opphevd", "Kontroll (Opphevet)"],
)
def test_a_repealed_section_is_told_as_repealed(project: Path, cites: Content, title: str) -> None:
    """A section of which only the heading is left, however Lovdata words it."""
    law = act(section("5a", "De skal ha ein strategi."), section("5i", "", title=title))
    assert found_after(project, cites, {FILE: law, "sf/sf-20160812-0974.xml": RULES}) == [
        "loa-5i er oppheva."
    ]


def test_a_change_within_a_cited_range_is_told(project: Path, cites: Content) -> None:
    """§§ 24-1–24-3 covers § 24-2, and not § 24-4."""
    rules = RULES.replace("Regel 4", "Ny regel 4")
    assert found_after(project, cites, {FILE: LAW, "sf/sf-20160812-0974.xml": rules}) == []
    rules = RULES.replace("Regel 2", "Ny regel 2")
    assert found_after(project, cites, {FILE: LAW, "sf/sf-20160812-0974.xml": rules}) == [
        "foa-24 er endra sidan 2026-11-25."
    ]


@pytest.mark.parametrize(
    "law",
    [
        LAW.replace(f' data-lovdata-URL="NL/{ACT}/§5a"', "").replace(
            f' data-lovdata-URL="NL/{ACT}/§5i"', ""
        ),
        LAW.replace(f'data-lovdata-URL="NL/{ACT}', f'data-lovdata-url="{ACT}'),
        re.sub(r' data-(lovdata-URL="[^"]*§[^"]*"|name="[^"]*")', "", LAW),
        LAW.replace("<article", "<section").replace("</article", "</section"),
        LAW.replace("<html ", '<html xmlns="http://www.w3.org/1999/xhtml" '),
    ],
    ids=["no address", "lower case", "heading only", "other tags", "a name space"],
)
def test_sections_are_found_when_the_format_moves_a_little(
    project: Path, cites: Content, law: str
) -> None:
    """Other attributes, other tags and a name space are no change of the law."""
    assert found_after(project, cites, {FILE: law, "sf/sf-20160812-0974.xml": RULES}) == []


@pytest.mark.parametrize("name", ["lov-a.xml", "NL-20160617-73.XML", "a/b/nl-20160617-073.html"])
def test_a_document_is_known_by_its_address_or_its_name(
    project: Path, cites: Content, name: str
) -> None:
    """Other file names do not hide an act."""
    assert found_after(project, cites, {name: LAW, "sf/sf-20160812-0974.xml": RULES}) == []


def test_what_cannot_be_read_is_told_and_never_silent(project: Path, cites: Content) -> None:
    """An act that is missing, cut off, or without any section."""
    rules = {"sf/sf-20160812-0974.xml": RULES}
    missing = found_after(project, cites, dict(rules))
    assert len(missing) == 2
    assert f"{ACT} er ikkje i arkiva" in missing[0]
    cut = found_after(project, cites, {FILE: LAW[:400], **rules})
    assert "ikkje gyldig XML" in cut[0]
    assert len(cut) == 3
    plain = found_after(
        project, cites, {FILE: f'<html data-lovdata-URL="NL/{ACT}"><p>§ 5a</p></html>', **rules}
    )
    assert "Fann ingen paragrafar" in plain[0]
    latin = found_after(project, cites, {FILE: LAW.encode("latin-1"), **rules})
    assert "ikkje gyldig XML" in latin[0]


def test_entities_are_not_opened(project: Path, cites: Content, tmp_path: Path) -> None:
    """A document cannot fetch a file, nor grow out of a few lines."""
    secret = tmp_path / "secret.txt"
    secret.write_text("hemmeleg")
    law = LAW.replace("<html", f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html', 1)
    documents = read_archives(
        [packed(tmp_path / "a.tar.bz2", {FILE: law.replace("ein strategi", "&x;")})], {ACT}
    )
    assert "hemmeleg" not in str(documents)


@pytest.mark.parametrize(
    "data", [b"", b"ikkje eit arkiv", b"BZh91AY&SY" + b"x" * 99, bz2.compress(b"x" * 2000)]
)
def test_a_damaged_archive_is_one_line(tmp_path: Path, data: bytes) -> None:
    """Empty files, other files, and archives cut in two."""
    path = tmp_path / "gjeldende-lover.tar.bz2"
    path.write_bytes(data)
    lines = read_archives([path], {ACT}).lines
    assert len(lines) == 1
    assert lines[0].startswith("gjeldende-lover.tar.bz2: Arkivet ")


def test_a_cut_archive_and_one_that_is_not_there_are_told(tmp_path: Path) -> None:
    """A download that broke off, and a misspelt name."""
    whole = packed(
        tmp_path / "whole.tar.bz2", {FILE: LAW, **{f"nl/{n}.xml": LAW * 50 for n in range(9)}}
    ).read_bytes()
    (tmp_path / "cut.tar.bz2").write_bytes(whole[: len(whole) // 2])
    lines = read_archives([tmp_path / "cut.tar.bz2", tmp_path / "none.tar.bz2"], {ACT}).lines
    assert [line.split(":")[0] for line in lines] == ["cut.tar.bz2", "none.tar.bz2"]


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive that unpacks to more than any of Lovdata's is not unpacked."""
    monkeypatch.setattr(archive_module, "MAX_UNPACKED", 1 << 20)
    lines = read_archives(
        [packed(tmp_path / "bomb.tar.bz2", {"nl/x.xml": b"0" * (3 << 20)})], {ACT}
    ).lines
    assert lines == [
        "bomb.tar.bz2: Arkivet er for stort når det blir pakka ut (over 1 MB). Hent det på nytt frå"
        " Lovdata."
    ]
    monkeypatch.setattr(archive_module, "MAX_DOCUMENT", 100)
    lines = read_archives([packed(tmp_path / "big.tar.bz2", {FILE: LAW})], {ACT}).lines
    assert lines == ["big.tar.bz2: nl-20160617-073.xml er for stor, og blei ikkje lesen."]


def test_what_is_recorded_holds_no_text_of_the_law(project: Path, cites: Content) -> None:
    """A day and a digest for each section, and a section that is not found keeps what it had."""
    assert found_after(project, cites, {FILE: LAW, "sf/sf-20160812-0974.xml": RULES}) == []
    text = (project / "docs/data" / COMPARED).read_text()
    assert "strategi" not in text
    assert list(read_compared(project)) == list(CITED)
    only_act = read_archives([packed(project / "act.tar.bz2", {FILE: LAW})], {ACT})
    missing = record(project, cites, only_act, date(2026, 12, 1))
    assert [finding.law for finding in missing] == ["foa-24"]
    kept = read_compared(project)
    assert (kept["foa-24"].compared, kept["loa-5a"].compared) == (DAY, date(2026, 12, 1))


@pytest.mark.parametrize(
    ("edition", "compared", "read"),
    [
        ("nn", "Teksten er sist samanlikna med Lovdata 24. november 2026.", "Vi las teksten sist"),
        ("nb", "Teksten er sist sammenlignet med Lovdata 24. november 2026.", "Vi leste teksten"),
    ],
)
def test_the_page_shows_the_day_a_section_was_compared(
    content: Content, tmp_path: Path, edition: str, compared: str, read: str
) -> None:
    """For those the watch has compared; for the others the day they were read, and no more."""
    project = tmp_path / "project"
    shutil.copytree(MINI, project)
    text = f"loa-5i: {{compared: 2026-11-24, digest: {'0' * 64}}}\n"
    (project / "docs/data" / COMPARED).write_text(text)
    load.cache_clear()
    noted = replace(content, compared=load(project).compared)
    shown = law_sections(View.of(noted, edition), "lov").splitlines()
    feet = [line for line, end in pairwise(shown) if end == "{: .law-foot }"]
    [ours] = [foot for foot in feet if "§5i)" in foot]
    assert compared in ours and read not in ours
    assert all(read in foot and compared not in foot for foot in feet if foot is not ours)


def test_a_day_of_comparison_to_come_is_refused(tmp_path: Path) -> None:
    """As any other day of something that has happened."""
    project = tmp_path / "project"
    shutil.copytree(MINI, project)
    text = f"loa-5i: {{compared: 2999-01-01, digest: {'0' * 64}}}\n"
    (project / "docs/data" / COMPARED).write_text(text)
    load.cache_clear()
    with pytest.raises(ContentError, match="«compared» er 2999-01-01, som ikkje har vore enno"):
        load(project)


def test_a_section_nobody_has_recorded_is_told(
    project: Path, cites: Content, tmp_path: Path
) -> None:
    """A new section in `law.yml` is not taken for unchanged."""
    documents = read_archives([packed(tmp_path / "a.tar.bz2", {FILE: LAW})], {ACT})
    told = {finding.law: finding.message for finding in compare(project, cites, documents)}
    assert told["loa-5a"].startswith("er aldri ført opp.")


def test_every_place_that_cites_a_section_is_listed(project: Path) -> None:
    """Pages, templates and checkpoints by file and line; names that only begin alike are others."""
    files = {
        "docs/nn/side.md": "# Side\n\nEit krav [@loa-5a].\n\nEit anna [@loa-5ab].\n",
        "docs/templates/strategi.nn.md": "Sjå [@loa-5a].\n",
        "docs/data/measures/x.yml": (
            "id: x\ncheckpoints:\n  - id: x-ein\n    section: loa-5a\nlaw: [loa-5a]\n"
        ),
        "docs/data/law.yml": "- id: loa-5a\n",
    }
    for name, text in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text)
    assert citing(project, "loa-5a") == [
        "docs/nn/side.md:3",
        "docs/templates/strategi.nn.md:1",
        "docs/data/measures/x.yml:4 (x-ein)",
        "docs/data/measures/x.yml:5",
    ]


def test_the_commands_record_and_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`law record`, then `law check`: a change ends in status 1, and tells who cites the
    section."""
    project = tmp_path / "project"
    shutil.copytree(MINI, project)
    page = project / "docs/nn/index.md"
    page.write_text(page.read_text() + "\nEin kontroll [@loa-5i].\n")
    before = str(packed(tmp_path / "a.tar.bz2", {FILE: LAW}))
    after = str(
        packed(tmp_path / "b.tar.bz2", {FILE: LAW.replace("kontroll.", "nødvendig kontroll.")})
    )
    run = ["--root", str(project), "law"]
    assert main([*run, "check", before]) == 1
    assert "er aldri ført opp" in capsys.readouterr().out
    assert main([*run, "record", before]) == 0
    assert main([*run, "check", before]) == 0
    capsys.readouterr()
    assert main([*run, "check", after]) == 1
    told = capsys.readouterr().out
    assert "Lov om offentlige anskaffelser § 5i (loa-5i) er endra sidan" in told
    assert "  docs/nn/index.md:" in told
    assert main(["--root", str(project), "check"]) == 0, (
        "the file of digests is part of the content"
    )


@pytest.mark.parametrize(
    "text", ["- loa-5i\n", "loa-5i: nei\n", "loa-5i: {compared: 2026-11-25, digest: abc}\n"]
)
def test_a_spoilt_record_is_one_line(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file of digests is read with the same care as other content."""
    project = tmp_path / "project"
    shutil.copytree(MINI, project)
    (project / "docs/data" / COMPARED).write_text(text)
    assert (
        main(
            [
                "--root",
                str(project),
                "law",
                "check",
                str(packed(tmp_path / "a.tar.bz2", {FILE: LAW})),
            ]
        )
        == 1
    )
    assert capsys.readouterr().err.startswith(f"docs/data/{COMPARED}:1: ")
