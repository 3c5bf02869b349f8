import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("work", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Wish",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by_mail", models.BooleanField(default=False, verbose_name="reminders also by e-mail")),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="wish", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Notification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("occasion", models.CharField(max_length=120)),
                ("icon", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=240)),
                ("text", models.CharField(blank=True, max_length=400)),
                ("url", models.CharField(max_length=240)),
                ("at", models.DateTimeField()),
                ("read_at", models.DateTimeField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notifications",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "notification",
                "ordering": ["-id"],
                "indexes": [
                    models.Index(fields=["person", "-id"], name="notifications_of_person"),
                    models.Index(
                        condition=models.Q(("read_at__isnull", True)), fields=["person"], name="unread_of_person"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("person", "occasion"), name="one_notification_per_occasion")
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=200, verbose_name="what")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("subject", models.CharField(blank=True, max_length=40)),
                ("subject_id", models.BigIntegerField(blank=True, null=True, verbose_name="about")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="day")),
                ("due_time", models.TimeField(blank=True, null=True, verbose_name="time")),
                ("zone", models.CharField(max_length=64, verbose_name="time zone")),
                ("due_at", models.DateTimeField(editable=False, null=True)),
                (
                    "repeat",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "once"),
                            ("daily", "every day"),
                            ("weekdays", "every weekday, Monday to Friday"),
                            ("weekly", "every week"),
                            ("monthly", "every month"),
                            ("yearly", "every year"),
                        ],
                        default="",
                        max_length=8,
                        verbose_name="again",
                    ),
                ),
                ("first_on", models.DateField(editable=False, null=True)),
                (
                    "remind_before",
                    models.PositiveIntegerField(
                        blank=True,
                        choices=[
                            (0, "when it is due"),
                            (15, "15 minutes before"),
                            (60, "1 hour before"),
                            (1440, "1 day before"),
                        ],
                        null=True,
                        verbose_name="reminder",
                    ),
                ),
                ("remind_at", models.DateTimeField(editable=False, null=True)),
                ("hidden_until", models.DateTimeField(editable=False, null=True)),
                ("added_at", models.DateTimeField(editable=False)),
                ("done_at", models.DateTimeField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "follows",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="next",
                        to="work.task",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
            ],
            options={
                "verbose_name": "task",
                "indexes": [
                    models.Index(fields=["owner", "done_at", "due_at", "id"], name="tasks_of_owner"),
                    models.Index(fields=["subject", "subject_id", "done_at"], name="tasks_of_subject"),
                    models.Index(
                        condition=models.Q(("remind_at__isnull", False)), fields=["remind_at"], name="tasks_that_remind"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("due_at__isnull", True),
                                ("due_on__isnull", True),
                                ("due_time__isnull", True),
                                ("remind_before__isnull", True),
                                ("repeat", ""),
                            ),
                            models.Q(("due_at__isnull", False), ("due_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="task_without_a_day_has_nothing_that_needs_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("subject", ""), ("subject_id__isnull", True)),
                            models.Q(models.Q(("subject", ""), _negated=True), ("subject_id__isnull", False)),
                            _connector="OR",
                        ),
                        name="task_is_about_a_whole_subject",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("done_at__isnull", True), ("remind_at__isnull", True), _connector="OR"),
                        name="task_done_reminds_nobody",
                    ),
                ],
            },
        ),
    ]
