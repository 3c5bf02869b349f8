"""Setting up: quick when nothing changed, clear when something is missing."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap


@pytest.mark.usefixtures("fresh_stamp")
def test_second_run_is_quick_and_silent(root: Path) -> None:
    began = children_cpu()
    answer = subprocess.run(
        [sys.executable, root / "scripts" / "bootstrap.py"], capture_output=True, text=True, check=True
    )
    assert (answer.stdout, answer.stderr) == ("", "")
    assert children_cpu() - began < 0.5


@pytest.fixture
def fresh_stamp() -> None:
    if not bootstrap.STAMP.is_file() or bootstrap.STAMP.read_text() != bootstrap.wanted():
        pytest.skip("this environment was not made by scripts/bootstrap.py")


def test_missing_ensurepip_names_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / "absent")
    monkeypatch.setattr(importlib.util, "find_spec", lambda *_: None)
    assert not bootstrap.make_environment()
    assert "sudo apt install python3." in capsys.readouterr().err


def test_no_python_is_ever_downloaded() -> None:
    assert bootstrap.environment()["UV_PYTHON_DOWNLOADS"] == "never"


def test_everything_that_decides_the_environment_is_in_its_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bootstrap.wanted()
    lock = tmp_path / "dev.txt"
    lock.write_bytes(bootstrap.LOCK.read_bytes() + b"# changed\n")
    monkeypatch.setattr(bootstrap, "LOCK", lock)
    assert bootstrap.wanted() != before


def test_an_edited_translation_is_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = bootstrap.wanted()
    (tmp_path / "django.po").write_bytes(b"")
    monkeypatch.setattr(bootstrap, "LOCALE", tmp_path)
    assert bootstrap.wanted() != before
    assert [bootstrap.PYTHON, bootstrap.MESSAGES, "compile"] in bootstrap.steps([])


def children_cpu() -> float:
    """CPU seconds of the processes that ended so far: what another test does at the same time does not count."""
    spent = os.times()
    return spent.children_user + spent.children_system
