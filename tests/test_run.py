"""`make run` on a bare folder: the application answers, keeps its key, and ends cleanly on Ctrl-C."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parent.parent
QUICK = {"VF_DEMO_CUSTOMERS": "5"}


def free_port() -> str:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return str(place.getsockname()[1])


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent otherwise there")
@pytest.mark.slow
def test_the_application_comes_up_and_goes_down(tmp_path: Path) -> None:
    env = {**os.environ, **QUICK, "PORT": free_port(), "VF_DATA": str(tmp_path)}
    command = [sys.executable, "-c", "import signal; signal.signal(2, signal.default_int_handler); import run; "
               "raise SystemExit(run.main())"]  # fmt: skip
    env["PYTHONPATH"] = str(ROOT / "scripts")
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True, start_new_session=True) as server:
        line = server.stdout.readline()  # type: ignore[union-attr]  # it is a pipe
        found = re.fullmatch(r"Vital Few: (http://\S+)  \(login: \S+ / \S+\)\n", line)
        try:
            assert found, line
            assert answered(f"{found[1]}/healthz") == b"ok\n"
            assert b"vf-title" in answered(f"{found[1]}/login/")
            key = (tmp_path / "secret_key").read_text()
            assert len(key) > 40
            assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0
        finally:
            os.killpg(server.pid, signal.SIGINT)
        assert server.wait(timeout=20) == 0
    # Nobody is left behind who would still answer.
    with pytest.raises(OSError, match="refused"):
        answered(f"{found[1]}/healthz", tries=1)


def answered(address: str, tries: int = 600) -> bytes:
    """What an address answers, once the server listens."""
    for each in range(tries):
        try:
            with urlopen(address, timeout=10) as answer:
                return bytes(answer.read())
        except OSError:
            if each == tries - 1:
                raise
            signal.sigtimedwait([], 0.1)
    raise AssertionError(address)
