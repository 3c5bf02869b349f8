"""Environments for programs that are not ours: each its own, made when it is first needed."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "build" / "bench" / "environments"
OWN = Path(sys.executable)
UV = (OWN, "-m", "uv")

sys.path.append(str(ROOT / "scripts"))  # set-up of the repository; `python -m bench` knows the root only

import package_indexes  # noqa: E402 - after its folder is known


def interpreter(requirements: Path, base: Path = OWN) -> Path:
    """The Python of an environment that holds just what a file of hashed requirements names, of the same version as `base`."""
    home = HOME / requirements.stem
    python, stamp = home / "bin" / "python", home / "requirements.txt"
    wanted = requirements.read_bytes()
    if not stamp.exists() or stamp.read_bytes() != wanted:
        print(
            f"bench: installing {requirements.stem} and what it needs into an environment of its own", file=sys.stderr
        )
        make(home, python, requirements, base)
        stamp.write_bytes(wanted)
    return python


def make(home: Path, python: Path, requirements: Path, base: Path) -> None:
    """Make the environment anew and fill it from the package indexes that this machine was told of."""
    asked = told()
    subprocess.run([*UV, "venv", "--quiet", "--clear", "--python", base, home], env=asked, check=True)
    install = ("pip", "install", "--quiet", "--compile-bytecode", "--require-hashes", "--no-deps")
    subprocess.run([*UV, *install, "--python", python, "-r", requirements], env=asked, check=True)


def told() -> dict[str, str]:
    """What uv hears of this machine."""
    return os.environ | package_indexes.for_both(os.environ, OWN) | {"UV_PYTHON_DOWNLOADS": "never"}


def another(version: str) -> Path | None:
    """A Python of a version like "3.12": one that uv finds, or one of pyenv that is not switched on; none where there is none."""
    found = subprocess.run([*UV, "python", "find", version], env=told(), capture_output=True, text=True, check=False)
    if found.returncode == 0:
        return Path(found.stdout.strip())
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    return max(pyenv.glob(f"versions/{version}.*/bin/python"), default=None)


def version(python: Path, distribution: str) -> str:
    """The version of a distribution that an environment holds."""
    asked = f"from importlib.metadata import version; print(version({distribution!r}))"
    return subprocess.run([python, "-c", asked], capture_output=True, text=True, check=True).stdout.strip()
