"""The words the rules go by, for each edition."""

from __future__ import annotations

import re
from collections.abc import Sequence


def form_pattern(forms: Sequence[str]) -> re.Pattern[str]:
    """What any of `forms` means as a pattern; see `WordChoice`."""
    return re.compile("|".join(f"(?:{_one(form)})" for form in forms))


def _one(form: str) -> str:
    parts = [
        r"[^\W_]+(?:\s[^\W_]+){0,3}" if part == "*" else re.escape(part).replace(r"\*", r"\w*")
        for part in form.split()
    ]
    flags = "" if form.isupper() else "i"
    start, end = (
        (r"(?<!\w)" if form[0].isalnum() else ""),
        (r"(?!\w)" if form[-1].isalnum() or form[-1] == "*" else ""),
    )
    body = r"\s".join(parts)
    return f"{start}(?{flags}:{body}){end}" if flags else f"{start}{body}{end}"


# --- Subordinate clauses ---
# What opens a clause. «og at» and the like stand side by side with the clause before, and do not
# make the sentence any deeper.
_BESIDE = r"(?<!og )(?<!eller )(?<!men )"
# «som» opens no clause in «så snart som mogleg», «slik som», «som regel», «som ein del av»
_SOM = (
    r"(?<!slik )(?<!vel )\bsom\b(?! (?:mogleg|mulig|regel|oftast|oftest|ein|en|eit|et|ei"
    r"|følg\w*|eig\w+|eget|ledd|del|leverandør|til dømes|for eksempel|konsulent)\b)"
)
_ASKS = {
    "nn": r"\b(?:kva|kven|kvifor|korleis|kor)\b(?: [^\s,.]+){0,3}? som\b"
    r"|(?<!^)\b(?:kva|kven|kvifor|korleis|kor)\b",
    "nb": r"\b(?:hva|hvem|hvorfor|hvordan|hvor|hvilke[nt]?)\b(?: [^\s,.]+){0,3}? som\b"
    r"|(?<!^)\b(?:hva|hvem|hvorfor|hvordan|hvor|hvilke[nt]?)\b",
}
ASKS = {code: re.compile(asks, re.IGNORECASE) for code, asks in _ASKS.items()}
"""A question inside a sentence. Several of them in a row are a list, and count as one clause."""
CLAUSE = re.compile(
    rf"{_BESIDE}(?:{_SOM}|(?<!, )\bat\b|\b(?:dersom|viss|hvis|når|fordi|medan|mens|ettersom)\b"
    r"|\bs[jæe]\w+ om\b)",
    re.IGNORECASE,
)
"""Every other clause that stands inside another."""

# --- Pronouns for things ---
_AFTER = (
    r"(?=\s*(?:[.,;:?!»)]|$)|\s(?:fram|opp|ut|inn|ned|og|eller|til|i|på|frå|fra|med|for|ved|av|når"
    r"|dersom|viss|hvis)\b)"
)
_ACTS = (
    r"(?=\s(?:er|har|blir|skal|kan|må|bør|vil|gjeld|gjelder|gir|viser|står|får|ligg|ligger|krev"
    r"|krever|inneheld|inneholder)\b)"
)
# «ber om det» and «gjer det» stand for what somebody does, not for a thing
_NOT_FORMAL = "".join(
    f"(?<!{word} )"
    for word in (
        "er",
        "blir",
        "gjeld",
        "gjelder",
        "finst",
        "finnes",
        "har",
        "gjer",
        "gjør",
        "ber om",
    )
)
_DET = rf"{_NOT_FORMAL}\bdet\b{_AFTER}"
PRONOUN = {
    "nn": re.compile(
        rf"\b(?:han|ho|henne|honom)\b|\b(?:den|dei)\b(?:{_AFTER}|{_ACTS})|{_DET}", re.IGNORECASE
    ),
    "nb": re.compile(
        rf"\b(?:han|hun|henne|ham)\b|\bden\b(?:{_AFTER}|{_ACTS})|\bdem\b{_AFTER}|\bde\b{_ACTS}"
        rf"|{_DET}",
        re.IGNORECASE,
    ),
}
"""«den», «dei» and «det» where they stand alone for a noun."""

# --- Conditions ---
CONDITION = re.compile(r"\b(?:dersom|viss|hvis|med mindre)\b", re.IGNORECASE)
# Verbs in the present tense, as they stand first in a condition or after its comma
VERB = {
    "nn": (
        r"er|har|må|kan|skal|bør|vil|får|går|står|ser|blir|gir|seier|gjer|gjeld|tek|veit|finn|krev"
        r"|treng\w*|strekk|skuldar|avgjer|ligg|kjem|held|let|lèt|legg|set|sel|manglar|vel|søkjer"
        r"|melder|fell|skriv|inneheld|bryt|betyr|tyder|driv|finst|trengst|oppstår|gjorde|fekk|var"
        r"|vedtek|slår|dreg|nektar|svarar|viser|brukar|bruker|kjøper|ber|byter|fører|kjenner|leverer"
        r"|oppdagar|endrar|aukar|[a-zæøå]{3,}ar"
    ),
    "nb": (
        r"er|har|må|kan|skal|bør|vil|får|går|står|ser|blir|gir|sier|gjør|gjelder|tar|vet|finner"
        r"|krever|trenger|trengs|strekker|skylder|avgjør|ligger|kommer|holder|lar|legger|setter"
        r"|selger|mangler|velger|søker|melder|faller|skriver|inneholder|bryter|betyr|driver|finnes"
        r"|oppstår|gjorde|fikk|var|vedtar|slår|drar|nekter|svarer|viser|bruker|kjøper|ber|bytter"
        r"|fører|kjenner|leverer|oppdager|endrer|øker|[a-zæøå]{3,}er"
    ),
}
_NOUN = r"[a-zæøå-]+(?:a|an|en|et|ane|ene|ne)"
SUBJECT = {
    "nn": rf"de|dei|vi|det|den|dette|desse|han|ho|nokon|noko|ein|ei|eit|éin|éi|begge|alle|ingen"
    rf"|\[[^\]]+\]|[A-ZÆØÅ]\w+|fleire|kommunen|{_NOUN}",
    "nb": rf"dere|de|vi|det|den|dette|disse|noen|noe|en|ei|et|én|ett|begge|alle|ingen"
    rf"|\[[^\]]+\]|[A-ZÆØÅ]\w+|flere|{_NOUN}",
}

# --- Words of the other edition that no name or quotation of ours has ---
_FOREIGN = {
    "nn": (
        "ikke hvordan hvem hva hvor hvorfor hvilken hvilke hvilket deres dere noen noe hvis bare"
        " virksomhet virksomheten virksomheter fra mer hver hvert hennes dem"
        " jeg gjøre gjør være vært blitt ble sier uten noenlunde"
        " begynne begynner kun flere selv mye"
    ),
    "nb": (
        "ikkje korleis kven kva kvar kvifor dykk dykkar nokon noko verksemd verksemda verksemder"
        " frå meir berre òg difor kvart vere vore blei gjere gjer seier utan medan fleire"
        " sjølv mykje no eit ein dei byrje ho"
    ),
}
FOREIGN = {
    code: re.compile(
        r"(?<![\w«.-])(?:" + "|".join(listed.split()) + r")(?![\w-])",
        re.IGNORECASE,
    )
    for code, listed in _FOREIGN.items()
}
