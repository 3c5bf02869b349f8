"""Set up .venv from nothing: environment, uv inside it, locked packages, the two projects of this repository.

Only the standard library, so that any Python from 3.11 on can run it. A stamp in .venv holds a digest of all that
decides the result; while it stands, a run ends before it has started anything.
"""

import functools
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

# Before anything that an old Python could not read.
if sys.version_info < (3, 11):  # noqa: UP036 - the one script that an older Python may start
    for name in ("python3.13", "python3.12", "python3.11", "python3.14"):
        if shutil.which(name) and subprocess.call([name, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            sys.exit(subprocess.call([name, __file__]))
    sys.exit("bootstrap: Vital Few needs Python 3.11 or newer. Install one, or name it: make PYTHON=PATH")

import build_assets
import package_indexes

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "bootstrap.stamp"
LOCK = ROOT / "requirements" / "dev.txt"
UV_LOCK = ROOT / "requirements" / "uv.txt"
PROJECTS = (ROOT / "engine", ROOT / "web")
PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
UV = ("-m", "uv", "pip", "install", "--quiet", "--compile-bytecode", "--python", PYTHON)
COMPILE = ("-m", "compileall", "-q", ROOT / "engine" / "src", ROOT / "web" / "src")
"""Compiled once here, so that a command starts fast also where Python is told to write no byte code."""

MESSAGES = ROOT / "scripts" / "messages.py"
LOCALE = ROOT / "web" / "src" / "vitalfew_web" / "locale"


Command = list[str | Path]


def main() -> int:
    """Build or refresh the environment; return the exit code."""
    digest = wanted()
    if PYTHON.exists() and STAMP.is_file() and STAMP.read_text() == digest:
        return 0
    began = time.monotonic()
    if not set_up():
        return 1
    STAMP.write_text(digest)
    say(f"ready in {time.monotonic() - began:.0f} s")
    return 0


def set_up() -> bool:
    """Take every step in order; stop at the first that fails."""
    STAMP.unlink(missing_ok=True)
    if not make_environment():
        return False
    say("installing the locked packages")
    installer = UV if has_uv() or install_uv() else PIP
    return all(run(step) for step in steps([PYTHON, *installer])) and add_assets()


def add_assets() -> bool:
    """Build what reports and pages carry. Where that fails it has said so; all else works, so the set-up is still good."""
    say("building charts, icons and type")
    build_assets.build(environment(), PYTHON)
    return True


def wanted() -> str:
    """Digest of everything that decides what the environment holds, its place included."""
    digest = hashlib.sha256(f"{VENV}|{sys.version_info[:2]}".encode())
    version = ROOT / "engine" / "src" / "vitalfew" / "version.py"
    scripts = (Path(__file__), Path(package_indexes.__file__), Path(build_assets.__file__), MESSAGES)
    sources = (*build_assets.SOURCES, build_assets.NODE_LOCK, *sorted(LOCALE.rglob("*.po")))
    for file in (*scripts, *sources, LOCK, UV_LOCK, version, *(project / "pyproject.toml" for project in PROJECTS)):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def make_environment() -> bool:
    """Create .venv unless a working one stands there."""
    if works():
        return True
    if not importlib.util.find_spec("ensurepip"):
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        say(f"{sys.executable} has no ensurepip. On Debian and Ubuntu: sudo apt install {package}")
        return False
    say(f"creating {VENV.name} with Python {sys.version.split()[0]}")
    return call([sys.executable, "-m", "venv", "--clear", VENV], dict(os.environ))


def works() -> bool:
    """Whether .venv holds a Python that starts and stands where this checkout stands."""
    if not PYTHON.exists():
        return False
    program = "import pip, sys; print(sys.prefix)"
    answer = subprocess.run([PYTHON, "-c", program], capture_output=True, text=True, check=False)
    return answer.returncode == 0 and Path(answer.stdout.strip()) == VENV


def has_uv() -> bool:
    """Whether the pinned uv is already there."""
    pinned = next((line.split()[0] for line in UV_LOCK.read_text().splitlines() if line.startswith("uv==")), "")
    answer = subprocess.run([PYTHON, "-m", "uv", "--version"], capture_output=True, text=True, check=False)
    return answer.returncode == 0 and answer.stdout.split()[1] == pinned.removeprefix("uv==")


def install_uv() -> bool:
    """Get uv by pip; where no wheel of it fits this machine, pip does the rest as well."""
    if run([PYTHON, *PIP, "--require-hashes", "--only-binary", ":all:", "-r", UV_LOCK], quiet=True):
        return True
    say("uv does not install here; going on with pip, which takes longer")
    return False


def steps(install: Command) -> list[Command]:
    """Locked packages, then both projects, by the given installer; then what is compiled of them."""
    packages = [*install, "--require-hashes", "--no-deps", "-r", LOCK]
    projects = [*install, "--no-deps", "--no-build-isolation", *editables()]
    return [packages, projects, [PYTHON, *COMPILE], [PYTHON, MESSAGES, "compile"]]


def editables() -> Command:
    """Both projects, installed so that an edit needs no new install."""
    return [part for project in PROJECTS for part in ("--editable", project)]


def run(command: Command, *, quiet: bool = False) -> bool:
    """Run one step of the set-up."""
    return call(command, environment(), quiet=quiet)


def call(command: Command, env: dict[str, str], *, quiet: bool = False) -> bool:
    """Start a program; its own words go to the terminal, unless a failure of it is only a hint."""
    silence = subprocess.DEVNULL if quiet else None
    words = [str(part) for part in command]
    return subprocess.run(words, env=env, stdout=silence, stderr=silence, check=False).returncode == 0


@functools.cache
def environment() -> dict[str, str]:
    """The environment of the steps: no Python is ever downloaded, pip and uv ask the same indexes."""
    env = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    return env | package_indexes.for_both(env, PYTHON) | {"UV_PYTHON_DOWNLOADS": "never"}


def say(words: str) -> None:
    """One line to the person who waits."""
    print(f"bootstrap: {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
