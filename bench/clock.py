"""What whole processes and warm calls take: CPU seconds, wall seconds, memory."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMMAND = Path(sys.executable).with_name("vitalfew")


@dataclass(frozen=True)
class Spent:
    """What something took, child processes included."""

    cpu: float
    """User and system seconds."""
    wall: float
    """Seconds."""
    peak: int = 0
    """Bytes that it and its children held at most at one time; none where it was not weighed."""


Measure = Callable[[], Spent]


def command(*arguments: object) -> Spent:
    """What one `vitalfew` command takes."""
    return process(COMMAND, *arguments)


def process(*arguments: object) -> Spent:
    """What a program takes from its start to its end. See bench/weigh.py."""
    return Spent(*_told("bench.weigh", *arguments))


def warm(what: str, *arguments: object) -> dict[str, list[Spent]]:
    """What calls take in a process that has made them before: name → its runs. See bench/warm.py."""
    told = _told("bench.warm", what, *arguments)
    return {name: [Spent(cpu, wall) for cpu, wall in runs] for name, runs in told.items()}


def _told(*words: object) -> Any:
    """What a module of ours prints. One that fails ends the bench: its own words are on the screen."""
    program = [sys.executable, "-m", *map(str, words)]
    done = subprocess.run(program, check=False, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"bench: this failed: {' '.join(program[3:])}")
    return json.loads(done.stdout)


def medians(times: int, *measures: Measure) -> list[Spent]:
    """For each measure the run with the median of CPU seconds.

    They run in turn, A B A B A B, so that a machine that slows down does so for all of them.
    """
    rounds = [[measure() for measure in measures] for _ in range(times)]
    return [median(runs) for runs in zip(*rounds, strict=True)]


def median(runs: Sequence[Spent]) -> Spent:
    """The run in the middle, by CPU seconds."""
    return sorted(runs, key=lambda spent: spent.cpu)[len(runs) // 2]
