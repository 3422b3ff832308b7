"""What customers' orders tell about them: a figure each, then account status (S21) and stage of development (I3)."""

from analytics.behaviour.figures import (
    average_transaction_value,
    discount_share,
    interval_days,
    orders_per_month,
    recency_days,
    tenure_days,
    variety,
)
from analytics.behaviour.known_until import orders_known_until
from analytics.behaviour.profile import behaviour
from analytics.behaviour.rules import BehaviourRules, StageRules, StatusRules, load_behaviour_rules
from analytics.behaviour.stage import STAGES, stage
from analytics.behaviour.status import STATUSES, status

__all__ = [
    "STAGES",
    "STATUSES",
    "BehaviourRules",
    "StageRules",
    "StatusRules",
    "average_transaction_value",
    "behaviour",
    "discount_share",
    "interval_days",
    "load_behaviour_rules",
    "orders_known_until",
    "orders_per_month",
    "recency_days",
    "stage",
    "status",
    "tenure_days",
    "variety",
]
