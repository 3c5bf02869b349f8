"""`vitalfew facts undo`: an import as if it had never been."""

from __future__ import annotations

from pathlib import Path

from vitalfew.cli.flags import store_section
from vitalfew.cli.parts import Argument, Example
from vitalfew.cli.values import Whole
from vitalfew.cli.verb import Verb
from vitalfew.languages import say


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "undo",
        say("Take an import back, also after later ones. Older versions stay readable."),
        run,
        arguments=[Argument("batch", say("Number of the batch; see vitalfew facts versions."), type=Whole())],
        sections=[store_section()],
        examples=[Example("vitalfew facts undo 7 --store facts", say("What batch 7 replaced counts again."))],
    )


def run(batch: int, store: Path, wait: int, as_json: bool) -> None:
    """Undo, and say what the store is now."""
    from vitalfew.cli.clock import now
    from vitalfew.cli.progress import working
    from vitalfew.cli.screen import print_json, say_line, screen
    from vitalfew.cli.stores import as_object, store_of

    with working(say("Undoing")):
        version = store_of(store, wait).undo(batch, at=now())
    if as_json:
        print_json(as_object(version))
    else:
        said = say("Batch {batch} is undone; version {version}.", batch=batch, version=version.number)
        say_line(screen(), said)
