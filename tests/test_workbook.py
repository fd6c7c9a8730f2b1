"""The workbooks filled in as people do it: wrong words, own rows, many rows, late dates, any
order."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest

from macros.content import Content

from .workbook_rows import COMING, LATE, MANY, SCORED, contracts, fill_in, fill_plan
from .workbooks import fill, opened, records, worked_out

pytestmark = pytest.mark.filterwarnings("ignore:Print area:UserWarning")


@dataclass
class Filled:
    """What LibreOffice works out for each workbook."""

    below: dict[str, list[list[str]]]
    book: dict[str, list[list[str]]]
    shuffled: dict[str, list[list[str]]]
    plan: dict[str, list[list[str]]]
    checklist: dict[str, list[list[str]]]

    def rows(self, sheet: str) -> list[dict[str, str]]:
        """The rows of a sheet of the workbook, by headings."""
        return records(self.book[sheet])

    def figures(self, sheet: str, book: str = "book") -> dict[str, str]:
        """The second column of a sheet by the first."""
        return {row[0]: row[1] for row in getattr(self, book)[sheet][4:] if len(row) > 1}


@pytest.fixture(scope="module")
def filled(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """Five workbooks filled in, all worked out by LibreOffice in one run."""
    book, shuffled = (opened(content, "arbeidsbok", "nn") for _ in range(2))
    fill_in(book, random.Random(0), mixed=False)
    fill_in(shuffled, random.Random(1), mixed=True)
    plan = opened(content, "handlingsplan", "nb")
    fill_plan(plan.worksheets[0])
    checklist = opened(content, "sjekkliste-samla", "nn")
    words = ({"Status": "Gjort", "Frist": LATE}, {"Status": None, "Frist": LATE},
             {"Status": "Ikke aktuelt"}, {"Status": "Ferdig"}, {"Frist": COMING},
             {"Status": "Ja", "Frist": LATE}, {"Status": "Vet ikke"})  # fmt: skip
    fill(checklist.worksheets[0], words)
    below = opened(content, "arbeidsbok", "nb")
    below["Kontrakter"].cell(5, 1, "I tabellen")
    below["Kontrakter"].cell(30, 1, "Under tabellen")
    files = {
        "below": below,
        "book": book,
        "shuffled": shuffled,
        "plan": plan,
        "checklist": checklist,
    }
    return Filled(**worked_out(files, tmp_path_factory.mktemp("filled")))


# --- The risk ---


def test_an_unknown_word_is_never_low_risk(filled: Filled) -> None:
    """Words of both editions count; anything else is told of, and so is what is not finished."""
    risk = {row["Kontrakt"]: row["Risiko"] for row in filled.rows("Risikovurdering")}
    assert {name: risk[name] for name in SCORED} == {name: level for name, (_, level) in
                                                     SCORED.items()}  # fmt: skip
    known = {row["Kontrakt"]: row["Risiko"] for row in filled.rows("Kontraktar")}
    assert {name: known[name] for name in SCORED} == {name: level for name, (_, level) in
                                                      SCORED.items()}  # fmt: skip
    assert known["Kontrakt 0"] == "Ikkje vurdert"


def test_sorting_keeps_filled_rows_together(filled: Filled) -> None:
    """Every row has a number to sort by, and the empty ones have the lowest."""
    rows = filled.rows("Risikovurdering")
    assert len(rows) >= 20
    scored = {row["Kontrakt"] for row in rows if row["Poeng"]}
    assert scored == {name for name, (_, level) in SCORED.items() if level in ("Høg", "Middels",
                                                                              "Låg")}  # fmt: skip
    alerts = {row["Kontrakt"]: row["Varsel"] for row in rows}
    assert alerts["Berre høg"] == "Over fristen"
    assert alerts["Finst ikkje"] == "Ukjend kontrakt"
    assert alerts[""] in ("", "Manglar namn")
    assert "Manglar namn" in [row["Varsel"] for row in rows]


def test_the_order_of_the_rows_changes_no_figure(filled: Filled) -> None:
    """Nor does any formula lose its row when the rows are sorted."""
    for sheet in ("Start", "Timar", "Indikatorar", "Til årsrapport"):
        assert filled.shuffled[sheet] == filled.book[sheet], sheet


# --- No row is lost ---


def test_every_contract_is_counted_once(filled: Filled, content: Content) -> None:
    """By risk and by terms, also those with a wrong answer, no assessment or no name."""
    told = {title: int(n) for title, n in filled.figures("Til årsrapport").items()}
    levels = [level for _, level in SCORED.values()]
    for level in ("Høg", "Middels", "Låg", "Sjekk orda", "Ikkje ferdig"):
        assert told[f"Risiko: {level}"] == levels.count(level), level
    assert told["Risiko: Ikkje vurdert"] == MANY - 1 - len(SCORED)
    assert told["Kontraktar til saman"] == MANY - 1
    assert sum(n for title, n in told.items() if title.startswith("Risiko:")) == MANY - 1
    assert told["Rader i kontraktsoversikta utan namn på kontrakten"] == 1
    terms = [row.get("Vilkår etter §§ 5e–5h") for row in contracts()]
    assert told[content.label("book.terms.yes", "nn")] == terms.count("Ja")
    assert told["Kontraktar utan slike vilkår"] == terms.count("Nei")
    assert told["Kontraktar utan svar på om dei har slike vilkår"] == len(
        [t for t in terms if t not in ("Ja", "Nei")]
    )


def test_every_control_and_deviation_is_counted(filled: Filled) -> None:
    """Those of the year by how and where they stand; the others as of another year or undated."""
    told = {title: int(n) for title, n in filled.figures("Til årsrapport").items()}
    plan = ("Planlagde kontrollar med frist i året", "Planlagde kontrollar med frist i eit anna år",
            "Planlagde kontrollar utan frist")  # fmt: skip
    assert [told[title] for title in plan] == [7, 1, 1]
    assert (told["Planlagde kontrollar: gjorde"], told["Planlagde kontrollar: ikkje gjorde"]) == (
        5,
        2,
    )
    log = ("Gjorde kontrollar i året", "Kontrollar i loggen frå eit anna år",
           "Kontrollar i loggen utan dato")  # fmt: skip
    assert [told[title] for title in log] == [7, 1, 1]
    ways = [told[f"Gjorde kontrollar: {way}"] for way in ("berre på papir", "berre på staden",
            "både på papir og på staden", "utan måte")]  # fmt: skip
    assert ways == [3, 2, 1, 1]
    assert told["Avvik meldt i året"] == 6
    states = ("Lukka i tide", "Lukka for seint", "Lukka utan frist", "Ope", "Over fristen",
              "utan kontrakt frå lista")  # fmt: skip
    assert [told[f"Avvik meldt i året: {state}"] for state in states] == [1] * 6
    assert told["Avvik i lista frå eit anna år"] == told["Avvik i lista utan meldt dato"] == 1


def test_the_plan_counts_own_rows_and_rows_without_a_quarter(filled: Filled) -> None:
    """The sums are the number of rows with anything in them; words of both editions count."""
    summary = {row[0]: row[1:] for row in filled.plan["Oversikt"][4:] if row}
    total = {name: [int(n) for n in cells[:6]] for name, cells in summary.items() if cells}
    assert total["1"] == [5, 2, 0, 3, 0, 3]
    assert total["3"] == [16, 0, 12, 4, 0, 16]
    assert total["Uten kvartal"] == [3, 0, 0, 2, 0, 3]
    assert total["Til sammen"] == [32, 2, 12, 17, 0, 30]
    assert summary["Uten kvartal"][6] == summary["Til sammen"][6] == "1"
    rows = records(filled.plan["Handlingsplan"])
    assert [row["Varsel"] for row in rows[:3]] == ["Over fristen", "", ""]


def test_the_checklist_tells_of_late_points_and_odd_words(filled: Filled, content: Content) -> None:
    """A point that is in place is never late, a word from before counts as the one that has taken
    over, and a status nobody knows is counted as that."""
    rows = records(filled.checklist["Sjekkliste"])
    assert [row["Varsel"] for row in rows[:6]] == ["", "Over fristen", "", "", "", ""]
    head, first = filled.checklist["Oversikt"][3:5]
    assert head[2:8] == ["Ja", "Delvis", "Nei", "Veit ikkje", "Ikkje aktuelt", "Ikkje svart på"]
    points = len(next(iter(content.questions.values())).checkpoints)
    left = [str(points - 5), str(points - 3), "1"]
    assert first[1:10] == [str(points), "2", "0", "0", "1", "1", *left]


# --- The figures ---


def test_the_eight_indicators_are_worked_out(filled: Filled, content: Content) -> None:
    """Each of them, with the numbers that the rows above give."""
    rows = [row for row in filled.rows("Indikatorar") if row["Id"]]
    assert list(dict.fromkeys(row["Id"] for row in rows)) == list(content.indicators)
    found = [(row["Id"], row["I år"], row["Av"], row["Prosent"]) for row in rows]
    terms = [row.get("Vilkår etter §§ 5e–5h") for row in contracts()].count("Ja")
    assessed = sum(level in ("Høg", "Middels", "Låg") for _, level in SCORED.values())
    assert found == [
        ("risikovurderte-kontraktar", str(assessed), str(terms), f"{assessed / terms:.0%}"
         .replace("%", " %")),
        ("kontrollerte-kontraktar", "3", "5", "60 %"),
        ("dokumenterte-kontrollar", "2", "7", "29 %"),
        ("avvik", "6", "", ""),
        ("avvik", "1", "6", "17 %"),
        ("avvik", "1", "", ""),
        ("informerte", "1", "3", "33 %"),
        ("kontroll-pa-staden", "2", "13", "15 %"),
        ("tid-til-retting", "14", "", ""),
        ("brukte-timar", "34", "100", "34 %"),
    ]  # fmt: skip


def test_the_hours_are_contracts_times_hours(filled: Filled) -> None:
    """The numbers come from the registers, and the sum is in hours and posts."""
    rows = {row["Oppgåve"]: row for row in filled.rows("Timar")}
    terms = [row.get("Vilkår etter §§ 5e–5h") for row in contracts()].count("Ja")
    wanted = {
        "Vurdere risikoen i kontraktane": (terms, 1),
        "Kontrollere på papir": (6, 3),
        "Kontrollere på staden": (2, 6),
    }
    hours = {task: number * each for task, (number, each) in wanted.items()}
    for task, (number, _) in wanted.items():
        assert (rows[task]["Tal på"], rows[task]["Timar første året"]) == (
            str(number),
            str(hours[task]),
        )
    total = rows["Til saman"]
    assert total["Timar første året"] == str(sum(hours.values()))
    assert total["Årsverk første året"].replace(",", ".") == f"{sum(hours.values()) / 1700:.2f}"


def test_the_first_sheet_tells_of_rows_that_are_not_counted(filled: Filled) -> None:
    """Rows below a table that did not grow, as in LibreOffice, are told of."""
    counts = filled.figures("Start")
    assert (counts["Kontraktar"], counts["Avvik"]) == (f"{MANY} rader", "8 rader")
    start = records(filled.below["Start"])
    alerts = {row["Felt eller fane"]: row["Varsel"] for row in start}
    assert alerts["Kontrakter"] == "Rader under tabellen"
    assert alerts["Avvik"] == ""
