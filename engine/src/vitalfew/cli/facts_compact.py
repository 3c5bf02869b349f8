"""`vitalfew facts compact`: the same facts in fewer files, quicker to read."""

from __future__ import annotations

from pathlib import Path

from vitalfew.cli.flags import store_section
from vitalfew.cli.parts import Example
from vitalfew.cli.verb import Verb
from vitalfew.languages import say


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "compact",
        say("Put a store in order: the same facts, sorted, in fewer files. Imports go on meanwhile."),
        run,
        sections=[store_section()],
        examples=[Example("vitalfew facts compact --store facts", say("Every hundred imports, say."))],
    )


def run(store: Path, wait: int, as_json: bool) -> None:
    """Compact, and say which version it gave."""
    from vitalfew.cli.clock import now
    from vitalfew.cli.progress import working
    from vitalfew.cli.screen import print_json, say_line, screen
    from vitalfew.cli.stores import as_object, store_of

    with working(say("Compacting")):
        version = store_of(store, wait).compact(at=now())
    if as_json:
        print_json(as_object(version))
    else:
        say_line(screen(), say("The store is compact; version {version}.", version=version.number))
