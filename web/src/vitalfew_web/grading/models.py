"""Schemes, runs, and what a run says of each customer."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vitalfew_web.grading.choices import CustomerType, Rhythm, RunStatus, VersionStatus

PERSON = settings.AUTH_USER_MODEL


class Scheme(models.Model):
    """A grading scheme under its name; what it says stands in its versions.

    With `second_person` whoever wrote a version cannot publish it. `next_on` is the day of its next run by calendar.
    """

    name = models.CharField(_("name"), max_length=120, unique=True)
    owner = models.ForeignKey(PERSON, verbose_name=_("owner"), on_delete=models.PROTECT, related_name="+")
    template = models.CharField(max_length=80, blank=True, editable=False)
    second_person = models.BooleanField(_("a second person publishes"), default=False)
    rhythm = models.CharField(_("rhythm"), max_length=8, choices=Rhythm, default=Rhythm.NEVER, blank=True)
    next_on = models.DateField(null=True, editable=False)
    opened_at = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = _("grading scheme")

    def __str__(self) -> str:
        return self.name


class SchemeVersion(models.Model):
    """The document of a scheme as YAML. A published one stays as it is; the next change is another version."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    document = models.TextField()
    status = models.CharField(max_length=12, choices=VersionStatus, default=VersionStatus.DRAFT)
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    published_by = models.ForeignKey(PERSON, null=True, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True)
    saved = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["scheme", "number"], name="one_version_per_number"),
            models.UniqueConstraint(
                fields=["scheme"], condition=~Q(status=VersionStatus.PUBLISHED), name="one_draft_per_scheme"
            ),
            models.CheckConstraint(
                condition=Q(status=VersionStatus.PUBLISHED, published_at__isnull=False)
                | ~Q(status=VersionStatus.PUBLISHED) & Q(published_at__isnull=True),
                name="version_is_published_at_a_time",
            ),
        ]
        verbose_name = _("version of a grading scheme")

    def __str__(self) -> str:
        return f"{self.scheme} {self.number}"


class Run(models.Model):
    """A published version applied to the facts of one version of the store, as of a day.

    `manifest` and `result` are digests of its files in the folder of results. What it depends on is pinned before it
    is worked out, so that the same run gives the same bytes again. `scale` are its grades, best first, with title and
    playbook by language; `measures` what its metrics are called.
    """

    version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="runs")
    as_of = models.DateField(null=True)
    before = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    store_version = models.PositiveIntegerField()
    store_files = models.CharField(max_length=64, blank=True)
    status = models.CharField(max_length=8, choices=RunStatus, default=RunStatus.STARTED)
    by = models.ForeignKey(PERSON, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    manifest = models.CharField(max_length=64, blank=True)
    result = models.CharField(max_length=64, blank=True)
    customers = models.PositiveIntegerField(default=0)
    moved = models.PositiveIntegerField(default=0)
    scored = models.PositiveIntegerField(default=0)
    scale = models.JSONField(default=list)
    measures = models.JSONField(default=dict)
    currency = models.CharField(max_length=3, blank=True)
    digits = models.PositiveSmallIntegerField(default=2)

    class Meta:
        ordering: ClassVar = ["-id"]
        verbose_name = _("grading run")

    def __str__(self) -> str:
        return f"{self.version} · {self.as_of}"


class CurrentRun(models.Model):
    """The one row that says whose grades hold. It is turned last, when all of a run's rows stand there (F-04)."""

    run = models.OneToOneField(Run, on_delete=models.PROTECT, related_name="current")
    since = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.run)


class Grade(models.Model):
    """What a run says of a customer; of the current run and the one before it, of no other.

    `customer` is its number in the facts; `account` is empty where nobody opened the customer. Amounts are of twelve
    months, in minor units of the run's currency. `months` are twelve sums, oldest first; `reason` names the measures
    that carry the grade and those that hold it back; `past` the grades at the ends of the months before. `share_class` is the
    ABC class, `segment` that of RFM, `band` the one of 20/60/20, `field` that of profit × cost; `serves` the cost to
    serve and `margin` the gross profit, each as a fraction of sales.
    """

    # What keeps a customer from two grades in a run finds them by the run and by the customer as well.
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="grades", db_index=False)
    account = models.ForeignKey(
        "accounts.Account", null=True, on_delete=models.CASCADE, related_name="grades", db_index=False
    )
    customer = models.CharField(max_length=200)
    label = models.CharField(max_length=80, blank=True)
    was = models.CharField(max_length=80, blank=True)
    score = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    score_was = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    rank = models.PositiveIntegerField(null=True)
    type = models.CharField(max_length=12, choices=CustomerType, blank=True)
    cell = models.CharField(max_length=8, blank=True)
    share_class = models.CharField(max_length=80, blank=True, default="")
    segment = models.CharField(max_length=80, blank=True, default="")
    band = models.CharField(max_length=12, blank=True, default="")
    field = models.CharField(max_length=80, blank=True, default="")
    serves = models.DecimalField(max_digits=16, decimal_places=6, null=True)
    margin = models.DecimalField(max_digits=16, decimal_places=6, null=True)
    sales = models.BigIntegerField(null=True)
    contribution = models.BigIntegerField(null=True)
    last_order = models.DateField(null=True)
    promotion_only = models.BooleanField(default=False)
    promotion_share = models.DecimalField(max_digits=7, decimal_places=6, null=True)
    months = models.JSONField(null=True)
    reason = models.JSONField(default=dict)
    past = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "customer"], name="one_grade_per_customer"),
            models.UniqueConstraint(fields=["account", "run"], name="one_grade_per_account"),
        ]
        indexes: ClassVar = [
            # What a list is narrowed to and sorted by, each with the customer: no row is read for it.
            models.Index(fields=["run", "label", "was", "type", "account"], name="grade_by_label"),
            models.Index(fields=["run", "contribution", "promotion_only", "account"], name="grade_by_profit"),
            models.Index(fields=["run", "sales", "account"], name="grade_by_sales"),
            models.Index(fields=["run", "score", "account"], name="grade_by_score"),
            models.Index(fields=["run", "last_order", "account"], name="grade_by_last_order"),
            models.Index(
                fields=["run", "share_class", "segment", "band", "field", "cell", "serves", "margin", "account"],
                name="grade_by_views",
            ),
        ]
        verbose_name = _("grade")

    def __str__(self) -> str:
        return f"{self.customer}: {self.label}"


class Move(models.Model):
    """A customer that has another grade than in the run before, and why; kept of every run.

    `reasons` are sentences by language, the largest effect first.
    """

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="moves")
    account = models.ForeignKey("accounts.Account", null=True, on_delete=models.CASCADE, related_name="+")
    customer = models.CharField(max_length=200)
    was = models.CharField(max_length=80, blank=True)
    now = models.CharField(max_length=80, blank=True)
    score_was = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    score_now = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    reasons = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["run", "customer"], name="one_move_per_customer")]
        indexes: ClassVar = [models.Index(fields=["account", "-id"], name="moves_of_account")]
        verbose_name = _("change of grade")

    def __str__(self) -> str:
        return f"{self.customer}: {self.was} → {self.now}"


class Override(models.Model):
    """Another grade for a customer, by a person, with a reason and a last day. It ends by itself."""

    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="overrides")
    label = models.CharField(_("grade"), max_length=80)
    instead_of = models.CharField(max_length=80, blank=True)
    reason = models.TextField(_("reason"), max_length=2000)
    until = models.DateField(_("until"))
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(PERSON, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account"], condition=Q(ended_at__isnull=True), name="one_override_at_a_time"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["until", "ended_at"], name="overrides_that_end")]
        verbose_name = _("grade changed by hand")

    def __str__(self) -> str:
        return f"{self.account_id}: {self.label}"


class KeyList(models.Model):
    """The key customer list of a run as somebody approved it: who is on it, who joined and who left (M57)."""

    run = models.OneToOneField(Run, on_delete=models.PROTECT, related_name="key_list")
    label = models.CharField(max_length=80)
    approved_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField()
    rows = models.JSONField(default=list)
    joined = models.JSONField(default=list)
    left = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.run}: {self.label}"
