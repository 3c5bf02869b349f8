"""A full disk, Ctrl-C, a reader that goes away: OUT is whole or as it was."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from calls import Outcome
from hostile.command import DAY, HEADER, Command, contents
from hostile.conftest import COMMAND, start

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")
pytestmark = POSIX

WATCHED = """
import os, signal, sys
event, part, number = sys.argv.pop(1), sys.argv.pop(1), getattr(signal, sys.argv.pop(1))
def watch(seen, arguments):
    global event
    if seen == event and part in str(arguments[0]):
        event = ""
        os.kill(os.getpid(), number)
sys.addaudithook(watch)
from vitalfew.cli import main
sys.exit(main())
"""
"""Runs the command and sends itself a signal at the first event of a kind that names something."""

MOMENTS = {
    "starting the reader": ("subprocess.Popen", "python"),
    "reading the rows": ("open", "orders.report.json"),
    "writing the manifest": ("open", ".out.run.json"),
    "moving the first file": ("os.rename", ".out.csv"),
}
REPLACED = {"moving the first file"}


def many(command: Command, customers: int = 400) -> Path:
    rows = (f"customer{number},{number},{DAY},{number}.00" for number in range(customers))
    return command.write("\n".join((HEADER, *rows)) + "\n")


def watched(moment: str, sent: str, *arguments: str) -> Outcome:
    return start(*MOMENTS[moment], sent, *arguments, program=(sys.executable, "-c", WATCHED))


@pytest.mark.parametrize("moment", MOMENTS)
def test_ctrl_c_leaves_out_whole_or_as_it_was(vitalfew: Command, tmp_path: Path, moment: str) -> None:
    many(vitalfew)
    assert vitalfew.run("grade", "orders.csv", "--scheme", "rfm", "-o", "out.csv").code == 0
    before = contents(tmp_path)
    outcome = watched(moment, "SIGINT", "grade", "orders.csv", "--scheme", "abc", "-o", "out.csv")
    assert (outcome.code, outcome.out) == (130, "")
    assert outcome.line == "Interrupted; nothing half-written remains."
    after = contents(tmp_path)
    assert after.keys() == before.keys()
    assert {name for name in after if after[name] != before[name]} == (
        {"out.csv", "out.run.json"} if moment in REPLACED else set()
    )


def test_a_request_to_end_leaves_nothing_half_written(started: Command, tmp_path: Path) -> None:
    many(started)
    outcome = watched("writing the manifest", "SIGTERM", "grade", "orders.csv", "--scheme", "abc", "-o", "out.csv")
    assert (outcome.code, outcome.out, outcome.err) == (143, "", "")
    assert list(contents(tmp_path)) == ["orders.csv"]


def test_ctrl_c_at_a_terminal_reaches_the_reader_too(started: Command, tmp_path: Path) -> None:
    many(started)
    group = WATCHED.replace("os.kill(os.getpid(), number)", "os.killpg(0, number)")
    arguments = ("open", "orders.report.json", "SIGINT", "grade", "orders.csv", "--scheme", "abc", "-o", "out.csv")
    outcome = start(*arguments, program=(sys.executable, "-c", group), start_new_session=True)
    assert (outcome.code, outcome.line) == (130, "Interrupted; nothing half-written remains.")
    assert list(contents(tmp_path)) == ["orders.csv"]


@pytest.mark.parametrize("room", [0, 2_000])
def test_a_full_disk_leaves_everything_as_it_was(vitalfew: Command, tmp_path: Path, room: int) -> None:
    many(vitalfew)
    vitalfew.run("grade", "orders.csv", "--scheme", "rfm", "-o", "out.csv")
    before = contents(tmp_path)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    outcome = start("grade", "orders.csv", "--scheme", "abc", "-o", "out.csv", preexec_fn=limit)
    assert (outcome.code, outcome.out) == (1, "")
    assert ("temporary" if room == 0 else "File too large") in outcome.line
    assert contents(tmp_path) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    """A file system of 64 kB of its own."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk can only be mounted by root")
    return folder


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_real_full_disk_is_named_and_nothing_remains(vitalfew: Command, small_disk: Path, ending: str) -> None:
    try:
        (small_disk / "filler").write_bytes(bytes(56 << 10))
        before = contents(small_disk)
        line = vitalfew.refused("grade", many(vitalfew, 3_000), "--scheme", "rfm", "-o", small_disk / f"out.{ending}")
        assert "No space left on device" in line
        assert contents(small_disk) == before
    finally:
        subprocess.run(["umount", small_disk], check=True)


def test_a_reader_that_goes_away_ends_the_command_without_a_word(started: Command) -> None:
    many(started)
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [COMMAND, "grade", "orders.csv", "--scheme", "abc"], stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_standard_output_is_said(started: Command, tmp_path: Path) -> None:
    many(started)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [COMMAND, "grade", "orders.csv", "--scheme", "abc", "-o", "out.csv"],
            stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "The system refused: No space left on device. No file is half-written."
    ]
    assert sorted(contents(tmp_path)) == ["orders.csv", "out.csv", "out.run.json"]


@pytest.mark.parametrize("closed", [1])
def test_a_closed_stream_does_no_harm(started: Command, tmp_path: Path, closed: int) -> None:
    many(started)
    outcome = start(
        "grade", "orders.csv", "--scheme", "abc", "-o", "out.csv",
        capture_output=False, preexec_fn=lambda: os.close(closed),
    )  # fmt: skip
    assert outcome.code == 0
    assert sorted(contents(tmp_path)) == ["orders.csv", "out.csv", "out.run.json"]


def test_signals_are_given_back(vitalfew: Command) -> None:
    before = signal.getsignal(signal.SIGINT)
    assert vitalfew.run("grade", str(many(vitalfew, 3)), "--scheme", "abc", "-o", "out.csv").code == 0
    assert signal.getsignal(signal.SIGINT) is before
