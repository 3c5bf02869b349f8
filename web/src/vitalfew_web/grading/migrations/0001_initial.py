import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0004_groups"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Run",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("as_of", models.DateField(null=True)),
                ("store_version", models.PositiveIntegerField()),
                ("store_files", models.CharField(blank=True, max_length=64)),
                (
                    "status",
                    models.CharField(
                        choices=[("started", "started"), ("whole", "whole"), ("failed", "failed")],
                        default="started",
                        max_length=8,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("manifest", models.CharField(blank=True, max_length=64)),
                ("result", models.CharField(blank=True, max_length=64)),
                ("customers", models.PositiveIntegerField(default=0)),
                ("moved", models.PositiveIntegerField(default=0)),
                ("scored", models.PositiveIntegerField(default=0)),
                ("scale", models.JSONField(default=list)),
                ("measures", models.JSONField(default=dict)),
                ("currency", models.CharField(blank=True, max_length=3)),
                ("digits", models.PositiveSmallIntegerField(default=2)),
                (
                    "before",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="grading.run"
                    ),
                ),
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
                "verbose_name": "grading run",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="KeyList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(max_length=80)),
                ("approved_at", models.DateTimeField()),
                ("rows", models.JSONField(default=list)),
                ("joined", models.JSONField(default=list)),
                ("left", models.JSONField(default=list)),
                (
                    "approved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "run",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="key_list", to="grading.run"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CurrentRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateTimeField()),
                (
                    "run",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="current", to="grading.run"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Scheme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, unique=True, verbose_name="name")),
                ("template", models.CharField(blank=True, editable=False, max_length=80)),
                ("second_person", models.BooleanField(default=False, verbose_name="a second person publishes")),
                (
                    "rhythm",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "by hand only"),
                            ("week", "every Monday"),
                            ("month", "on the first of each month"),
                            ("quarter", "on the first of each quarter"),
                        ],
                        default="",
                        max_length=8,
                        verbose_name="rhythm",
                    ),
                ),
                ("next_on", models.DateField(editable=False, null=True)),
                ("opened_at", models.DateTimeField(editable=False)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="owner",
                    ),
                ),
            ],
            options={
                "verbose_name": "grading scheme",
            },
        ),
        migrations.CreateModel(
            name="SchemeVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("document", models.TextField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("checked", "checked, waits for a second person"),
                            ("published", "published"),
                        ],
                        default="draft",
                        max_length=12,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("published_at", models.DateTimeField(null=True)),
                ("saved", models.PositiveIntegerField(default=1)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="grading.scheme"
                    ),
                ),
            ],
            options={
                "verbose_name": "version of a grading scheme",
                "ordering": ["-number"],
            },
        ),
        migrations.AddField(
            model_name="run",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="runs", to="grading.schemeversion"
            ),
        ),
        migrations.CreateModel(
            name="Override",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(max_length=80, verbose_name="grade")),
                ("instead_of", models.CharField(blank=True, max_length=80)),
                ("reason", models.TextField(max_length=2000, verbose_name="reason")),
                ("until", models.DateField(verbose_name="until")),
                ("at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="overrides", to="accounts.account"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "grade changed by hand",
                "indexes": [models.Index(fields=["until", "ended_at"], name="overrides_that_end")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("account",),
                        name="one_override_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Move",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("customer", models.CharField(max_length=200)),
                ("was", models.CharField(blank=True, max_length=80)),
                ("now", models.CharField(blank=True, max_length=80)),
                ("score_was", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                ("score_now", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                ("reasons", models.JSONField(default=dict)),
                (
                    "account",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.account"
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="moves", to="grading.run"
                    ),
                ),
            ],
            options={
                "verbose_name": "change of grade",
                "indexes": [models.Index(fields=["account", "-id"], name="moves_of_account")],
                "constraints": [models.UniqueConstraint(fields=("run", "customer"), name="one_move_per_customer")],
            },
        ),
        migrations.CreateModel(
            name="Grade",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("customer", models.CharField(max_length=200)),
                ("label", models.CharField(blank=True, max_length=80)),
                ("was", models.CharField(blank=True, max_length=80)),
                ("score", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                ("score_was", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                ("rank", models.PositiveIntegerField(null=True)),
                (
                    "type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("old_big", "old + big"),
                            ("new_big", "new + big"),
                            ("old_small", "old + small"),
                            ("new_small", "new + small"),
                        ],
                        max_length=12,
                    ),
                ),
                ("cell", models.CharField(blank=True, max_length=8)),
                ("sales", models.BigIntegerField(null=True)),
                ("contribution", models.BigIntegerField(null=True)),
                ("last_order", models.DateField(null=True)),
                ("promotion_only", models.BooleanField(default=False)),
                ("promotion_share", models.DecimalField(decimal_places=6, max_digits=7, null=True)),
                ("months", models.JSONField(null=True)),
                ("reason", models.JSONField(default=dict)),
                ("past", models.JSONField(default=list)),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grades",
                        to="accounts.account",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="grades", to="grading.run"
                    ),
                ),
            ],
            options={
                "verbose_name": "grade",
                "indexes": [
                    models.Index(fields=["account", "run"], name="grade_of_account"),
                    models.Index(fields=["run", "label", "account"], name="grade_by_label"),
                    models.Index(fields=["run", "sales", "account"], name="grade_by_sales"),
                ],
                "constraints": [models.UniqueConstraint(fields=("run", "customer"), name="one_grade_per_customer")],
            },
        ),
        migrations.AddConstraint(
            model_name="schemeversion",
            constraint=models.UniqueConstraint(fields=("scheme", "number"), name="one_version_per_number"),
        ),
        migrations.AddConstraint(
            model_name="schemeversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "published"), _negated=True),
                fields=("scheme",),
                name="one_draft_per_scheme",
            ),
        ),
        migrations.AddConstraint(
            model_name="schemeversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("published_at__isnull", False), ("status", "published")),
                    models.Q(models.Q(("status", "published"), _negated=True), ("published_at__isnull", True)),
                    _connector="OR",
                ),
                name="version_is_published_at_a_time",
            ),
        ),
    ]
