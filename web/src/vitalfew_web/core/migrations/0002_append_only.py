"""The database itself refuses to alter or delete an entry of the audit."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLE = "core_auditentry"
SQLITE = (
    "CREATE TRIGGER audit_{verb} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END"
)
POSTGRES = (
    "CREATE OR REPLACE FUNCTION audit_refuses() RETURNS trigger AS $$ "
    "BEGIN RAISE EXCEPTION 'the audit is append-only'; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER audit_refuses BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION audit_refuses()",
)


def refuse_changes(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  (Django gives both)
    """Put the triggers up, in the words of the database."""
    if editor.connection.vendor == "postgresql":
        statements = [statement.format(table=TABLE) for statement in POSTGRES]
    else:
        statements = [SQLITE.format(verb=verb, table=TABLE) for verb in ("UPDATE", "DELETE")]
    for statement in statements:
        editor.execute(statement)


class Migration(migrations.Migration):
    """Triggers on the table of entries."""

    dependencies: ClassVar = [("core", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(refuse_changes, migrations.RunPython.noop)]
