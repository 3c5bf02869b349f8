"""Result → XLSX: list, summary, ABC table, movers, definitions, and what the charts are drawn from."""

from vitalfew.report.workbook.writing import write_workbook

__all__ = ["write_workbook"]
