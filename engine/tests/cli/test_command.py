"""The door of the command: languages, refusals in one line, speed, how it ends when it is cut off."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from calls import Run

from vitalfew.cli.app import VERBS
from vitalfew.cli.ending import ended_by
from vitalfew.version import VERSION


def test_version(start: Run) -> None:
    assert (start("--version").code, start("--version").out) == (0, f"vitalfew {VERSION}\n")


def test_python_m_vitalfew_is_the_same_command() -> None:
    said = subprocess.run([sys.executable, "-m", "vitalfew", "--version"], capture_output=True, text=True, check=True)
    assert said.stdout == f"vitalfew {VERSION}\n"


def test_without_a_verb_it_says_what_it_can_do(run: Run) -> None:
    outcome = run()
    assert outcome.code == 0
    assert all(f"\n  {verb} " in outcome.out for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_every_verb_has_help_with_examples_in_every_language(run: Run, verb: str, language: str) -> None:
    outcome = run(verb, "--help", "--lang", language)
    title = {"en": "Examples", "zh-hans": "示例", "zh-hant": "範例"}[language]
    assert outcome.code == 0
    assert title in outcome.out
    assert f"vitalfew {verb}" in outcome.out


WRONG_USE = {
    "unknown verb": (["grde"], "Did you mean grade?"),
    "unknown flag": (["grade", "o.csv", "--shceme", "rfm"], "Did you mean --scheme"),
    "unknown flag before the verb": (["--versoin"], "Did you mean --version"),
    "flag without its value": (["grade", "o.csv", "--scheme"], "--scheme needs a value"),
    "value for a flag that takes none": (["schemes", "--json=yes"], "--json takes no value"),
    "missing argument": (["explain", "o.csv"], "ID is missing"),
    "too many arguments": (["explain", "o.csv", "7", "8"], "8: more than"),
    "neither orders nor metrics": (["grade"], "--metrics"),
    "both orders and metrics": (["grade", "o.csv", "--metrics", "m.csv"], "--metrics"),
    "unknown scheme": (["grade", "o.csv", "--scheme", "rfmm"], "Did you mean rfm?"),
    "no day": (["grade", "o.csv", "--as-of", "2025-02-30"], "--as-of"),
    "ambiguous day": (["grade", "o.csv", "--today", "01/02/2025"], "2025-12-31"),
    "share above one": (["grade", "o.csv", "--max-rejects", "5"], "5%, 0.05 or 0"),
    "share of nothing": (["grade", "o.csv", "--max-rejects", "NaN"], "--max-rejects"),
    "unknown zone": (["grade", "o.csv", "--timezone", "Asia/Shangai"], "Asia/Shanghai"),
    "zone outside the database": (["grade", "o.csv", "--timezone", "../../etc/passwd"], "--timezone"),
    "unknown encoding": (["grade", "o.csv", "--encoding", "gb1803"], "gb18030"),
    "no currency": (["grade", "o.csv", "--currency", "euros"], "--currency"),
    "unknown grain": (["grade", "o.csv", "--grain", "lines"], "Did you mean line"),
    "header row 0": (["grade", "o.csv", "--header-row", "0"], "--header-row"),
    "no pair": (["grade", "o.csv", "--map", "amount"], "field=column"),
    "unknown field": (["grade", "o.csv", "--map", "amout=x"], "Did you mean amount"),
    "field given twice": (["grade", "o.csv", "--map", "amount=x", "--map", "amount=y"], "given twice"),
    "both orders of day and month": (["grade", "o.csv", "--dayfirst", "--monthfirst"], "--monthfirst"),
    "unknown by": (["grade", "o.csv", "--by", "region"], "parent"),
    "unknown language": (["schemes", "--lang", "zh"], "zh-hans"),
    "id like a flag": (["explain", "o.csv", "-7"], "Write --"),
    "unknown ending": (["grade", "orders.csv", "--scheme", "abc", "-o", "grades.doc"], ".xlsx"),
    "unknown shell": (["completion", "tcsh"], "bash"),
}


@pytest.mark.usefixtures("orders")
@pytest.mark.parametrize(("arguments", "part"), WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_is_one_line_that_says_what_to_do_and_ends_with_2(run: Run, arguments: list[str], part: str) -> None:
    outcome = run(*arguments)
    assert outcome.code == 2
    assert part in outcome.line
    assert outcome.out == ""


@pytest.mark.parametrize(
    ("arguments", "environment", "part"),
    [
        (["grde"], {}, "there is no verb"),
        (["grde"], {"LANG": "zh_CN.UTF-8"}, "没有 grde 这个命令"),
        (["grde"], {"LANG": "zh_TW.UTF-8"}, "沒有 grde 這個指令"),
        (["grde"], {"LANG": "zh_TW.UTF-8", "LC_ALL": "de_DE.UTF-8"}, "there is no verb"),
        (["--lang", "zh-hans", "grde"], {"LANG": "C"}, "没有 grde"),
        (["grde", "--lang=zh-hant"], {"LANG": "zh_CN.UTF-8"}, "沒有 grde"),
        (["explain", "a", "b", "c", "--lang", "zh-hans"], {}, "参数"),
        (["explain", "a", "b", "--", "--lang", "zh-hans"], {}, "more than"),
    ],
)
def test_language_of_the_flag_wherever_it_stands_else_of_the_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], environment: dict[str, str], part: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert part in run(*arguments).line


@pytest.mark.parametrize(("arguments", "seconds"), [(["--version"], 0.3), (["schemes"], 0.5)])
def test_it_starts_at_once(arguments: list[str], seconds: float) -> None:
    def cpu() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "vitalfew", *arguments], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(cpu() for _ in range(3)) <= seconds


def test_a_fault_of_our_own_is_one_line_without_a_trace(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended_by(ZeroDivisionError("division by zero"), interrupted=False) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "ZeroDivisionError" in said
    assert "VITALFEW_DEBUG=1" in said


def test_debug_shows_the_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VITALFEW_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        ended_by(ZeroDivisionError("division by zero"), interrupted=False)


def test_a_full_disk_is_said_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended_by(OSError(28, "No space left on device", "grades.csv"), interrupted=False) == 1
    assert "grades.csv: No space left on device" in capsys.readouterr().err


def test_a_fault_that_ctrl_c_made_in_a_library_is_an_interruption(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended_by(RuntimeError("Query interrupted"), interrupted=True) == 130
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to another process")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ended_from_outside_it_leaves_nothing_behind(tmp_path: Path, sent: int, code: int) -> None:
    rows = "".join(f"C{n % 9973},{n},2025-01-{n % 28 + 1:02d},{n % 977}.50\n" for n in range(400_000))
    (tmp_path / "orders.csv").write_text("customer_id,order_id,order_date,amount\n" + rows, encoding="utf-8")
    work = tmp_path / "temporary"
    work.mkdir()
    line = [sys.executable, "-m", "vitalfew", "grade", "orders.csv", "--scheme", "rfm", "-o", "grades.csv"]
    environment = {**os.environ, "TMPDIR": str(work)}
    with subprocess.Popen(line, cwd=tmp_path, stderr=subprocess.PIPE, env=environment, text=True) as process:
        deadline = time.monotonic() + 60
        while not list(work.glob("vitalfew-*")) and time.monotonic() < deadline:
            assert process.poll() is None, "it was to be still at work"
        process.send_signal(sent)
        _, said = process.communicate(timeout=60)
    assert process.returncode == code
    assert said.count("\n") == (1 if code == 130 else 0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["orders.csv", "temporary"]
    assert list(work.iterdir()) == []


def test_a_reader_of_its_output_may_go_away(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m vitalfew schemes | head -c 1'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("encoding", ["cp936", "ascii", "latin-1", "utf-8"])
def test_a_console_that_cannot_show_a_sign_shows_another(start: Run, orders: str, encoding: str) -> None:
    """Code page 936 is that of Chinese Windows consoles."""
    for arguments in (["schemes", "--lang", "zh-hant"], ["grade", orders, "--scheme", "abc", "--lang", "zh-hans"]):
        outcome = start(*arguments, PYTHONIOENCODING=encoding)
        assert (outcome.code, outcome.err) == (0, "")


def test_output_into_files_is_utf_8_whatever_the_locale(start: Run) -> None:
    assert "客戶" in start("schemes", "--lang", "zh-hant", LC_ALL="C", PYTHONUTF8="0").out
