"""Environments for programs that are not ours: each its own, made when it is first needed."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "build" / "bench" / "environments"

sys.path.append(str(ROOT / "scripts"))  # set-up of the repository; `python -m bench` knows the root only

import package_indexes  # noqa: E402 - after its folder is known


def interpreter(requirements: Path) -> Path:
    """The Python of an environment that holds just what a file of hashed requirements names."""
    home = HOME / requirements.stem
    python, stamp = home / "bin" / "python", home / "requirements.txt"
    wanted = requirements.read_bytes()
    if not stamp.exists() or stamp.read_bytes() != wanted:
        print(
            f"bench: installing {requirements.stem} and what it needs into an environment of its own", file=sys.stderr
        )
        make(home, python, requirements)
        stamp.write_bytes(wanted)
    return python


def make(home: Path, python: Path, requirements: Path) -> None:
    """Make the environment anew and fill it from the package indexes that this machine was told of."""
    own = Path(sys.executable)
    asked = os.environ | package_indexes.for_both(os.environ, own) | {"UV_PYTHON_DOWNLOADS": "never"}
    subprocess.run([own, "-m", "uv", "venv", "--quiet", "--clear", "--python", own, home], env=asked, check=True)
    install = ("-m", "uv", "pip", "install", "--quiet", "--compile-bytecode", "--require-hashes", "--no-deps")
    subprocess.run([own, *install, "--python", python, "-r", requirements], env=asked, check=True)


def version(python: Path, distribution: str) -> str:
    """The version of a distribution that an environment holds."""
    asked = f"from importlib.metadata import version; print(version({distribution!r}))"
    return subprocess.run([python, "-c", asked], capture_output=True, text=True, check=True).stdout.strip()
