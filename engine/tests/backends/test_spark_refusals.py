"""What keeps Spark from starting is said before anything is read; no Spark is needed to see it."""

import socket
from pathlib import Path

import pytest

from vitalfew.backends import java, sessions
from vitalfew.cli import main
from vitalfew.errors import Refusal


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if Spark and Java were installed."""
    monkeypatch.setattr(sessions, "find_spec", lambda name: name)
    monkeypatch.setattr(sessions, "java_home", Path)


@pytest.mark.parametrize("address", ["spark://", "host:7077", "local[0]", "local[x]", "", "http://host:1"])
def test_what_is_no_address_is_wrong_use(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["grade", "orders.csv", "--backend", "spark", "--spark-master", address])
    assert (code, "is no address of Spark" in capsys.readouterr().err) == (2, True)


def test_without_pyspark_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "find_spec", lambda name: None)
    with pytest.raises(Refusal, match=r"pip install 'vitalfew\[spark\]'"):
        sessions.check_spark("local[2]")


@pytest.mark.usefixtures("here")
def test_nobody_at_the_address() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        sessions.check_spark(f"spark://127.0.0.1:{port}")
    with pytest.raises(Refusal, match="no Spark answers at this address"):
        sessions.check_spark(f"spark://127.0.0.1:{port}")


def test_no_java(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(java, "homes", lambda: iter(()))
    with pytest.raises(Refusal, match=r"none was found\. Install one"):
        java.java_home()


def test_an_old_java_is_passed_over_for_a_newer_one_and_named_where_it_is_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    old, new = fake_java(tmp_path / "old", "1.8.0_412"), fake_java(tmp_path / "new", "21.0.4")
    monkeypatch.setattr(java, "homes", lambda: iter((old, new)))
    assert java.java_home() == new
    monkeypatch.setattr(java, "homes", lambda: iter((old,)))
    with pytest.raises(Refusal, match="this is Java 8"):
        java.java_home()


def fake_java(home: Path, version: str) -> Path:
    """A program that says only what version it is."""
    program = home / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n", encoding="utf-8")
    program.chmod(0o755)
    return home


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["orders.csv", "--spark-master", "local"], "Give --backend spark"),
        (["orders.csv", "--backend", "spark", "-o", "out.html"], "leave --backend out"),
        (["orders.csv", "--backend", "spark", "-o", "out.xlsx"], ".parquet"),
        (["--metrics", "m.csv", "--backend", "spark"], "ready table of metrics"),
        (["orders.csv", "--backend", "sparc"], "spark"),
    ],
)
def test_what_makes_no_sense_together_is_wrong_use(
    words: list[str], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["grade", *words]) == 2
    assert part in capsys.readouterr().err
