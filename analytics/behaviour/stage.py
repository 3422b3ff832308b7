"""Stage of development (I3): initial, development or mature, with the reason in words."""

import numpy as np
import pandas as pd

from analytics.behaviour.rules import StageRules
from catalogue import Catalogue, Language

STAGES = ("initial", "development", "mature")


def stage(figures: pd.DataFrame, rules: StageRules) -> pd.Series:
    """The stage of each customer on the development scale of online customers.

    Initial: fewer orders than `development_from_orders`, prospects included. Mature: enough orders, over enough time,
    in enough categories. Development: in between.

    Args:
        figures: columns `orders`, `tenure_days`, `variety`; missing tenure and variety count as none.
        rules: the thresholds.

    Returns:
        One of STAGES for each row; an empty series for no rows.

    >>> from analytics.behaviour.rules import load_behaviour_rules
    >>> figures = pd.DataFrame({"orders": [0, 5, 30], "tenure_days": [None, 60, 300], "variety": [None, 3, 12]})
    >>> stage(figures, load_behaviour_rules().stage).to_list()
    ['initial', 'development', 'mature']
    """
    mature = (
        (figures["orders"] >= rules.mature_from_orders)
        & (figures["tenure_days"] >= rules.mature_from_days)
        & (figures["variety"] >= rules.mature_from_categories)
    )
    initial = figures["orders"] < rules.development_from_orders
    names = np.select([initial, mature], ["initial", "mature"], "development")
    return pd.Series(names, index=figures.index, dtype="object")


def because(figures: pd.Series, rules: StageRules, catalogue: Catalogue, language: Language) -> str:
    """Why one customer is at a stage, in words for staff.

    Args:
        figures: `stage`, `orders`, `tenure_days`, `variety` of that customer.
        rules: the thresholds that decided it.
        catalogue: where the words are.
        language: the language of the words.
    """
    named = {name: 0 if pd.isna(figures[name]) else int(figures[name]) for name in ("orders", "tenure_days", "variety")}
    limits = {name: getattr(rules, name) for name in rules.__dataclass_fields__}
    return catalogue.say(f"stage_{figures['stage']}_because", language, **named, **limits)
