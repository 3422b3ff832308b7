"""Tests of reading: what people write, into values and without personal data."""
