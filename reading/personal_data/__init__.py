"""Personal data in text, found and masked before anything is stored or logged (requirements P1, P2)."""

from reading.personal_data.found import Found, Kind, Masked
from reading.personal_data.masking import mask, token

__all__ = ["Found", "Kind", "Masked", "mask", "token"]
