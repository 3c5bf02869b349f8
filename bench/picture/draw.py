"""Curves → SVG with its words as text, the same bytes for the same curves: `draw.py CURVES.json OUT.svg`."""

import json
import sys
from pathlib import Path

import matplotlib as mpl  # type: ignore[import-not-found]
from matplotlib import pyplot as plt

STYLE = {
    "svg.fonttype": "none",
    "svg.hashsalt": "vitalfew",
    "font.family": "sans-serif",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#dddddd",
    "axes.prop_cycle": mpl.cycler(color=["#0b6e4f", "#1f5fa8", "#6fbf9b", "#7fb2e5", "#888888"]),
}


def main(source: str, out: str) -> None:
    """Draw every curve on two logarithmic axes, each named at its end."""
    told = json.loads(Path(source).read_text(encoding="utf-8"))
    mpl.rcParams.update(STYLE)
    figure, axes = plt.subplots(figsize=(8, 4.5), layout="constrained")
    for name, points in told["curves"].items():
        lines, seconds = zip(*points, strict=True)
        axes.loglog(lines, seconds, marker="o", markersize=4, label=name, linestyle="--" if "floor" in name else "-")
    axes.set(title=told["title"], xlabel="order lines", ylabel="CPU seconds")
    axes.yaxis.set_major_formatter("{x:g}")
    axes.legend(frameon=False)
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None}, facecolor="white")


if __name__ == "__main__":
    main(*sys.argv[1:])
