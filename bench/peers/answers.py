"""What another program's answers have in common with ours."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

PAIRED = "FROM read_csv('{ours}') AS ours JOIN read_csv('{theirs}') AS theirs USING (customer_id)"


def beside_ours(title: str, ours: Path, theirs: Path, columns: Mapping[str, str]) -> str:
    """One sentence: for how many customers each column is the same, and the totals of amounts and counts that are not.

    `columns` is a column of ours → the expression over theirs that should be equal.
    """
    paired = PAIRED.format(ours=ours, theirs=theirs)
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE pairs AS SELECT {selected(columns)} {paired}")
        customers = count(connection, "true")
        words = [agreement(connection, name, customers) for name in columns]
    return f"{title} beside ours, {customers:,} customers: {'; '.join(words)}."


def selected(columns: Mapping[str, str]) -> str:
    """Both readings of each column, side by side."""
    return ", ".join(f'ours.{name} AS "{name} ours", {expression} AS "{name}"' for name, expression in columns.items())


def agreement(connection: duckdb.DuckDBPyConnection, name: str, customers: int) -> str:
    """How many customers have the same, and where not all have, both totals."""
    same = count(connection, f'"{name}" IS NOT DISTINCT FROM "{name} ours"')
    if same == customers:
        return f"{name} the same for all"
    totals = f'SELECT sum("{name}"), sum("{name} ours") FROM pairs'
    theirs, ours = connection.execute(totals).fetchall()[0]
    return f"{name} the same for {same:,}, {theirs:,.2f} in all instead of {ours:,.2f}"


def count(connection: duckdb.DuckDBPyConnection, condition: str) -> int:
    """Customers for whom it holds."""
    ((number,),) = connection.execute(f"SELECT count_if({condition}) FROM pairs").fetchall()
    return int(number)
