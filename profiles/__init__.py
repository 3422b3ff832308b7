"""The customer data bank: tables, store, consent, migrations and imports; the only part that speaks SQL."""

from profiles.store import Store, Unit

__all__ = ["Store", "Unit"]
