"""BG/NBD: a customer may leave after each repeat occasion, and one without a repeat is still there.

Source: Fader, Hardie and Lee, "Counting your customers" the easy way, Marketing Science 24:2 (2005). Parameters: r and
alpha of the paces (alpha a time), a and b of the chances to leave. The chance of being alive says little of who will
come back, since it is 1 for everybody who bought once; the chance of returning says it.
"""

from __future__ import annotations

from vitalfew.models.dropout import leaving

BG_NBD = leaving("bg_nbd", extra=0)
