"""How a call ends that did not end well: one line, an exit code."""

from __future__ import annotations

import os
import sys

from vitalfew.cli.streams import DEBUG, complain
from vitalfew.errors import Refusal
from vitalfew.languages import say

REFUSED, INTERRUPTED, CUT_OFF = 1, 130, 141
"""Exit codes: refused input (and our own faults), Ctrl-C, and a reader of our output that went away."""


def ended_by(problem: BaseException, *, interrupted: bool) -> int:
    """Say in one line what ended the call and give back the exit code."""
    if isinstance(problem, SystemExit):
        return problem.code if isinstance(problem.code, int) else REFUSED
    if interrupted or isinstance(problem, KeyboardInterrupt):
        complain(say("Interrupted; nothing half-written remains."))
        return INTERRUPTED
    if isinstance(problem, BrokenPipeError):
        return _quietly_cut_off()
    if isinstance(problem, Refusal):
        complain(str(problem))
        return problem.exit_code
    complain(_sentence(problem))
    if os.environ.get(DEBUG):
        raise problem
    return REFUSED


def _quietly_cut_off() -> int:
    """Whoever read our output wants no more of it. What is still waiting to be written goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            os.dup2(nowhere, stream.fileno())
    return CUT_OFF


def _sentence(problem: BaseException) -> str:
    """What is said of a fault nobody foresaw."""
    if isinstance(problem, MemoryError):
        return say("The memory of this machine is not enough. Close other programs, or split the file.")
    if isinstance(problem, OSError) and problem.strerror:
        reason = f"{problem.filename}: {problem.strerror}" if problem.filename else problem.strerror
        return say("The system refused: {reason}. No file is half-written.", reason=reason)
    return say(
        "A fault of vitalfew itself: {kind}: {text}. Run it again with {debug}=1 and report what it shows.",
        kind=type(problem).__name__,
        text=str(problem)[:300],
        debug=DEBUG,
    )
