"""`vitalfew completion`: completion of verbs, flags and names of schemes in the shell."""

from __future__ import annotations

import click

from vitalfew.cli.parts import Argument, Example
from vitalfew.cli.values import OneOf
from vitalfew.cli.verb import Verb
from vitalfew.languages import say

SHELLS = ("bash", "zsh", "fish")


def command() -> Verb:
    """The verb in the current language."""
    return Verb(
        "completion",
        say("Print the completion of verbs, flags and schemes for a shell."),
        run,
        arguments=[Argument("shell", "bash, zsh, fish", type=OneOf(*SHELLS))],
        examples=[
            Example('eval "$(vitalfew completion bash)"', say("In ~/.bashrc.")),
            Example('eval "$(vitalfew completion zsh)"', say("In ~/.zshrc.")),
            Example("vitalfew completion fish | source", say("In ~/.config/fish/config.fish.")),
        ],
    )


def run(shell: str) -> None:
    """Print the script."""
    from click.shell_completion import get_completion_class

    from vitalfew.cli.app import COMPLETE, app

    kind = get_completion_class(shell)
    assert kind is not None, "one of SHELLS"
    click.echo(kind(app(), {}, "vitalfew", COMPLETE).source())
