"""Zone, language, hash seed, threads, console: they change no byte of OUT and break nothing."""

import os
import sys
from pathlib import Path

from hostile.command import DAY, HEADER, Command, contents
from hostile.conftest import start

ENDINGS = ("csv", "xlsx", "parquet", "json", "html")
NAMES = ("𠮷野㐂", "emoji 😀", "شركة", "ann", "Ω≈ç√", "=x")
ALL_FORMATS = """
import sys
from vitalfew.cli import main
codes = [main(["grade", "orders.csv", "--scheme", "rfm", "-o", f"out.{ending}"]) for ending in sys.argv[1:]]
sys.exit(max(codes))
"""


def orders(command: Command) -> Path:
    rows = (
        f"{NAMES[n % 6]},{n},2025-{1 + n % 12:02}-{1 + n % 28:02}T23:{n % 60:02}:00Z,{n % 7}.{n % 100:02}"
        for n in range(2_000)
    )
    return command.write("\n".join((HEADER, *rows)) + "\n")


def one_processor() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def test_surroundings_change_no_byte(vitalfew: Command, tmp_path: Path) -> None:
    orders(vitalfew)
    for ending in ENDINGS:
        assert vitalfew.run("grade", "orders.csv", "--scheme", "rfm", "-o", f"out.{ending}").code == 0
    here = contents(tmp_path)
    elsewhere = {"TZ": "Asia/Kathmandu", "LANG": "zh_CN.UTF-8", "PYTHONHASHSEED": "7", "OMP_NUM_THREADS": "1"}
    done = start(*ENDINGS, program=(sys.executable, "-c", ALL_FORMATS), env=elsewhere, preexec_fn=one_processor)
    assert done.code == 0
    assert contents(tmp_path) == here


def test_a_console_of_code_page_936_shows_question_marks_for_what_it_lacks(started: Command) -> None:
    console = {"PYTHONIOENCODING": "gbk", "LANG": "zh_CN"}
    started.write(f"{HEADER}\n" + "".join(f"{name},{n},{DAY},5\n" for n, name in enumerate(NAMES)))
    outcome = start("grade", "orders.csv", "--scheme", "abc", env=console)
    assert (outcome.code, outcome.err) == (0, "")
    assert ["ann" in outcome.out, "?" in outcome.out] == [True, True]
    refused = start("grade", "没有😀.csv", env=console)
    assert refused.code == 1
    assert "没有?.csv" in refused.line


def test_rejects_and_the_line_about_them_are_the_same_in_every_language(vitalfew: Command) -> None:
    path = vitalfew.orders(f"dan,9,{DAY},x")
    lines = set()
    for language in ("en", "zh-hant"):
        lines.add(
            vitalfew.run(
                "grade", str(path), "--scheme", "abc", "--max-rejects", "1", "--lang", language, "-o", "o.csv"
            ).line
        )
    assert lines == {"1 rows rejected → o.rejects.csv"}
