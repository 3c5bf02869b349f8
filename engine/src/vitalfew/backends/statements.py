"""Expressions as statements of Spark, that mean what they mean in DuckDB."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.config
import ibis.expr.types as ir
from ibis.backends.sql.compilers.base import STAR, AggGen
from ibis.backends.sql.compilers.pyspark import PySparkCompiler


class _Options(ibis.config.Config):  # type: ignore[misc]
    """What the compiler asks of its options. Those that Ibis has itself need pandas to be loaded."""

    treat_nan_as_null: bool = False


class _Compiler(PySparkCompiler):  # type: ignore[misc]
    """Spark takes a condition beside an aggregate, as DuckDB does.

    Ibis writes it into the arguments instead: a count of rows is then missing where the condition never holds or fails,
    and not zero, and a median is refused.
    """

    agg = AggGen(supports_filter=True)

    def visit_CountStar(self, op: Any, *, arg: Any, where: Any) -> Any:  # noqa: ARG002, N802 - the interface's
        return self.agg.count(STAR, where=where)


_COMPILER = _Compiler()


def statement(expression: ir.Table) -> str:
    """What would run."""
    if ibis.options.pyspark is None:
        ibis.options.pyspark = _Options()
    return str(_COMPILER.to_sqlglot(expression.unbind()).sql(dialect=_COMPILER.dialect))
