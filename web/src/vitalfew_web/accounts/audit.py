"""Recorded actions of accounts."""

from django.utils.translation import gettext_lazy as _

from vitalfew_web.accounts.models import WRITTEN, Account

OPENED = "accounts.account.opened"
CHANGED = "accounts.account.changed"

LABELS = {OPENED: _("Customer opened"), CHANGED: _("Customer changed")}
FIELDS = {field.name: field.verbose_name for field in Account._meta.fields if field.name in WRITTEN}
