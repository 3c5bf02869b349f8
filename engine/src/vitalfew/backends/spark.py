"""Spark, on this machine or on a cluster: for more order lines than one machine works through."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from vitalfew.backends.calculator import Opening
from vitalfew.backends.duckdb import Unworkable
from vitalfew.backends.sessions import LOCAL, MEANING, check_spark, end, first_line, running, started
from vitalfew.backends.statements import statement
from vitalfew.errors import Refusal
from vitalfew.languages import say

_GLOB = re.compile(r"([\\*?\[\]{}])")
_HIDDEN = ("_", ".")
"""Beginnings of the names of files that Spark passes over."""


def spark_at(master: str | None = None) -> Opening[Spark]:
    """How Spark is opened at an address (default: this machine). Refused where it could not be."""
    address = LOCAL if master is None else master
    check_spark(address)
    return partial(Spark, master=address)


class Spark:
    """One session. It reads files where they lie; tables in memory reach it as Parquet files in `work`.

    On a cluster every machine has to see those files under the same paths. A session that runs in this process already
    is used and left running; one of its own ends with it. Whatever ends a session is a refusal that says so.
    """

    parts: tuple[str, ...] = ("pyspark",)

    def __init__(
        self,
        files: Iterable[Path],  # noqa: ARG002 - Spark is told of files when they are attached
        work: Path,
        folders: Iterable[Path],  # noqa: ARG002
        *,
        master: str = LOCAL,
    ) -> None:
        self._work = work
        self._number = count()
        lent = running()
        self._own: Any = None if lent is not None else started(master, work)
        self._session: Any = self._own if lent is None else _beside(lent)

    def attach(self, name: str, table: pa.Table) -> ir.Table:
        """An Arrow table under a name, handed over as a file."""
        path = self._work / f"spark-{next(self._number)}.parquet"
        pq.write_table(table, path)
        return self.attach_files(name, [path])

    def attach_parquet(
        self, name: str, paths: Iterable[Path], columns: Mapping[str, tuple[str, pa.DataType]]
    ) -> ir.Table:
        """Columns of Parquet files under their standard names and types, read where they lie."""
        cells = [
            f"CAST({_quoted(source)} AS {_sql_type(kind)}) AS {_quoted(standard)}"
            for standard, (source, kind) in columns.items()
        ]
        with self._answering():
            rows = self._read(paths, {source for source, _ in columns.values()})
            return self._viewed(name, rows.selectExpr(*cells))

    def attach_files(self, name: str, paths: Iterable[Path]) -> ir.Table:
        """Parquet files as they are; a column that some of them lack is missing there."""
        with self._answering():
            return self._viewed(name, self._read(paths))

    def keep(self, name: str, expression: ir.Table) -> ir.Table:
        """The result of an expression, worked out when it is first asked for and held from then on."""
        with self._answering():
            return self._viewed(name, self._session.sql(self.sql(expression)).persist())

    def fetch(self, expression: ir.Table) -> pa.Table:
        """The rows of an expression, in the types that it has."""
        with self._answering():
            rows: pa.Table = self._session.sql(self.sql(expression)).toArrow()
        return rows.cast(expression.schema().to_pyarrow())

    def in_order(self, expression: ir.Table, column: str) -> pa.Table:
        """The rows of an expression in order of a column without a missing cell, sorted here: they fit into memory."""
        return self.fetch(expression).sort_by(column)

    def row(self, expression: ir.Table) -> dict[str, Any]:
        """The one row of an expression."""
        rows: list[dict[str, Any]] = self.fetch(expression).to_pylist()
        return rows[0]

    def count(self, expression: ir.Table) -> int:
        """How many rows an expression has."""
        return int(self.row(expression.aggregate(n=expression.count()))["n"])

    def sql(self, expression: ir.Table) -> str:
        """What would run."""
        return statement(expression)

    def close(self) -> None:
        """End a session of one's own; what is left of a dead one goes, too."""
        if self._own is not None:
            end(self._own)

    def __enter__(self) -> Spark:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _read(self, paths: Iterable[Path], wanted: Collection[str] | None = None) -> Any:
        """The files, or some of their columns. Their types are read here: Spark would start a job to ask for them."""
        from pyspark.sql.pandas.types import from_arrow_schema

        places = [path.resolve() for path in paths]
        if any(place.name.startswith(_HIDDEN) for place in places):
            raise Unworkable(say("Spark passes over files whose names begin with _ or a point"))
        files = ["file://" + _GLOB.sub(r"\\\1", str(place)) for place in places]
        known = pa.unify_schemas([pq.read_schema(place).remove_metadata() for place in places])
        schema = pa.schema([column for column in known if wanted is None or column.name in wanted])
        return self._session.read.schema(from_arrow_schema(schema, prefer_timestamp_ntz=True)).parquet(*files)

    def _viewed(self, name: str, rows: Any) -> ir.Table:
        from pyspark.sql.pandas.types import to_arrow_schema

        rows.createOrReplaceTempView(_quoted(name))
        return ibis.table(ibis.schema(to_arrow_schema(rows.schema)), name=name)

    @contextmanager
    def _answering(self) -> Iterator[None]:
        """Faults of Spark in plain words; faults of the rows as of any calculator."""
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException

        try:
            yield
        except (PySparkException, Py4JError, ConnectionError, EOFError, pa.ArrowException) as problem:
            raise self._explained(problem) from None

    def _explained(self, problem: Exception) -> Exception:
        text = str(problem)
        if "No space left on device" in text:
            return Refusal(
                say("Spark has no disk left."),
                remedy=say("Nothing was written. Make room where TMPDIR points, and on its machines."),
            )
        if not self._alive():
            return Refusal(
                say("Spark ended before its work was done."),
                remedy=say("Nothing was written. Look whether it had memory and disk left, then run it again."),
            )
        if "OutOfMemoryError" in text:
            return Refusal(
                say("Spark has not memory enough."),
                remedy=say("Nothing was written. Give it more machines, or grade without --backend spark."),
            )
        if "FILE_NOT_EXIST" in text or "FileNotFoundException" in text:
            return Refusal(
                say("Spark's machines do not find the files ({reason}).", reason=first_line(problem)),
                remedy=say("Put the store and TMPDIR where every machine sees them under the same path."),
            )
        return Unworkable(first_line(problem))

    def _alive(self) -> bool:
        """Whether the session still answers."""
        try:
            return not self._session.sparkContext._jsc.sc().isStopped()
        except Exception:  # noqa: BLE001 - whatever it is, it is no answer
            return False


def _beside(session: Any) -> Any:
    """A session of the same Spark with views and settings of its own."""
    own = session.newSession()
    for setting, value in MEANING.items():
        own.conf.set(setting, value)
    return own


def _quoted(text: str) -> str:
    return "`" + text.replace("`", "``") + "`"


def _sql_type(kind: pa.DataType) -> str:
    if pa.types.is_decimal(kind):
        return f"DECIMAL({kind.precision}, {kind.scale})"
    names = {
        "string": "STRING",
        "int64": "BIGINT",
        "bool": "BOOLEAN",
        "timestamp[us]": "TIMESTAMP_NTZ",
        "date32[day]": "DATE",
    }
    return names[str(kind)]
