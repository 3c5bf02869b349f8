"""`vitalfew facts`: facts that are kept from import to import, in a store."""

from __future__ import annotations

from vitalfew.cli.group import Group
from vitalfew.cli.parts import Example
from vitalfew.languages import say

VERBS = ("import", "undo", "versions", "verify", "compact", "export")
"""In the order of the help; each is a module `facts_…` of this folder."""


def command() -> Group:
    """The group in the current language."""
    return Group(
        "facts",
        say("Keep facts in a store: import, correct, undo, look back."),
        {verb: f"facts_{verb}" for verb in VERBS},
        _help,
        examples=[
            Example("vitalfew facts import exports/ --store facts", say("All files of a folder that are new.")),
            Example("vitalfew facts versions --store facts", say("What came in, and when.")),
            Example("vitalfew grade --store facts -o grades.csv", say("Grade what the store holds.")),
        ],
    )


def _help(group: Group) -> str:
    from vitalfew.cli.help import help_of_group

    return help_of_group(f"vitalfew {group.name}", str(group.help), group.meanings(), group.examples)
