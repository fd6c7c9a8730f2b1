"""The content model: `docs/data/` is loaded once, checked as a whole, and never changed later."""

from .blanks import BLANK, Blank, blanks_in, with_blanks
from .builder import BUILDER, DRAFTS, Ask, Step
from .content import Content, checkpoints, find
from .editions import CONTRIBUTING, EDITIONS, MAIN, Edition, UnknownEditionError, edition, others
from .example import Example
from .law_dates import LAW_DATES, LawDate
from .law_records import Amount, Consideration, ContractKind, LawSection, RepealedSection
from .load import load
from .model import (
    KINDS,
    PHASES,
    Checkpoint,
    Kind,
    Measure,
    Question,
    Sector,
    Source,
    Term,
)
from .parts import Part, chapter_parts, duty_parts, phase_parts
from .problems import ContentError, MissingLabelError, Problem, UnknownNameError
from .text import CITATION, CITATIONS, citations, joined
from .texts import Label, Text
from .todo import BODY_TYPE, Todo
from .view import View
from .words import WordChoice
from .worked import WORKED, Answer, answer

__all__ = [
    "BLANK",
    "BODY_TYPE",
    "BUILDER",
    "CITATION",
    "CITATIONS",
    "CONTRIBUTING",
    "DRAFTS",
    "EDITIONS",
    "KINDS",
    "LAW_DATES",
    "MAIN",
    "PHASES",
    "WORKED",
    "Amount",
    "Answer",
    "Ask",
    "Blank",
    "Checkpoint",
    "Consideration",
    "Content",
    "ContentError",
    "ContractKind",
    "Edition",
    "Example",
    "Kind",
    "Label",
    "LawDate",
    "LawSection",
    "Measure",
    "MissingLabelError",
    "Part",
    "Problem",
    "Question",
    "RepealedSection",
    "Sector",
    "Source",
    "Step",
    "Term",
    "Text",
    "Todo",
    "UnknownEditionError",
    "UnknownNameError",
    "View",
    "WordChoice",
    "answer",
    "blanks_in",
    "chapter_parts",
    "checkpoints",
    "citations",
    "duty_parts",
    "edition",
    "find",
    "joined",
    "load",
    "others",
    "phase_parts",
    "with_blanks",
]
