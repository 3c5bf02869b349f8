import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_search"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "table",
                    models.CharField(
                        choices=[
                            ("orders", "Orders"),
                            ("customers", "Customers"),
                            ("payments", "Invoices and payments"),
                            ("returns", "Returns"),
                            ("service_costs", "Cost to serve"),
                            ("feedback", "Feedback"),
                            ("interactions", "Visits, calls, page views"),
                            ("wallet", "What customers spend in all"),
                            ("exchange_rates", "Exchange rates"),
                        ],
                        max_length=16,
                        verbose_name="content",
                    ),
                ),
                ("source", models.CharField(max_length=80, verbose_name="source")),
                ("file_name", models.CharField(max_length=200, verbose_name="file")),
                ("files", models.PositiveIntegerField(default=1)),
                ("size", models.BigIntegerField(default=0)),
                ("place", models.CharField(max_length=40, unique=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("uploaded", "not read yet"),
                            ("mapping", "columns to confirm"),
                            ("checking", "being checked"),
                            ("checked", "ready to commit"),
                            ("running", "being taken in"),
                            ("done", "done"),
                            ("failed", "failed"),
                            ("interrupted", "interrupted"),
                            ("undoing", "being undone"),
                            ("undone", "undone"),
                        ],
                        default="uploaded",
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                ("reading", models.JSONField(default=dict)),
                ("mapping", models.JSONField(default=dict)),
                ("decisions", models.JSONField(default=dict)),
                ("looked", models.JSONField(default=dict)),
                ("checked", models.JSONField(default=dict)),
                ("rows", models.PositiveIntegerField(default=0, verbose_name="rows")),
                ("new", models.PositiveIntegerField(default=0, verbose_name="new")),
                ("changed", models.PositiveIntegerField(default=0, verbose_name="changed")),
                ("known", models.PositiveIntegerField(default=0, verbose_name="known")),
                ("rejected", models.PositiveIntegerField(default=0, verbose_name="rejected")),
                ("opened", models.PositiveIntegerField(default=0, verbose_name="customers opened")),
                ("amount", models.BigIntegerField(null=True)),
                ("digits", models.PositiveSmallIntegerField(default=2)),
                ("currency", models.CharField(blank=True, max_length=3)),
                ("store_batch", models.PositiveIntegerField(null=True)),
                ("store_version", models.PositiveIntegerField(null=True)),
                ("said", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "import",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="ImportedAccount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("before", models.JSONField(default=dict)),
                ("after", models.JSONField(default=dict)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.account"
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="accounts", to="facts.importbatch"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="source")),
                (
                    "table",
                    models.CharField(
                        choices=[
                            ("orders", "Orders"),
                            ("customers", "Customers"),
                            ("payments", "Invoices and payments"),
                            ("returns", "Returns"),
                            ("service_costs", "Cost to serve"),
                            ("feedback", "Feedback"),
                            ("interactions", "Visits, calls, page views"),
                            ("wallet", "What customers spend in all"),
                            ("exchange_rates", "Exchange rates"),
                        ],
                        max_length=16,
                        verbose_name="content",
                    ),
                ),
                ("mapping", models.JSONField(default=dict)),
                ("reading", models.JSONField(default=dict)),
                ("used_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        models.F("table"),
                        name="one_source_per_name_and_table",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="importbatch",
            index=models.Index(fields=["by", "-id"], name="imports_of_person"),
        ),
        migrations.AddIndex(
            model_name="importbatch",
            index=models.Index(fields=["status", "-id"], name="imports_by_status"),
        ),
        migrations.AddConstraint(
            model_name="importedaccount",
            constraint=models.UniqueConstraint(fields=("batch", "account"), name="one_entry_per_import_and_account"),
        ),
    ]
