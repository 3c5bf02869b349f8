"""The command in an empty folder, in this process or as a person starts it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from calls import Outcome
from hostile.command import Command

from vitalfew.cli import main

COMMAND = Path(sys.executable).with_name("vitalfew.exe" if os.name == "nt" else "vitalfew")
Start = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def row(request: pytest.FixtureRequest) -> str | None:
    """The row of safety.md that the test covers, where it covers one."""
    name: str | None = getattr(request, "param", None)
    return name


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "VITALFEW_DEBUG", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def vitalfew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """The command in this process: `main` as the entry point calls it; files are still read in a child."""

    def call(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = main(arguments)
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Outcome(code, said.out, said.err)

    return Command(call, tmp_path)


@pytest.fixture
def started(tmp_path: Path) -> Command:
    """The command as a person starts it."""
    return Command(start, tmp_path)


def start(*arguments: str, program: tuple[str | Path, ...] = (COMMAND,), **settings: Any) -> Outcome:
    """One process; `settings` are those of `subprocess.run`, with `env` added to the environment of this one."""
    settings["env"] = {**os.environ, **settings.pop("env", {})}
    encoding = settings["env"].get("PYTHONIOENCODING", "utf-8")
    settings.setdefault("capture_output", True)
    done = subprocess.run([*program, *arguments], check=False, **settings)
    out, err = ((stream or b"").decode(encoding) for stream in (done.stdout, done.stderr))
    assert "Traceback" not in out + err, err
    return Outcome(done.returncode, out, err)
