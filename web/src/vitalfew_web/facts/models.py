"""Where facts come from, and what was imported."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from vitalfew_web.facts.choices import Status, Table


class Source(models.Model):
    """A place that files come from again and again, and how its files of one table were read the last time.

    `mapping` is header → what it was taken for, `reading` how the file is opened (encoding, sheet, header row, order of day and
    month, …). Facts of two sources never replace each other.
    """

    name = models.CharField(_("source"), max_length=80)
    table = models.CharField(_("content"), max_length=16, choices=Table)
    mapping = models.JSONField(default=dict)
    reading = models.JSONField(default=dict)
    used_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("name"), models.F("table"), name="one_source_per_name_and_table")
        ]

    def __str__(self) -> str:
        return self.name


class ImportBatch(models.Model):
    """One import: a file, or several of one kind, on its way into the facts, or among them.

    `place` is the folder its files lie in, under a name that nobody can guess; `digest` the sha256 of the files as
    they came. `ahead` is what a program that pushed it decided before anybody saw a dry run, with the program's name;
    empty where it came through the pages. `mapping` is header → what it is taken for, `mends` line → header → the cell that a person
    wants read there, `decisions` what was chosen at the dry run, `looked` and `checked` what the reader and the dry run found
    (`checked` with the `mends` that it read). `store_batch` is its number in the fact store, where it brought
    something. `amount` is the sum of its amounts in minor units of `currency`.
    """

    table = models.CharField(_("content"), max_length=16, choices=Table)
    source = models.CharField(_("source"), max_length=80)
    file_name = models.CharField(_("file"), max_length=200)
    files = models.PositiveIntegerField(default=1)
    size = models.BigIntegerField(default=0)
    place = models.CharField(max_length=40, unique=True)
    digest = models.CharField(max_length=64, blank=True, db_index=True)
    status = models.CharField(_("status"), max_length=16, choices=Status, default=Status.UPLOADED)
    reading = models.JSONField(default=dict)
    mapping = models.JSONField(default=dict)
    mends = models.JSONField(default=dict)
    decisions = models.JSONField(default=dict)
    ahead = models.JSONField(default=dict)
    looked = models.JSONField(default=dict)
    checked = models.JSONField(default=dict)
    rows = models.PositiveIntegerField(_("rows"), default=0)
    new = models.PositiveIntegerField(_("new"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    known = models.PositiveIntegerField(_("known"), default=0)
    rejected = models.PositiveIntegerField(_("rejected"), default=0)
    opened = models.PositiveIntegerField(_("customers opened"), default=0)
    amount = models.BigIntegerField(null=True)
    digits = models.PositiveSmallIntegerField(default=2)
    currency = models.CharField(max_length=3, blank=True)
    store_batch = models.PositiveIntegerField(null=True)
    store_version = models.PositiveIntegerField(null=True)
    said = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        indexes: ClassVar = [
            models.Index(fields=["by", "-id"], name="imports_of_person"),
            models.Index(fields=["status", "-id"], name="imports_by_status"),
        ]
        verbose_name = _("import")

    def __str__(self) -> str:
        return self.file_name

    @property
    def mended(self) -> int:
        """Rows in which a person wants another cell read."""
        return len(self.mends)

    @property
    def is_stale(self) -> bool:
        """Whether cells were put right, or mends taken back, since the dry run."""
        found: dict[str, Any] = self.checked
        return bool(found) and found.get("mends", {}) != self.mends


class ImportedAccount(models.Model):
    """What an import did to one customer, so that it can be taken back: the fields as they were and as it wrote them.

    Of a customer that it opened, `before` is empty.
    """

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="accounts")
    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="+")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["batch", "account"], name="one_entry_per_import_and_account")
        ]

    def __str__(self) -> str:
        return f"{self.batch_id} {self.account_id}"


class ImportedContact(models.Model):
    """What an import did to somebody of an address book, so that it can be taken back: the card by its place in the file,
    the fields as they were (None where the contact was added) and as it wrote them, and the personal items it noted.
    """

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="contacts")
    place = models.PositiveIntegerField()
    contact = models.ForeignKey("accounts.Contact", on_delete=models.CASCADE, related_name="+")
    before = models.JSONField(null=True)
    after = models.JSONField(default=dict)
    items = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["batch", "place"], name="one_entry_per_import_and_card")
        ]

    def __str__(self) -> str:
        return f"{self.batch_id} {self.contact_id}"


RECORDED = ("table", "source", "file_name", "status", "new", "changed", "known", "rejected", "store_batch")


def as_recorded(batch: ImportBatch) -> dict[str, Any]:
    """What the audit keeps of an import."""
    return {name: getattr(batch, name) for name in RECORDED}
