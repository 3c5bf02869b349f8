"""RFM and heavy, medium, light by openretailscience: `openretailscience_rfm_hml.py ORDERS.csv DAY WAY OUT.csv`.

WAY `frame` hands over a data frame, as its documentation does; `lazy` an Ibis table that DuckDB read from the file with the
types given. Its classes are shares of the number of customers, not of the money, so they are no ABC: the nearest it has.
"""

import sys

import ibis
import pandas as pd
from openretailscience.segmentation.hml import HMLSegmentation  # type: ignore[import-not-found]
from openretailscience.segmentation.rfm import RFMSegmentation  # type: ignore[import-not-found]

NAMES = {"order_id": "transaction_id", "moment": "transaction_date", "amount": "unit_spend"}
COLUMNS = ["customer_id", *NAMES]
TYPES = {"customer_id": "VARCHAR", "order_id": "VARCHAR", "moment": "TIMESTAMP", "amount": "DECIMAL(18, 2)"}


def main(source: str, day: str, way: str, out: str) -> None:
    """From the file of order lines to one row per customer."""
    lines = frame(source) if way == "frame" else lazy(source)
    rfm = RFMSegmentation(lines, current_date=day, r_segments=5, f_segments=5, m_segments=5).df
    hml = HMLSegmentation(lines).df
    rfm.join(hml["segment_name"]).sort_index().to_csv(out)


def frame(source: str) -> pd.DataFrame:
    """Four typed columns, ids of customers as categories."""
    types = {"customer_id": "category", "order_id": "str"}
    lines = pd.read_csv(source, usecols=COLUMNS, dtype=types, parse_dates=["moment"])
    return lines.rename(columns=NAMES)


def lazy(source: str) -> object:
    """The same columns, read by DuckDB when the answer is asked for."""
    connection = ibis.duckdb.connect()
    table = connection.read_csv(source, types=TYPES).select(COLUMNS)
    return connection.create_table("lines", table.rename({name: column for column, name in NAMES.items()}), temp=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
