from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("facts", "0004_contacts_of_address_books"),
    ]

    operations = [
        migrations.AddField(
            model_name="importbatch",
            name="mends",
            field=models.JSONField(default=dict),
        ),
    ]
