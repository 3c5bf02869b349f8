"""Writing customers and what belongs to them, one module per noun."""

from vitalfew_web.accounts.services.accounts import Overtaken, change_account, open_account

__all__ = ["Overtaken", "change_account", "open_account"]
