"""What the process that opens foreign files may still do: read, compute within limits, write into one folder.

On Linux the kernel enforces it: limits of memory, time and file size, a network namespace without any
network, Landlock for writing, starting programs and TCP. Everywhere a Python audit hook refuses sockets,
programs and writing elsewhere. macOS has the limits of time and the hook; Windows has the hook, and the
parent's clock. What a kernel does not know is left out without a word: each wall stands by itself.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

_DIE_WITH_PARENT, _NO_NEW_PRIVILEGES = 1, 38
_NEW_NETWORK, _NEW_USER = 0x40000000, 0x10000000
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_EXECUTE, _TCP = 0b1, 0b11
_WRITES_BY_VERSION = (0, 0b1_1111_1111_0010, 0b11_1111_1111_0010, 0b111_1111_1111_0010)

_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def confine(work: Path, *, memory: int, seconds: int) -> None:
    """Give up every right that reading does not need. `memory` in bytes; `seconds` of CPU; no way back.

    Call it before any thread exists: namespaces and Landlock hold for one thread and those it starts.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform != "win32":
        _limit(memory, seconds)
    if sys.platform == "linux":
        _close_kernel_doors(work)
    sys.addaudithook(_guard(work))


def _limit(memory: int, seconds: int) -> None:
    import resource

    limits = {resource.RLIMIT_CPU: seconds, resource.RLIMIT_CORE: 0, resource.RLIMIT_NOFILE: 256}
    if sys.platform == "linux":
        limits[resource.RLIMIT_AS] = memory
    for limit, wanted in limits.items():
        _, hard = resource.getrlimit(limit)
        value = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        # At a hard limit of time the kernel kills without a word; at a soft one it says why.
        spare = limit == resource.RLIMIT_CPU and (hard == resource.RLIM_INFINITY or hard > value)
        resource.setrlimit(limit, (value, value + spare))


def _close_kernel_doors(work: Path) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    if libc.unshare(_NEW_NETWORK):
        libc.unshare(_NEW_USER | _NEW_NETWORK)
    _write_only_below(libc, work)


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64))


class _Below(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def _write_only_below(libc: ctypes.CDLL, work: Path) -> None:
    """Landlock: writing under one folder only, no program started, from its fourth version no TCP."""
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), 1)
    if version < 1:
        return
    writes = _WRITES_BY_VERSION[min(version, 3)]
    rules = _Ruleset(writes | _EXECUTE, _TCP)
    size = ctypes.sizeof(_Ruleset) if version >= 4 else ctypes.sizeof(ctypes.c_uint64)
    ruleset = libc.syscall(_CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(size), 0)
    folder = os.open(work, os.O_RDONLY | os.O_DIRECTORY)
    try:
        libc.syscall(_ADD_RULE, ruleset, 1, ctypes.byref(_Below(writes, folder)), 0)
        libc.syscall(_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(folder)
        os.close(ruleset)


def _guard(work: Path) -> Callable[[str, tuple[object, ...]], None]:
    folder = str(work.resolve())

    def guard(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            raise PermissionError(f"not allowed while reading a file: {event}")
        if event == "open" and _writes(arguments) and not _inside(arguments[0], folder):
            raise PermissionError("writing outside the work folder is not allowed while reading a file")

    return guard


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & _WRITING)


def _inside(path: object, folder: str) -> bool:
    if isinstance(path, int):
        return True
    return isinstance(path, str | bytes) and f"{os.path.realpath(os.fsdecode(path))}{os.sep}".startswith(
        folder + os.sep
    )
