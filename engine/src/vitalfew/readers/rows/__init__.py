"""Typed rows and the rules across them: grain, twins, conflicts, totals, currencies, rejects."""
