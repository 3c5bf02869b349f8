"""Pages of customers, one module per noun."""
