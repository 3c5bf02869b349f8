"""What a backtest says: in a director's words, in tables, as a page."""

from vitalfew.report.proof.page import page_of

__all__ = ["page_of"]
