"""Check → read → compile → execute → a result with its manifest."""

from vitalfew.run.gather import Gathered, TooManyRejects, gather
from vitalfew.run.grading import Request, grade, grade_metrics, plan
from vitalfew.run.result import Result

__all__ = ["Gathered", "Request", "Result", "TooManyRejects", "gather", "grade", "grade_metrics", "plan"]
