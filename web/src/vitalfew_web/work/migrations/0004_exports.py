import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("work", "0003_files"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Export",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=32, unique=True)),
                ("list_name", models.CharField(max_length=40)),
                ("query", models.TextField(blank=True)),
                ("chosen", models.JSONField(null=True)),
                ("kind", models.CharField(choices=[("csv", "Text (CSV)"), ("xlsx", "Workbook (XLSX)")], max_length=8)),
                ("name", models.CharField(max_length=80, verbose_name="name of the file")),
                ("rows", models.PositiveBigIntegerField(default=0)),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("place", models.CharField(blank=True, max_length=32)),
                ("rights", models.CharField(blank=True, max_length=64)),
                ("asked_at", models.DateTimeField(db_index=True)),
                ("made_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="exports", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "export",
            },
        ),
        migrations.CreateModel(
            name="Use",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "what",
                    models.CharField(
                        choices=[("reveals", "protected facts shown"), ("rows", "rows taken out as files")],
                        max_length=8,
                    ),
                ),
                ("amount", models.PositiveBigIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["person", "what", "at"], name="uses_of_person")],
            },
        ),
    ]
