"""What the formulas of the made-up body's workbook give, counted from its contracts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import median

from ...content import View, answer
from ...content.worked_book import WorkedContract, WorkedControl, WorkedDeviation
from ..manuscript import Cell

OTHER_HOURS, WORK_YEAR = 160, 1700
"""The hours that the made-up body used outside the controls, and those of a full position there."""
_NONE = "–"
Work = tuple[int | None, int | None, str, int | None]
"""How many, hours for each, the field of the role, and kroner."""


class Figures:
    """The figures of the year of the report. `level` gives the risk of a contract."""

    def __init__(self, view: View, level: Callable[[WorkedContract], str]) -> None:
        self.view, self.level = view, level
        self.contracts = list(view.content.worked_contracts.values())
        self.planned = [control for contract in self.contracts for control in contract.controls]
        self.made = [control for control in self.planned if control.done]
        self.deviations = [found for contract in self.contracts for found in contract.deviations]

    def number(self, name: str, *, report: bool = True) -> int:
        """The answer for the blank `name`, in the yearly report or before it."""
        found = answer(self.view.content.worked, name, report=report)
        return int(found[self.view.code]) if found else 0

    def state(self, found: WorkedDeviation) -> str:
        """The label of where a deviation stands on the day of the report."""
        if not found.closed:
            return "book.state.open"
        on_time = found.closed <= found.deadline
        return "book.state.closed" if on_time else "book.state.closed-late"

    def _in_way(self, way: str) -> list[WorkedControl]:
        return [control for control in self.made if control.way == way]

    def _controlled(self) -> list[WorkedContract]:
        return [c for c in self.contracts if any(control.done for control in c.controls)]

    def _in_state(self, state: str) -> int:
        return sum(self.state(found) == state for found in self.deviations)

    def rows_in_sheets(self) -> tuple[int, ...]:
        """How many rows each register has, in the order of the sheets."""
        contracts, people = len(self.contracts), len(self.view.content.worked_people)
        return (
            contracts, contracts, len(self.planned), len(self.made), len(self.deviations), people
        )  # fmt: skip

    def work(self) -> dict[str, Work]:
        """The rows of the sheet of hours. Their sums are those that the case paper has."""
        site = sum(control.way == "site" for control in self.planned)
        paper = len(self.planned) - site
        people = len(self.view.content.worked_people)
        risk = self.number("timar.vurdering") // len(self.contracts)
        both = "rolle.kontroll"
        return {
            "strategy": (1, 16, "rolle.ansvarleg", None),
            "risk": (len(self.contracts), risk, "rolle.risiko", None),
            "paper": (paper, 8, both, None),
            "site": (site, 12, both, None),
            "deviations": (1, self.number("timar.avvik"), both, None),
            "training": (people, 2, "rolle.ansvarleg", None),
            "report": (1, 20, "rolle.ansvarleg", None),
            "help": (None, None, "rolle.ansvarleg", self.number("tal.kroner")),
        }

    def indicators(self) -> list[tuple[Cell, ...]]:
        """The cells of each row of indicators; None where the sheet has what it needs."""
        return [
            (None, this, of, self._share(this, of), last, None, None, None)
            for this, of, last in self._indicators()
        ]

    def _share(self, this: Cell, of: Cell) -> Cell:
        if not isinstance(of, int) or not isinstance(this, int):
            return None
        return this / of if of else _NONE

    def _indicators(self) -> Iterator[tuple[Cell, Cell, Cell]]:
        """What is counted, of how many, and the figure of the year before."""
        contracts = len(self.contracts)
        in_plan = [contract for contract in self.contracts if contract.controls]
        all_made = [c for c in in_plan if all(control.done for control in c.controls)]
        risky = [c for c in self.contracts if c.area or self.level(c) == "high"]
        visited = [c for c in risky if any(x.done and x.way == "site" for x in c.controls)]
        found, closed = len(self.deviations), self._in_state("book.state.closed")
        used = sum(deviation.sanctioned for deviation in self.deviations)
        people = len(self.view.content.worked_people)
        days = [(f.closed - f.told).days for f in self.deviations if f.closed]
        hours = sum(control.hours or 0 for control in self.made) + OTHER_HOURS
        yield contracts, contracts, self.number("fjor.risikovurderte")
        yield len(all_made), len(in_plan), self.number("fjor.gjennomforte")
        yield len(self.made), len(self.made), self.number("fjor.kontrollerte")
        yield found, None, self.number("fjor.avvik")
        yield closed, found, self.number("fjor.lukka")
        yield used, None, self.number("fjor.sanksjonar")
        yield people, people, 0
        yield len(visited), len(risky), self.number("fjor.staden")
        yield int(median(days)), None, _NONE
        yield hours, self.number("tal.timar"), self.number("fjor.timar")

    def report(self) -> list[tuple[Cell, ...]]:
        """The cells of each row for the report. The year before is known for some of them."""
        return [(None, this, last, "") for this, last in self._report()]

    def _report(self) -> Iterator[tuple[Cell, Cell]]:
        contracts, controlled = len(self.contracts), len(self._controlled())
        levels = [self.level(contract) for contract in self.contracts]
        yield from ((levels.count(level), _NONE) for level in ("high", "medium", "low"))
        yield from ((0, _NONE), (0, _NONE), (0, _NONE))  # words to check, unfinished, not assessed
        yield contracts, self.number("fjor.kontraktar")
        yield contracts, self.number("fjor.kontraktar")
        yield from ((0, 0), (0, 0))  # without terms, and without an answer
        yield controlled, self.number("fjor.kontrollerte")
        yield (
            contracts - controlled,
            self.number("fjor.kontraktar") - self.number("fjor.kontrollerte"),
        )
        yield 0, 0  # nameless
        yield len(self.planned), self.number("fjor.planlagde")
        yield len(self.made), self.number("fjor.gjennomforte")
        yield len(self.planned) - len(self.made), 0
        yield from ((0, 0), (0, 0))  # in another year, and without a date
        yield len(self.made), self.number("fjor.kontrollerte")
        yield len(self._in_way("paper")), self.number("fjor.papir")
        yield len(self._in_way("site")), self.number("fjor.staden")
        yield len(self._in_way("both")), 0
        yield from ((0, 0), (0, 0), (0, 0))  # no way, another year, no date
        yield len(self.deviations), self.number("fjor.avvik")
        yield self._in_state("book.state.closed"), self.number("fjor.lukka")
        yield self._in_state("book.state.closed-late"), 0
        yield 0, 0  # closed without a deadline
        yield self._in_state("book.state.open"), self.number("fjor.opne")
        yield from ((0, 0), (0, 0))  # late, and of no contract
        yield sum(found.sanctioned for found in self.deviations), self.number("fjor.sanksjonar")
        yield from ((0, 0), (0, 0))  # another year, no date
