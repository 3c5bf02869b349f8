"""The charts of the report: built from the lock, or a clear word and nothing spoilt."""

import json
from pathlib import Path

import pytest

import build_assets


def test_where_nothing_can_build_them_it_is_said_and_what_was_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(build_assets, "WORK", tmp_path / "work")
    before = build_assets.BUILT.read_bytes()
    no_python = tmp_path / "python"
    no_python.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    no_python.chmod(0o755)
    assert not build_assets.build({}, no_python)
    assert capsys.readouterr().err.endswith("make assets\n")
    assert build_assets.BUILT.read_bytes() == before


def test_the_lock_holds_digests_and_no_address() -> None:
    lock = json.loads(build_assets.SOURCES[1].read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert [name for name, package in packages.items() if not package["integrity"].startswith("sha512-")] == []
    assert [name for name, package in packages.items() if "resolved" in package] == []


def test_the_bundle_cannot_end_its_own_script() -> None:
    text = build_assets.BUILT.read_text(encoding="utf-8").lower()
    assert [mark for mark in ("</script", "<!--") if mark in text] == []
