"""Read `examples/`, where each file is one example that anybody may have sent in.

A file that cannot be read never hides the faults of another."""

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
# The beginnings of e-mail addresses that belong to an office and not to a person, and are allowed.
# The form in the browser gets the same pattern as data. JavaScript cannot ignore capitals in only
# a part of a pattern, so the first letter of each word is spelled both ways below.
_OFFICES = (
    "post|postmottak|epost|mail|firmapost|kontakt|info|informasjon|varsling|varsle|varslar|varsel|tips|innkjop|innkjøp|"
    "anskaffelse|anskaffelser|anskaffing|anskaffingar|arkiv|dokumentsenter|servicetorg|servicesenter|sentralbord|"
    "support|hjelp|personvern|personvernombud|presse|redaksjon|webmaster|hms|seriøsitet|arbeidsliv|akrim|krim|kommune"
)
_OFFICE = (
    "(?:"
    + "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in _OFFICES.split("|"))
    + ")"
)
# Every repetition has a maximum, so that one very long word costs no more than ordinary text
EMAIL = re.compile(
    rf"(?<![\w.+-])(?!{_OFFICE}(?:[._-]{_OFFICE})*@)[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}})+"
)
# A fødselsnummer is day, month, year and five more digits. A D-nummer adds 40 to the day; other
# series of numbers add 40 or 80 to the month.
PERSON = re.compile(
    r"(?<!\d)(?:[04][1-9]|[1256]\d|[37][01])(?:[048][1-9]|[159][0-2])\d{2}[ .\u00a0-]?\d{5}(?!\d)",
    re.ASCII,
)

# A line that is an address may be longer than MAX_FILE_LINE: an address cannot be wrapped, and
# MAX_URL limits it anyway
_ADDRESS = re.compile(r"[ -]*url: *[\"']?https://\S*")
_OTHER_SOURCES = (
    "Teksten viser ikkje til dei same kjeldene som i den andre målforma. Rett tala i [ ]."
)


def read_examples(
    root: Path, chapters: Iterable[str], today: date
) -> tuple[dict[str, Example], list[YamlFile]]:
    """The examples by id, sorted by body and title, and every file with its problems.

    `chapters` are the ids of all questions and measures. An example with a fault is left out of the
    first part, and its problems are found in the second."""
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
    # The second of two twins has a problem only now
    found = [(example, file) for example, file in found if not file.problems]
    found.sort(key=lambda pair: norwegian_order(pair[0].name))
    return {example.id: example for example, _ in found}, files


def read_example(
    path: Path, name: str, chapters: tuple[str, ...], today: date
) -> tuple[YamlFile, Example | None]:
    """Read one file, called `name` in messages: the file with its problems, and its example.

    The example is None when anything is wrong with the file."""
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
def _parsed_example(
    name: str, raw: bytes, chapters: tuple[str, ...]
) -> tuple[YamlFile, Example | None]:
    """The work of `_parse`, kept so that a rebuild under serve parses only the files that changed.

    Nothing that depends on today's date belongs here: the result may be used on a later day."""
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
    """The file and its example. The caller may add problems to the file: it is a fresh copy."""
    file, example = _parsed_example(name, raw, chapters)
    return file.fresh(), example


def _lines(raw: bytes) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(LINE_BREAK.split(raw.decode("utf-8-sig")), 1):
        if len(line) > MAX_FILE_LINE and not _ADDRESS.fullmatch(line):
            yield (
                number,
                (
                    f"Linja er på {len(line)} teikn. Høgst {MAX_FILE_LINE}. Del henne med"
                    " linjeskift, rykt like langt inn."
                ),
            )


def _private(file: YamlFile) -> Iterator[tuple[int, str]]:
    """Refuse e-mail addresses of persons and national identity numbers: the site needs neither."""
    for path, value in strings(file.data):
        if found := EMAIL.search(value):
            yield (
                file.line_within(path, value, found.start()),
                (
                    f"«{found[0][:MAX_QUOTE]}» ser ut som ei e-postadresse. Ta henne bort: "
                    "døme skal ikkje ha personopplysningar."
                ),
            )
        if found := next((match for match in PERSON.finditer(value) if _is_person(match[0])), None):
            yield (
                file.line_within(path, value, found.start()),
                (
                    "Her står noko som liknar eit fødselsnummer. Ta det bort: døme skal ikkje ha"
                    " personopplysningar."
                ),
            )


def _is_person(number: str) -> bool:
    """Whether the two check digits are right.

    Case numbers, bank accounts and addresses of articles may have eleven digits too, and the check
    digits tell them apart. The library's own validation is not used, since it also validates the
    date: D-numbers, H-numbers and synthetic numbers have days and months outside the calendar."""
    from stdnum.no import fodselsnummer  # imported late: few texts hold eleven digits

    digits = "".join(digit for digit in number if digit.isdigit())
    checks = (fodselsnummer.calc_check_digit1(digits), fodselsnummer.calc_check_digit2(digits))
    return checks == (digits[9], digits[10])


def _names(file: YamlFile, chapters: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Refuse texts under a question or measure that does not exist."""
    whole = file.data if isinstance(file.data, dict) else {}
    for at, texts in (((), whole), (("translation",), whole.get("translation"))):
        for key, is_measure in (("questions", False), ("measures", True)):
            given = texts.get(key) if isinstance(texts, dict) else None
            allowed = [name for name in chapters if name.startswith("grep-") == is_measure]
            for name in given if isinstance(given, dict) else ():
                if allowed and name not in allowed:
                    yield file.line((*at, key, name)), f"«{key}»: {unknown(name, allowed)}"


def _named(file: YamlFile, stem: str) -> Iterator[tuple[KeyPath, str]]:
    """Refuse an id that differs from the name of its file, unless the id has a fault already."""
    name = file.data.get("id") if isinstance(file.data, dict) else None
    if isinstance(name, str) and name != stem and not file.told(("id",)):
        yield ("id",), f"Id-en «{name}» og filnamnet «{stem}.yml» skal vere like. Rett det eine."


def _wrong(example: Example) -> Iterator[tuple[KeyPath, str]]:
    """Faults that show only when two values are compared, such as an end before its beginning."""
    if full_date(example.valid_to, last=True) < full_date(example.valid_from) and example.valid_to:
        yield ("valid_to",), "«valid_to» er før «valid_from». Byt dei om, eller rett det eine."
    if example.updated and example.updated < example.added:
        yield ("updated",), "«updated» er før «added». Rett det eine."
    if example.translation:
        yield from _parted(example, example.translation)


def _parted(example: Example, other: Translation) -> Iterator[tuple[KeyPath, str]]:
    """Faults in a translation: it lacks a text, has one too many, or cites other sources."""
    for key in ("questions", "measures"):
        mine, theirs = getattr(example, key), getattr(other, key)
        for name in mine.keys() - theirs.keys():
            yield ("translation",), f"«translation» manglar «{key}.{name}». Skriv den teksten òg."
        for name in theirs.keys() - mine.keys():
            yield (
                ("translation", key, name),
                f"«{name}» står berre i «translation». Skriv det i begge.",
            )
        for name in mine.keys() & theirs.keys():
            yield from _other_sources(
                mine[name], theirs[name], ("translation", key, name), len(example.sources)
            )
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
    """Refuse a translation that cites other sources than the original, or in another order.

    Marks beyond the last source are left out of the comparison: `_marks` refuses those."""
    first, second = (
        [int(m) for m in SOURCE_MARK.findall(text) if 1 <= int(m) <= count] for text in (ours, its)
    )
    if ours and its and first != second:
        yield at, _OTHER_SOURCES


def _marks(file: YamlFile) -> Iterator[tuple[int, str]]:
    """Refuse marks of sources that do not exist, and texts without a mark when there are several.

    Only `lesson` may do without a mark: it is the contributor's own judgement."""
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
                (
                    f"Dømet har {count} kjelder. Skriv kva for ei denne teksten byggjer på, til"
                    " dømes [1], etter teksten."
                ),
            )


def _refuse_ended(file: YamlFile, example: Example, today: date) -> None:
    """Refuse an example that is said to be in force although its period is over."""
    if example.status == "in-force" and example.valid_to and has_ended(example.valid_to, today):
        file.refuse(
            file.line(("status",)),
            f"«status» er in-force (gjeld), men «valid_to» er {example.valid_to}, som er over. Rett"
            " det eine: ended (avslutta), replaced (erstatta) eller ein annan sluttdato.",
        )


def _refuse_twins(files: list[YamlFile]) -> None:
    """Refuse the second of two files with the same body and title: readers see no difference."""
    first: dict[tuple[str, ...], YamlFile] = {}
    for file in files:
        key = tuple(_folded(file, name) for name in ("publisher", "title"))
        if not all(key):
            continue
        if key in first:
            file.refuse(
                file.line(("title",)),
                f"Same verksemd og tittel står alt i {first[key].file}. Slett den eine fila, eller"
                " skil titlane.",
            )
        first.setdefault(key, file)


def _folded(file: YamlFile, key: str) -> str:
    """The text of `key` with capitals and spacing evened out, or an empty string."""
    value = file.data.get(key) if isinstance(file.data, dict) else None
    return " ".join(value.casefold().split()) if isinstance(value, str) else ""


def norwegian_order(word: str) -> str:
    """A sort key that ignores capitals and puts æ, ø and å last: «{», «|» and «}» follow z."""
    return word.lower().translate(str.maketrans("æøå", "{|}"))


def _slug(stem: str) -> str:
    """A file name to suggest, made from the name the contributor chose."""
    return re.sub(r"[^a-z0-9]+", "-", plain_letters(stem)).strip("-")[:60] or "bo-kommune-strategi"


__all__ = ["EXAMPLES", "SCHEMA", "Problem", "norwegian_order", "read_example", "read_examples"]
