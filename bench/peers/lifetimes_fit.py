"""One fit by lifetimes: `lifetimes_fit.py SUMMARY.parquet MODEL OUT.json`, without penalty, as its documentation does."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
from lifetimes import (  # type: ignore[import-not-found]
    BetaGeoFitter,
    GammaGammaFitter,
    ModifiedBetaGeoFitter,
    ParetoNBDFitter,
)

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench.stopwatch import tell

FITTERS = {"bg_nbd": BetaGeoFitter, "mbg_nbd": ModifiedBetaGeoFitter, "pareto_nbd": ParetoNBDFitter}


def main(source: str, model: str, out: str) -> None:
    """Read, then fit against the clock."""
    rows = pd.read_parquet(source)
    tell(out, lambda: spent(rows) if model == "gamma_gamma" else bought(rows, model))


def bought(rows: pd.DataFrame, model: str) -> Mapping[str, float]:
    """A model of buying."""
    fitter = FITTERS[model]()
    fitter.fit(rows["frequency"], rows["recency"], rows["age"])
    return dict(fitter.params_)


def spent(rows: pd.DataFrame) -> Mapping[str, float]:
    """The model of amounts, of customers with a repeat occasion."""
    telling = rows[(rows["frequency"] > 0) & (rows["mean"] > 0)]
    fitter = GammaGammaFitter()
    fitter.fit(telling["frequency"], telling["mean"])
    return dict(fitter.params_)


if __name__ == "__main__":
    main(*sys.argv[1:])
