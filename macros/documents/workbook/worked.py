"""The workbook of the made-up body, filled in as it would be when the yearly report is written.

The formulas are those of the empty workbook. Programs that do not work them out show what is stored
beside them, so that is computed here too; a test lets LibreOffice work the formulas out and
compares. Where a formula asks for today's date, what is stored holds for the day of the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ...content import View, answer
from ...content.dates import long_date
from ...content.worked_book import WorkedContract, WorkedControl, WorkedDeviation
from ..manuscript import Cell, Formula, Sheet
from . import workbook_sheets
from .refs import (
    CONTRACTS,
    DEVIATIONS,
    HOURS,
    INDICATORS,
    LOG,
    PLAN,
    REPORT,
    RESPONSIBILITY,
    RISK,
    START,
    TRAINING,
)
from .risk import limits
from .worked_figures import OTHER_HOURS, WORK_YEAR, Figures

_EPOCH = date(1899, 12, 30)
Row = Mapping[str, Cell]
"""A row by the labels of its columns."""
_DEPUTY = "rolle.vikar"
_ROLES = {
    "strategy": "rolle.ansvarleg",
    "risk": "rolle.risiko",
    "demands": "rolle.krav",
    "rejection": "rolle.avvising",
    "control": "rolle.kontroll",
    "payslips": "rolle.lonsslipp",
    "sanctions": "rolle.sanksjon",
    "tips": "rolle.etatar",
    "report": "rolle.ansvarleg",
    "labour": "rolle.etatar",
    "tax": "rolle.etatar",
    "centre": "rolle.etatar",
    "unit": "rolle.krav",
}
"""Who does each task of the sheet of responsibility, by the field of the role."""


def worked_sheets(view: View, title: str) -> tuple[Sheet, ...]:
    """The sheets of the workbook with everything filled in."""
    book = _Book(view)
    fillers: dict[str, Callable[[Sheet], tuple[tuple[Cell, ...], ...]]] = {
        START: book.start,
        CONTRACTS: lambda sheet: _rows(view, sheet, map(book.contract, book.contracts)),
        RISK: lambda sheet: _rows(view, sheet, map(book.risk, book.contracts)),
        PLAN: lambda sheet: _rows(view, sheet, map(book.plan, *book.controls())),
        LOG: lambda sheet: _rows(view, sheet, map(book.log, *book.made())),
        DEVIATIONS: lambda sheet: _rows(view, sheet, map(book.deviation, *book.deviations())),
        RESPONSIBILITY: book.responsibility,
        TRAINING: lambda sheet: _rows(view, sheet, book.people()),
        HOURS: book.hours,
        INDICATORS: lambda sheet: _worked_out(sheet, book.figures.indicators()),
        REPORT: lambda sheet: _worked_out(sheet, book.figures.report()),
    }
    made = []
    for sheet in workbook_sheets(view, title):
        rows = fillers[sheet.table](sheet) if sheet.table in fillers else sheet.rows
        made.append(marked(view, title, replace(sheet, rows=rows)))
    return tuple(made)


def marked(view: View, title: str, sheet: Sheet) -> Sheet:
    """`sheet` with a title that says that it is made up, as the `title` of the workbook does.

    The title of a sheet is printed at the foot of each page."""
    if sheet.title == title:
        return sheet
    return replace(sheet, title=view.say("worked.title").replace("{title}", sheet.title))


def _rows(view: View, sheet: Sheet, rows: Iterator[Row]) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a register. A column that a row does not name is empty."""
    made = []
    for row in rows:
        titles = {view.say(key) if "." in key else key: value for key, value in row.items()}
        made.append(tuple(titles.get(column.title, "") for column in sheet.columns))
    return tuple(made)


def _worked_out(sheet: Sheet, found: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a sheet of figures, with what its formulas give, and the figures of last year."""
    return tuple(
        tuple(_stored(cell, value) for cell, value in zip(row, values, strict=True))
        for row, values in zip(sheet.rows, found, strict=True)
    )


def _stored(cell: Cell, value: Cell) -> Cell:
    """`cell` with the value that stands beside its formula; a cell without one gets the value."""
    if isinstance(cell, Formula) and isinstance(value, str | int | float):
        return replace(cell, value=value)
    return cell if value is None else value


def serial(day: date) -> int:
    """The number that a spreadsheet has for a day."""
    return (day - _EPOCH).days


class _Book:
    """The rows of the workbook in one edition."""

    def __init__(self, view: View) -> None:
        self.view, self.say = view, view.say
        self.contracts = list(view.content.worked_contracts.values())
        self.figures = Figures(view, self.level)

    def answer(self, name: str) -> str:
        """What the made-up body answers for the blank `name` in the yearly report, or nothing."""
        found = answer(self.view.content.worked, name, report=True)
        return found[self.view.code] if found else ""

    def role(self, name: str) -> str:
        """A role as it stands first in a cell."""
        found = self.answer(name)
        return found[:1].upper() + found[1:]

    def yes_no(self, value: bool) -> str:
        return self.say("answer.yes" if value else "answer.no")

    def controls(self) -> tuple[list[WorkedContract], list[WorkedControl]]:
        """Every planned control with its contract, by deadline."""
        pairs = [
            (contract, control) for contract in self.contracts for control in contract.controls
        ]
        pairs.sort(key=lambda pair: pair[1].deadline)
        return [contract for contract, _ in pairs], [control for _, control in pairs]

    def made(self) -> tuple[list[WorkedContract], list[WorkedControl]]:
        """Every control that was made with its contract, by date."""
        pairs = [pair for pair in zip(*self.controls(), strict=True) if pair[1].done]
        pairs.sort(key=lambda pair: pair[1].done or date.max)
        return [contract for contract, _ in pairs], [control for _, control in pairs]

    def deviations(self) -> tuple[list[WorkedContract], list[WorkedDeviation]]:
        """Every deviation with its contract, by the day the supplier was told."""
        pairs = [(contract, found) for contract in self.contracts for found in contract.deviations]
        pairs.sort(key=lambda pair: pair[1].told)
        return [contract for contract, _ in pairs], [found for _, found in pairs]

    def level(self, contract: WorkedContract) -> str:
        """The level of the risk, worked out as the sheet does."""
        high, medium = limits(len(contract.factors))
        points = self.points(contract)
        if points >= high:
            return "high"
        return "medium" if points >= medium or "high" in contract.factors else "low"

    def points(self, contract: WorkedContract) -> int:
        return 2 * contract.factors.count("high") + contract.factors.count("medium")

    def contract(self, contract: WorkedContract) -> Row:
        done = [serial(control.done) for control in contract.controls if control.done]
        return {
            "book.contract": contract.name[self.view.code],
            "book.supplier": contract.supplier,
            "book.value": contract.value,
            "book.ends": serial(contract.ends),
            "book.terms": self.yes_no(True),
            "book.area": self.yes_no(contract.area),
            "book.owner": self.role("rolle.krav"),
            "book.archive": contract.archive,
            "book.risk": self.say(f"risk.{self.level(contract)}"),
            "book.last": max(done, default=0),
        }

    def risk(self, contract: WorkedContract) -> Row:
        factors = [factor.title[self.view.code] for factor in self.view.content.risk.values()]
        words = [self.say(f"risk.{level}") for level in contract.factors]
        return {
            **dict(zip(factors, words, strict=True)),
            "book.contract": contract.name[self.view.code],
            "book.assessed": serial(contract.assessed),
            "book.score": self.points(contract),
            "book.risk": self.say(f"risk.{self.level(contract)}"),
            "book.reason": contract.reason[self.view.code],
            "book.assessor": self.role("rolle.risiko"),
            "book.next": serial(contract.assessed.replace(year=contract.assessed.year + 1)),
        }

    def plan(self, contract: WorkedContract, control: WorkedControl) -> Row:
        return {
            "book.contract": contract.name[self.view.code],
            "book.risk": self.say(f"risk.{self.level(contract)}"),
            "book.way": self.say(f"book.way.{control.way}"),
            "book.plan.what": control.what[self.view.code],
            "book.deadline": serial(control.deadline),
            "book.owner": self.role("rolle.kontroll"),
            "book.controlled": self.yes_no(control.done is not None),
            "book.alert": "" if control.done else self.say("alert.late"),
        }

    def log(self, contract: WorkedContract, control: WorkedControl) -> Row:
        return {
            "book.contract": contract.name[self.view.code],
            "book.supplier": contract.supplier,
            "book.done": serial(control.done) if control.done else None,
            "book.controller": self.role("rolle.kontroll"),
            "book.way": self.say(f"book.way.{control.way}"),
            "book.checked": control.what[self.view.code],
            "book.finding": control.finding[self.view.code] if control.finding else None,
            "book.archive": control.archive,
            "book.hours": control.hours,
        }

    def deviation(self, contract: WorkedContract, found: WorkedDeviation) -> Row:
        return {
            "book.contract": contract.name[self.view.code],
            "book.supplier": contract.supplier,
            "book.deviation": found.what[self.view.code],
            "book.told": serial(found.told),
            "book.deadline": serial(found.deadline),
            "book.closed": serial(found.closed) if found.closed else None,
            "book.sanctioned": self.yes_no(found.sanctioned),
            "book.response": found.response[self.view.code],
            "book.owner": self.role("rolle.kontroll"),
            "book.days": (found.closed - found.told).days if found.closed else "",
            "book.state": self.say(self.figures.state(found)),
        }

    def people(self) -> Iterator[Row]:
        for person in self.view.content.worked_people.values():
            yield {
                "book.name": person.role[self.view.code],
                "book.unit": person.unit[self.view.code],
                "book.role": self.say("worked.book.role"),
                "book.buys": self.yes_no(True),
                "book.informed": serial(person.informed),
                "book.training": self.say("worked.book.training"),
                "book.deadline": serial(date(person.trained.year, 1, 31)),
                "book.trained": serial(person.trained),
                "book.can": self.yes_no(person.controls),
            }

    def responsibility(self, sheet: Sheet) -> tuple[tuple[Cell, ...], ...]:
        """The tasks with a role each. The deputy takes over what is not the deputy's own."""
        approved = long_date(date.fromisoformat(self.answer("dato.rutine")))
        authority = self.say("worked.book.authority").replace("{date}", approved)
        contact = self.say("worked.book.contact")
        return tuple(
            (row[0], self.role(_ROLES[key]), self.role(_DEPUTY), authority, contact, "")
            for key, row in zip(sheet.keys, sheet.rows, strict=False)
        )

    def start(self, sheet: Sheet) -> tuple[tuple[Cell, ...], ...]:
        typed: dict[str, Cell] = {
            "body": self.answer("verksemd"),
            "year": int(self.answer("rapport.ar")),
            "set-aside": int(self.answer("tal.timar")),
            "other-hours": OTHER_HOURS,
            "work-year": WORK_YEAR,
        }
        counts = iter(self.figures.rows_in_sheets())
        rows: list[tuple[Cell, ...]] = []
        for index, row in enumerate(sheet.rows):
            if index < len(sheet.keys):
                rows.append((row[0], typed[sheet.keys[index]], *row[2:]))
            elif isinstance(row[1], Formula):
                rows.append((row[0], replace(row[1], value=next(counts)), *row[2:]))
            else:
                rows.append(row)
        return tuple(rows)

    def hours(self, sheet: Sheet) -> tuple[tuple[Cell, ...], ...]:
        """The hours of each task, which are those of the case, and the roles that have them."""
        rows = []
        for key, row in zip(sheet.keys, sheet.rows, strict=True):
            number, each, role, cost = self.figures.work()[key]
            hours = (number or 0) * (each or 0)
            rows.append((
                row[0], self.role(role), _stored(row[2], number), each, hours, hours,
                hours / WORK_YEAR, cost, self.say("worked.book.basis"),
            ))  # fmt: skip
        return tuple(rows)
