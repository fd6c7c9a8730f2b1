"""Rows as people write them in the workbooks, right and wrong, for the tests to count."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from .workbooks import fill

FACTORS = ["Marknad", "Verdi", "Strategisk vekt", "Bransje", "Leverandør", "Kjede og innleige"]
YEAR = 2027
DAY = date(YEAR, 5, 3)
MANY = 300
LATE = date(2020, 1, 31)
"""A date that has passed, whenever the test is run."""
COMING = date(2999, 1, 31)


SCORED: dict[str, tuple[list[str | None], str]] = {
    "Berre høg": (["Høg"] * 6, "Høg"),
    "Høy på bokmål": (["Høy"] * 6, "Høg"),
    "Låg": (["Låg"] * 6, "Låg"),
    "Lav på bokmål": (["Lav", "lav", "LÅG", "Lav", "Låg", "Lav"], "Låg"),
    "Éin høg": (["Høg"] + ["Lav"] * 5, "Middels"),
    "Tre middels": (["Middels"] * 3 + ["Låg"] * 3, "Middels"),
    "To middels": (["Middels"] * 2 + ["Låg"] * 4, "Låg"),
    "Seks middels": (["Middels"] * 6, "Høg"),
    "Svært høg": (["Svært høg"] * 6, "Sjekk orda"),
    "Eitt ukjent ord": (["Låg"] * 5 + ["Hgø"], "Sjekk orda"),
    "Tal i staden for ord": ([2, 2, 2, 2, 2, 2], "Sjekk orda"),  # type: ignore[list-item]
    "Halvferdig": (["Høg", "Høg", None, None, None, None], "Ikkje ferdig"),
    "Ikkje byrja": ([None] * 6, "Ikkje ferdig"),
}
"""Words in the factors of a contract, and the level they must give."""


def fill_in(book: Any, order: random.Random, *, mixed: bool) -> None:
    """The workbook with 300 contracts and some of everything that can go wrong.

    `mixed` puts the rows of every sheet in another order, as sorting does."""

    def rows(given: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return order.sample(given, len(given)) if mixed else given

    start = book["Start"]
    for number, value in ((6, YEAR), (7, 100), (8, 10), (9, 1700)):
        start.cell(number, 2, value)
    fill(book["Kontraktar"], rows(contracts()))
    fill(book["Risikovurdering"], rows(_assessments()))
    fill(book["Kontrollplan"], rows(_planned()))
    fill(book["Kontrollogg"], rows(_log()))
    fill(book["Avvik"], rows(_deviations()))
    fill(book["Opplæring"], rows(_people()))


def contracts() -> list[dict[str, Any]]:
    known = [{"Kontrakt": name, "Leverandør": f"{name} AS", "Vilkår etter §§ 5e–5h": "Ja",
              "I risikoområde": "Nei"} for name in SCORED]  # fmt: skip
    others = [
        {"Kontrakt": f"Kontrakt {n}", "Vilkår etter §§ 5e–5h": ("Ja", "Nei", None)[n % 3],
         "I risikoområde": "Ja" if n < 10 else None}
        for n in range(MANY - len(SCORED) - 2)
    ]  # fmt: skip
    wrong = [{"Kontrakt": "Ukjent svar", "Vilkår etter §§ 5e–5h": "Kanskje"},
             {"Leverandør": "Utan kontrakt AS"}]  # fmt: skip
    return [*known, *others, *wrong]


def _assessments() -> list[dict[str, Any]]:
    made = [
        {"Kontrakt": name, "Vurdert dato": DAY, **dict(zip(FACTORS, words, strict=True))}
        for name, (words, _) in SCORED.items()
    ]
    made[0]["Neste vurdering"] = LATE
    stray = {"Kontrakt": "Finst ikkje", "Vurdert dato": DAY}
    return [*made, stray, {"Vurdert dato": DAY}]


def _planned() -> list[dict[str, Any]]:
    return [
        {"Kontrakt": "Berre høg", "Måte": "Begge", "Frist": DAY},
        {"Kontrakt": "Låg", "Måte": "På papir", "Frist": DAY},
        {"Kontrakt": "Éin høg", "Måte": "På stedet", "Frist": DAY},
        {"Kontrakt": "Éin høg", "Måte": "På papir", "Frist": DAY},
        {"Kontrakt": "Tre middels", "Frist": DAY},
        {"Kontrakt": "To middels", "Måte": "På papir", "Frist": LATE},
        {"Kontrakt": "Seks middels", "Måte": "På papir"},
        {"Kontrakt": "Finst ikkje", "Måte": "På papir", "Frist": DAY},
        {"Kontrakt": "Kontrakt 0", "Måte": "Per brev", "Frist": DAY},
    ]


def _log() -> list[dict[str, Any]]:
    day = {"Kontrollert dato": DAY, "Timar": 4}
    return [
        {"Kontrakt": "Berre høg", "Måte": "På papir", **day, "Funn": "Ingen",
         "Arkivtilvising": "27/12"},
        {"Kontrakt": "Berre høg", "Måte": "På staden", **day, "Funn": "Eitt avvik"},
        {"Kontrakt": "Låg", "Måte": "Begge", **day, "Funn": "Ingen", "Arkivtilvising": 2712},
        {"Kontrakt": "Éin høg", "Måte": "På papir", **day},
        {"Kontrakt": "Tre middels", **day},
        {"Kontrakt": "Kontrakt 3", "Måte": "På stedet", **day},
        {"Kontrakt": "To middels", "Måte": "På papir", "Kontrollert dato": date(YEAR - 1, 12, 31)},
        {"Kontrakt": "Låg", "Måte": "På papir", "Kontrollert dato": "3. mai"},
        {"Kontrakt": "Finst ikkje", "Måte": "På papir", "Kontrollert dato": DAY},
    ]  # fmt: skip


def _deviations() -> list[dict[str, Any]]:
    def told(contract: str, due: date | None, closed: date | None, **more: str) -> dict[str, Any]:
        return {"Kontrakt": contract, "Avvik": "Timar manglar", "Meldt dato": DAY, "Frist": due,
                "Lukka dato": closed, **more}  # fmt: skip

    def after(days: int) -> date:
        return DAY + timedelta(days)

    return [
        told("Berre høg", after(20), after(10), **{"Sanksjon brukt": "Ja"}),
        told("Låg", after(20), after(30)),
        told("Låg", None, after(14), **{"Sanksjon brukt": "Nei"}),
        told("Éin høg", COMING, None),
        told("Éin høg", LATE, None),
        told("Finst ikkje", COMING, None),
        told("Låg", COMING, None) | {"Meldt dato": date(YEAR - 1, 1, 1)},
        told("Låg", COMING, None) | {"Meldt dato": None},
    ]


def _people() -> list[dict[str, Any]]:
    buys = "Kjøper inn eller følgjer opp"
    return [
        {"Namn": "A", buys: "Ja", "Informert dato": DAY},
        {"Namn": "B", buys: "Ja", "Frist": LATE},
        {"Namn": "C", buys: "Ja", "Informert dato": date(YEAR - 1, 1, 1)},
        {"Namn": "D", buys: "Nei", "Informert dato": DAY},
        {"Namn": "E"},
    ]


def fill_plan(sheet: Any) -> None:
    """Own actions below the proposed ones: each quarter written in some way, or in none."""
    own = [
        {"Tiltak": "Eget tiltak", "Kvartal": 1, "Status": "Gjort"},
        {"Tiltak": "Eget tiltak", "Kvartal": "1. kvartal", "Status": "Ikkje starta"},
        {"Tiltak": "Eget tiltak"},
        {"Merknad": "Bare en merknad", "Status": "Nesten"},
        *({"Tiltak": f"Tiltak {n}", "Kvartal": 3, "Status": "I gang"} for n in range(12)),
    ]
    fill(sheet, own, start=5 + 16)
    fill(sheet, [{"Frist": LATE}, {"Frist": LATE, "Status": "Gjort"}, {"Frist": COMING}])
