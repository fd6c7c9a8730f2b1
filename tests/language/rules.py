"""What makes one passage, or one page, hard to read: each kind of fault is a function.

A rule takes the passages of one page and yields its hits. Every rule is a compromise, told in its
docstring: it would rather let a fault through than cry wolf.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.content import WordChoice

from .passages import Passage, is_template
from .sentences import TOKEN, lix, sentences, words
from .vocabulary import ASKS, CLAUSE, CONDITION, FOREIGN, PRONOUN, SUBJECT, VERB, form_pattern


@dataclass(frozen=True)
class Hit:
    """One fault: of which kind, where, in which sentence, and what to write instead."""

    kind: str
    page: str
    sentence: str
    advice: str
    told: bool = False
    """It stands in what somebody sent in about a document of theirs."""

    @property
    def edition(self) -> str:
        """The edition it stands in."""
        return "nb" if self.page.startswith("nb/") or self.page.endswith(" nb") else "nn"

    @property
    def template(self) -> bool:
        """Whether it stands in a document that others sign."""
        return is_template(self.page)

    def __str__(self) -> str:
        return f"{self.page}\n    {self.sentence}\n    -> {self.advice}"


Rule = Callable[[Sequence[Passage]], Iterator[Hit]]
MOST_WORDS = 25
MOST_CLAUSES = 2
MOST_CITES = 2
MOST_PRONOUNS = 2
MOST_LIX = 38.0
# Below this, one long word moves the index of a page by a point or more
LEAST_WORDS = 100
_BLANK = re.compile(r"\[[^\[\]]*\]")


def long_sentences(page: Sequence[Passage]) -> Iterator[Hit]:
    """Sentences of more than 25 words. An item in brackets to fill in counts as its words."""
    for passage in page:
        for sentence in sentences(passage.text):
            if (count := len(TOKEN.findall(sentence))) > MOST_WORDS and not passage.listing:
                yield Hit("long", passage.page, sentence, f"{count} ord. Del setninga i to.")


def nested_sentences(page: Sequence[Passage]) -> Iterator[Hit]:
    """Sentences with more than two subordinate clauses, told by the words that open them.

    Clauses side by side («at … og at …», «kva …, kven … og kor …») count as one. The name of a
    blank, «[Den som avgjer avvising]», has none: a role of two words stands there in the end."""
    for passage in page:
        for sentence in sentences(passage.text):
            read = _BLANK.sub("", sentence)
            asks = ASKS[passage.edition].findall(read)
            rest = ASKS[passage.edition].sub("", read)
            opened = asks[:1] + CLAUSE.findall(rest)
            if len(opened) > MOST_CLAUSES and not passage.listing:
                advice = f"{len(opened)} leddsetningar ({', '.join(opened)}). Del setninga."
                yield Hit("nested", passage.page, sentence, advice)


def pronoun_chains(page: Sequence[Passage]) -> Iterator[Hit]:
    """Three or more of «han, ho, henne, den, det, dei, dem» within two sentences; in a document to
    sign, two or more.

    «den», «det» and «dei» count only where they stand alone for a noun: before a verb or a
    preposition, or last in a clause. «det er», «den som» and «dei nye» do not count."""
    for passage in page:
        most = MOST_PRONOUNS - 1 if passage.template else MOST_PRONOUNS
        found = sentences(passage.text)
        reported = ""
        for index, sentence in enumerate(found):
            pair = " ".join(found[index : index + 2])
            used = [match[0].lower() for match in PRONOUN[passage.edition].finditer(pair)]
            if len(used) > most and sentence not in reported:
                reported = pair
                yield Hit("pronouns", passage.page, pair,
                          f"{', '.join(used)}: skriv substantivet i staden.")  # fmt: skip


def verb_first(page: Sequence[Passage]) -> Iterator[Hit]:
    """Conditions that begin with the verb, as a question does: «Krev de fullmakt, må de …»."""
    for passage in page:
        for sentence in sentences(passage.text):
            if is_verb_first(sentence, passage.edition):
                word = "Dersom" if passage.edition == "nn" else "Hvis"
                yield Hit("verb-first", passage.page, sentence, f"Byrj vilkåret med «{word}».")


def is_verb_first(sentence: str, edition: str) -> bool:
    """Whether `sentence` begins with a condition that begins with its verb.

    That is a verb in the present tense, then a subject, then a comma with a verb after it; a
    question ends with another mark, and what comes after a comma in a command is not a verb."""
    if sentence.rstrip("»)").endswith("?"):
        return False
    verb, subject = VERB[edition], SUBJECT[edition]
    return bool(re.match(rf"[«(]?(?i:{verb}) (?:{subject})\b[^,]*, (?:så )?(?:{verb})\b", sentence))


def conditions(page: Sequence[Passage]) -> int:
    """How many conditions open with a word for it, «dersom» or the like."""
    return sum(len(CONDITION.findall(passage.text)) for passage in page)


def crowded_citations(page: Sequence[Passage]) -> Iterator[Hit]:
    """More than two marks of citation in a passage."""
    for passage in page:
        if passage.cites > MOST_CITES:
            yield Hit("citations", passage.page, passage.text,
                      f"{passage.cites} kjeldetilvisingar. Høgst to i eit avsnitt.")  # fmt: skip


MACHINE_DATE = re.compile(
    r"(?<![\d.])(?:\d{1,2}\.\d{1,2}\.\d{4}|(?:0\d|1[0-2])\.(?:19|20)\d\d"
    r"|(?:19|20)\d\d-(?:0\d|1[0-2])(?:-\d\d)?)(?![\d.]*\d)"
)


def machine_dates(page: Sequence[Passage]) -> Iterator[Hit]:
    """Dates as machines write them: 24.11.2026, 11.2017, 2026-11-24."""
    for passage in page:
        for date in MACHINE_DATE.findall(passage.text):
            yield Hit("dates", passage.page, passage.text, f"{date}: skriv månaden med bokstavar.")


# A lower-case letter before a capital, a mark right before a word, two marks that end a sentence
_GLUED = re.compile(
    r"[^\W\d_]*[a-zæøå]{2}[A-ZÆØÅ][a-zæøå]+|[\])?!;][^\W\d_]\w*|[a-zæøå]{3}\.[A-ZÆØÅ]\w+|[?!]\.|\w+\]\w+"
)
_NAMES = re.compile(
    r"GitHub|OpenDocument|LibreOffice|OsloMet|PowerPoint|OneDrive|SharePoint|JavaScript|ByggNett"
    r"|OpenXML|eInnsyn|NorSIS|StartBANK|FriFagbevegelse"
)


def glued_words(page: Sequence[Passage]) -> Iterator[Hit]:
    """Words, or a mark and a word, without a space between: what a screen reader reads as one."""
    for passage in page:
        for match in _GLUED.finditer(re.sub(r"https?://\S+|www\.\S+", "", passage.text)):
            if not _NAMES.search(match[0]):
                yield Hit("glued", passage.page, passage.text, f"«{match[0]}»: set inn mellomrom.")


def other_edition(page: Sequence[Passage]) -> Iterator[Hit]:
    """Function words that only the other målform has."""
    for passage in page:
        for sentence in sentences(passage.text):
            for match in FOREIGN[passage.edition].finditer(sentence):
                yield Hit("foreign", passage.page, sentence, f"«{match[0]}» er den andre målforma.")


def heavy_page(page: Sequence[Passage]) -> Iterator[Hit]:
    """A page whose LIX is over 38. A list of words, a row of links or a table of titles has no LIX,
    and the name of a blank is no word of the sentence that it stands in."""
    found = [
        sentence
        for passage in page
        if passage.element in ("p", "caption", "li", "label", "dd", "td") and not passage.listing
        for sentence in sentences(_BLANK.sub("", passage.text))
        if len(words(sentence)) > 4
    ]
    index = lix(found)
    if len(words(" ".join(found))) >= LEAST_WORDS and index > MOST_LIX:
        yield Hit("lix", page[0].page, f"LIX {index:.1f}", "Kortare setningar og kortare ord.")


def avoided_words(choices: Iterable[WordChoice]) -> Rule:
    """The rule that finds the forms `choices` avoid, unless they stand in a phrase to keep."""
    patterns: Mapping[str, list[_Avoided]] = {
        code: [_Avoided(choice, code) for choice in choices if choice.avoid[code]]
        for code in ("nn", "nb")
    }

    def rule(page: Sequence[Passage]) -> Iterator[Hit]:
        for passage in page:
            lower = passage.text.lower()
            for avoided in patterns[passage.edition]:
                for match in avoided.found(passage.text, lower):
                    sentence = _around(passage.text, match.start())
                    better = avoided.choice.use[passage.edition]
                    advice = f"«{match[0]}»: skriv «{better}». {avoided.choice.why}"
                    yield Hit("words", passage.page, sentence, advice)

    return rule


class _Avoided:
    """What `choice` avoids in an edition."""

    def __init__(self, choice: WordChoice, code: str) -> None:
        self.choice = choice
        self._pattern, self._keep = form_pattern(choice.avoid[code]), kept(choice, code)
        # Most texts have none of them, which is told much sooner than by the pattern
        self._longest = [
            max(re.split(r"[\s*]+", form.lower()), key=len) for form in choice.avoid[code]
        ]

    def found(self, text: str, lower: str) -> Iterator[re.Match[str]]:
        """Each form in `text` that is not in a phrase to keep; `lower` is the text in small
        letters."""
        if any(part in lower for part in self._longest):
            for match in self._pattern.finditer(text):
                if not _spared(match, self._keep):
                    yield match


def _spared(match: re.Match[str], keep: re.Pattern[str] | None) -> bool:
    """Whether what was found stands within something to `keep` in the same text."""
    phrases = keep.finditer(match.string) if keep else ()
    return any(m.start() <= match.start() and match.end() <= m.end() for m in phrases)


def kept(choice: WordChoice, code: str) -> re.Pattern[str] | None:
    """What `choice` lets stand in the edition `code`."""
    phrases = choice.keep[code] if choice.keep else []
    return form_pattern(phrases) if phrases else None


def _around(text: str, at: int) -> str:
    """The sentence of `text` that has the place `at`."""
    start = 0
    for sentence in sentences(text):
        start = text.index(sentence, start)
        if at < start + len(sentence):
            return sentence
    return text
