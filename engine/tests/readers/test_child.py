"""What opens foreign files can do nothing but read, within limits; its end is told in one sentence."""

import os
import resource
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from vitalfew.errors import Refusal, WrongUse
from vitalfew.languages import speaking
from vitalfew.readers import read
from vitalfew.readers.child import running as child
from vitalfew.readers.job import Job, job_for
from vitalfew.readers.reading import Options

OPTIONS = Options(date(2024, 6, 1))
SOURCE = Path(child.__file__).parents[2]
linux = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's walls are Linux's")


def orders(path: Path, count: int) -> Path:
    rows = "".join(f"C{n % 97},O{n},2024-01-05,1.50\n" for n in range(count))
    path.write_text("customer_id,order_id,moment,amount\n" + rows)
    return path


def job(tmp_path: Path, count: int = 10) -> Job:
    work = tmp_path / "work"
    work.mkdir(exist_ok=True)
    return job_for("read", (orders(tmp_path / "a.csv", count),), "orders", OPTIONS, work)


def inside(work: Path, statement: str) -> str:
    """What a statement ends with in a confined process: the name of an error, or what it prints."""
    code = f"""
import sys; sys.path.insert(0, {str(SOURCE)!r})
from pathlib import Path
from vitalfew.readers.child.confinement import confine
confine(Path({str(work)!r}), memory=2 << 30, seconds=60)
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
try:
    print({statement})
except Exception as error:
    print(type(error).__name__)
"""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize(
    "statement",
    [
        "__import__('socket').socket()",
        "__import__('subprocess').run(['true'])",
        "os.system('true')",
        "os.fork()",
        "open('{outside}/new', 'w')",
        "os.open('{outside}/new', os.O_CREAT | os.O_WRONLY)",
    ],
)
def test_python_may_neither_talk_nor_start_programs_nor_write_elsewhere(tmp_path: Path, statement: str) -> None:
    work = tmp_path / "work"
    work.mkdir()
    assert inside(work, statement.format(outside=tmp_path)) == "PermissionError"
    assert list(tmp_path.iterdir()) == [work]


@linux
def test_native_code_may_neither_connect_nor_write_elsewhere(tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    address = r"b'\x02\x00\x00\x35\x7f\x00\x00\x01' + bytes(8)"
    assert inside(work, f"libc.connect(libc.socket(2, 1, 0), {address}, 16)") == "-1"
    assert inside(work, f"libc.open(b'{tmp_path}/new', os.O_CREAT | os.O_WRONLY, 0o600)") == "-1"
    assert int(inside(work, f"libc.open(b'{work}/new', os.O_CREAT | os.O_WRONLY, 0o600)")) > 0


def test_writing_into_the_work_folder_and_reading_stay_possible(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("text")
    assert inside(tmp_path, f"open('{tmp_path}/b', 'w').write(open('{tmp_path}/a').read())") == "4"


def test_rows_and_report_come_back(tmp_path: Path) -> None:
    reading = read(orders(tmp_path / "a.csv", 10), "orders", OPTIONS, tmp_path)
    assert len(reading.rows) == 10
    assert reading.report.accepted == 10
    assert reading.report.sources[0].name == "a.csv"


def test_a_refusal_is_the_same_refusal_in_the_language_of_the_parent(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('customer_id,order_id,moment,amount\nA,1,2024-01-05,"10\n')
    with pytest.raises(Refusal) as english:
        read(path, "orders", OPTIONS, tmp_path)
    with speaking("zh-hant"), pytest.raises(Refusal) as chinese:
        read(path, "orders", OPTIONS, tmp_path)
    assert english.value.where == chinese.value.where
    assert english.value.what.isascii()
    assert not chinese.value.what.isascii()


def test_wrong_use_stays_wrong_use(tmp_path: Path) -> None:
    wrong = Options(OPTIONS.today, encoding="klingon")
    with pytest.raises(WrongUse):
        read(orders(tmp_path / "a.csv", 1), "orders", wrong, tmp_path)


@linux
@pytest.mark.parametrize("megabytes", [60, 150, 200, 250])
def test_too_little_memory_is_one_sentence(tmp_path: Path, megabytes: int) -> None:
    with pytest.raises(Refusal) as refusal:
        child.run(replace(job(tmp_path, 100_000), memory=megabytes << 20))
    assert str(refusal.value) == (
        f"a.csv: reading was stopped: it needed more than {megabytes} MB of memory, or the system ended it. "
        "Split the file, or save it as CSV or Parquet."
    )


@linux
def test_too_much_time_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        child.run(replace(job(tmp_path, 2_000_000), seconds=1))
    assert refusal.value.what == "reading took more than 1 seconds and was stopped."


@pytest.fixture
def small_files() -> Iterator[None]:
    """Files may not grow beyond 100 kB, as on a disk that is nearly full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_one_sentence(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    large = job(tmp_path, 50_000)
    request.getfixturevalue("small_files")
    with pytest.raises(Refusal) as refusal:
        child.run(large)
    assert "cannot be put aside" in refusal.value.what


@linux
def test_ctrl_c_ends_both(tmp_path: Path) -> None:
    path = orders(tmp_path / "a.csv", 600_000)
    code = f"""
import signal, sys; sys.path[:0] = {[str(SOURCE)]!r}
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell ignores it in what it starts in the background
from datetime import date
from pathlib import Path
from vitalfew.readers import read
from vitalfew.readers.reading import Options
read({str(path)!r}, "orders", Options(date(2024, 6, 1)), Path({str(tmp_path)!r}))
"""
    parent = subprocess.Popen([sys.executable, "-c", code], start_new_session=True, stderr=subprocess.DEVNULL)
    children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
    while parent.poll() is None and not (started := children.read_text().split()):
        pass
    ended = select.poll()
    ended.register(os.pidfd_open(int(started[0])), select.POLLIN)
    os.killpg(parent.pid, signal.SIGINT)
    assert parent.wait() == -signal.SIGINT
    assert ended.poll(10_000), "the child lives on"
