"""The owner stands in the vector as well, so that who sees some owners' customers finds theirs at once."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# No token has an @: nobody can ask for an owner in the field of the search.
VECTOR = "array_to_tsvector(array_remove(string_to_array(tokens, ' ') || ('@' || coalesce(owner_id, 0)), ''))"
STATEMENTS = (
    "ALTER TABLE accounts_account DROP COLUMN found",
    f"ALTER TABLE accounts_account ADD COLUMN found tsvector GENERATED ALWAYS AS ({VECTOR}) STORED",
    "CREATE INDEX account_found ON accounts_account USING gin (found)",
)


def build(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  (Django gives both)
    """Put the owner into the vector."""
    if editor.connection.vendor == "postgresql":
        for statement in STATEMENTS:
            editor.execute(statement)


class Migration(migrations.Migration):
    """The vector with the owner."""

    dependencies: ClassVar = [("accounts", "0007_counted_without_rows")]
    operations: ClassVar = [migrations.RunPython(build, migrations.RunPython.noop)]
