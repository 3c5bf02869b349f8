"""Where expressions are executed: the only modules that open a connection."""

from vitalfew.backends.calculator import Calculator, Opening, in_process
from vitalfew.backends.duckdb import DuckDB, Unworkable

__all__ = ["Calculator", "DuckDB", "Opening", "Unworkable", "in_process"]
