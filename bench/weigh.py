"""Run a program and print as JSON what it took: `python -m bench.weigh PROGRAM ARGUMENT …`.

A small process of its own, because the system counts the memory of the process that starts another as that other's, too.
"""

import json
import os
import subprocess
import sys
import time
from threading import Event, Thread

import psutil  # type: ignore[import-untyped]

from bench.stopwatch import KIBIBYTE

SECONDS_BETWEEN_LOOKS = 0.1


def main(words: list[str]) -> int:
    """Print CPU seconds, wall seconds and bytes of the program and its children; the exit code is the program's."""
    began = time.monotonic()
    started = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    tree = Tree(started.pid)
    tree.start()
    _, status, usage = os.wait4(started.pid, 0)
    wall, started.returncode = time.monotonic() - began, os.waitstatus_to_exitcode(status)
    peak = max(tree.end(), usage.ru_maxrss * KIBIBYTE)
    print(json.dumps([usage.ru_utime + usage.ru_stime, wall, peak]))
    return started.returncode


class Tree(Thread):
    """Looks again and again at a process and all below it, and keeps the largest sum of the bytes that they hold.

    A page that two of them share counts half for each, so libraries are not counted twice. What lives shorter than the
    time between two looks is missed, which is why the largest single process is asked of the system as well.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._peak = 0
        self._root = psutil.Process(pid)
        self._ended = Event()

    def run(self) -> None:
        """Look until told to end."""
        while not self._ended.wait(SECONDS_BETWEEN_LOOKS):
            self._peak = max(self._peak, self._held())

    def end(self) -> int:
        """Stop looking; the largest sum seen."""
        self._ended.set()
        self.join()
        return self._peak

    def _held(self) -> int:
        try:
            members = [self._root, *self._root.children(recursive=True)]
        except psutil.NoSuchProcess:
            return 0
        return sum(map(held, members))


def held(process: psutil.Process) -> int:
    """Bytes of memory a process holds now, its part of what it shares; none once it is gone."""
    try:
        info = process.memory_full_info()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0
    return int(getattr(info, "pss", info.rss))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
