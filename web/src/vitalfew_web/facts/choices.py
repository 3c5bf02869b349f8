"""Enumerations of facts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Table(models.TextChoices):
    """What a file holds; the names are those of the engine's tables."""

    ORDERS = "orders", _("Orders")
    CUSTOMERS = "customers", _("Customers")
    PAYMENTS = "payments", _("Invoices and payments")
    RETURNS = "returns", _("Returns")
    SERVICE_COSTS = "service_costs", _("Cost to serve")
    FEEDBACK = "feedback", _("Feedback")
    INTERACTIONS = "interactions", _("Visits, calls, page views")
    WALLET = "wallet", _("What customers spend in all")
    RATES = "exchange_rates", _("Exchange rates")


class Status(models.TextChoices):
    """How far an import is. Nothing of it is among the facts before it is done, all of it is then."""

    UPLOADED = "uploaded", _("not read yet")
    MAPPING = "mapping", _("columns to confirm")
    CHECKING = "checking", _("being checked")
    CHECKED = "checked", _("ready to commit")
    RUNNING = "running", _("being taken in")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    INTERRUPTED = "interrupted", _("interrupted")
    UNDOING = "undoing", _("being undone")
    UNDONE = "undone", _("undone")


OPEN = (Status.UPLOADED, Status.MAPPING, Status.CHECKED, Status.FAILED, Status.INTERRUPTED)
"""An import that waits for a person, who may go on with it or discard it."""


class Unknown(models.TextChoices):
    """What becomes of facts of a customer who is not in the list."""

    CREATE = "create", _("Open these customers now")
    KEEP = "keep", _("Keep the facts; they join when a customer with this number is opened")
    LEAVE_OUT = "leave_out", _("Leave these rows out")
