"""The commands `example new`, `example from-issue FILE` and `forms` of `python -m macros`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..content import CONTRIBUTING, Content, ContentError, View, load
from ..content.dates import today
from ..content.examples import EXAMPLES, SCHEMA, read_example
from ..content.yaml_file import YamlFile
from .fields import source_fields, top_fields
from .issue import AmbiguousIssueError, issue_template, read_issue
from .prompt import ask
from .schema import schema
from .write import example_yaml, slug

ISSUE_TEMPLATE = Path(".github/ISSUE_TEMPLATE/dome.yml")


def add_example_commands(parser: argparse.ArgumentParser) -> None:
    """Add the commands below `example`."""
    commands = parser.add_subparsers(required=True)
    new = commands.add_parser("new", help="svar på spørsmål, og få ei gyldig fil")
    new.set_defaults(run=_new)
    issue = commands.add_parser("from-issue", help="lag fila av teksten i eit innsendt skjema")
    issue.add_argument("file", type=Path, help="fil med teksten i saka")
    issue.set_defaults(run=_from_issue)


def form_files(content: Content) -> dict[Path, bytes]:
    """The files for GitHub and editors that are made from the labels and the model."""
    return {ISSUE_TEMPLATE: issue_template(content), EXAMPLES / SCHEMA: schema(content)}


def write_forms(root: Path) -> int:
    """Write the issue form and the schema again, and return the exit status."""
    content = _loaded(root)
    for path, data in form_files(content).items() if content else ():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
        print(path.as_posix())
    return 0 if content else 1


def _new(options: argparse.Namespace) -> int:
    content = _loaded(options.root)
    if content is None:
        return 1
    try:
        answers, sources = ask(content, input, print)
    except (EOFError, KeyboardInterrupt):
        print("\nAvbrote. Ingenting er lagra.", file=sys.stderr)
        return 1
    return _save(options.root, content, answers, sources)


def _from_issue(options: argparse.Namespace) -> int:
    content = _loaded(options.root)
    if content is None:
        return 1
    try:
        text = options.file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        print(f"{options.file}: Fila manglar, eller ho er ikkje UTF-8.", file=sys.stderr)
        return 1
    try:
        answers, source = read_issue(content, text)
    except AmbiguousIssueError as error:
        print(error, file=sys.stderr)
        return 1
    return _save(options.root, content, answers, [source])


def _loaded(root: Path) -> Content | None:
    try:
        return load(root)
    except ContentError as error:
        print(f"{error}\nRett dette først.", file=sys.stderr)
        return None


def _save(
    root: Path, content: Content, answers: Mapping[str, str], sources: Sequence[Mapping[str, str]]
) -> int:
    """Write the file of the example, and return the exit status.

    The file is checked after it is written, since the check reads a file. If it has any fault, it
    is deleted, and the faults are printed."""
    name = EXAMPLES / f"{slug(answers)}.yml"
    path = root / name
    if path.exists():
        print(
            f"{name.as_posix()} finst alt. Gi dømet ein annan tittel, eller rett i den fila.",
            file=sys.stderr,
        )
        return 1
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        example_yaml(answers, sources, today().isoformat()), encoding="utf-8", newline="\n"
    )
    unanswered = _unanswered(content, answers, sources)
    faults = _faults(root, content, name, unanswered) or _against_the_rest(root, name.as_posix())
    if faults:
        path.unlink()
        print("\n".join(faults), file=sys.stderr)
        return 1
    print(name.as_posix())
    return 0


def _faults(root: Path, content: Content, name: Path, unanswered: Mapping[str, str]) -> list[str]:
    """The faults of the file by itself, each with the question of the form that it is about."""
    file, _ = read_example(root / name, name.as_posix(), tuple(sorted(content.chapters)), today())
    faults = [f"{question}: Spørsmålet er ikkje svart på." for question in unanswered.values()]
    # Missing answers are reported above in the words of the form, and not once more with the keys
    told = ("«sources» er tom", *(f"«{key}» manglar" for key in unanswered))
    wrong = [problem for problem in file.problems if not problem.message.startswith(told)]
    return faults + sorted({f"{_asked(content, file, p.line)}: {p.message}" for p in wrong})


def _unanswered(
    content: Content, answers: Mapping[str, str], sources: Sequence[Mapping[str, str]]
) -> dict[str, str]:
    """The required questions without an answer, by the key that the file lacks."""
    view = View(content, CONTRIBUTING)
    found = {
        field.key: field.label(view)
        for field in top_fields()
        if field.required and not answers.get(field.key)
    }
    for number, source in enumerate(sources, 1):
        for field in source_fields():
            name = field.key.removeprefix("source.")
            if field.required and not source.get(name):
                found[f"sources.{number}.{name}"] = field.label(view)
    return found


def _against_the_rest(root: Path, name: str) -> list[str]:
    """Faults that show only beside other files, such as a second example of one document."""
    # The content was loaded before the file of this example was written
    load.cache_clear()
    try:
        load(root)
    except ContentError as error:
        return [problem.message for problem in error.problems if problem.file == name]
    return []


def _asked(content: Content, file: YamlFile, line: int) -> str:
    """The question whose answer is on `line` of the file."""
    paths = [path for path, at in file.lines.items() if path and at <= line]
    path = max(paths, key=lambda found: (file.lines[found], -len(found)), default=("id",))
    key = str(path[0])
    if key in ("questions", "measures") and len(path) > 1:
        owner = content.chapters.get(str(path[1]))
        return owner.title[CONTRIBUTING.code] if owner else str(path[1])
    key = f"source.{path[2]}" if key == "sources" and len(path) > 2 else key
    return (
        content.labels[f"form.{key}"][CONTRIBUTING.code] if f"form.{key}" in content.labels else key
    )
