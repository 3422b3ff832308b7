"""Interviews whose answers look careless or automated: found, named with the reason, and left out of figures (I14)."""

from analytics.careless.rules import CarelessRules, load_careless_rules
from analytics.careless.signs import find_flags

__all__ = ["CarelessRules", "find_flags", "load_careless_rules"]
