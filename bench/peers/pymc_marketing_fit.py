"""One fit by PyMC-Marketing's maximum a posteriori: `pymc_marketing_fit.py SUMMARY.parquet MODEL OUT.json`.

Its default priors, as its documentation does; building and compiling the model is part of the fit.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
from pymc_marketing.clv import (  # type: ignore[import-not-found]
    BetaGeoModel,
    GammaGammaModel,
    ModifiedBetaGeoModel,
    ParetoNBDModel,
)

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench.stopwatch import tell

MODELS = {
    "bg_nbd": BetaGeoModel,
    "mbg_nbd": ModifiedBetaGeoModel,
    "pareto_nbd": ParetoNBDModel,
    "gamma_gamma": GammaGammaModel,
}
NAMES = {"age": "T", "mean": "monetary_value"}


def main(source: str, model: str, out: str) -> None:
    """Read, then fit against the clock."""
    rows = pd.read_parquet(source).rename(columns=NAMES)
    if model == "gamma_gamma":
        rows = rows[(rows["frequency"] > 0) & (rows["monetary_value"] > 0)]
    tell(out, lambda: found(rows, model))


def found(rows: pd.DataFrame, model: str) -> Mapping[str, float]:
    """The parameters."""
    fitted = MODELS[model](data=rows)
    fitted.fit(method="map", progressbar=False)
    parameters = fitted.fit_result
    return {
        str(name): float(parameters[name].mean()) for name in parameters.data_vars if not parameters[name].shape[2:]
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
