"""Faults while facts come into a store: killed writers, full disks, held locks, flipped bytes, power cuts' cousins."""

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from calls import Outcome
from filelock import FileLock
from hostile.command import DAY, HEADER, Command, contents
from hostile.conftest import COMMAND, start
from hostile.rows import row
from hostile.test_faults import watched
from hostile.test_places import without_rights

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")

MORE = tuple(f"dan{n},D{n},{DAY},{n}.00" for n in range(1, 30))
LYING = "more.parquet"
ABC = ("--scheme", "abc", "--as-of", "2025-03-01")


def text(*rows: str) -> str:
    return "\n".join((HEADER, *rows)) + "\n"


@pytest.fixture
def kept(vitalfew: Command) -> Path:
    """A store with the sound rows, and more.csv beside it that is not in it yet."""
    vitalfew.write(text(*MORE), "more.csv")
    assert vitalfew.run("facts", "import", str(vitalfew.orders()), "--store", "kept", "--source", "shop").code == 0
    return vitalfew.folder / "kept"


def imports(store: Path | str, file: str = "more.csv") -> tuple[str, ...]:
    return ("facts", "import", file, "--store", str(store), "--source", "shop", "--json")


def graded(command: Command, store: Path | str, *flags: str) -> dict[str, Decimal]:
    """Customer → sales, from the store."""
    out = command.folder / "graded.json"
    outcome = command.run("grade", "--store", str(store), *ABC, "-o", str(out), *flags)
    assert outcome.code == 0, outcome
    rows = json.loads(out.read_text(encoding="utf-8"), parse_float=Decimal)
    return {one["customer_id"]: one["monetary"] for one in rows}


BEFORE = {"ann": Decimal("800.0"), "bob": Decimal("100.0"), "cat": Decimal("60.0")}
AFTER = BEFORE | {f"dan{n}": Decimal(f"{n}.0") for n in range(1, 30)}

BEGINNING = "00000000000000000000"
"""The log entry that makes a table."""

KILLED = """
import os, signal, sys
from vitalfew.lightness import start_light
start_light()
import deltalake.transaction, filelock, ibis.backends.duckdb, vitalfew.cli.facts_import, vitalfew.cli.imported
import vitalfew.library, vitalfew.store.compacting
from vitalfew.cli import main
store_folder, *arguments = sys.argv[1:]
def dies_at(event):
    left = event
    def watch(seen, given):
        nonlocal left
        touches = seen in ("open", "os.rename", "os.link", "os.mkdir", "os.remove") and store_folder in str(given)
        if touches and (left := left - 1) == 0:
            os.kill(os.getpid(), signal.SIGKILL)
    return watch
for event in map(int, sys.stdin):
    child = os.fork()
    if not child:
        sys.addaudithook(dies_at(event))
        sys.stdout = open(os.devnull, "w")
        os._exit(main([part.replace("@", str(event)) for part in arguments]))
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
"""Runs the command in a fork for each number on standard input, and kills it -9 at that touch of the store."""


@row("F-02")
@pytest.mark.parametrize("first", [False, True], ids=["later", "first"])
def test_an_import_killed_at_any_touch_of_the_store_is_not_there_and_runs_again(
    vitalfew: Command, kept: Path, first: bool
) -> None:
    moments = pa.array([datetime(2025, 1, 5)] * len(MORE), pa.timestamp("us"))
    customers, orders, _, amounts = zip(*(line.split(",") for line in MORE), strict=True)
    money = pa.array(map(Decimal, amounts), pa.decimal128(18, 2))
    rows = pa.table([customers, orders, moments, money], ["customer_id", "order_id", "moment", "amount"])
    pq.write_table(rows, vitalfew.folder / LYING)  # read where it lies: no other process, so that the touches are few
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, "copy-", *imports("copy-@", LYING)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    ends: list[int] = []
    while not ends or ends[-1]:
        copy = vitalfew.folder / f"copy-{len(ends) + 1}"
        if not first:
            shutil.copytree(kept, copy)
        process.stdin.write(f"{len(ends) + 1}\n")
        process.stdin.flush()
        ends.append(int(process.stdout.readline()))
        again_over(vitalfew, copy, first=first, checked=len(ends) % 6 == 0)
    process.communicate()
    assert ends == [-9] * (len(ends) - 1) + [0]
    assert len(ends) > 20


def again_over(vitalfew: Command, copy: Path, *, first: bool, checked: bool) -> None:
    """What a kill left: all of the import or nothing; running it again gives what it would have given."""
    if checked and not first:
        listed = json.loads(vitalfew.run("facts", "versions", "--store", str(copy), "--json").out)
        assert graded(vitalfew, copy) == (BEFORE if len(listed) == 1 else AFTER)
    again = vitalfew.run(*imports(copy, LYING))
    assert again.code == 0, again
    said = json.loads(again.out)
    number = 1 if first else 2
    assert (said["batch"], said["version"], said["rows"]) == (number, number, len(MORE))
    if checked:
        assert graded(vitalfew, copy) == {name: AFTER[name] for name in AFTER if not first or name not in BEFORE}
        assert vitalfew.run("facts", "verify", "--store", str(copy)).code == 0
    shutil.rmtree(copy)


@row("F-04")
@pytest.mark.parametrize("moment", ["writing the manifest", "moving the first file"])
def test_a_run_over_a_store_that_is_killed_leaves_out_as_it_was(
    vitalfew: Command, kept: Path, tmp_path: Path, moment: str
) -> None:
    vitalfew.run("grade", "--store", str(kept), *ABC, "-o", "out.csv")
    before = contents(tmp_path)
    assert vitalfew.run(*imports(kept)).code == 0
    killed = watched(moment, "SIGKILL", "grade", "--store", "kept", *ABC, "-o", "out.csv")
    assert killed.code == -9
    assert (tmp_path / "out.csv").read_bytes() == before["out.csv"]
    assert vitalfew.run("grade", "--store", str(kept), *ABC, "-o", "out.csv").code == 0
    again = (tmp_path / "out.csv").read_bytes()
    assert vitalfew.run("grade", "--store", str(kept), *ABC, "-o", "other.csv").code == 0
    assert again == (tmp_path / "other.csv").read_bytes() != before["out.csv"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, of half a megabyte."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk can only be mounted by root")
    yield folder
    subprocess.run(["umount", folder], check=True)


@row("F-20")
@pytest.mark.parametrize("room", [0, 4_096, 12_288])
def test_on_a_full_disk_nothing_changes_and_with_room_it_goes_on(
    vitalfew: Command, kept: Path, small_disk: Path, room: int
) -> None:
    store = shutil.copytree(kept, small_disk / "kept")
    filler = small_disk / "filler"
    free = shutil.disk_usage(small_disk).free
    filler.write_bytes(bytes(free - room))
    refused = vitalfew.run(*imports(store))
    assert (refused.code, refused.out) == (1, "")
    assert "safe" in refused.line
    assert graded(vitalfew, store) == BEFORE
    filler.unlink()
    assert json.loads(vitalfew.run(*imports(store)).out)["new"] == len(MORE)
    assert graded(vitalfew, store) == AFTER
    assert vitalfew.run("facts", "verify", "--store", str(store)).code == 0


@row("F-20")
@pytest.mark.parametrize("room", [200, 2_000])
def test_a_file_that_may_not_grow_is_a_full_disk(vitalfew: Command, kept: Path, room: int) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    before = {name: data for name, data in contents(kept).items() if not name.startswith(".")}
    outcome = start(*imports(kept), preexec_fn=limit)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.line
    assert {name: data for name, data in contents(kept).items() if name in before} == before
    assert graded(vitalfew, kept) == BEFORE
    assert vitalfew.run(*imports(kept)).code == 0
    assert graded(vitalfew, kept) == AFTER


@row("F-21")
def test_an_export_on_a_full_disk_leaves_nothing_behind(vitalfew: Command, kept: Path, small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(bytes(shutil.disk_usage(small_disk).free - 8_192))
    before = contents(small_disk)
    outcome = vitalfew.run("facts", "export", "--store", str(kept), "--delta", str(small_disk / "out"))
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.line
    assert contents(small_disk) == before
    assert [path.name for path in small_disk.iterdir()] == ["filler"]


@row("F-23")
def test_a_writer_waits_for_the_lock_with_a_word_and_then_runs(started: Command, kept: Path) -> None:
    with FileLock(kept / ".lock"):
        waiting = subprocess.Popen([COMMAND, *imports(kept)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert waiting.stderr is not None
        assert "another process is writing" in waiting.stderr.readline()
        assert graded(started, kept) == BEFORE
    out, err = waiting.communicate()
    assert (waiting.returncode, err) == (0, "")
    assert json.loads(out)["version"] == 2


@row("F-23")
def test_a_writer_that_may_not_wait_is_refused_in_one_line(started: Command, kept: Path) -> None:
    before = contents(kept)
    with FileLock(kept / ".lock"):
        outcome = started.run(*imports(kept), "--wait", "0")
    assert (outcome.code, outcome.out) == (1, "")
    assert "nothing was changed" in outcome.line
    assert contents(kept) == before


@row("F-23")
def test_writers_at_the_same_time_all_come_in_one_after_the_other(vitalfew: Command, kept: Path) -> None:
    for name in "abc":
        vitalfew.write(text(f"{name},{name}1,{DAY},5.00", f"ann,S1,{DAY},{ord(name)}.00"), f"{name}.csv")
    writers = [subprocess.Popen([COMMAND, *imports(kept, f"{name}.csv")], stderr=subprocess.PIPE) for name in "abc"]
    said = [writer.communicate()[1].decode() for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0, 0], said
    versions = json.loads(vitalfew.run("facts", "versions", "--store", str(kept), "--json").out)
    assert [one["version"] for one in versions] == [1, 2, 3, 4]
    assert [one["changed"] for one in versions] == [0, 1, 1, 1]
    last = versions[-1]["batch"]
    assert last == 4
    found = graded(vitalfew, kept)
    assert {name: found[name] for name in ("a", "b", "c", "bob")} == dict.fromkeys("abc", Decimal("5.0")) | {"bob": Decimal("100.0")}  # fmt: skip
    assert found["ann"] in {Decimal(ord(name)) for name in "abc"}


def store_files(store: Path) -> list[Path]:
    """All files of a store that something acknowledged rests on."""
    return sorted(path for path in store.rglob("*") if path.is_file() and not path.name.startswith("."))


@row("F-24")
@pytest.mark.parametrize("damage", ["flipped", "cut", "empty", "gone"])
def test_damage_is_found_wherever_it_is_and_what_comes_from_a_backup_is_the_same(
    vitalfew: Command, kept: Path, tmp_path: Path, damage: str
) -> None:
    vitalfew.run(*imports(kept))
    whole = graded(vitalfew, kept)
    backup = shutil.copytree(kept, tmp_path / "backup")
    newest = sorted((kept / "ledger" / "_delta_log").glob("*.json"))[-1]
    for path in store_files(kept):
        if damage == "flipped" and path.stem == BEGINNING:
            continue  # a bit in the words that begin a table changes no fact
        damaged(path, damage)
        code, said = verified(vitalfew, kept)
        if path != newest:
            assert (code, said["sound"]) == (1, False), path
        else:
            assert said["findings"], path
        shutil.rmtree(kept)
        shutil.copytree(backup, kept)
    assert graded(vitalfew, kept) == whole
    assert verified(vitalfew, kept) == (0, {"sound": True, "findings": []})


@row("F-24")
@pytest.mark.parametrize("damage", ["cut", "empty", "gone"])
def test_the_newest_entry_damaged_is_put_back_and_nothing_acknowledged_is_missing(
    vitalfew: Command, kept: Path, damage: str
) -> None:
    vitalfew.run(*imports(kept))
    damaged(sorted((kept / "ledger" / "_delta_log").glob("*.json"))[-1], damage)
    if damage != "gone":
        for refused in (vitalfew.run(*imports(kept)), vitalfew.run("grade", "--store", str(kept), *ABC)):
            assert (refused.code, "facts verify" in refused.line) == (1, True)
    code, said = verified(vitalfew, kept)
    assert (code, [finding["mended"] for finding in said["findings"]]) == (0, [True])
    assert graded(vitalfew, kept) == AFTER
    assert json.loads(vitalfew.run(*imports(kept)).out)["new"] == 0
    assert verified(vitalfew, kept) == (0, {"sound": True, "findings": []})


def damaged(path: Path, damage: str) -> None:
    data = path.read_bytes()
    half = len(data) // 2
    bent = {"flipped": data[:half] + bytes([data[half] ^ 1]) + data[half + 1 :], "cut": data[:half], "empty": b""}
    path.write_bytes(bent[damage]) if damage in bent else path.unlink()


def verified(command: Command, store: Path) -> tuple[int, dict[str, Any]]:
    outcome = command.run("facts", "verify", "--store", str(store), "--json")
    return outcome.code, json.loads(outcome.out)


@row("F-34")
def test_a_copy_made_while_an_import_runs_is_a_sound_store(vitalfew: Command, kept: Path, tmp_path: Path) -> None:
    """The ledger is copied first: what it names is there and stays."""
    for turn in range(3):
        vitalfew.write(text(*(f"e{turn}{n},E{turn}{n},{DAY},1.00" for n in range(20))), "next.csv")
        writer = subprocess.Popen([COMMAND, *imports(kept, "next.csv")], stdout=subprocess.PIPE)
        copies = 0
        while writer.poll() is None:
            copied(kept, tmp_path / f"copy-{turn}-{copies}")
            copies += 1
        writer.communicate()
        for number in {0, copies // 2, copies - 1}:
            copy = tmp_path / f"copy-{turn}-{number}"
            assert vitalfew.run("facts", "verify", "--store", str(copy)).code == 0
            assert len(graded(vitalfew, copy)) in (3 + 20 * turn, 23 + 20 * turn)


def copied(store: Path, target: Path) -> None:
    def left_out(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(folder) == store and name in ("ledger", ".work")]

    shutil.copytree(store / "ledger", target / "ledger", copy_function=if_still_there)
    shutil.copytree(store, target, ignore=left_out, copy_function=if_still_there, dirs_exist_ok=True)


def if_still_there(source: str, target: str) -> None:
    """Entries of a log stand under a passing name until they are whole: no copy needs those."""
    with suppress(FileNotFoundError):
        shutil.copy2(source, target)


def test_a_store_without_the_right_to_write_is_read_and_refuses_to_be_changed(kept: Path) -> None:
    frozen(kept, write=False)
    try:
        for reads in (("facts", "versions"), ("grade", *ABC), ("explain", "ann", "--scheme", "abc")):
            outcome = as_somebody(*reads, "--store", str(kept))
            assert outcome.code == 0, outcome
        refused = as_somebody(*imports(kept))
        assert (refused.code, refused.out) == (1, "")
        assert "safe" in refused.line
    finally:
        frozen(kept, write=True)


def frozen(store: Path, *, write: bool) -> None:
    for path in [store, *store.rglob("*")]:
        path.chmod((0o755 if path.is_dir() else 0o644) if write else (0o555 if path.is_dir() else 0o444))


def as_somebody(*arguments: str) -> Outcome:
    return start(*arguments, **without_rights())


@row("B-44")
def test_a_file_that_comes_again_is_known_and_one_changed_row_is_one_changed_order(vitalfew: Command) -> None:
    path = vitalfew.orders()
    first = json.loads(vitalfew.run("facts", "import", str(path), "--store", "kept", "--json").out)
    again = json.loads(vitalfew.run("facts", "import", str(path), "--store", "kept", "--json").out)
    assert [first[name] for name in ("batch", "new", "changed", "known")] == [1, 3, 0, 0]
    assert [again[name] for name in ("batch", "new", "changed", "known")] == [1, 0, 0, 3]
    path.write_bytes(path.read_bytes().replace(b"60.00", b"61.00"))
    changed = json.loads(vitalfew.run("facts", "import", str(path), "--store", "kept", "--json").out)
    assert [changed[name] for name in ("batch", "new", "changed", "known")] == [2, 0, 1, 2]
