"""Which customers belong to which segments, and why."""

import pandas as pd

from analytics.population.evidence import Evidence
from analytics.segments.matching import holds, reasons
from analytics.segments.reasons import Reasons
from analytics.segments.rules import UNCLASSIFIED, SegmentRules
from catalogue import Catalogue, Language

COLUMNS = ["customer_id", "segment", "because"]


def memberships(evidence: Evidence, rules: SegmentRules) -> pd.DataFrame:
    """Who belongs to which segment, without the reasons.

    Args:
        evidence: what is known of each customer.
        rules: the retailer's segments.

    Returns:
        Booleans: a row a customer, a column a segment in the order of the rules, and last `unclassified`.
    """
    table = pd.DataFrame({s.id: holds(s.rule, evidence) for s in rules.segments}, index=evidence.people.index)
    return table.assign(**{UNCLASSIFIED: ~table.any(axis=1)})


def memberships_with_reasons(
    evidence: Evidence, rules: SegmentRules, catalogue: Catalogue, language: Language
) -> pd.DataFrame:
    """A row for each segment that a customer belongs to, with the reason in words.

    Args:
        evidence: what is known of each customer.
        rules: the retailer's segments.
        catalogue: where the words are.
        language: the language of the reasons.

    Returns:
        Columns `customer_id`, `segment`, `because`; a customer whom no rule fits has one row, `unclassified`. Ordered
        by segment, then as the customers come.
    """
    words = Reasons(catalogue, language, evidence)
    belongs = memberships(evidence, rules)
    rows: list[tuple[str, str, str]] = []
    for segment in rules.segments:
        told = reasons(segment.rule, evidence)
        rows += [(customer, segment.id, words.joined(told(customer))) for customer in _members(belongs, segment.id)]
    none = catalogue.say("because_unclassified", language)
    rows += [(customer, UNCLASSIFIED, none) for customer in _members(belongs, UNCLASSIFIED)]
    return pd.DataFrame(rows, columns=COLUMNS)


def _members(belongs: pd.DataFrame, segment: str) -> list[str]:
    return [str(customer) for customer in belongs.index[belongs[segment]]]
