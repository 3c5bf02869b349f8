"""Where expressions are executed: the only modules that open a connection."""

from vitalfew.backends.duckdb import DuckDB, Unworkable

__all__ = ["DuckDB", "Unworkable"]
