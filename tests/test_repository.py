"""Rules about the repository as a whole."""

import re
from pathlib import Path

import pytest

LOCKS = ("uv", "node", "dev", "engine", "spark", "web")
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def pins(file: Path) -> dict[str, str]:
    return dict(PIN.findall(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", LOCKS)
def test_lock_holds_hashes_and_no_address(root: Path, name: str) -> None:
    text = (root / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    assert text.count("==") - text.count(" == '") - text.count(">=") > 0
    for word in ("://", "@ ", "--index", "--extra", "--find-links", "/"):
        assert word not in text
    blocks = re.split(r"\n(?=[a-z])", text.strip())
    assert all("--hash=sha256:" in block for block in blocks)


@pytest.mark.parametrize("name", ["engine", "web"])
def test_locks_agree(root: Path, name: str) -> None:
    everything = (root / "requirements" / "dev.txt").read_text(encoding="utf-8")
    for package, version in pins(root / "requirements" / f"{name}.txt").items():
        assert f"{package}=={version}" in everything


@pytest.mark.parametrize("part", ["engine", "web"])
def test_each_distribution_carries_the_same_licence(root: Path, part: str) -> None:
    assert (root / part / "LICENSE").read_bytes() == (root / "LICENSE").read_bytes()


def test_plain_make_lists_every_target_that_is_phony(root: Path) -> None:
    text = (root / "Makefile").read_text(encoding="utf-8")
    phony = next(line for line in text.splitlines() if line.startswith(".PHONY:")).split()[1:]
    described = re.findall(r"^([a-z-]+):.*## ", text, re.MULTILINE)
    assert sorted(phony) == sorted(described)
