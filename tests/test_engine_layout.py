"""What the import contracts let all methods and metrics share declares neither."""

import re
import tomllib
from pathlib import Path

import pytest

DECLARES = re.compile(r"^(?:@metric\b|[A-Z_]* ?=? ?method\()", re.MULTILINE)


def shared(root: Path) -> list[str]:
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    lines = [
        line for contract in contracts if contract["type"] == "independence" for line in contract["ignore_imports"]
    ]
    return [line.split(" -> ")[1] for line in lines]


def test_shared_modules_declare_no_method_and_no_metric(root: Path) -> None:
    for module in shared(root):
        file = root / "engine" / "src" / Path(*module.split(".")).with_suffix(".py")
        assert not DECLARES.search(file.read_text(encoding="utf-8")), module


@pytest.mark.parametrize("text", ["@metric\nclass A: ...", "method(Method())", "PARETO = method(Method())"])
def test_a_declaration_is_seen(text: str) -> None:
    assert DECLARES.search(text)
