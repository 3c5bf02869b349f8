from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("facts", "0002_wizard"),
    ]

    operations = [
        migrations.AddField(
            model_name="importbatch",
            name="ahead",
            field=models.JSONField(default=dict),
        ),
    ]
