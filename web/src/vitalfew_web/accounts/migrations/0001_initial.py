import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, verbose_name="number")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[("company", "company"), ("person", "person")],
                        default="company",
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                (
                    "channel_role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("distributor", "distributor"),
                            ("dealer", "dealer"),
                            ("wholesaler", "wholesaler"),
                            ("agent", "agent"),
                            ("partner", "partner"),
                            ("end_customer", "end customer"),
                        ],
                        max_length=16,
                        verbose_name="role in the trade",
                    ),
                ),
                ("industry", models.CharField(blank=True, max_length=80, verbose_name="industry")),
                ("region", models.CharField(blank=True, max_length=80, verbose_name="region")),
                (
                    "size",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("micro", "under 10 people"),
                            ("small", "10 to 49 people"),
                            ("medium", "50 to 249 people"),
                            ("large", "250 people or more"),
                        ],
                        max_length=8,
                        verbose_name="size",
                    ),
                ),
                (
                    "ownership",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("private", "private"),
                            ("listed", "listed"),
                            ("state", "state-owned"),
                            ("foreign", "foreign"),
                            ("family", "family"),
                        ],
                        max_length=8,
                        verbose_name="ownership",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("referral", "recommended"),
                            ("fair", "trade fair"),
                            ("web", "web"),
                            ("call", "cold call"),
                            ("partner", "through a partner"),
                            ("other", "other"),
                        ],
                        max_length=8,
                        verbose_name="source",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="phone")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("address", models.CharField(blank=True, max_length=240, verbose_name="address")),
                ("situation", models.TextField(blank=True, verbose_name="situation")),
                ("needs", models.TextField(blank=True, verbose_name="needs")),
                ("pain_points", models.TextField(blank=True, verbose_name="pain points")),
                ("business_model", models.TextField(blank=True, verbose_name="business model")),
                ("strategy", models.TextField(blank=True, verbose_name="strategy")),
                (
                    "position",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("leader", "leading"),
                            ("follower", "in the middle"),
                            ("niche", "specialist"),
                            ("small", "small"),
                        ],
                        max_length=8,
                        verbose_name="position in its industry",
                    ),
                ),
                (
                    "intent",
                    models.CharField(
                        blank=True,
                        choices=[("low", "low"), ("medium", "medium"), ("high", "high")],
                        max_length=8,
                        verbose_name="intent to work with us",
                    ),
                ),
                (
                    "risk_bearing",
                    models.CharField(
                        blank=True,
                        choices=[("low", "low"), ("medium", "medium"), ("high", "high")],
                        max_length=8,
                        verbose_name="ability to bear risk",
                    ),
                ),
                ("tokens", models.TextField(default="", editable=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("opened_at", models.DateTimeField(editable=False)),
                ("changed_at", models.DateTimeField(editable=False)),
                (
                    "introduced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="brought",
                        to="accounts.account",
                        verbose_name="introduced by",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accounts",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="owner",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="accounts.account",
                        verbose_name="belongs to",
                    ),
                ),
            ],
            options={
                "verbose_name": "customer",
                "indexes": [
                    models.Index(fields=["name", "id"], name="account_by_name"),
                    models.Index(fields=["number", "id"], name="account_by_number"),
                    models.Index(fields=["changed_at", "id"], name="account_by_changed_at"),
                    models.Index(fields=["owner", "name", "id"], name="account_of_name"),
                    models.Index(fields=["owner", "number", "id"], name="account_of_number"),
                    models.Index(fields=["owner", "changed_at", "id"], name="account_of_changed_at"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("number"), name="one_account_per_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("id")), _negated=True),
                        name="account_is_not_its_own_parent",
                    ),
                ],
            },
        ),
    ]
