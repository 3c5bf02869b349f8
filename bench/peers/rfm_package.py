"""RFM by the package rfm: `rfm_package.py ORDERS.csv DAY WAY OUT.csv`.

It takes a data frame of customer, day and amount, knows neither orders nor a day as of, and has no ABC: it does less than
the others. DAY and WAY are taken so that all programs are called alike.
"""

import sys

import pandas as pd
from rfm import RFM  # type: ignore[import-not-found]


def main(source: str, _day: str, _way: str, out: str) -> None:
    """From the file of order lines to one row per customer."""
    columns = ["customer_id", "moment", "amount"]
    lines = pd.read_csv(source, usecols=columns, dtype={"customer_id": "str"}).rename(columns={"moment": "date"})
    graded = RFM(lines, customer_id="customer_id", transaction_date="date", amount="amount").rfm_table
    graded.sort_values("customer_id").to_csv(out, index=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
