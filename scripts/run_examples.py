"""Run the examples of the pages, in a folder with a sample company, and write down what they print.

A `console` block holds commands after "$ " and below each what it prints; a line "…" stands for any lines. A `python`
block is a doctest. A block whose fence names a file, as in "yaml mine.yaml", is written to that file first. Without
arguments all pages are run; `--check` writes nothing and exits with 1 where a command prints something else.
"""

import contextlib
import doctest
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
BIN = Path(sys.executable).parent
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANY_LINES = "…"
SAMPLE = ("--customers", "100", "--seed", "1")
PYTHON = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@dataclass
class Run:
    """One page in its folder: the names its Python blocks share, and what did not come out as written."""

    folder: Path
    names: dict[str, Any] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)


def main(arguments: list[str]) -> int:
    """Run the pages named, or all; write them anew, or with `--check` say what differs."""
    chosen = [Path(name).resolve() for name in arguments if name != "--check"] or pages()
    with TemporaryDirectory(prefix="vitalfew-docs-") as work:
        company = sample(Path(work))
        findings = [finding for page in chosen for finding in held(page, company, write="--check" not in arguments)]
    for finding in findings:
        print(finding)
    return 1 if findings else 0


def pages() -> list[Path]:
    """The pages that have something to run; the examples of the reference are those of the docstrings."""
    written = (page for page in sorted(DOCS.rglob("*.md")) if page.parent.name != "reference")
    return [page for page in written if runs(page.read_text(encoding="utf-8"))]


def runs(text: str) -> bool:
    """Whether a page has a block of commands or of Python that is a doctest."""
    blocks = ((kind, body) for kind, _, body in BLOCK.findall(text))
    return any(kind == "console" or (kind == "python" and ">>>" in body) for kind, body in blocks)


def sample(folder: Path) -> Path:
    """The company that every page finds in its folder as `company`."""
    company = folder / "company"
    subprocess.run([BIN / "vitalfew", "sample", "-o", company, *SAMPLE], check=True, stdout=subprocess.DEVNULL)
    return company


def held(page: Path, company: Path, *, write: bool) -> list[str]:
    """What of a page is not as it says; with `write` only what could not be written anew."""
    text = page.read_text(encoding="utf-8")
    with TemporaryDirectory(prefix="vitalfew-docs-") as work:
        shutil.copytree(company, Path(work) / company.name)
        run = Run(Path(work))
        renewed = BLOCK.sub(lambda block: block_of(block, run), text)
    name = page.relative_to(ROOT)
    if write and renewed != text:
        page.write_text(renewed, encoding="utf-8", newline="\n")
    stale = [] if write or renewed == text else [difference(text, renewed)]
    return [f"{name}: {finding}" for finding in (*run.findings, *stale)]


def difference(text: str, renewed: str) -> str:
    """The first lines that differ."""
    pairs = zip((*text.splitlines(), ""), (*renewed.splitlines(), ""), strict=False)
    old, new = next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))
    return f"says {old!r}, and it is {new!r}: run scripts/run_examples.py"


def block_of(block: re.Match[str], run: Run) -> str:
    """A block as it should stand there, its commands run."""
    kind, file, body = block.groups()
    if file:
        (run.folder / file).write_text(body, encoding="utf-8", newline="\n")
    if kind == "python" and ">>>" in body:
        run_python(body, run)
    if kind != "console":
        return block.group()
    return f"```console\n{''.join(shown(command, said, run) for command, said in commands(body))}```"


def commands(body: str) -> Iterator[tuple[str, list[str]]]:
    """Each command with the lines below it."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        first, *said = part.splitlines()
        while first.endswith("\\"):
            first += "\n" + said.pop(0)
        yield first, said


def shown(command: str, said: list[str], run: Run) -> str:
    """A command with what it prints; where lines are left out, as it was written, if that still fits."""
    printed = output(command, run.folder)
    if ANY_LINES in said:
        if not fits(said, printed):
            run.findings.append(f"{command.splitlines()[0]} no longer prints what stands there:\n" + "\n".join(printed))
        printed = said
    return "".join(f"{line}\n" for line in (f"$ {command}", *printed))


def output(command: str, folder: Path) -> list[str]:
    """The lines that a command prints, on both ways out, without spaces at their ends."""
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LANGUAGE", "LC_ALL")}
    env = kept | {"LANG": "C.UTF-8", "NO_COLOR": "1", "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return [line.rstrip() for line in done.stdout.decode().splitlines()]


def fits(said: Iterable[str], printed: Iterable[str]) -> bool:
    """Whether the lines are those that were printed, "…" standing for any."""
    pattern = "".join(r"(?:.*\n)*?" if line == ANY_LINES else re.escape(line) + r"\n" for line in said)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def run_python(body: str, run: Run) -> None:
    """Run a doctest with the names of the blocks before it."""
    test = doctest.DocTestParser().get_doctest(body, run.names, "example", None, 0)
    report = io.StringIO()
    with contextlib.chdir(run.folder):
        doctest.DocTestRunner(optionflags=PYTHON).run(test, out=report.write, clear_globs=False)
    run.names = test.globs
    if report.getvalue():
        run.findings.append(report.getvalue())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
