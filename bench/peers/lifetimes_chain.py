"""From orders to lifetime values by lifetimes: `lifetimes_chain.py ORDERS.csv DAY OUT.csv`, as its documentation does.

A year ahead, 10 % a year, which is 0.7974 % for each of its months.
"""

import sys

import pandas as pd
from lifetimes import BetaGeoFitter, GammaGammaFitter  # type: ignore[import-not-found]
from lifetimes.utils import summary_data_from_transaction_data  # type: ignore[import-not-found]

MONTHLY = 1.1 ** (1 / 12) - 1


def main(source: str, day: str, out: str) -> None:
    """Read, sum up, fit both models, foresee, write."""
    lines = pd.read_csv(source, usecols=["customer_id", "moment", "amount"], parse_dates=["moment"])
    rows = summary_data_from_transaction_data(
        lines, "customer_id", "moment", monetary_value_col="amount", observation_period_end=day
    )
    buying, spending = BetaGeoFitter(), GammaGammaFitter()
    buying.fit(rows["frequency"], rows["recency"], rows["T"])
    telling = rows[(rows["frequency"] > 0) & (rows["monetary_value"] > 0)]
    spending.fit(telling["frequency"], telling["monetary_value"])
    value = spending.customer_lifetime_value(
        buying, rows["frequency"], rows["recency"], rows["T"], rows["monetary_value"], time=12, discount_rate=MONTHLY
    )
    rows.assign(lifetime_value=value).to_csv(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
