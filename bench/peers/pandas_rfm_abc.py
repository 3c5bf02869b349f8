"""RFM and ABC in pandas, as somebody writes it who knows pandas well: `pandas_rfm_abc.py ORDERS.csv DAY ENGINE OUT.csv`.

Four of thirteen columns are read, with their types given, ids as categories; everything is vectorised, money is counted
in whole cents, an order is one group-by of integer codes. ENGINE is that of `read_csv`: `c` (the default of pandas) or
`pyarrow` (several threads). The rules are those of the schemes rfm and abc, so that the answers can be held against ours.
"""

import sys
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

Counts = npt.NDArray[np.int64]

# Row r, column x = (f + m + 1) // 2, both from 1.
SEGMENTS = np.array(
    [
        ["lost", "lost", "at_risk", "at_risk", "must_not_lose"],
        ["hibernating", "hibernating", "at_risk", "at_risk", "must_not_lose"],
        ["about_to_sleep", "about_to_sleep", "needs_attention", "loyal", "loyal"],
        ["promising", "potential_loyal", "potential_loyal", "loyal", "champions"],
        ["new", "potential_loyal", "potential_loyal", "loyal", "champions"],
    ]
)


def main(source: str, day: str, engine: Literal["c", "pyarrow"], out: str) -> None:
    """From the file of order lines to one row per customer."""
    graded = abc(rfm(customers(orders(source, engine)), pd.Timestamp(day)))
    graded.sort_values("customer_id").to_csv(out, index=False)


def orders(source: str, engine: Literal["c", "pyarrow"]) -> pd.DataFrame:
    """One row per order: customer, moment of the latest line, cents."""
    lines = pd.read_csv(
        source,
        usecols=["customer_id", "order_id", "moment", "amount"],
        dtype={"customer_id": "category", "order_id": "category", "amount": "float64"},
        parse_dates=["moment"],
        engine=engine,
    )
    lines["cents"] = (lines.pop("amount") * 100).round().astype("int64")
    by_order = lines.groupby(["customer_id", "order_id"], observed=True, sort=False)
    return by_order.agg(moment=("moment", "max"), cents=("cents", "sum")).reset_index("customer_id")


def customers(orders: pd.DataFrame) -> pd.DataFrame:
    """One row per customer: last valid order, number of valid orders, cents of all orders."""
    valid = orders[orders["cents"] > 0].groupby("customer_id", observed=False)["moment"].agg(["max", "size"])
    cents = orders.groupby("customer_id", observed=False)["cents"].sum()
    return pd.DataFrame({"last": valid["max"], "frequency": valid["size"], "cents": cents}).reset_index()


def rfm(customers: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """Fifths for recency, frequency and money (equal values, equal score), and the segment that they name."""
    days = (day - customers["last"].dt.normalize()).dt.days
    r, f, m = fifth(-days), fifth(customers["frequency"]), fifth(customers["cents"])
    segment = SEGMENTS[r - 1, (f + m + 1) // 2 - 1]
    return customers.drop(columns="last").assign(recency_days=days, r=r, f=f, m=m, segment=segment)


def fifth(values: pd.Series) -> Counts:
    """From 1 to 5: one more than how many fifths of all are strictly worse."""
    worse = values.rank(method="min").to_numpy().astype("int64") - 1
    return np.asarray(1 + 5 * worse // len(values))


def abc(customers: pd.DataFrame) -> pd.DataFrame:
    """A as long as the strictly larger hold less than 80 % of all money, B less than 95 %, else C."""
    cents = np.sort(customers["cents"].to_numpy())[::-1]
    before = np.concatenate(([0], np.cumsum(np.maximum(cents, 0))))
    place = np.searchsorted(-cents, -customers["cents"].to_numpy(), side="left")
    larger, total = before[place], before[-1]
    classes = np.select([100 * larger < 80 * total, 100 * larger < 95 * total], ["A", "B"], "C")
    return customers.assign(abc=np.where(customers["cents"] > 0, classes, "C"))


if __name__ == "__main__":
    source, day, engine, out = sys.argv[1:]
    main(source, day, "pyarrow" if engine == "pyarrow" else "c", out)
