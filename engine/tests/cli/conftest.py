"""One call of the command, in this process or as a person starts it, and a small file of orders."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from calls import Outcome, Run

from vitalfew.cli import main

ORDERS = """customer_id,order_id,order_date,amount
C1,1,2025-01-05,900.00
C2,2,2025-02-01,70.00
C2,5,2025-03-01,30.00
C3,3,2025-02-11,20.00
"""


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "VITALFEW_DEBUG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def orders() -> str:
    Path("orders.csv").write_text(ORDERS, encoding="utf-8")
    return "orders.csv"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command in this process, where speed matters."""

    def call(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = main(arguments)
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return call


COMMAND = Path(sys.executable).with_name("vitalfew.exe" if os.name == "nt" else "vitalfew")


@pytest.fixture
def start() -> Run:
    """The command as a person starts it."""

    def call(*arguments: str, **environment: str) -> Outcome:
        done = subprocess.run(
            [COMMAND, *arguments], capture_output=True, env={**os.environ, **environment}, check=False
        )
        encoding = environment.get("PYTHONIOENCODING", "utf-8")
        return Outcome(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))

    return call
