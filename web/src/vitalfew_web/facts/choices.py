"""Enumerations of facts."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Table(models.TextChoices):
    """What a file holds; the names are those of the engine's tables."""

    ORDERS = "orders", _("Orders")
    CUSTOMERS = "customers", _("Customers")
    CONTACTS = "contacts", _("Contacts of an address book")
    PAYMENTS = "payments", _("Invoices and payments")
    RETURNS = "returns", _("Returns")
    SERVICE_COSTS = "service_costs", _("Cost to serve")
    FEEDBACK = "feedback", _("Feedback")
    INTERACTIONS = "interactions", _("Visits, calls, page views")
    WALLET = "wallet", _("What customers spend in all")
    RATES = "exchange_rates", _("Exchange rates")


class Status(models.TextChoices):
    """How far an import is. Nothing of it is among the facts before it is done, all of it is then."""

    FETCHING = "fetching", _("being read from its database")
    UPLOADED = "uploaded", _("not read yet")
    MAPPING = "mapping", _("columns to confirm")
    CHECKING = "checking", _("being checked")
    CHECKED = "checked", _("ready to commit")
    RUNNING = "running", _("being taken in")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    UNDOING = "undoing", _("being undone")
    UNDONE = "undone", _("undone")
    DISCARDED = "discarded", _("discarded")


OPEN = (Status.UPLOADED, Status.MAPPING, Status.CHECKED, Status.FAILED)
"""An import that waits for a person, who may go on with it or discard it."""


class Unknown(models.TextChoices):
    """What becomes of facts of a customer who is not in the list."""

    CREATE = "create", _("Open these customers now")
    KEEP = "keep", _("Keep the facts; they join when a customer with this number is opened")
    LEAVE_OUT = "leave_out", _("Leave these rows out")


class Rejects(models.TextChoices):
    """What a program wants where rows cannot be taken."""

    LEAVE_OUT = "leave_out", _("Leave these rows out and take the others")
    REFUSE = "refuse", _("Take all rows or none")


LABELS: dict[str, Any] = {
    "customer_id": _("Customer"),
    "order_id": _("Order number"),
    "line": _("Line number"),
    "moment": _("Date of the order"),
    "product_id": _("Product"),
    "category": _("Category"),
    "quantity": _("Quantity"),
    "unit_price": _("Unit price"),
    "amount": _("Amount"),
    "order_total": _("Total of the order"),
    "list_amount": _("List amount"),
    "cost": _("Cost"),
    "currency": _("Currency"),
    "channel": _("Channel"),
    "promotion": _("Promotion"),
    "invoice_id": _("Invoice number"),
    "issued": _("Date of the invoice"),
    "due": _("Due date"),
    "paid_on": _("Paid on"),
    "paid_amount": _("Amount paid"),
    "day": _("Day"),
    "reason": _("Reason"),
    "hours": _("Hours"),
    "name": _("Name"),
    "kind": _("Kind"),
    "parent_id": _("Belongs to"),
    "since": _("Customer since"),
    "industry": _("Industry"),
    "region": _("Region"),
    "channel_role": _("Role in the trade"),
    "score": _("Score"),
    "text": _("Text"),
    "year": _("Year"),
    "date": _("Date"),
    "rate": _("Rate"),
    "satisfaction": _("Satisfaction"),
    "expected_spend": _("Expected spend"),
    "contact_role": _("Role of the contact"),
    "source": _("Source"),
    "page": _("Page"),
    "minutes": _("Minutes"),
}
"""Column of the engine → its name for people; the many rarer ones of customers go by their standard names."""
