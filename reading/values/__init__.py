"""From what people write to values.

`read` and `find_values` read answers to the catalogue's questions; the `find_*` functions find numbers, ages,
money, days and places in any text.
"""

from reading.values.ages import Ages, find_ages
from reading.values.answers import find_values, read
from reading.values.assent import denies, plainly
from reading.values.districts import Place, find_districts
from reading.values.money import Money, find_money
from reading.values.numbers import Number, find_number, find_numbers
from reading.values.periods import Period, find_period
from reading.values.rates import Rate, find_rate
from reading.values.result import Reading, Reason, Status
from reading.values.saying_nothing import hesitates, is_weary, says_nothing

__all__ = [
    "Ages",
    "Money",
    "Number",
    "Period",
    "Place",
    "Rate",
    "Reading",
    "Reason",
    "Status",
    "denies",
    "find_ages",
    "find_districts",
    "find_money",
    "find_number",
    "find_numbers",
    "find_period",
    "find_rate",
    "find_values",
    "hesitates",
    "is_weary",
    "plainly",
    "read",
    "says_nothing",
]
