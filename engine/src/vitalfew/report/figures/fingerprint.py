"""What a page cites of the rows that it was made of."""

from __future__ import annotations

import hashlib

import pyarrow as pa
import pyarrow.csv

DIGEST = 8
"""Characters of the fingerprint in the foot."""


def fingerprint(rows: pa.Table) -> str:
    """The first characters of the digest of rows."""
    written = pa.BufferOutputStream()
    pa.csv.write_csv(rows, written)
    return hashlib.sha256(written.getvalue()).hexdigest()[:DIGEST]
