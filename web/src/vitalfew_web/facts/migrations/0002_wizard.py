from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("facts", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="importbatch",
            name="digest",
            field=models.CharField(blank=True, db_index=True, max_length=64),
        ),
        migrations.AlterField(
            model_name="importbatch",
            name="status",
            field=models.CharField(
                choices=[
                    ("uploaded", "not read yet"),
                    ("mapping", "columns to confirm"),
                    ("checking", "being checked"),
                    ("checked", "ready to commit"),
                    ("running", "being taken in"),
                    ("done", "done"),
                    ("failed", "failed"),
                    ("undoing", "being undone"),
                    ("undone", "undone"),
                    ("discarded", "discarded"),
                ],
                default="uploaded",
                max_length=16,
                verbose_name="status",
            ),
        ),
    ]
