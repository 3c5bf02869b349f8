"""How customers are found: by an index of their folded tokens beside the table (migrations 0002, 0003 and 0008)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.models.expressions import RawSQL
from django.db.models.sql.compiler import SQLCompiler

ALONE = {
    "sqlite": "SELECT rowid FROM accounts_found WHERE accounts_found MATCH %s",
    "postgresql": "SELECT id FROM accounts_account WHERE found @@ %s::tsquery",
}
"""Database → the keys that its index has."""


@dataclass(frozen=True)
class Sought:
    """What a customer is to have: for each of these tokens one that begins with it.

    PostgreSQL keeps the owner in the same index and looks for those of a few `owners` at once; of many it would put the
    customers of each together first. `row_by_row` is for a few rows that are known already: each is looked at, no index
    is asked.
    """

    tokens: tuple[str, ...]
    owners: tuple[int, ...] = ()
    row_by_row: bool = False

    def matched(self) -> str:
        """As SQLite's full-text index is asked."""
        return " AND ".join(f'"{token}"*' for token in self.tokens)

    def queried(self) -> str:
        """As a vector of PostgreSQL is asked."""
        asked = [f"'{token}':*" for token in self.tokens]
        if self.owners:
            asked.append("(" + " | ".join(f"'@{owner}'" for owner in self.owners) + ")")
        return " & ".join(asked)


@models.TextField.register_lookup
class Has(models.Lookup[bool]):
    """`tokens__has=Sought(…)`: the customers that have what is sought."""

    lookup_name = "has"
    prepare_rhs = False
    rhs: Sought

    def as_sqlite(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Sequence[str]]:
        """Among the keys of the full-text index."""
        key = f"{self._table(compiler)}.{connection.ops.quote_name('id')}"
        return f"{key} IN ({ALONE['sqlite']})", [self.rhs.matched()]

    def as_postgresql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Sequence[str]]:
        """By the vector beside the tokens; an operation on it keeps the index out."""
        vector = f"{self._table(compiler)}.{connection.ops.quote_name('found')}"
        by_hand = " || ''::tsvector" if self.rhs.row_by_row else ""
        return f"({vector}{by_hand}) @@ %s::tsquery", [self.rhs.queried()]

    def _table(self, compiler: SQLCompiler) -> str:
        return str(compiler.quote_name_unless_alias(self.lhs.alias))


def finds_first(database: str = DEFAULT_DB_ALIAS) -> bool:
    """Whether the database finds all that is sought and sorts it then, however many they are."""
    return connections[database].vendor == "postgresql"


def found_alone(tokens: Sequence[str], database: str = DEFAULT_DB_ALIAS) -> RawSQL:
    """The keys that the index has for some tokens, whoever sees them: nothing but the index is read."""
    vendor, sought = connections[database].vendor, Sought(tuple(tokens))
    asked = sought.matched() if vendor == "sqlite" else sought.queried()
    return RawSQL(ALONE[vendor], [asked])  # noqa: S611  (the tokens are a parameter)
