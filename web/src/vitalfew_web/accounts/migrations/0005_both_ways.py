"""The two ways on from 0002 come together: the index of PostgreSQL, and groups."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    """Nothing but the meeting."""

    dependencies: ClassVar = [("accounts", "0003_search_on_postgresql"), ("accounts", "0004_groups")]
    operations: ClassVar = []
