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
