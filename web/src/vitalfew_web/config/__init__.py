"""Composition: settings, addresses, wiring between neighbours."""
