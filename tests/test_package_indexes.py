"""pip and uv ask the same places, whichever of them was told."""

import sys
from pathlib import Path

import pytest

import package_indexes

PYTHON = Path(sys.executable)


@pytest.fixture
def told(tmp_path: Path) -> dict[str, str]:
    """An environment in which nobody has said anything yet."""
    return {"PIP_CONFIG_FILE": str(tmp_path / "pip.conf"), "HOME": str(tmp_path), "PATH": "/usr/bin"}


def added(env: dict[str, str]) -> dict[str, str]:
    return package_indexes.for_both(env, PYTHON)


def test_index_of_pip_holds_for_uv(told: dict[str, str]) -> None:
    told["PIP_INDEX_URL"] = "https://mirror.invalid/simple"
    assert added(told)["UV_DEFAULT_INDEX"] == "https://mirror.invalid/simple"


def test_variable_wins_over_configuration_file(told: dict[str, str]) -> None:
    Path(told["PIP_CONFIG_FILE"]).write_text("[global]\nindex-url = https://file.invalid/simple\n", encoding="utf-8")
    assert added(told)["UV_DEFAULT_INDEX"] == "https://file.invalid/simple"
    told["PIP_INDEX_URL"] = "https://variable.invalid/simple"
    assert added(told)["UV_DEFAULT_INDEX"] == "https://variable.invalid/simple"


def test_several_folders_are_separated_as_uv_reads_them(told: dict[str, str]) -> None:
    told["PIP_FIND_LINKS"] = "/one /two"
    assert added(told)["UV_FIND_LINKS"] == "/one,/two"


def test_what_was_said_to_uv_itself_wins(told: dict[str, str]) -> None:
    told |= {"PIP_INDEX_URL": "https://pip.invalid/simple", "UV_INDEX_URL": "https://uv.invalid/simple"}
    assert "UV_DEFAULT_INDEX" not in added(told)


def test_index_of_uv_holds_for_pip(told: dict[str, str]) -> None:
    told |= {"UV_DEFAULT_INDEX": "https://uv.invalid/simple", "UV_INDEX": "ours=https://more.invalid/simple"}
    assert added(told)["PIP_INDEX_URL"] == "https://uv.invalid/simple"
    assert added(told)["PIP_EXTRA_INDEX_URL"] == "https://more.invalid/simple"


@pytest.mark.parametrize("index", ["https://a.invalid/simple", "https://a.invalid/simple?key=1"])
def test_address_without_a_name_stays_whole(index: str) -> None:
    assert package_indexes.address_of(index) == index
