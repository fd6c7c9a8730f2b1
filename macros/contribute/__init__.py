"""The ways to send in an example: a form on a page, an issue on GitHub, or questions in a terminal.

All of them ask for the same fields.
"""

from .fields import FIELDS, Field
from .issue import issue_template, read_issue
from .prompt import ask
from .schema import schema
from .write import example_yaml, slug

__all__ = [
    "FIELDS",
    "Field",
    "ask",
    "example_yaml",
    "issue_template",
    "read_issue",
    "schema",
    "slug",
]
