"""The same index on PostgreSQL: a stored vector of the tokens, which the database keeps by itself."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Tokens are folded already: they are taken as they are, by no dictionary, and cut at spaces alone.
COLUMN = """ALTER TABLE accounts_account ADD COLUMN found tsvector
GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(tokens, ' '), ''))) STORED"""
INDEX = "CREATE INDEX account_found ON accounts_account USING gin (found)"


def build(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  (Django gives both)
    """Add the vector and its index."""
    if editor.connection.vendor == "postgresql":
        editor.execute(COLUMN)
        editor.execute(INDEX)


class Migration(migrations.Migration):
    """The vector beside the text."""

    dependencies: ClassVar = [("accounts", "0002_search")]
    operations: ClassVar = [migrations.RunPython(build, migrations.RunPython.noop)]
