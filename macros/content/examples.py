"""Read `examples/`: one file an example, sent in by anybody. One bad file never hides another's faults."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from .days import has_ended, refuse_days
from .example import SOURCE_MARK, Example, Translation, full_date
from .files import is_left_behind
from .letters import plain_letters
from .problems import MAX_QUOTE, Problem, unknown
from .validate import validate
from .yaml_source import LINE_BREAK, KeyPath, YamlFile, parse_yaml, read_bytes, strings

EXAMPLES = Path("examples")
SCHEMA = "example.schema.json"
MAX_FILE_LINE = 300
MAX_BYTES = 100_000
_BESIDE = ("README.md", SCHEMA)
_TEXTS = ("about", "questions", "measures", "lesson", "setback")
# Who reads these is a body, not a person. The browser has the same pattern, and no flag for capitals inside it
_OFFICES = (
    "post|postmottak|epost|mail|firmapost|kontakt|info|informasjon|varsling|varsle|varslar|varsel|tips|innkjop|innkjøp|"
    "anskaffelse|anskaffelser|anskaffing|anskaffingar|arkiv|dokumentsenter|servicetorg|servicesenter|sentralbord|"
    "support|hjelp|personvern|personvernombud|presse|redaksjon|webmaster|hms|seriøsitet|arbeidsliv|akrim|krim|kommune"
)
_OFFICE = "(?:" + "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in _OFFICES.split("|")) + ")"
# Bounded, so that a long word costs no more than a long text
EMAIL = re.compile(rf"(?<![\w.+-])(?!{_OFFICE}(?:[._-]{_OFFICE})*@)[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}})+")
# Day (or day + 40), month (or month + 40 or 80), year, then five digits: the form of a fødselsnummer or D-nummer
PERSON = re.compile(
    r"(?<!\d)(?:[04][1-9]|[1256]\d|[37][01])(?:[048][1-9]|[159][0-2])\d{2}[ .\u00a0-]?\d{5}(?!\d)", re.ASCII
)

_ADDRESS = re.compile(
    r"[ -]*url: *[\"']?https://\S*"
)  # exempt from MAX_FILE_LINE: an address cannot be wrapped, and MAX_URL limits it
_OTHER_SOURCES = "Teksten viser ikkje til dei same kjeldene som i den andre målforma. Rett tala i [ ]."


def read_examples(root: Path, chapters: Iterable[str], today: date) -> tuple[dict[str, Example], list[YamlFile]]:
    """The examples by id, sorted by body and title, and every file with what was refused in it.

    `chapters` are the ids of questions and measures there are."""
    folder, known = root / EXAMPLES, tuple(chapters)
    files, found = [], []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name in _BESIDE or is_left_behind(path):
            continue
        file, example = read_example(path, path.relative_to(root).as_posix(), known, today)
        files.append(file)
        if example:
            found.append((example, file))
    _refuse_twins(files)
    found = [(example, file) for example, file in found if not file.problems]
    found.sort(key=lambda pair: norwegian_order(pair[0].name))
    return {example.id: example for example, _ in found}, files


def read_example(path: Path, name: str, chapters: tuple[str, ...], today: date) -> tuple[YamlFile, Example | None]:
    """One file, named `name` in messages, and its example unless something is wrong with it."""
    file = YamlFile(name)
    if path.is_symlink() or not path.is_file():
        file.refuse(1, "Her skal det berre liggje vanlege filer, ei for kvart døme. Ta bort dette.")
    elif path.suffix != ".yml":
        file.refuse(
            1,
            "Fila blir ikkje brukt. Eit døme heiter det same som id-en og sluttar på .yml, "
            f"til dømes {_slug(path.stem)}.yml.",
        )
    elif (raw := read_bytes(path, file, MAX_BYTES)) is not None:
        file, example = _parse(name, raw, chapters)
        refuse_days(file, today)
        if example and not file.problems:
            _refuse_ended(file, example, today)
        return file, None if file.problems else example
    return file, None


@lru_cache(maxsize=4096)
def _parsed_example(name: str, raw: bytes, chapters: tuple[str, ...]) -> tuple[YamlFile, Example | None]:
    file = parse_yaml(raw, name)
    if file.data is None:
        return file, None
    example = validate(Example, file.data, file)
    for line, message in (*_lines(raw), *_private(file), *_names(file, chapters), *_marks(file)):
        file.refuse(line, message)
    for at, message in (*_named(file, Path(name).stem), *(_wrong(example) if example else ())):
        if at[:1] != ("translation",) or not file.told(at):
            file.refuse(file.line(at), message)
    return file, example


def _parse(name: str, raw: bytes, chapters: tuple[str, ...]) -> tuple[YamlFile, Example | None]:
    """What the same bytes gave last time, with a list of problems of its own."""
    file, example = _parsed_example(name, raw, chapters)
    return file.fresh(), example


def _lines(raw: bytes) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(LINE_BREAK.split(raw.decode("utf-8-sig")), 1):
        if len(line) > MAX_FILE_LINE and not _ADDRESS.fullmatch(line):
            yield (
                number,
                f"Linja er på {len(line)} teikn. Høgst {MAX_FILE_LINE}. Del henne med linjeskift, rykt like langt inn.",
            )


def _private(file: YamlFile) -> Iterator[tuple[int, str]]:
    """What tells of a person. The site needs neither."""
    for path, value in strings(file.data):
        if found := EMAIL.search(value):
            yield (
                file.line_within(path, value, found.start()),
                f"«{found[0][:MAX_QUOTE]}» ser ut som ei e-postadresse. Ta henne bort: "
                "døme skal ikkje ha personopplysningar.",
            )
        if found := next((match for match in PERSON.finditer(value) if _is_person(match[0])), None):
            yield (
                file.line_within(path, value, found.start()),
                "Her står noko som liknar eit fødselsnummer. Ta det bort: døme skal ikkje ha personopplysningar.",
            )


def _is_person(number: str) -> bool:
    """Whether the check digits are right, so that case numbers, accounts and addresses of articles are no persons.

    Only the digits are asked for: D-numbers, H-numbers and made-up numbers have days and months of their own."""
    from stdnum.no import fodselsnummer  # few texts hold eleven digits

    digits = "".join(digit for digit in number if digit.isdigit())
    checks = (fodselsnummer.calc_check_digit1(digits), fodselsnummer.calc_check_digit2(digits))
    return checks == (digits[9], digits[10])


def _names(file: YamlFile, chapters: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    whole = file.data if isinstance(file.data, dict) else {}
    for at, texts in (((), whole), (("translation",), whole.get("translation"))):
        for key, is_measure in (("questions", False), ("measures", True)):
            given = texts.get(key) if isinstance(texts, dict) else None
            allowed = [name for name in chapters if name.startswith("grep-") == is_measure]
            for name in given if isinstance(given, dict) else ():
                if allowed and name not in allowed:
                    yield file.line((*at, key, name)), f"«{key}»: {unknown(name, allowed)}"


def _named(file: YamlFile, stem: str) -> Iterator[tuple[KeyPath, str]]:
    """The file is called what the example is called. An id that is refused already is not told of twice."""
    name = file.data.get("id") if isinstance(file.data, dict) else None
    if isinstance(name, str) and name != stem and not file.told(("id",)):
        yield ("id",), f"Id-en «{name}» og filnamnet «{stem}.yml» skal vere like. Rett det eine."


def _wrong(example: Example) -> Iterator[tuple[KeyPath, str]]:
    """What a single value cannot tell."""
    if full_date(example.valid_to, last=True) < full_date(example.valid_from) and example.valid_to:
        yield ("valid_to",), "«valid_to» er før «valid_from». Byt dei om, eller rett det eine."
    if example.updated and example.updated < example.added:
        yield ("updated",), "«updated» er før «added». Rett det eine."
    if example.translation:
        yield from _parted(example, example.translation)


def _parted(example: Example, other: Translation) -> Iterator[tuple[KeyPath, str]]:
    """Where a translation says less, more or something from other sources than the example."""
    for key in ("questions", "measures"):
        mine, theirs = getattr(example, key), getattr(other, key)
        for name in mine.keys() - theirs.keys():
            yield ("translation",), f"«translation» manglar «{key}.{name}». Skriv den teksten òg."
        for name in theirs.keys() - mine.keys():
            yield ("translation", key, name), f"«{name}» står berre i «translation». Skriv det i begge."
        for name in mine.keys() & theirs.keys():
            yield from _other_sources(mine[name], theirs[name], ("translation", key, name), len(example.sources))
    for key in ("use", "about", "lesson", "setback"):
        ours, its = getattr(example, key), getattr(other, key)
        if (ours is None) != (its is None):
            where: KeyPath = ("translation", key) if ours is None else ("translation",)
            yield where, f"«{key}» står i berre den eine målforma. Skriv det i begge."
        yield from _other_sources(ours or "", its or "", ("translation", key), len(example.sources))
    if example.title_ours != (other.title is not None):
        where = ("translation", "title") if other.title else ("translation",)
        yield where, "«translation» skal ha «title» når «title_ours» er true, og elles ikkje."


def _other_sources(ours: str, its: str, at: KeyPath, count: int) -> Iterator[tuple[KeyPath, str]]:
    """Marks of sources that are not there are told of already."""
    first, second = ([int(m) for m in SOURCE_MARK.findall(text) if 1 <= int(m) <= count] for text in (ours, its))
    if ours and its and first != second:
        yield at, _OTHER_SOURCES


def _marks(file: YamlFile) -> Iterator[tuple[int, str]]:
    """Every text points to sources there are, and to one of them when there are several."""
    sources = file.data.get("sources") if isinstance(file.data, dict) else None
    count = len(sources) if isinstance(sources, list) else 0
    for path, text in strings(file.data) if count else ():
        marks = [(int(match[1]), match.start()) for match in SOURCE_MARK.finditer(text)]
        where = path[1:] if path[0] == "translation" else path
        if where[0] not in _TEXTS or not text.strip():
            continue
        if wrong := next((mark for mark in marks if not 1 <= mark[0] <= count), None):
            line = file.line_within(path, text, wrong[1])
            yield line, f"Teksten viser til kjelde [{wrong[0]}], men dømet har {count}. Rett talet."
        elif count > 1 and not marks and where != ("lesson",):
            yield (
                file.line(path),
                f"Dømet har {count} kjelder. Skriv kva for ei denne teksten byggjer på, til dømes [1], etter teksten.",
            )


def _refuse_ended(file: YamlFile, example: Example, today: date) -> None:
    """What is in force has not ended."""
    if example.status == "in-force" and example.valid_to and has_ended(example.valid_to, today):
        file.refuse(
            file.line(("status",)),
            f"«status» er in-force (gjeld), men «valid_to» er {example.valid_to}, som er over. Rett det eine: "
            "ended (avslutta), replaced (erstatta) eller ein annan sluttdato.",
        )


def _refuse_twins(files: list[YamlFile]) -> None:
    first: dict[tuple[str, ...], YamlFile] = {}
    for file in files:
        key = tuple(_folded(file, name) for name in ("publisher", "title"))
        if not all(key):
            continue
        if key in first:
            file.refuse(
                file.line(("title",)),
                f"Same verksemd og tittel står alt i {first[key].file}. Slett den eine fila, eller skil titlane.",
            )
        first.setdefault(key, file)


def _folded(file: YamlFile, key: str) -> str:
    """The text of `key` without regard to capitals and space."""
    value = file.data.get(key) if isinstance(file.data, dict) else None
    return " ".join(value.casefold().split()) if isinstance(value, str) else ""


def norwegian_order(word: str) -> str:
    """A key that puts æ, ø, å last, and capitals with small letters."""
    return word.lower().translate(str.maketrans("æøå", "{|}"))


def _slug(stem: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", plain_letters(stem)).strip("-")[:60] or "bo-kommune-strategi"


__all__ = ["EXAMPLES", "SCHEMA", "Problem", "norwegian_order", "read_example", "read_examples"]
