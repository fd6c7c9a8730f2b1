"""The content model: what `docs/data/` holds, loaded once, checked whole, never changed after."""

from .example import Example
from .load import Content, checkpoints, find, load
from .model import (
    EDITIONS,
    KINDS,
    PHASES,
    Amount,
    Checkpoint,
    ContractKind,
    Edition,
    Kind,
    Label,
    LawSection,
    Measure,
    Question,
    RepealedSection,
    Source,
    Term,
    Text,
)
from .problems import ContentError, MissingLabelError, Problem, UnknownNameError
from .text import CITATION, citations

__all__ = [
    "CITATION",
    "EDITIONS",
    "KINDS",
    "PHASES",
    "Amount",
    "Checkpoint",
    "Content",
    "ContentError",
    "ContractKind",
    "Edition",
    "Example",
    "Kind",
    "Label",
    "LawSection",
    "Measure",
    "MissingLabelError",
    "Problem",
    "Question",
    "RepealedSection",
    "Source",
    "Term",
    "Text",
    "UnknownNameError",
    "checkpoints",
    "citations",
    "find",
    "load",
]
