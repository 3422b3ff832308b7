"""The manager's needs report (S22) as a web page, a PDF and a spreadsheet."""

from analytics.report.writing import PeriodError, Written, write

__all__ = ["PeriodError", "Written", "write"]
