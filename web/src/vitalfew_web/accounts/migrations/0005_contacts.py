import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import vitalfew_web.core.secrecy


def keep_persons(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  (Django gives both)
    """Give the customers who are persons the contact that holds what is personal of them."""
    contacts = apps.get_model("accounts", "Contact").objects
    for account in apps.get_model("accounts", "Account").objects.filter(kind="person").iterator():
        contacts.create(account=account, itself=True, name=account.name[:120], changed_at=account.changed_at)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_search_on_postgresql"),
        ("accounts", "0004_groups"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("itself", models.BooleanField(default=False, editable=False)),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "decision_role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("decides", "decides"),
                            ("approves", "approves the money"),
                            ("influences", "influences"),
                            ("uses", "uses it"),
                            ("buys", "buys"),
                            ("gatekeeper", "opens or closes doors"),
                            ("champion", "speaks for us"),
                        ],
                        max_length=12,
                        verbose_name="role in the decision",
                    ),
                ),
                (
                    "function",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("management", "management"),
                            ("purchasing", "purchasing"),
                            ("sales", "sales"),
                            ("marketing", "marketing"),
                            ("logistics", "logistics"),
                            ("production", "production"),
                            ("technical", "technical"),
                            ("stores", "stores"),
                            ("finance", "finance"),
                            ("expansion", "expansion"),
                            ("other", "other"),
                        ],
                        max_length=12,
                        verbose_name="function",
                    ),
                ),
                ("post", models.CharField(blank=True, max_length=120, verbose_name="post")),
                ("phones", models.JSONField(blank=True, default=list, verbose_name="phones")),
                ("mails", models.JSONField(blank=True, default=list, verbose_name="e-mails")),
                ("language", models.CharField(blank=True, max_length=40, verbose_name="language")),
                ("form_of_address", models.CharField(blank=True, max_length=60, verbose_name="form of address")),
                ("is_main", models.BooleanField(default=False, verbose_name="main contact")),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="left the firm on")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("changed_at", models.DateTimeField(editable=False)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="accounts.account",
                        verbose_name="customer",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact",
            },
        ),
        migrations.CreateModel(
            name="ContactItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "item",
                    models.CharField(
                        choices=[
                            ("gender", "gender"),
                            ("age", "age band"),
                            ("birthday", "birthday"),
                            ("occupation", "occupation"),
                            ("income", "income class"),
                            ("residence", "home address"),
                            ("family", "family"),
                            ("likes", "likes"),
                            ("culture", "culture and customs"),
                            ("values", "values"),
                            ("attitude", "attitude"),
                            ("lifestyle", "lifestyle"),
                            ("buying", "buying habits"),
                            ("browsing", "browsing habits"),
                            ("social", "on social media"),
                            ("personality", "personality type"),
                        ],
                        max_length=12,
                    ),
                ),
                ("value", models.TextField(blank=True)),
                ("secret", vitalfew_web.core.secrecy.SecretField(null=True)),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("self", "told us by the person"),
                            ("card", "on a business card"),
                            ("colleague", "told by a colleague of theirs"),
                            ("public", "made public by the person"),
                            ("seen", "noticed in our work together"),
                            ("file", "from an imported file"),
                        ],
                        max_length=12,
                        verbose_name="source",
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("service", "to serve the person well"),
                            ("meeting", "to prepare meetings"),
                            ("greeting", "for greetings and gifts"),
                            ("contract", "to fulfil a contract"),
                        ],
                        max_length=12,
                        verbose_name="purpose",
                    ),
                ),
                ("noted_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="accounts.contact"
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_main", True)), fields=("account",), name="one_main_contact_of_account"
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.UniqueConstraint(
                condition=models.Q(("itself", True)), fields=("account",), name="one_itself_of_account"
            ),
        ),
        migrations.AddConstraint(
            model_name="contactitem",
            constraint=models.UniqueConstraint(fields=("contact", "item"), name="one_item_of_a_kind"),
        ),
        migrations.AddConstraint(
            model_name="contactitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("secret__isnull", False), ("value", "")),
                    models.Q(("secret__isnull", True), models.Q(("value", ""), _negated=True)),
                    _connector="OR",
                ),
                name="item_is_open_or_in_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactitem",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("origin", ""), _negated=True), models.Q(("purpose", ""), _negated=True)),
                name="item_has_source_and_purpose",
            ),
        ),
        migrations.RunPython(keep_persons, migrations.RunPython.noop),
    ]
