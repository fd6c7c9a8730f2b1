"""Find personal data in texts that anybody may have sent in: the site needs none of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .problems import MAX_QUOTE
from .yaml_file import YamlFile, strings

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


def personal(file: YamlFile) -> Iterator[tuple[int, str]]:
    """Refuse e-mail addresses of persons and national identity numbers: the site needs neither."""
    for path, value in strings(file.data):
        if found := EMAIL.search(value):
            yield (
                file.line_within(path, value, found.start()),
                (
                    f"«{found[0][:MAX_QUOTE]}» ser ut som ei e-postadresse. Ta adressa bort: "
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
