"""Files, databases and data frames → the fact tables, with what became of every row.

`read` gives typed rows, `look` tells how a source would be read.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

    from vitalfew.readers.reading import Options, Reading

__all__ = ["look", "read"]


def read(
    source: Any, table: str, options: "Options", work: Path, *, rates: "pa.Table | None" = None, careful: bool = False
) -> "Reading":
    """Read one table of facts from wherever it lies.

    `source` is the path of a CSV, TSV, text (also packed by gzip or xz), XLSX, XLS, ODS or Parquet file or of a folder of
    them, the address of one database table (`sqlite:///shop.db#orders`), a connection of Ibis that holds a
    table of this name, or a data frame or table of pandas, Polars, Arrow, DuckDB or Ibis. `work` is the
    caller's private folder, which has to live as long as the rows. `rates` are typed rows of exchange_rates.

    Text files and workbooks, and with `options.untrusted` Parquet files, are opened in a limited child process.
    Parquet files and frames whose columns have fitting types come back as `ParquetFiles` to be read where they
    lie; with `careful` they too are read cell by cell. Refused: what cannot be read, with name, reason, remedy.
    """
    from vitalfew.readers.reader import read as read_source

    return read_source(source, table, options, work, rates=rates, careful=careful)


def look(source: Any, table: str, options: "Options", work: Path) -> dict[str, Any]:
    """How a source would be read, in values that JSON has: see `columns.look_at`."""
    from vitalfew.readers.reader import look as look_at_source

    return look_at_source(source, table, options, work)
