"""Where expressions are executed: the only modules that open a connection."""

from vitalfew.backends.duckdb import DuckDB, OutOfType

__all__ = ["DuckDB", "OutOfType"]
