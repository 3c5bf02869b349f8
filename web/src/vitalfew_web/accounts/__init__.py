"""Customers: who they are, who they belong to, who looks after them."""
