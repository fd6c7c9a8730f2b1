"""The workbook of a year's control: contracts, risk, plan, log, deviations, and the figures.

The name of a contract is typed once, in the first register; every other sheet chooses it from a
list. Nothing in a formula guesses: a word that is not known is told of («Sjekk orda»), and a row
that is not finished is counted as that."""

from __future__ import annotations

from ...content import View
from ..manuscript import Sheet
from ..sheets import about
from .control import control_plan, deviations, log
from .figures import indicators, report
from .hours import hours
from .people import responsibility, training
from .registers import contracts
from .risk import risk, scoring
from .start import start

__all__ = ["workbook_sheets"]


def workbook_sheets(view: View, title: str) -> tuple[Sheet, ...]:
    """The sheets of the workbook in the order they are used, after a sheet that says how."""
    registers = (
        contracts(view),
        risk(view),
        control_plan(view),
        log(view),
        deviations(view),
        responsibility(view),
        training(view),
    )
    figures = (hours(view), indicators(view), report(view), scoring(view))
    return (
        start(view, title, (*registers, *figures)),
        *registers,
        *figures,
        about(title, view, asks=False),
    )
