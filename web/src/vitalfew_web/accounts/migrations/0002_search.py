"""An index of what customers are found by, kept by triggers: on SQLite by its own full-text search."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Tokens are folded already (core/folding.py): the index only cuts at spaces. It holds no text of its own.
INDEX = """CREATE VIRTUAL TABLE accounts_found USING fts5(
    tokens, content='accounts_account', content_rowid='id', tokenize="unicode61 remove_diacritics 0", prefix='2 3'
)"""
ADD = "INSERT INTO accounts_found (rowid, tokens) VALUES (new.id, new.tokens);"
TAKE = "INSERT INTO accounts_found (accounts_found, rowid, tokens) VALUES ('delete', old.id, old.tokens);"
TRIGGERS = (
    f"CREATE TRIGGER account_is_found AFTER INSERT ON accounts_account BEGIN {ADD} END",
    f"CREATE TRIGGER account_is_gone AFTER DELETE ON accounts_account BEGIN {TAKE} END",
    f"CREATE TRIGGER account_is_found_anew AFTER UPDATE OF tokens ON accounts_account BEGIN {TAKE} {ADD} END",
)


def build(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  (Django gives both)
    """Make the index from what is there, and keep it."""
    if editor.connection.vendor != "sqlite":
        return
    editor.execute(INDEX)
    editor.execute("INSERT INTO accounts_found (accounts_found) VALUES ('rebuild')")
    for trigger in TRIGGERS:
        editor.execute(trigger)


class Migration(migrations.Migration):
    """The index beside the table."""

    dependencies: ClassVar = [("accounts", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(build, migrations.RunPython.noop)]
