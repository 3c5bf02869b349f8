"""Further facts of a customer. SQLite makes the table anew for them, and with the old one go its triggers."""

from importlib import import_module

from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import vitalfew_web.core.money

search = import_module("vitalfew_web.accounts.migrations.0002_search")


def put_triggers_up_again(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  (Django gives both)
    """Keep the index of what customers are found by, as before."""
    if editor.connection.vendor == "sqlite":
        for trigger in search.TRIGGERS:
            editor.execute(trigger)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_search_on_postgresql"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="account",
            name="awareness",
            field=models.TextField(blank=True, verbose_name="what it knows of us and of the market"),
        ),
        migrations.AddField(
            model_name="account",
            name="closeness",
            field=models.CharField(
                blank=True,
                choices=[("low", "low"), ("medium", "medium"), ("high", "high")],
                max_length=8,
                verbose_name="closeness of the relation",
            ),
        ),
        migrations.AddField(
            model_name="account",
            name="competitors_used",
            field=models.TextField(blank=True, verbose_name="competitors it buys from"),
        ),
        migrations.AddField(
            model_name="account",
            name="expected_currency",
            field=vitalfew_web.core.money.CurrencyField(blank=True, default="", editable=False, max_length=3),
        ),
        migrations.AddField(
            model_name="account",
            name="expected_per",
            field=models.CharField(
                blank=True,
                choices=[("month", "a month"), ("quarter", "a quarter"), ("year", "a year"), ("once", "once")],
                max_length=8,
                verbose_name="expected in",
            ),
        ),
        migrations.AddField(
            model_name="account",
            name="expected_said_by",
            field=models.CharField(blank=True, max_length=120, verbose_name="who said it"),
        ),
        migrations.AddField(
            model_name="account",
            name="expected_said_on",
            field=models.DateField(blank=True, null=True, verbose_name="said on"),
        ),
        migrations.AddField(
            model_name="account",
            name="expected_spend",
            field=vitalfew_web.core.money.MoneyField(
                blank=True, currency="expected_currency", null=True, verbose_name="expected spend"
            ),
        ),
        migrations.AddField(
            model_name="account",
            name="growth",
            field=models.CharField(
                blank=True,
                choices=[
                    ("shrinking", "shrinking"),
                    ("steady", "steady"),
                    ("growing", "growing"),
                    ("booming", "growing fast"),
                ],
                max_length=10,
                verbose_name="growth of the firm",
            ),
        ),
        migrations.AddField(
            model_name="account",
            name="habits",
            field=models.TextField(blank=True, verbose_name="habits of buying"),
        ),
        migrations.AddField(
            model_name="account",
            name="industry_growth",
            field=models.CharField(
                blank=True,
                choices=[
                    ("shrinking", "shrinking"),
                    ("steady", "steady"),
                    ("growing", "growing"),
                    ("booming", "growing fast"),
                ],
                max_length=10,
                verbose_name="growth of its industry",
            ),
        ),
        migrations.AddField(
            model_name="account",
            name="number_elsewhere",
            field=models.CharField(blank=True, max_length=80, verbose_name="number in other systems"),
        ),
        migrations.AddField(
            model_name="account",
            name="registration_number",
            field=models.CharField(blank=True, max_length=40, verbose_name="registration number"),
        ),
        migrations.AddField(
            model_name="account",
            name="sector",
            field=models.CharField(
                blank=True,
                choices=[
                    ("A", "Agriculture, forestry, fishing"),
                    ("B", "Mining"),
                    ("C", "Manufacturing"),
                    ("D", "Electricity and gas"),
                    ("E", "Water and waste"),
                    ("F", "Construction"),
                    ("G", "Wholesale and retail"),
                    ("H", "Transport and storage"),
                    ("I", "Hotels and restaurants"),
                    ("J", "Information and communication"),
                    ("K", "Finance and insurance"),
                    ("L", "Real estate"),
                    ("M", "Science and technical services"),
                    ("N", "Administrative services"),
                    ("O", "Public administration"),
                    ("P", "Education"),
                    ("Q", "Health and social work"),
                    ("R", "Arts and recreation"),
                    ("S", "Other services"),
                    ("T", "Households as employers"),
                    ("U", "International organisations"),
                ],
                max_length=1,
                verbose_name="sector",
            ),
        ),
        migrations.AddField(
            model_name="account",
            name="social_reach",
            field=models.CharField(blank=True, max_length=200, verbose_name="social reach"),
        ),
        migrations.AddField(
            model_name="account",
            name="taste",
            field=models.TextField(blank=True, verbose_name="taste"),
        ),
        migrations.AddField(
            model_name="account",
            name="tax_number",
            field=models.CharField(blank=True, max_length=40, verbose_name="tax number"),
        ),
        migrations.AlterField(
            model_name="account",
            name="ownership",
            field=models.CharField(
                blank=True,
                choices=[
                    ("private", "private"),
                    ("listed", "listed"),
                    ("state", "state-owned"),
                    ("foreign", "foreign"),
                    ("family", "family"),
                    ("global", "multinational"),
                ],
                max_length=8,
                verbose_name="ownership",
            ),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("expected_currency", ""), ("expected_spend__isnull", True)),
                    models.Q(("expected_spend__gte", 0), models.Q(("expected_currency", ""), _negated=True)),
                    _connector="OR",
                ),
                name="expected_spend_has_a_currency",
            ),
        ),
        migrations.RunPython(put_triggers_up_again, migrations.RunPython.noop),
    ]
