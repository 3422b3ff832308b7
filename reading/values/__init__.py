"""From what people write to values: answers to the catalogue's questions, and the numbers and places in any text."""

from reading.values.answers import find_values, read
from reading.values.districts import Place, find_districts
from reading.values.numbers import Number, find_number, find_numbers
from reading.values.result import Reading, Reason, Status

__all__ = [
    "Number",
    "Place",
    "Reading",
    "Reason",
    "Status",
    "find_districts",
    "find_number",
    "find_numbers",
    "find_values",
    "read",
]
