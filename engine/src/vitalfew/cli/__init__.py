"""The command `vitalfew`: one file per verb. Here is the door that every call goes through.

What a verb needs is imported where it is used: `vitalfew --version` starts in a fraction of a second.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from vitalfew.cli.ending import CUT_OFF, ended_by
from vitalfew.cli.language import asked_language, wanted_language
from vitalfew.cli.signals import interruptible
from vitalfew.cli.streams import flushed, prepared_streams
from vitalfew.languages import speaking
from vitalfew.lightness import start_light


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and give back its exit code: 0 good, 1 refused input, 2 wrong use, 130 Ctrl-C.

    Every refusal is one line on standard error in the language of `--lang`, else of LANG; never a trace.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    spoken, written = wanted_language(given, os.environ), asked_language(given) or "en"
    with prepared_streams(), speaking(spoken, files=written), interruptible() as interrupted:
        try:
            from vitalfew.cli.app import run

            return run(given)
        except BaseException as problem:  # noqa: BLE001 - the last resort: nobody is to see a trace
            return ended_by(problem, interrupted=interrupted())


def program() -> NoReturn:
    """The process `vitalfew`. It ends at once: taking apart what the system frees anyway costs 0.2 s of CPU."""
    start_light()
    code = main()
    os._exit(code if flushed() else CUT_OFF)


__all__ = ["main", "program"]
