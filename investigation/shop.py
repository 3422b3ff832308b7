"""What the assistant may say of the shop: its name and whom to write to. Nothing else, for nobody asked (I10)."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Shop:
    """Who collects the answers (DPP1(3)).

    Args:
        name: as customers know the shop.
        contact: where access and correction are asked for.
        zone: the time zone in which the shop's days begin and end.
        retention_months: how long answers are kept.
    """

    name: str
    contact: str
    zone: ZoneInfo
    retention_months: int = 24
