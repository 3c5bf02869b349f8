"""`make bench`: the table of speed. `ARGS="--full --write"` is what the documentation shows, the default a short one."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import picture
from bench.machine import description, hold_to_two_cores
from bench.page import Page
from bench.plan import Step, asked, steps
from bench.table import HEADER, Row, heaviest

DOCS = Path(__file__).resolve().parent.parent / "docs"


def main() -> None:
    """Measure, and say it as it comes: the engine, or what the first word names."""
    if sys.argv[1:2] in (["web"], ["models"], ["spark"]):
        program = [sys.executable, "-m", f"bench.{sys.argv[1]}", *sys.argv[2:]]
        sys.exit(subprocess.run(program, check=False).returncode)
    hold_to_two_cores()
    chosen, page, measured = asked(), Page(), []
    page.say(f"{description()}.")
    chosen.data.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=chosen.data, prefix="work-") as folder:
        for step in steps(chosen):
            measured += [(step.lines, row) for row in run(step, chosen.data, Path(folder), page)]
        if chosen.picture:
            drawn = (DOCS if chosen.write else chosen.data) / "benchmarks.svg"
            picture.draw(picture.curves(measured), drawn, Path(folder))
            page.say("", f"![{picture.TITLE}]({drawn.name})")
    if chosen.write:
        page.put_into(DOCS / "benchmarks.md")


def run(step: Step, home: Path, out: Path, page: Page) -> list[Row]:
    """One table, and the sentences beneath it."""
    rows: list[Row] = []
    sentences: list[str] = []
    page.say("", f"### {step.lines:,} order lines", "", *HEADER)
    for found in step.rows(home, out):
        if isinstance(found, str):
            sentences.append(f"- {found}")
        else:
            rows.append(found)
            page.say(found.markdown(step.lines))
    page.say(heaviest(rows).markdown(step.lines), "", *sentences)
    return rows


if __name__ == "__main__":
    main()
