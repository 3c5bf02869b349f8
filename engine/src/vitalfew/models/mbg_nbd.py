"""MBG/NBD: a customer may leave after every occasion, the first one too.

Source: Batislam, Denizel and Filiztekin, International Journal of Research in Marketing 24:3 (2007). Parameters as in
BG/NBD. One who bought once may have left, which BG/NBD cannot say.
"""

from __future__ import annotations

from vitalfew.models.dropout import leaving

MBG_NBD = leaving("mbg_nbd", extra=1)
