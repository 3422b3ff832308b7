"""Questions about customers, asked by staff in their own words: read, said back, checked for rights, answered."""

from analytics.staff_query.answering import answer
from analytics.staff_query.parsing import Parsed, parse
from analytics.staff_query.query import Filter, Happened, Needed, OneOf, Query, QueryShapeError, Within
from analytics.staff_query.restating import restate
from analytics.staff_query.rights import QueryRefusedError, Rights, load_rights
from analytics.staff_query.table import Column, Table
from analytics.staff_query.vocabulary import Vocabulary

__all__ = [
    "Column",
    "Filter",
    "Happened",
    "Needed",
    "OneOf",
    "Parsed",
    "Query",
    "QueryRefusedError",
    "QueryShapeError",
    "Rights",
    "Table",
    "Vocabulary",
    "Within",
    "answer",
    "load_rights",
    "parse",
    "restate",
]
