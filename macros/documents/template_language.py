"""The part of Jinja that templates may use, with limits on time and memory.

Only what is listed here is allowed, so that a new version of Jinja opens no new way out. No
template can keep a build busy or fill the memory: the rounds of loops are counted, and every text
and list is measured when it is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jinja2 import Environment, StrictUndefined, Undefined, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

MAX_STEPS = 500_000
"""The limit for all loops together. A round of a loop takes as many steps as its body has parts.

Our own templates take about 1,200 steps."""
MAX_SIZE = 200_000
"""The limit for the characters of one text, and for the items of one list.

Our longest document has 20,000 characters."""
MAX_WHOLE = 1_000_000
"""The limit for the characters of a whole document."""
_MAX_PARTS = 20
"""The limit for how many texts one expression may join with ~."""

_FILTERS = (
    "capitalize", "count", "default", "first", "last", "length", "list", "lower", "reject",
    "rejectattr", "reverse",
    "select", "selectattr", "sort", "trim", "upper",
)  # fmt: skip
"""The filters that are allowed. None of them makes a result much larger than its input."""
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign, nodes.Name,
    nodes.Const,
    nodes.Getattr, nodes.Getitem, nodes.Call, nodes.Keyword, nodes.Filter, nodes.Test,
    nodes.Compare, nodes.Operand,
    nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Concat, nodes.Add, nodes.Sub, nodes.List,
    nodes.Tuple,
)  # fmt: skip


class NotAllowedError(Exception):
    """A template uses something, on `line`, that is not allowed."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


class TooMuchError(Exception):
    """A template exceeds a limit. The message says which, in Norwegian."""


class TemplateLanguage(ImmutableSandboxedEnvironment):
    """A Jinja environment where only `functions` can be called, each by its name.

    Make a new one for each template, since the steps are counted in it."""

    def __init__(self, functions: Mapping[str, Any]) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
        self.globals = dict(functions)
        ours = {"join": _joined, "_counted": self._counted, "_measured": _measured}
        self.filters = {name: self.filters[name] for name in _FILTERS} | ours
        self._steps = 0

    def fill(self, text: str) -> str:
        """The template `text`, filled in.

        Raises NotAllowedError, TooMuchError, and whatever Jinja and the functions raise."""
        tree = self.parse(text)
        self._check(tree)
        limited: nodes.Template = _Limits(self).visit(tree)
        compiled = self.template_class.from_code(self, self.compile(limited), dict(self.globals))
        parts, size = [], 0
        for part in compiled.generate():
            size += len(part)
            if size > MAX_WHOLE:
                raise TooMuchError(
                    f"Dokumentet blir på over {MAX_WHOLE} teikn. Sjå etter ei løkke som gir for"
                    " mykje"
                )
            parts.append(part)
        return "".join(parts)

    def is_safe_callable(self, obj: Any) -> bool:
        """Allow only the functions and `loop`: the method `center` could make an endless text."""
        unknown = isinstance(obj, Undefined)  # calling it raises an error with the missing name
        return (
            unknown
            or isinstance(obj, LoopContext)
            or any(obj is function for function in self.globals.values())
        )

    def _check(self, tree: nodes.Template) -> None:
        for node in tree.find_all(nodes.Node):
            if not isinstance(node, _ALLOWED) or _makes_much(node):
                raise NotAllowedError(node.lineno)

    def _counted(self, items: Iterable[Any], parts: int) -> Iterator[Any]:
        """The items for a loop whose body has `parts` nodes. Raises TooMuchError at the limit."""
        for item in items:
            self._steps += parts
            if self._steps > MAX_STEPS:
                raise TooMuchError(
                    "Løkkene i malen går for mange gonger. Sjå etter ei løkke inne i ei løkke"
                )
            yield item


class _Limits(NodeTransformer):
    """Rewrites a template so that loops are counted, and results that may be large are measured."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - Jinja's name
        parts = sum(1 for _ in node.find_all(nodes.Node))
        self.generic_visit(node)
        node.iter = nodes.Filter(
            node.iter, "_counted", [nodes.Const(parts)], [], None, None, lineno=node.lineno
        )
        node.iter.set_environment(self.environment)
        return node

    def visit_Concat(self, node: nodes.Expr) -> nodes.Filter:  # noqa: N802 - Jinja's name
        self.generic_visit(node)
        measured = nodes.Filter(node, "_measured", [], [], None, None, lineno=node.lineno)
        measured.set_environment(self.environment)
        return measured

    visit_Add = visit_Call = visit_Filter = visit_Concat  # noqa: N815 - Jinja's names


def _makes_much(node: nodes.Node) -> bool:
    """Whether an allowed node could get past the limits.

    A long chain of ~ or a nest of lists could, and so could a call of our own internal filters."""
    if isinstance(node, nodes.Concat):
        return len(node.nodes) > _MAX_PARTS
    if isinstance(
        node, nodes.List | nodes.Tuple
    ):  # lists of lists of lists can be endless on few lines
        return not all(isinstance(item, nodes.Const) or _is_target(item) for item in node.items)
    return isinstance(node, nodes.Filter) and node.name.startswith("_")


def _is_target(node: nodes.Node) -> bool:
    """Whether `node` is a name that gets a value, as in «for a, b in»."""
    return isinstance(node, nodes.Name) and node.ctx == "store"


def _measured(value: Any) -> Any:
    """`value` unchanged. Raises TooMuchError if it is longer than MAX_SIZE."""
    if isinstance(value, str | list | tuple) and len(value) > MAX_SIZE:
        raise TooMuchError(f"Ein tekst eller ei liste blir på over {MAX_SIZE} teikn eller ledd")
    return value


def _joined(items: Iterable[Any], between: str = "") -> str:
    """Jinja's `join`, but measured on the way, since both the list and `between` can be long."""
    parts, size = [], 0
    for item in items:
        parts.append(str(item))
        size += len(parts[-1]) + len(between)
        if size > MAX_SIZE:
            _measured(" " * (MAX_SIZE + 1))
    return between.join(parts)
