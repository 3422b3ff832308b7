"""The segments of all customers straight from the data bank."""

from datetime import date
from zoneinfo import ZoneInfo

import pandas as pd

from analytics.population import population
from analytics.segments.memberships import memberships_with_reasons
from analytics.segments.rules import SegmentRules
from catalogue import Language, load
from profiles.frames import Frames
from settings import settings


def assign(
    frames: Frames, rules: SegmentRules, today: date, language: Language = "en", zone: ZoneInfo | None = None
) -> pd.DataFrame:
    """Who belongs to which segment at the end of `today`, and why.

    Args:
        frames: the store's tables.
        rules: the retailer's segments.
        today: the day, in the shop's zone.
        language: the language of the reasons.
        zone: the shop's zone; the settings' by default.

    Returns:
        Columns `customer_id`, `segment`, `because`: a row for each segment that a customer is in, and one of
        'unclassified' for a customer whom no rule fits. No rows for no customers.
    """
    everybody = population(frames, today, zone or settings().zone)
    return memberships_with_reasons(everybody.evidence, rules, load(), language)
