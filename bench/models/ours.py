"""One fit by the engine: `python -m bench.models.ours SUMMARY.parquet MODEL OUT.json`.

What counts begins with one row per customer in memory, as for the others: the distinct histories are found first.
"""

import sys
from collections.abc import Callable, Mapping

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import scipy.optimize
import scipy.special  # noqa: F401 - likewise

from bench.machine import CORES
from bench.stopwatch import tell
from vitalfew.models import MODELS
from vitalfew.models.fit import fit
from vitalfew.models.gamma_gamma import fit_spend
from vitalfew.models.histories import KEYS, Histories, grouped
from vitalfew.models.spends import Spends


def main(source: str, model: str, out: str) -> None:
    """Read, then fit against the clock."""
    tell(out, spent(source) if model == "gamma_gamma" else bought(source, model))


def bought(source: str, model: str) -> Callable[[], Mapping[str, float]]:
    """A model of buying."""
    database = ibis.duckdb.connect(threads=CORES)
    rows = database.create_table("rows", pq.read_table(source, columns=list(KEYS)))

    def found() -> Mapping[str, float]:
        distinct: pa.Table = grouped(rows).to_pyarrow()
        return fit(MODELS[model], Histories.of(distinct)).parameters()

    return found


def spent(source: str) -> Callable[[], Mapping[str, float]]:
    """The model of amounts."""
    rows = pq.read_table(source, columns=["frequency", "mean"])
    frequency, mean = (rows[name].to_numpy().astype(np.float64) for name in ("frequency", "mean"))

    def found() -> Mapping[str, float]:
        telling = (frequency > 0) & (mean > 0)
        fitted = fit_spend(Spends(frequency[telling], mean[telling], np.ones(int(telling.sum()))))
        return {} if fitted is None else {"p": fitted.p, "q": fitted.q, "v": fitted.v}

    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
