"""`vitalfew facts verify`: whether everything that was acknowledged is there, to the byte."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vitalfew.cli.flags import store_section
from vitalfew.cli.parts import Example
from vitalfew.cli.verb import Verb
from vitalfew.languages import say

if TYPE_CHECKING:
    from vitalfew.store import Finding


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "verify",
        say("Check every file of a store against its digest, and take back what a broken write left behind."),
        run,
        sections=[store_section()],
        examples=[
            Example("vitalfew facts verify --store facts", say("Ends with 1 where something is lost or damaged."))
        ],
    )


def run(store: Path, wait: int, as_json: bool) -> int:
    """Verify, name each finding, and end with 1 where something that counts is damaged."""
    from vitalfew.cli.progress import working
    from vitalfew.cli.screen import print_json
    from vitalfew.cli.stores import store_of

    with working(say("Verifying")):
        findings = store_of(store, wait).verify()
    sound = not any(finding.serious for finding in findings)
    if as_json:
        found = [{"what": f.what, "serious": f.serious, "mended": f.mended} for f in findings]
        print_json({"sound": sound, "findings": found})
    else:
        _print(findings, sound=sound)
    return 0 if sound else 1


def _print(findings: list[Finding], *, sound: bool) -> None:
    from vitalfew.cli.screen import say_line, say_note, screen

    paper = screen()
    for finding in findings:
        say_note(paper, finding.what, warning=finding.serious)
    say_line(paper, say("The store is sound.") if sound else say("Something that was acknowledged is damaged."))
