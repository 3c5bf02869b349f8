from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from vitalfew.whole import passing_folder


class Interrupted(BaseException):
    """Stands for a signal, whose handler may raise between any two lines."""


def used(interrupt_at: int) -> int:
    """Use a passing folder and be interrupted at one line of its making or removal; gives the lines passed."""
    passed = 0

    def trace(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal passed
        if not frame.f_code.co_filename.endswith(("whole.py", "shutil.py", "pathlib.py")):
            return None
        if event == "line":
            passed += 1
            if passed == interrupt_at:
                raise Interrupted
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        with passing_folder() as folder:
            (folder / "part").write_text("half")
    finally:
        sys.settrace(before)
    return passed


@pytest.mark.filterwarnings("ignore:unclosed scandir iterator:ResourceWarning")
@pytest.mark.filterwarnings("ignore:Exception ignored in:pytest.PytestUnraisableExceptionWarning")
def test_a_passing_folder_goes_wherever_its_work_is_interrupted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    lines = used(interrupt_at=0)
    assert list(tmp_path.iterdir()) == []
    for line in range(1, lines + 1):
        with pytest.raises((Interrupted, OSError)):  # shutil may close one folder twice when it is interrupted
            used(interrupt_at=line)
        assert list(tmp_path.iterdir()) == [], f"left behind when interrupted at line {line} of {lines}"
