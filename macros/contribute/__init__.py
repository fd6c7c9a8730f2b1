"""Ways to send in an example: a form on the page, an issue on GitHub, questions in a terminal. One set of fields."""

from .fields import FIELDS, Field
from .issue import issue_template, read_issue
from .prompt import ask
from .schema import schema
from .write import example_yaml, slug

__all__ = ["FIELDS", "Field", "ask", "example_yaml", "issue_template", "read_issue", "schema", "slug"]
