"""The commands of `python -m macros`, such as `check`, `ids` and `write`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from . import ROOT
from .checks import check_project
from .content import EDITIONS, Content, ContentError, Example, MissingLabelError, View, load
from .content.dates import today
from .content.register import register_ids
from .contribute.commands import add_example_commands, write_forms
from .documents import DocumentError, TemplateFaultError
from .lawwatch.commands import add_law_commands
from .site.addresses import ADDRESS_REGISTER, register_addresses, unregistered
from .site.disk_copy import write_zip
from .site.generated import generated
from .site.hosting import expires, made_at
from .terminal import speak_utf8
from .trouble import SettingError, told


def main(argv: list[str] | None = None) -> int:
    """Run a command, and return its exit status: 1 if anything is wrong or due, else 0."""
    options = _parser().parse_args(argv)
    try:
        status: int = options.run(options)
    except OSError as error:
        print(told(error), file=sys.stderr)
        return 1
    except SettingError as error:
        print(error, file=sys.stderr)
        return 1
    except MissingLabelError as error:
        print(error.problem, file=sys.stderr)
        return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m macros")
    parser.add_argument("--version", action="version", version=version("strategisk-mot-akrim"))
    parser.add_argument("--root", type=Path, default=ROOT, help="prosjektmappa")
    commands = parser.add_subparsers(required=True)
    _add_check(commands.add_parser("check", help="sjekk alt innhald og skriv ut feila"))
    ids = commands.add_parser("ids", help="før opp nye sjekkpunkt og nye adresser i registra")
    ids.set_defaults(run=_ids)
    write = commands.add_parser("write", help="skriv dei genererte sidene og filene til ei mappe")
    write.add_argument("folder", type=Path)
    write.set_defaults(run=_write)
    pack = commands.add_parser("zip", help="lag ein kopi av nettstaden som kan opnast frå ein disk")
    pack.add_argument("file", type=Path)
    pack.set_defaults(run=_zip)
    _add_links(
        commands.add_parser("links", help="list lenkjene ut av nettstaden, med siste kjende status")
    )
    forms = commands.add_parser(
        "forms", help="lag skjemaet på GitHub og skjemafila for redigering på nytt"
    )
    forms.set_defaults(run=lambda options: write_forms(options.root))
    add_example_commands(commands.add_parser("example", help="legg til eit døme"))
    add_law_commands(
        commands.add_parser("law", help="hald paragrafane opp mot Lovdata sine opne data")
    )
    return parser


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--due", action="store_true", help="list kjelder som ikkje er sjekka på over eit år"
    )
    parser.add_argument(
        "--annotations", action="store_true", help="skriv feila slik GitHub viser dei på linja"
    )
    parser.set_defaults(run=_check)


def _add_links(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--status", type=Path, default=Path("build/links.json"), help="JSON-fila status står i"
    )
    parser.add_argument(
        "--check", action="store_true", help="prøv lenkjene over nettet og før opp status"
    )
    parser.add_argument("--broken", action="store_true", help="vis berre dei som ikkje verkar")
    parser.set_defaults(run=_links)


def _check(options: argparse.Namespace) -> int:
    content, problems = check_project(options.root)
    if problems or content is None:
        return _tell(ContentError(problems), annotations=options.annotations)
    if options.due:
        return _due(options.root, content)
    points = sum(len(owner.checkpoints) for owner in content.chapters.values())
    print(
        f"I orden: {len(content.chapters)} kapittel, {points} sjekkpunkt, {len(content.sources)}"
        f" kjelder, {len(content.examples)} døme."
    )
    return 0


def _due(root: Path, content: Content) -> int:
    """What nobody has looked at for a year, examples in one målform only, the end of security.txt,
    and addresses that are not in the register."""
    due = content.due(today())
    for source in due:
        print(f"{source.id}: sist sjekka {source.checked}, {source.url}")
    print(f"{len(due)} av {len(content.sources)} kjelder er ikkje sjekka det siste året.")
    stale = content.stale(today())
    for example in stale:
        print(f"examples/{example.id}.yml: sist sjekka {example.checked}")
    print(f"{len(stale)} av {len(content.examples)} døme er ikkje sjekka det siste året.")
    alone = content.untranslated()
    for example in alone:
        print(f"examples/{example.id}.yml: manglar {_unwritten(example)}")
    end = expires(made_at(content.updated))
    if over := bool(os.environ.get("CONTACT")) and end < datetime.now(UTC):
        print(
            f"security.txt gjekk ut {end:%d.%m.%Y}. Sjekk ei kjelde på nytt, før opp dagen, og"
            " publiser."
        )
    new = unregistered(root, content) if (root / ADDRESS_REGISTER).exists() else []
    if new:
        print(f"{len(new)} adresser er ikkje i registeret. Køyr: python -m macros ids")
    return 1 if due or stale or alone or over or new else 0


def _unwritten(example: Example) -> str:
    """What an editor still has to write for an example that one person has sent in."""
    use = "det andre kan bruke dømet til («use»)" if example.use is None else ""
    other = "tekstane i den andre målforma («translation»)" if example.translation is None else ""
    return " og ".join(filter(None, (use, other)))


def _ids(options: argparse.Namespace) -> int:
    """Register new ids of checkpoints and new addresses.

    The ids come first: content with an unregistered checkpoint cannot be loaded, and the addresses
    are found in loaded content."""
    added: list[str] = []
    try:
        added += [f"Ny id: {name}" for name in register_ids(options.root)]
        added += [
            f"Ny adresse: {name}" for name in register_addresses(options.root, load(options.root))
        ]
    except ContentError as error:
        return _tell(error)
    finally:
        print("\n".join(added) or "Ingen nye id-ar eller adresser.")
    return 0


def _links(options: argparse.Namespace) -> int:
    """List the links out of the site. The exit status is 0 if no link is known to be broken."""
    # Imported late: it brings what speaks with the network, which no other command needs
    from .link_check import external_links, read_statuses, report, try_links, write_statuses

    links = external_links(options.root)
    try:
        statuses = read_statuses(options.status)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    if options.check:
        statuses = try_links(links, statuses, today())
        write_statuses(options.status, statuses)
    print("\n".join(report(links, statuses, options.broken)))
    broken = sum(1 for url in links if url in statuses and statuses[url].broken)
    print(
        f"{len(links)} lenkjer, {broken} verkar ikkje, {len(links.keys() - statuses.keys())} er"
        " ikkje sjekka."
    )
    return 1 if broken else 0


def _write(options: argparse.Namespace) -> int:
    try:
        content = load(options.root)
        for edition in EDITIONS.values():
            for made in generated(options.root, View(content, edition)):
                target = options.folder / edition.code / made.path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(made.data)
    except ContentError as error:
        return _tell(error)
    except (DocumentError, TemplateFaultError) as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 1
    return 0


def _zip(options: argparse.Namespace) -> int:
    try:
        write_zip(options.root, options.file)
    except subprocess.CalledProcessError:
        return 1
    print(f"{options.file}: {options.file.stat().st_size / 1e6:.1f} MB")
    return 0


def _tell(error: ContentError, *, annotations: bool = False) -> int:
    print(error, file=sys.stderr)
    for problem in error.problems if annotations else ():
        print(problem.annotation())
    print(f"{len(error.problems)} feil.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    speak_utf8()
    sys.exit(main())
