"""The names under which tables are given, by flag on the command line and by keyword in the library."""

TABLES = {
    "customers": "customers",
    "payments": "payments",
    "returns": "returns",
    "costs": "service_costs",
    "feedback": "feedback",
    "interactions": "interactions",
    "wallet": "wallet",
    "rates": "exchange_rates",
}
"""Flag or keyword → table of facts. Orders stand apart: they come first and without a flag."""

BUYING_MODELS = ("bg_nbd", "mbg_nbd", "pareto_nbd", "mbg_cnbd_k")
"""Models of buying by name, the one taken by default first."""

PERIODS = {"day": 1.0, "week": 7.0, "month": 30.4375}
"""Unit of a time ahead → its days."""

CALENDAR = ("month", "quarter", "year")
"""Periods of the calendar that customers are put together by, the one taken by default first."""
