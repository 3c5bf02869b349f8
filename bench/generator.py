"""A company of any size as Parquet files, unsorted, the same for the same size: every value is a hash of its row number."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

LINES_PER_ORDER = 3
ORDERS_PER_CUSTOMER = 3.6
FIRST_DAY = "TIMESTAMP '2023-01-01'"
SECONDS = 3 * 365 * 86400

# One number in [0, 1) per row and purpose.
UNIT = "CREATE MACRO unit(i, purpose) AS (hash(i, purpose) % 1000003) / 1000003.0"
# Few customers order often and many seldom: the square of an even number.
WHO = "'C' || lpad(CAST(CAST(floor(pow(unit(o, 1), 2) * {customers}) AS BIGINT) AS VARCHAR), 9, '0')"
WHEN = f"{FIRST_DAY} + to_seconds(CAST(floor(unit(o, 2) * {SECONDS}) AS BIGINT))"
NUMBER = "'SO' || lpad(CAST(o AS VARCHAR), 10, '0')"

TABLES = {
    "orders": f"""
        SELECT {WHO} AS customer_id, {NUMBER} AS order_id, {WHEN} AS moment,
            'P' || CAST(hash(i, 3) % 5000 AS VARCHAR) AS product_id, 'G' || CAST(hash(i, 3) % 40 AS VARCHAR) AS category,
            1 + hash(i, 4) % 9 AS quantity, CAST(exp(1 + 4 * unit(i, 5)) * quantity AS DECIMAL(18, 2)) AS amount,
            CAST(amount / quantity AS DECIMAL(18, 6)) AS unit_price,
            CAST(amount * 1.1 AS DECIMAL(18, 2)) AS list_amount, CAST(amount * (0.5 + unit(i, 6) * 0.5) AS DECIMAL(18, 2)) AS cost,
            'EUR' AS currency, if(hash(o, 7) % 3 = 0, 'online', 'offline') AS channel,
            if(hash(i, 8) % 5 = 0, 'sale', NULL) AS promotion
        FROM (SELECT range AS i, range // {LINES_PER_ORDER} AS o FROM range({{lines}}))""",
    "customers": f"""
        SELECT DISTINCT {WHO} AS customer_id, 'Customer ' || customer_id AS name,
            if(hash(customer_id, 1) % 2 = 0, NULL, hash(customer_id, 2) % 50000) AS expected_spend,
            hash(customer_id, 3) % 101 AS influence
        FROM (SELECT range AS o FROM range({{orders}}))
        ORDER BY hash(customer_id, 4), customer_id""",
    "payments": f"""
        SELECT {NUMBER} AS invoice_id, {WHO} AS customer_id, CAST({WHEN} AS DATE) AS issued, issued + 30 AS due,
            CAST(exp(2 + 4 * unit(o, 5)) AS DECIMAL(18, 2)) AS amount, issued + CAST(hash(o, 9) % 60 AS INTEGER) AS paid_on,
            amount AS paid_amount
        FROM (SELECT range AS o FROM range({{orders}}))""",
    "returns": f"""
        SELECT {NUMBER} AS order_id, {WHO} AS customer_id, CAST({WHEN} AS DATE) + 14 AS day,
            CAST(exp(1 + 2 * unit(o, 5)) AS DECIMAL(18, 2)) AS amount, 1 AS quantity, 'damaged' AS reason
        FROM (SELECT range * 20 AS o FROM range({{orders}} // 20))""",
    "costs": f"""
        SELECT {WHO} AS customer_id, CAST({WHEN} AS DATE) AS day, ['visit', 'delivery', 'support'][CAST(1 + hash(o, 10) % 3 AS BIGINT)] AS kind,
            CAST(5 + 40 * unit(o, 11) AS DECIMAL(18, 2)) AS amount, CAST(unit(o, 12) * 3 AS DECIMAL(18, 2)) AS hours
        FROM (SELECT range * 2 AS o FROM range({{orders}} // 2))""",
    "feedback": f"""
        SELECT {WHO} AS customer_id, CAST({WHEN} AS DATE) AS day, 'csat' AS kind, hash(o, 13) % 101 AS score, NULL::VARCHAR AS text
        FROM (SELECT range * 10 AS o FROM range({{orders}} // 10))""",
}


SORTED = "customer_id, moment, order_id"
LINES_SORTED_AT_ONCE = 10_000_000
MEMORY = "3GB"
PARQUET = "FORMAT parquet, COMPRESSION zstd"


def make(folder: Path, lines: int) -> dict[str, Path]:
    """Write the tables that are not there yet; name → file."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {name: folder / f"{name}.parquet" for name in TABLES}
    orders = lines // LINES_PER_ORDER
    sizes = {"lines": lines, "orders": orders, "customers": int(orders / ORDERS_PER_CUSTOMER)}
    with calculator(folder) as connection:
        connection.execute(UNIT)
        for name, file in files.items():
            if not file.exists():
                write(connection, TABLES[name].format(**sizes), file, PARQUET)
    return files


def make_csv(orders: Path, lines: int) -> Path:
    """The first lines of the orders as a text file."""
    file = orders.with_name(f"orders_{lines}.csv")
    if not file.exists():
        with calculator(orders.parent) as connection:
            write(connection, f"SELECT * FROM '{orders}' LIMIT {lines}", file, "FORMAT csv, HEADER")
    return file


def make_sorted(orders: Path, lines: int) -> Path:
    """The orders in one file by customer and moment, as a store holds them."""
    file = orders.with_name("orders_sorted.parquet")
    if not file.exists():
        with calculator(orders.parent) as connection:
            pieces = [sorted_piece(connection, orders, n, between) for n, between in enumerate(ranges(lines))]
            write(connection, f"SELECT * FROM read_parquet({[*map(str, pieces)]})", file, PARQUET)
        for piece in pieces:
            piece.unlink()
    return file


def sorted_piece(connection: duckdb.DuckDBPyConnection, orders: Path, number: int, between: tuple[int, int]) -> Path:
    """The lines of the customers from one number to before the other, sorted."""
    piece = orders.with_name(f"orders_sorted_{number}.parquet")
    first, end = (f"'C{customer:09}'" for customer in between)
    mine = f"SELECT * FROM '{orders}' WHERE customer_id >= {first} AND customer_id < {end} ORDER BY {SORTED}"
    write(connection, mine, piece, PARQUET)
    return piece


def ranges(lines: int) -> Iterator[tuple[int, int]]:
    """Numbers of customers that cut the company into pieces with about as many lines each.

    A customer's number is the square of an even number, so half of the lines belong to the first quarter.
    """
    customers = int(lines // LINES_PER_ORDER / ORDERS_PER_CUSTOMER)
    pieces = -(-lines // LINES_SORTED_AT_ONCE)
    for piece in range(pieces):
        yield customers * piece**2 // pieces**2, max(1, customers * (piece + 1) ** 2 // pieces**2)


def make_correction(orders: Path, number: int) -> Path:
    """One order in a hundred, from all over the company, at twice the amount; another hundredth for each number."""
    file = orders.with_name(f"correction_{number}.parquet")
    if not file.exists():
        chosen = f"SELECT * REPLACE (2 * amount AS amount) FROM '{orders}' WHERE hash(order_id) % 100 = {number}"
        with calculator(orders.parent) as connection:
            write(connection, chosen, file, PARQUET)
    return file


@contextmanager
def calculator(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that stays within some gigabytes and spills beside the company."""
    with duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": str(folder / "spill")}) as connection:
        yield connection


def write(connection: duckdb.DuckDBPyConnection, query: str, file: Path, options: str) -> None:
    """Write beside the place and move at the end, so that a cut-off run leaves no half file."""
    half = file.with_suffix(".half")
    connection.execute(f"COPY ({query}) TO '{half}' ({options})")
    half.replace(file)
