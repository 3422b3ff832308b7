"""Which question next: what the order of questions is worth, measured on people whom nothing was learned from."""

from analytics.question_order.evaluation import Evaluation, evaluate
from analytics.question_order.table import AnswerTable, TableError, read_table

__all__ = ["AnswerTable", "Evaluation", "TableError", "evaluate", "read_table"]
