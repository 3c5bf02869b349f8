"""Build the engine's wheel into a folder: build_wheel.py FOLDER. Prints the path of the wheel."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENGINE, WEB = ROOT / "engine", ROOT / "web"


def build(folder: Path, project: Path = ENGINE) -> Path:
    """Build without network, into a folder of its own: the build backend is among the locked packages."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder.resolve())]
    subprocess.run(command, cwd=project, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    (wheel,) = folder.glob("*.whl")
    return wheel


if __name__ == "__main__":
    print(build(Path(sys.argv[1])))
