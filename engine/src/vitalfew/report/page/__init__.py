"""The report as one file that opens anywhere: no request, no font, nothing but itself."""

from vitalfew.report.page.html import render

__all__ = ["render"]
