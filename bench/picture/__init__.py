"""How the cost grows with the company, as a picture for the documentation."""

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from bench.clock import process
from bench.environments import interpreter
from bench.table import Row

HERE = Path(__file__).parent
TITLE = "CPU seconds of one command against order lines, two cores"
FLOOR = "one group-by (floor of abc)"
CURVES = ("abc from the file", "rfm from the file", "abc from the compacted store", "rfm from the compacted store")

Curves = dict[str, list[tuple[int, float]]]
"""Name → (order lines, CPU seconds), by size."""


def curves(measured: Iterable[tuple[int, Row]]) -> Curves:
    """The points of the rows that are drawn; the floor is what abc was divided by."""
    points: Curves = defaultdict(list)
    for lines, row in measured:
        if row.what in CURVES and row.ours:
            points[row.what].append((lines, row.ours.cpu))
        if row.what == CURVES[0] and row.ours:
            points[FLOOR].append((lines, row.ours.cpu / row.found))
    return {name: sorted(line) for name, line in points.items()}


def draw(drawn: Curves, out: Path, work: Path) -> None:
    """Write the picture, drawn by matplotlib in an environment of its own."""
    told = work / "curves.json"
    told.write_text(json.dumps({"title": TITLE, "curves": drawn}), encoding="utf-8")
    process(interpreter(HERE / "matplotlib.txt"), HERE / "draw.py", told, out)
