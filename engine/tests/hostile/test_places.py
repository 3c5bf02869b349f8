"""Inputs that are no files, outputs that cannot be, and names that nobody expects."""

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hostile.command import Command, contents
from hostile.conftest import start

MONEY = {"ann": "800.00", "bob": "100.00", "cat": "60.00"}
LINUX = pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no device files")
DROP_FROM_BOUNDING_SET, OVER_MODES = 24, (1, 2)
"""Of prctl(2): root gives up the rights to read and write against the modes of files."""


@LINUX
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/stdin"])
def test_a_device_is_no_file_of_orders(vitalfew: Command, device: str) -> None:
    assert Path(device).name in vitalfew.not_gradable(device)


@LINUX
@pytest.mark.parametrize("flag", ["--scheme", "--previous", "--customers", "--rates"])
def test_a_device_is_no_other_input_either(vitalfew: Command, tmp_path: Path, flag: str) -> None:
    (tmp_path / "endless.run.json").symlink_to("/dev/zero")
    assert "endless.run.json" in vitalfew.refused("grade", vitalfew.orders(), flag, tmp_path / "endless.run.json")


@LINUX
def test_a_device_is_no_table_of_metrics(vitalfew: Command, tmp_path: Path) -> None:
    (tmp_path / "endless.csv").symlink_to("/dev/zero")
    assert "endless.csv" in vitalfew.refused("grade", "--metrics", "endless.csv", "--scheme", "abc")


@LINUX
def test_a_pipe_is_refused_without_waiting_for_a_writer(vitalfew: Command, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert "device, pipe or socket" in vitalfew.refused("columns", "pipe.csv")


@pytest.mark.parametrize(
    ("source", "part"),
    [("gone.csv", "there is no such file"), ("empty", "the folder is empty"), ("orders.csv/x.csv", "x.csv"), ("a\0b", "")],
    ids=["missing", "empty-folder", "file-as-folder", "zero"],
)  # fmt: skip
def test_what_is_not_there_is_refused_by_name(vitalfew: Command, tmp_path: Path, source: str, part: str) -> None:
    vitalfew.orders()
    (tmp_path / "empty").mkdir()
    assert part in vitalfew.not_gradable(source)


def test_a_folder_of_files_is_one_file_and_a_folder_in_it_is_refused(vitalfew: Command, tmp_path: Path) -> None:
    (tmp_path / "year").mkdir()
    text = vitalfew.orders().read_text(encoding="utf-8")
    for month, name in enumerate("ab"):
        vitalfew.write(text.replace(",S", f",{name}"), f"year/{month}.csv")
    assert vitalfew.graded("year").money == {"ann": "1600.00", "bob": "200.00", "cat": "120.00"}
    (tmp_path / "year" / "more").mkdir()
    assert "there is a folder in the folder" in vitalfew.not_gradable("year")


@LINUX
@pytest.mark.parametrize(
    ("out", "code"),
    [("folder.csv", 1), ("gone/out.csv", 1), ("orders.csv", 1), ("link.csv", 1), (".", 2), ("out", 2), ("/dev/full", 2), ("pipe.csv", 1)],
)  # fmt: skip
def test_an_out_that_cannot_be_is_refused_before_any_work(
    vitalfew: Command, tmp_path: Path, out: str, code: int
) -> None:
    source = vitalfew.orders()
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "link.csv").symlink_to(source)
    os.mkfifo(tmp_path / "pipe.csv")
    vitalfew.refused("grade", source, "--scheme", "abc", "-o", out, code=code)
    assert (tmp_path / "pipe.csv").is_fifo()


@pytest.mark.parametrize("beside", ["orders.run.json", "orders.rejects.csv"])
def test_no_input_is_overwritten_by_what_is_written_beside_out(vitalfew: Command, tmp_path: Path, beside: str) -> None:
    source = vitalfew.orders(name=beside)
    assert "input" in vitalfew.refused("grade", source, "--scheme", "abc", "-o", tmp_path / "orders.csv")


def test_a_link_to_orders_is_read_and_a_circle_of_links_refused(vitalfew: Command, tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(vitalfew.orders())
    assert vitalfew.graded("link.csv").money == MONEY
    (tmp_path / "a.csv").symlink_to("b.csv")
    (tmp_path / "b.csv").symlink_to("a.csv")
    assert "a.csv" in vitalfew.not_gradable("a.csv")


NAMES = [
    "ord\u202eers\x1b[2J.csv",
    "销售 订单 😀.csv",
    "-o.csv",
    "a'b\"c;d,$(x)`y`%s{z}[red].csv",
    "new\nline.csv",
    os.fsdecode(b"b\xffd.csv"),
]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_any_name_of_a_file_will_do_and_is_shown_harmlessly(vitalfew: Command, name: str) -> None:
    vitalfew.orders(name=name)
    outcome = vitalfew.run("grade", "--scheme", "abc", "-o", "out.csv", "--", f"./{name}")
    assert outcome.code == 0, outcome


def test_a_name_cannot_steer_the_terminal(vitalfew: Command) -> None:
    line = vitalfew.not_gradable(vitalfew.write("customer_id\n", NAMES[0]))
    assert [sign for sign in line if sign in "\u202e\x1b"] == []


def test_a_deep_path_is_read_and_written(vitalfew: Command, tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["deep" * 10] * 20)
    folder.mkdir(parents=True)
    shutil.move(vitalfew.orders(), folder / "orders.csv")
    assert vitalfew.run("grade", str(folder / "orders.csv"), "--scheme", "abc", "-o", str(folder / "out.csv")).code == 0
    assert sorted(contents(folder)) == ["orders.csv", "out.csv", "out.run.json"]


def test_a_name_too_long_for_its_companions_is_refused(vitalfew: Command) -> None:
    source = vitalfew.orders()
    assert "too long" in vitalfew.refused("grade", source, "--scheme", "abc", "-o", "n" * 251 + ".csv").lower()


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder that another user may enter, with orders in it."""
    with tempfile.TemporaryDirectory(prefix="shelf-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def without_rights() -> dict[str, Any]:
    """Settings that start a process which may only do what the modes of files say, also where this one is root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return {}
    if sys.platform != "linux":
        pytest.skip("root may read and write everything")
    drop = ctypes.CDLL(None).prctl
    return {"preexec_fn": lambda: [drop(DROP_FROM_BOUNDING_SET, right, 0, 0, 0) for right in OVER_MODES]}


@pytest.mark.parametrize("closed", ["orders", "folder"])
def test_without_the_right_to_read_or_write_nothing_happens(shelf: Path, closed: str) -> None:
    settings = without_rights()
    source = shelf / "orders.csv"
    source.write_text("customer_id,order_id,order_date,amount\nann,1,2025-01-05,5\n", encoding="utf-8")
    source.chmod(0o000 if closed == "orders" else 0o444)
    shelf.chmod(0o755 if closed == "orders" else 0o555)
    outcome = start("grade", str(source), "--scheme", "abc", "-o", str(shelf / "out.csv"), **settings)
    assert outcome.code == 1
    assert ("rights" if closed == "orders" else "cannot be written") in outcome.line
    assert [path.name for path in shelf.iterdir()] == ["orders.csv"]
