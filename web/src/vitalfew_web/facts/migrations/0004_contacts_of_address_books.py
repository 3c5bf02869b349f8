import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_notes"),
        ("facts", "0003_batches_of_programs"),
    ]

    operations = [
        migrations.AlterField(
            model_name="importbatch",
            name="table",
            field=models.CharField(
                choices=[
                    ("orders", "Orders"),
                    ("customers", "Customers"),
                    ("contacts", "Contacts of an address book"),
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
        migrations.AlterField(
            model_name="source",
            name="table",
            field=models.CharField(
                choices=[
                    ("orders", "Orders"),
                    ("customers", "Customers"),
                    ("contacts", "Contacts of an address book"),
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
        migrations.CreateModel(
            name="ImportedContact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveIntegerField()),
                ("before", models.JSONField(null=True)),
                ("after", models.JSONField(default=dict)),
                ("items", models.JSONField(default=list)),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="contacts", to="facts.importbatch"
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.contact"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("batch", "place"), name="one_entry_per_import_and_card")
                ],
            },
        ),
    ]
