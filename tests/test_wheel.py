"""The wheel holds all that the command needs, beside its dependencies."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import build_wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel.build(tmp_path_factory.mktemp("dist"))


def test_wheel_carries_every_file_of_the_package(wheel: Path, root: Path) -> None:
    source = root / "engine" / "src"
    files = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()}
    expected = {name for name in files if "__pycache__" not in name and not name.endswith(".pyc")}
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if name.startswith("vitalfew/")}
    assert held == expected


def test_wheel_carries_the_licence_and_no_path_of_this_machine(wheel: Path, root: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = next(name for name in names if name.endswith(".dist-info/METADATA"))
        assert str(root) not in archive.read(metadata).decode()
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_wheel_of_the_web_carries_what_django_reads_of_its_translations(tmp_path: Path) -> None:
    with zipfile.ZipFile(build_wheel.build(tmp_path, build_wheel.WEB)) as archive:
        names = set(archive.namelist())
    for language in ("zh_Hans", "zh_Hant"):
        assert f"vitalfew_web/locale/{language}/LC_MESSAGES/django.mo" in names


@pytest.mark.slow
def test_wheel_runs_in_a_fresh_environment(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=False)
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    packages = Path(subprocess.check_output([python, "-c", PURELIB], text=True).strip())
    # The dependencies come from here; a .pth of another environment is not followed, so the source is out of reach.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    command = python.with_name("vitalfew.exe" if os.name == "nt" else "vitalfew")
    answer = subprocess.run([command, "--version"], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (answer.returncode, answer.stderr) == (0, "")
    place = subprocess.check_output(
        [python, "-c", "import vitalfew.version as v; print(v.__file__, v.VERSION)"], text=True
    )
    file, version = place.split()
    assert Path(file).is_relative_to(environment)
    assert version in answer.stdout


PURELIB = "import sysconfig; print(sysconfig.get_path('purelib'))"
