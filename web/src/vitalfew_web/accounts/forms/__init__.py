"""Input of customer pages, one module per noun."""

from vitalfew_web.accounts.forms.accounts import KNOWLEDGE, SECTIONS, AccountForm, FilterForm

__all__ = ["KNOWLEDGE", "SECTIONS", "AccountForm", "FilterForm"]
