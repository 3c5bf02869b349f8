"""Order lines of the customers of `names`, in blocks of Parquet; every value is a hash of its line's number."""

from __future__ import annotations

from pathlib import Path

import duckdb

PER_CUSTOMER = 100
MOST = 10_000_000
PER_ORDER = 4

LINES = """
    COPY (SELECT 'K-' || (1001 + o % {customers}) AS customer_id, 'SO' || o AS order_id,
        TIMESTAMP '{begin}' + to_seconds(hash(o, 2) % {seconds}) AS moment, 'P' || (hash(i, 3) % 2000) AS product_id,
        'G' || (hash(i, 3) % 40) AS category, 1 + hash(i, 4) % 9 AS quantity,
        CAST(exp(1 + 4 * (hash(i, 5) % 1000) / 1000.0) * (1 + o % 7) AS DECIMAL(18, 2)) AS amount,
        CAST(amount * (0.5 + (hash(i, 6) % 1000) / 2500.0) AS DECIMAL(18, 2)) AS cost, 'CNY' AS currency
    FROM (SELECT range AS i, range // {per_order} AS o FROM range({lines})))
    TO '{file}' (FORMAT parquet, COMPRESSION zstd)
"""


def lines_of(customers: int) -> int:
    """A hundred of each, ten million at most."""
    return min(customers * PER_CUSTOMER, MOST)


def write(file: Path, customers: int) -> None:
    """Three years of orders, in a file."""
    given = {"begin": "2023-11-01", "seconds": 3 * 365 * 86400, "per_order": PER_ORDER}
    with duckdb.connect() as database:
        database.execute("SET threads = 2; SET memory_limit = '2GB'")
        database.execute(LINES.format(customers=customers, lines=lines_of(customers), file=file, **given))
